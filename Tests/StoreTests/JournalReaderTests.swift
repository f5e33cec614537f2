import JSON
import Testing

@testable import Store

@Suite struct JournalReaderTests {
  /// Thirty marks after the header: line i of the array is the i-th fact, 0 the header.
  let lines: [[UInt8]]

  init() throws { lines = split(try sampleJournal(30)) }

  private func read(_ lines: [[UInt8]]) throws(StoreFault) -> JournalContents {
    try JournalReader.read(Array(lines.joined()), path: "j", expecting: durand)
  }

  private func read(first text: String) throws(StoreFault) -> JournalContents {
    try read([lines[0], Array(text.utf8) + [0x0A]])
  }

  /// The first fact, altered.
  private func fact(_ old: String, _ new: String) -> String {
    String(decoding: lines[1].dropLast(), as: UTF8.self).replacing(old, with: new, maxReplacements: 1)
  }

  @Test func `a last line cut at any byte is set aside and is no damage`() throws {
    for length in lines[30].indices {
      let contents = try read(Array(lines[..<30]) + [Array(lines[30][..<length])])
      #expect(marks(contents.lines) == Array(1...29))
      #expect(contents.tornTail == (length == 0 ? nil : Array(lines[30][..<length])))
      #expect(contents.head == LineDigest.of(lines[29]))
      #expect(contents.wholeBytes == lines[..<30].joined().count)
    }
  }

  @Test func `a header cut at any byte is damage`() throws {
    for length in lines[0].indices {
      #expect(throws: StoreFault(.headerMissing, path: "j", line: 1)) { try read([Array(lines[0][..<length])]) }
    }
  }

  @Test func `a deleted line is named`() throws {
    #expect(throws: StoreFault(.headerMissing, path: "j", line: 1)) { try read(Array(lines[1...])) }
    for deleted in 1..<30 {
      let rest = Array(lines[..<deleted]) + Array(lines[(deleted + 1)...])
      let reason = StoreFault.Reason.numberOutOfOrder(expected: deleted, found: deleted + 1)
      #expect(throws: StoreFault(reason, path: "j", line: deleted + 1)) { try read(rest) }
    }
  }

  @Test func `a deleted last line shows in the head and the count only`() throws {
    let contents = try read(Array(lines[..<30]))
    #expect(contents.count == 29)
    #expect(contents.head != (try read(lines)).head)
  }

  @Test func `a doubled line is named`() throws {
    #expect(throws: StoreFault(.malformed(member: ""), path: "j", line: 2)) { try read([lines[0]] + lines) }
    for doubled in 1...30 {
      let more = Array(lines[...doubled]) + Array(lines[doubled...])
      let reason = StoreFault.Reason.numberOutOfOrder(expected: doubled + 1, found: doubled)
      #expect(throws: StoreFault(reason, path: "j", line: doubled + 2)) { try read(more) }
    }
  }

  @Test func `a line that follows well but for its number is named`() throws {
    let event = JSON.object(["criterionMarked": .object(["criterion": "C4.1", "mark": "met"])])
    for n in [1, 30, 32] {
      let line = Line(n: n, at: morning, boot: "b00710ad", up: 1, event: event, prev: LineDigest.of(lines[30]))
      let reason = StoreFault.Reason.numberOutOfOrder(expected: 31, found: n)
      #expect(throws: StoreFault(reason, path: "j", line: 32)) { try read(lines + [line.bytes]) }
    }
  }

  @Test func `two lines that changed places are named`() throws {
    for first in 1..<30 {
      for second in (first + 1)...30 {
        var swapped = lines
        swapped.swapAt(first, second)
        let reason = StoreFault.Reason.numberOutOfOrder(expected: first, found: second)
        #expect(throws: StoreFault(reason, path: "j", line: first + 1)) { try read(swapped) }
      }
    }
  }

  @Test func `an altered line breaks the chain at the next`() throws {
    for altered in 0..<30 {
      var changed = lines
      let text = String(decoding: lines[altered], as: UTF8.self)
      changed[altered] = Array(text.replacing("b00710ad", with: "b00710ae").utf8)
      #expect(throws: StoreFault(.chainBroken, path: "j", line: altered + 2)) { try read(changed) }
    }
  }

  @Test func `any one bit turned in any line but the last is damage`() throws {
    let whole = Array(lines[..<4].joined())
    for index in whole.indices where index < whole.count - lines[3].count {
      var changed = whole
      changed[index] ^= 1
      #expect(throws: StoreFault.self) { try JournalReader.read(changed, path: "j", expecting: durand) }
    }
  }

  @Test func `zeros are named wherever they are`() throws {
    let zeros = [UInt8](repeating: 0, count: 4096)
    #expect(throws: StoreFault(.zeroFilled, path: "j", line: 32)) { try read(lines + [zeros]) }
    #expect(throws: StoreFault(.zeroFilled, path: "j", line: 32)) { try read(lines + [zeros + [0x0A]]) }
    var cut = lines
    cut[30] = Array(lines[30].prefix(40)) + zeros
    #expect(throws: StoreFault(.zeroFilled, path: "j", line: 31)) { try read(cut) }
    #expect(throws: StoreFault(.zeroFilled, path: "j", line: 1)) { try read([zeros]) }
    let holed = [lines[0], lines[1], [UInt8](repeating: 0, count: 180) + [0x0A], lines[3]]
    #expect(throws: StoreFault(.zeroFilled, path: "j", line: 3)) { try read(holed) }
  }

  @Test(arguments: [
    (#"{"at":"#, #"{ "at":"#), (#","up":700001}"#, #","up":700001} "#), (#""C4.1""#, #""C4.\u0031""#),
    (#"{"criterion":"C4.1","mark":"met"}"#, #"{"mark":"met","criterion":"C4.1"}"#),
    (
      #""event":{"criterionMarked":{"criterion":"C4.1","mark":"met"}},"n":1,"#,
      #""n":1,"event":{"criterionMarked":{"criterion":"C4.1","mark":"met"}},"#
    ),
  ])
  func `a line written another way is refused`(_ old: String, _ new: String) throws {
    try #require(fact(old, new) != fact("", ""))
    #expect(throws: StoreFault(.notCanonical, path: "j", line: 2)) { try read(first: fact(old, new)) }
  }

  @Test func `what the writer had seen of others is between prev and up`() throws {
    let line = try #require(try read(first: fact(#","up":"#, #","seen":{"benali":12,"roux":40},"up":"#)).lines.first)
    #expect(line.seen == ["benali": 12, "roux": 40])
    #expect(try read([lines[0], line.bytes]).lines == [line])
    #expect(try read(lines).lines.allSatisfy(\.seen.isEmpty))
    for other in [#"{"roux":40,"benali":12}"#, #"{"benali":12, "roux":40}"#] {
      #expect(throws: StoreFault(.notCanonical, path: "j", line: 2)) {
        try read(first: fact(#","up":"#, #","seen":\#(other),"up":"#))
      }
    }
    #expect(throws: StoreFault(.notCanonical, path: "j", line: 2)) {
      try read(first: fact(#"{"at":"#, #"{"seen":{"roux":40},"at":"#))
    }
    let twice = #expect(throws: StoreFault.self) {
      try read(first: fact(#","up":"#, #","seen":{"roux":40,"roux":41},"up":"#))
    }
    #expect(twice?.reason.name == "bad-json")
  }

  @Test func `a member given twice is refused`() throws {
    let text = fact(#""up":700001"#, #""up":700001,"up":700001"#)
    let fault = #expect(throws: StoreFault.self) { try read(first: text) }
    guard case .badJSON(let json) = fault?.reason else { return #expect(Bool(false), "\(String(describing: fault))") }
    #expect(json.reason == .duplicateMember("up"))
  }

  @Test(arguments: [
    ("at", #""2026-12-01T09:12:33.412+01:00""#, #""2026-12-01T09:12:33.412Z""#),
    ("at", #""2026-12-01"#, #""2026-13-01"#),
    ("at", #""2026-12-01T09:12:33.412+01:00""#, "7"), ("boot", #""b00710ad""#, #""""#),
    ("boot", #""b00710ad""#, #""b 1""#),
    ("up", "700001", "-1"), ("up", "700001", #""700001""#), ("n", #""n":1"#, #""n":"1""#),
    ("event", #"{"criterionMarked":{"criterion":"C4.1","mark":"met"}}"#, "[]"),
    ("", #","up":700001"#, ""), ("", #","up":"#, #","told":true,"up":"#),
    ("seen", #","up":"#, #","seen":true,"up":"#), ("seen", #","up":"#, #","seen":{},"up":"#),
    ("seen", #","up":"#, #","seen":{"benali":0},"up":"#), ("seen", #","up":"#, #","seen":{"benali":"1"},"up":"#),
    ("seen", #","up":"#, #","seen":{"Benali":1},"up":"#), ("seen", #","up":"#, #","seen":{"../x":1},"up":"#),
    ("seen", #","up":"#, #","seen":{"benali":1,"jury":2},"up":"#), ("", #","up":700001"#, #","seen":{"benali":1}"#),
  ])
  func `a member that is not of its form is named`(_ member: String, _ old: String, _ new: String) throws {
    #expect(throws: StoreFault(.malformed(member: member), path: "j", line: 2)) { try read(first: fact(old, new)) }
  }

  @Test(arguments: [
    ("session", "2026-12-lille", "2026-11-lyon"), ("candidate", "durand", "martin"), ("author", "jury", "lea"),
    ("format", "jury-journal/1", "jury-journal/2"),
  ])
  func `a journal from elsewhere is named`(_ member: String, _ expected: String, _ found: String) throws {
    let text = String(decoding: lines[0], as: UTF8.self).replacing("\"\(expected)\"", with: "\"\(found)\"")
    let reason = StoreFault.Reason.wrongHeader(member: member, expected: expected, found: found)
    #expect(throws: StoreFault(reason, path: "j", line: 1)) { try read([Array(text.utf8)]) }
  }

  @Test func `the manager's journal names no candidate`() throws {
    let identity = JournalIdentity.manager(session: "s")
    let header = JournalHeader(identity: identity, at: morning, boot: "b", up: 0)
    #expect(try JournalReader.read(header.bytes, path: "j", expecting: identity).header == header)
    let reason = StoreFault.Reason.wrongHeader(member: "candidate", expected: "", found: "durand")
    #expect(throws: StoreFault(reason, path: "j", line: 1)) {
      try JournalReader.read(
        JournalHeader(
          identity: .oral(session: "s", candidate: "durand", author: "manager"), at: morning, boot: "b", up: 0
        ).bytes,
        path: "j", expecting: identity)
    }
  }

  @Test func `an empty line is damage`() throws {
    let fault = #expect(throws: StoreFault.self) { try read(lines + [[0x0A]]) }
    #expect(fault?.reason.name == "bad-json" && fault?.line == 32)
  }
}
