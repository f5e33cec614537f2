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
    #expect(refusal(.cannotRead(DiskError(.open, ENOTDIR))).code == .noInput)
    #expect(refusal(.cannotRead(DiskError(.open, EACCES))).code == .noPermission)
    // Who takes "not there" for an answer must not take these.
    for code in [EIO, ESTALE, EMFILE, ETIMEDOUT] {
      #expect(refusal(.cannotRead(DiskError(.open, code))).code == .ioError)
    }
    #expect(refusal(.cannotRead(DiskError(.read, EIO))).reason(.en) == "cannot read: Input/output error")
    #expect(refusal(.cannotWrite(DiskError(.fdatasync, EIO))).code == .ioError)
    #expect(refusal(.cannotCreate(DiskError(.mkdir, EROFS))).code == .cannotCreate)
    #expect(refusal(.changedUnderneath(.gone)).code == .ioError)
    #expect(refusal(.unsafeName("../x")).code == .badData)
    #expect(
      refusal(.cannotWrite(DiskError(.write, ENOSPC))).reason(.en) == "cannot write (write): No space left on device")
  }

  @Test func `what a disk, another program or a file is to blame for says what to do`() throws {
    let told: [(StoreFault.Reason, ExitCode, reason: String, hint: String)] = [
      (.readBackDiffers, .ioError, "what was just written does not read back the same", "Use another disk"),
      (.failedEarlier, .ioError, "a write failed: nothing is added before recovery", "Free some space"),
      (.changedUnderneath(.shorter), .ioError, "the journal was cut short by another program", "Close the other"),
      (.changedUnderneath(.longer), .ioError, "another program wrote to the journal", "Close the other"),
      (.changedUnderneath(.replaced), .ioError, "the journal was replaced by another file", "Close the other"),
      (.changedUnderneath(.gone), .ioError, "the session's directory is gone", "Plug the disk back in"),
      (.tooLarge(limit: 16 << 20), .badData, "file over 16 MiB", "It is probably no session file."),
      (.notAFile, .badData, "not a regular file", "Symbolic links and devices are not followed."),
    ]
    for (reason, code, words, hint) in told {
      let refusal = refusal(reason)
      #expect(refusal.code == code && refusal.reason.en == words)
      #expect(refusal.hint?.en.hasPrefix(hint) == true, "\(words)")
    }
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
