import JSON
import Testing

@testable import Store

extension Draws {
  /// A journal as its lines' bytes, newline included, the header first; and its facts.
  fileprivate mutating func journal(_ counts: ClosedRange<Int>) -> (lines: [[UInt8]], facts: [Line]) {
    let header = JournalHeader(
      identity: JournalIdentity(session: text(0...8), candidate: oneIn(4) ? nil : id(), author: "roux"), at: at(),
      boot: "b-1",
      up: int(0...1_000_000))
    var lines = [header.bytes]
    var facts: [Line] = []
    var head = LineDigest.of(header.bytes[...])
    for n in 1...max(1, int(counts)) {
      let line = Line(
        n: n, at: at(), boot: "b-\(int(1...2))", up: int(0...9_000_000), event: object(), prev: head,
        seen: oneIn(3) ? ["benali": int(1...9), "lind": int(1...9)] : [:])
      lines.append(line.bytes)
      facts.append(line)
      head = LineDigest.of(line.bytes[...])
    }
    return (lines, facts)
  }

  private mutating func at() -> String {
    func two(_ range: ClosedRange<Int>) -> String {
      let digits = String(int(range))
      return digits.count < 2 ? "0" + digits : digits
    }
    return
      "2026-\(two(1...12))-\(two(1...28))T\(two(0...23)):\(two(0...59)):\(two(0...59)).\(int(100...999))+\(two(0...12)):00"
  }
}

private func read(_ bytes: [UInt8]) throws(StoreFault) -> JournalContents {
  try JournalReader.read(bytes, path: "j", expecting: nil)
}

@Suite struct StoreProperties {
  @Test func `a journal is read as it was written`() {
    always { draws in
      let (lines, facts) = draws.journal(1...6)
      let contents = try read(Array(lines.joined()))
      return contents.lines == facts && contents.header.bytes == lines[0] && contents.tornTail == nil
        && contents.head == LineDigest.of((lines.last ?? [])[...])
    }
  }

  @Test func `a journal cut anywhere keeps its whole lines, and gives the torn one back`() {
    always { draws in
      let (lines, facts) = draws.journal(1...5)
      let bytes = Array(lines.joined())
      let cut = Array(bytes.prefix(draws.int(lines[0].count...bytes.count)))
      let contents = try read(cut)
      let whole = cut.count { $0 == 0x0A }
      return contents.lines == Array(facts.prefix(whole - 1))
        && Array(cut.suffix(cut.count - contents.wholeBytes)) == contents.tornTail ?? []
    }
  }

  @Test func `whatever is changed before the last line is damage`() {
    always { draws in
      let (lines, _) = draws.journal(2...5)
      let before = Array(lines.dropLast().joined())
      var changed = draws.mutant(of: before)
      while changed == before { changed = draws.mutant(of: before) }
      return (try? read(changed + (lines.last ?? []))) == nil
    }
  }

  @Test func `lines left out, doubled or exchanged before the last one are damage`() {
    always { draws in
      var lines = draws.journal(3...6).lines
      let place = draws.int(0...lines.count - 2)
      switch draws.int(0...2) {
      case 0: lines.remove(at: place)
      case 1: lines.insert(lines[place], at: place)
      default: lines.swapAt(place, place + 1)
      }
      return (try? read(Array(lines.joined()))) == nil
    }
  }

  @Test func `what is accepted is written again as the same bytes`() {
    always { draws in
      let bytes = draws.mutant(of: Array(draws.journal(1...3).lines.joined()))
      guard let contents = try? read(bytes) else { return true }
      return contents.header.bytes + contents.lines.flatMap(\.bytes) + (contents.tornTail ?? []) == bytes
    }
  }
}
