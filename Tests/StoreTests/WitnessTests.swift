import Glibc
import Testing

@testable import Store

@Suite struct WitnessTests {
  let directory: TemporaryDirectory
  let session: SessionDirectory

  init() throws {
    directory = try TemporaryDirectory()
    session = SessionDirectory(directory.path)
  }

  private func head(_ author: String, _ count: Int) -> WitnessedHead {
    WitnessedHead(author: author, count: count, head: "digest-\(count)")
  }

  private func put(_ heads: [WitnessedHead], by author: String = "benali") throws {
    try session.witness(heads, of: "durand", by: author, at: morning)
  }

  @Test func `what was seen of each journal reads back, by whoever saw it`() throws {
    #expect(session.witnessedHeads(of: "durand") == [])
    try put([head("roux", 3), head("oster", 1)])
    try put([head("roux", 7)])
    try put([head("benali", 12)], by: "roux")
    #expect(
      session.witnessedHeads(of: "durand") == [head("oster", 1), head("roux", 3), head("roux", 7), head("benali", 12)])
    #expect(session.witnessedHeads(of: "martin") == [])
  }

  @Test func `it is this very text, for its owner alone`() throws {
    for mask: mode_t in [0o000, 0o077] {
      let before = umask(mask)
      defer { umask(before) }
      try put([head("roux", 3)], by: "author-\(mask)")
      let file = "\(directory.path)/witness/durand.author-\(mask).jsonl"
      #expect(
        String(decoding: try bytes(of: file), as: UTF8.self)
          == #"{"at":"\#(morning)","heads":{"roux":{"head":"digest-3","n":3}}}"# + "\n")
      #expect(try mode(of: file) == 0o600)
      #expect(try mode(of: "\(directory.path)/witness") == 0o700)
    }
  }

  @Test func `a line that was interrupted takes no other with it`() throws {
    try put([head("roux", 3)])
    let file = "\(directory.path)/witness/durand.benali.jsonl"
    let whole = try bytes(of: file)
    try session.disk.replace(file, with: whole + whole.dropLast(9))
    try put([head("roux", 9)])
    #expect(session.witnessedHeads(of: "durand") == [head("roux", 3), head("roux", 9)])
  }

  @Test func `whatever call fails says so, and what was there stays`() throws {
    let disk = FailingDisk()
    let session = SessionDirectory(directory.path, disk: disk)
    var call = 1
    while true {
      let seen = session.witnessedHeads(of: "durand").count
      disk.arm(FailingDisk.Plan(code: EIO), at: call)
      let failures = disk.failures
      do { try session.witness([head("roux", call)], of: "durand", by: "benali", at: morning) } catch {
        #expect(disk.failures > failures)
      }
      disk.heal()
      #expect(session.witnessedHeads(of: "durand").count >= seen)
      if disk.failures == failures { break }
      call += 1
    }
    #expect(call > 5)
  }

  @Test func `a name that is none is refused`() {
    #expect(throws: StoreFault.self) { try put([], by: "../roux") }
  }
}
