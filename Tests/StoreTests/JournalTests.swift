import Glibc
import JSON
import Testing

@testable import Store

@Suite struct JournalTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test func `a journal is begun with its header and continued where it was left`() throws {
    var journal: Journal? = try Journal.open(in: directory.path)
    try journal?.append(mark: 1)
    try journal?.append(mark: 2)
    let head = journal?.head
    journal = nil
    let again = try Journal.open(in: directory.path)
    #expect(again.head == head)
    #expect(again.count == 2)
    #expect(try again.append(mark: 3).n == 3)
    let read = try JournalReader.read(bytes(of: again.path), path: "j", expecting: durand)
    #expect(marks(read.lines) == [1, 2, 3])
    #expect(read.header == JournalHeader(identity: durand, at: morning, boot: "b00710ad", up: 700_000))
    #expect(read.head == again.head)
    #expect(read.tornTail == nil)
  }

  @Test func `the lines are these very bytes`() throws {
    let journal = try Journal.open(in: directory.path)
    try journal.append(mark: 7)
    // The digest is what `head -n 1 FILE | openssl dgst -sha256 -binary | basenc --base64url` prints, without its "=".
    let expected = #"""
      {"at":"2026-12-01T09:12:33.412+01:00","author":"jury","boot":"b00710ad","candidate":"durand","format":"jury-journal/1","n":0,"prev":"","session":"2026-12-lille","up":700000}
      {"at":"2026-12-01T09:12:33.412+01:00","boot":"b00710ad","event":{"criterionMarked":{"criterion":"C4.7","mark":"met"}},"n":1,"prev":"skBeFYqjGupf8b7mhlXsD_ypEWt1HuptdwS5y0cWGDo","up":700007}

      """#
    #expect(String(decoding: try bytes(of: journal.path), as: UTF8.self) == expected)
    #expect(journal.path == "\(directory.path)/orals/durand/jury.jsonl")
  }

  @Test func `what was seen of other authors is kept with a fact`() throws {
    let journal = try Journal.open(in: directory.path)
    let seen = ["roux": 40, "benali": 12]
    try journal.append(event: .object([:]), at: morning, boot: "b", up: 0, seen: seen)
    try journal.append(mark: 2)
    let text = String(decoding: try bytes(of: journal.path), as: UTF8.self)
    #expect(text.contains(#","seen":{"benali":12,"roux":40},"up":0}"#))
    #expect(
      try JournalReader.read(bytes(of: journal.path), path: "", expecting: durand).lines.map(\.seen) == [seen, [:]])
    for wrong in [["jury": 1], ["benali": 0], ["": 1], ["é": 1]] {
      #expect(throws: StoreFault(.malformed(member: "seen"), path: journal.path, line: 4)) {
        try journal.append(event: .object([:]), at: morning, boot: "b", up: 0, seen: wrong)
      }
    }
    #expect(journal.failure == nil && journal.count == 2)
  }

  @Test func `a second console is told who holds the journal`() throws {
    let journal = try Journal.open(in: directory.path)
    let holder = LockHolder(pid: Int(getpid()), host: LockHolder.current.host)
    #expect(throws: StoreFault(.locked(by: holder), path: "\(directory.path)/orals/durand/jury.lock")) {
      try Journal.open(in: directory.path)
    }
    journal.close()
    _ = try Journal.open(in: directory.path)
  }
}
