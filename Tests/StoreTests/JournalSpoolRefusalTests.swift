import Glibc
import JSON
import Testing

@testable import Store

/// The session's directory comes back, and is not what it was.
@Suite struct JournalSpoolRefusalTests {
  let directory: TemporaryDirectory
  let session: String
  let spool: String
  let spooled: String
  let path: String

  init() throws {
    directory = try TemporaryDirectory()
    session = directory.path + "/session"
    spool = directory.path + "/spool"
    spooled = spool + "/2026-12-lille/durand/jury.jsonl"
    path = session + "/orals/durand/jury.jsonl"
    mkdir(session, 0o700)
  }

  /// A journal of three facts, two more of which are in its spool; the session is back.
  private func spooling() throws -> Journal {
    let journal = try Journal.open(in: session, spool: spool)
    for number in 1...3 { try journal.append(mark: number) }
    rename(session, session + "-away")
    for number in 4...5 { try journal.append(mark: number) }
    rename(session + "-away", session)
    return journal
  }

  /// A fact that another console might have added.
  private func fact(_ n: Int, after line: [UInt8]) -> [UInt8] {
    Line(n: n, at: morning, boot: "b", up: 0, event: .object([:]), prev: LineDigest.of(line)).bytes
  }

  private func put(_ bytes: [UInt8]) throws { try write(bytes, to: path) }

  @Test func `a journal that is not what was acknowledged gets nothing, and both are kept`() throws {
    let journal = try spooling()
    let whole = try bytes(of: path)
    let lines = split(whole)
    let rest = split(try bytes(of: spooled))
    let other = fact(4, after: lines[3])
    let misfit = StoreFault(.spoolDoesNotFit(spool: spooled), path: path)
    var count = 5
    for found in [Array(whole.dropLast()), Array(lines[...2].joined()), whole + other, whole + rest[0] + [0x7B, 0x7D]] {
      try put(found)
      #expect(throws: misfit) { try journal.recover() }
      #expect(journal.isSpooling && journal.away == misfit && journal.failure == nil)
      #expect(try bytes(of: path) == found)
      count += 1
      try journal.append(mark: count)
      #expect(split(try bytes(of: spooled)).count == count - 3)
    }
    unlink(path)
    #expect(throws: StoreFault(.changedUnderneath(.gone), path: path)) { try journal.recover() }
    try put(whole + rest[0] + Array(rest[1][..<30]))
    #expect(try journal.recover() == nil)
    #expect(marks(try JournalReader.read(bytes(of: path), path: "", expecting: durand).lines) == Array(1...count))
  }

  @Test func `neither does one at the next opening, and both are kept`() throws {
    try spooling().close()
    let whole = try bytes(of: path)
    let lines = split(whole)
    let rest = try bytes(of: spooled)
    let misfit = StoreFault(.spoolDoesNotFit(spool: spooled), path: path)
    for found in [
      lines[0], Array(lines[...1].joined()), Array(lines[...2].joined()),
      Array(lines[...2].joined()) + fact(3, after: lines[2]),
      whole + fact(4, after: lines[3]), whole + split(rest)[0] + fact(5, after: split(rest)[0]),
    ] {
      try put(found)
      #expect(throws: misfit) { try Journal.open(in: session, spool: spool) }
      #expect(try bytes(of: path) == found && bytes(of: spooled) == rest)
    }
    unlink(path)
    #expect(throws: misfit) { try Journal.open(in: session, spool: spool) }
    #expect(throws: DiskError(.stat, ENOENT)) { try SystemDisk().status(of: path) }
    // A journal whose own last line was interrupted keeps it, as ever.
    try put(whole + [0x7D])
    let journal = try Journal.open(in: session, spool: spool)
    #expect(marks(journal.lines) == [1, 2, 3, 4, 5])
    #expect(journal.tornTail == TornTail(bytes: [0x7D], path: path + ".torn-1"))
  }

  @Test func `damage to the spool is named with its line, and both are kept`() throws {
    try spooling().close()
    let whole = try bytes(of: path)
    let lines = split(try bytes(of: spooled))
    let text = String(decoding: lines[0], as: UTF8.self)
    let named: [(bytes: [UInt8], name: String, line: Int)] = [
      (lines[0] + lines[0], "number-out-of-order", 2), (lines[0] + Array("{}\n".utf8), "malformed-line", 2),
      (Array(text.replacing("C4.4", with: "C4.9").utf8) + lines[1], "chain-broken", 2),
      (Array(text.replacing("\"n\":4", with: "\"n\":0").utf8), "number-out-of-order", 1),
      (Array("hello\n".utf8), "bad-json", 1), ([UInt8](repeating: 0, count: 40) + [0x0A], "zero-filled", 1),
      (Array(text.replacing("{\"at\"", with: "{ \"at\"").utf8), "not-canonical", 1),
    ]
    for (damaged, name, line) in named {
      try write(damaged, to: spooled)
      let fault = #expect(throws: StoreFault.self) { try Journal.open(in: session, spool: spool) }
      #expect(fault?.reason.name == name && fault?.path == spooled && fault?.line == line)
      #expect(try bytes(of: path) == whole && bytes(of: spooled) == damaged)
    }
  }

  @Test func `while another console holds the journal the spool goes on, and says so`() throws {
    let journal = try spooling()
    // As from another disk: the same bytes in files that are not the locked ones.
    let whole = try bytes(of: path)
    rename(session, session + "-old")
    mkdir(session, 0o700)
    let other = try Journal.open(in: session)
    try put(whole)
    let fault = #expect(throws: StoreFault.self) { try journal.recover() }
    #expect(fault?.reason.name == "locked" && journal.away == fault)
    try journal.append(mark: 6)
    #expect(journal.isSpooling && journal.spooledCount == 3)
    other.close()
    try journal.recover()
    #expect(marks(try JournalReader.read(bytes(of: path), path: "", expecting: durand).lines) == Array(1...6))
    let held = #expect(throws: StoreFault.self) { try Journal.open(in: session, spool: spool) }
    #expect(held?.reason.name == "locked")
  }

  @Test func `the spool of a console that is open is not taken from it`() throws {
    let journal = try spooling()
    rename(session, session + "-old")
    mkdir(session, 0o700)
    mkdir(session + "/orals", 0o700)
    mkdir(session + "/orals/durand", 0o700)
    try put(try bytes(of: session + "-old/orals/durand/jury.jsonl"))
    let fault = #expect(throws: StoreFault.self) { try Journal.open(in: session, spool: spool) }
    #expect(fault?.reason.name == "locked" && fault?.path == JournalLock.place(of: spooled))
    try journal.recover()
    #expect(marks(try JournalReader.read(bytes(of: path), path: "", expecting: durand).lines) == Array(1...5))
  }
}
