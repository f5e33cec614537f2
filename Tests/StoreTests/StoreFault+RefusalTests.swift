import Evaluation
import Glibc
import JSON
import Testing

@testable import Store

@Suite struct StoreFaultRefusalTests {
  private func refusal(_ reason: StoreFault.Reason, line: Int? = nil) -> Refusal {
    StoreFault(reason, path: "s/orals/durand/jury.jsonl", line: line).refusal
  }

  @Test func `damage is bad data, at its file and line, and says that nothing was changed`() throws {
    let told = refusal(.numberOutOfOrder(expected: 3, found: 5), line: 4)
    #expect(told.code == .badData)
    #expect(told.place == "s/orals/durand/jury.jsonl:4")
    #expect(told.reason(.fr) == "ligne numéro 5, on attendait 3 : il manque une ligne ou il y en a une de trop")
    #expect(told.reason(.en) == "line number 5, expected 3: a line is missing or there is one too many")
    #expect(told.hint?(.en).hasPrefix("Nothing was changed.") == true)
  }

  @Test func `who holds the journal is told`() {
    let told = refusal(.locked(by: LockHolder(pid: 4012, host: "salle-2")))
    #expect(told.code == .unavailable)
    #expect(told.reason(.fr) == "une autre console tient ce journal (processus 4012 sur salle-2)")
    #expect(refusal(.locked(by: nil)).reason(.en) == "another console holds this journal")
  }

  @Test func `each kind of trouble has its exit code`() {
    #expect(refusal(.cannotRead(DiskError(.open, ENOENT))).code == .noInput)
    #expect(refusal(.cannotRead(DiskError(.open, EACCES))).code == .noPermission)
    #expect(refusal(.cannotWrite(DiskError(.fdatasync, EIO))).code == .ioError)
    #expect(refusal(.cannotCreate(DiskError(.mkdir, EROFS))).code == .cannotCreate)
    #expect(refusal(.changedUnderneath(.gone)).code == .ioError)
    #expect(refusal(.unsafeName("../x")).code == .badData)
    #expect(
      refusal(.cannotWrite(DiskError(.write, ENOSPC))).reason(.en) == "cannot write (write): No space left on device")
  }

  @Test func `every kind of damage has its own words`() throws {
    let fault = #expect(throws: JSON.Fault.self) { try JSON.parse([0x7B]) }
    let json = try #require(fault)
    let damage: [StoreFault.Reason] = [
      .chainBroken, .numberOutOfOrder(expected: 1, found: 2), .notCanonical, .badJSON(json), .headerMissing,
      .wrongHeader(member: "author", expected: "a", found: "b"), .malformed(member: "at"), .malformed(member: ""),
      .malformed(member: "event"), .zeroFilled, .rewritten,
    ]
    #expect(damage.allSatisfy { refusal($0).code == .badData })
    #expect(Set(damage.map { refusal($0).reason(.fr) }).count == damage.count)
    #expect(Set(damage.map { refusal($0).reason(.en) }).count == damage.count)
  }
}
