import Foundation
import JSON
import Testing

@testable import Store

/// What a disk can make of a journal of 200 facts, and that nothing but an interrupted last line is ever mended.
@Suite struct JournalDamageTests {
  /// Every how many bits; `JURY_EVERY=1` takes each.
  private static let step = ProcessInfo.processInfo.environment["JURY_EVERY"].flatMap { Int($0) } ?? 499

  private static let facts = 200
  private static let made = Result { try sampleJournal(facts) }
  private static let shares = 4

  private let directory: TemporaryDirectory
  private let path: String
  private let whole: [UInt8]
  /// The header, then the facts.
  private let lines: [[UInt8]]

  init() throws {
    directory = try TemporaryDirectory()
    whole = try Self.made.get()
    lines = split(whole)
    path = try Journal.open(in: directory.path).path
  }

  /// The file, and what stands beside it.
  private func found() throws -> (journal: [UInt8], aside: [String]) {
    let names = try SystemDisk().names(in: parent(of: path))
    return (try bytes(of: path), names.filter { $0 != "jury.jsonl" && $0 != "jury.lock" })
  }

  @Test func `a last line cut at any byte is set aside, told, and the journal goes on without it`() throws {
    let before = Array(lines.dropLast().joined())
    let last = try #require(lines.last)
    for length in last.indices {
      try write(before + last[..<length], to: path)
      let journal = try Journal.open(in: directory.path)
      #expect(marks(journal.lines) == Array(1..<Self.facts), "cut at \(length)")
      #expect(journal.tornTail?.bytes == (length == 0 ? nil : Array(last[..<length])), "cut at \(length)")
      if let torn = journal.tornTail {
        #expect(try bytes(of: torn.path) == torn.bytes)
        unlink(torn.path)
      }
      #expect(try found() == (before, []), "cut at \(length)")
      try journal.append(mark: Self.facts)
      #expect(try found().journal == whole, "cut at \(length)")
    }
  }

  @Test func `a last line that is zeros from any byte on is refused, and not touched`() throws {
    let last = try #require(lines.last)
    for length in last.indices {
      let zeroed = whole.dropLast(last.count - length) + [UInt8](repeating: 0, count: last.count - length)
      try write(Array(zeroed), to: path)
      #expect(throws: StoreFault(.zeroFilled, path: path, line: Self.facts + 1), "zeros from \(length)") {
        try Journal.open(in: directory.path)
      }
      #expect(try found() == (Array(zeroed), []), "zeros from \(length)")
    }
  }

  /// A bit of the last line may make another fact of it: only a witness knows then. Every other is told.
  @Test(arguments: 0..<shares) func `each bit turned is told with its line, and nothing is mended`(share: Int) throws {
    var (tried, torn, others) = (0, 0, 0)
    var changed = whole
    var (line, place) = (1, 0)
    for bit in stride(from: share * Self.step, to: whole.count * 8, by: Self.shares * Self.step) {
      line += whole[place..<bit / 8].count { $0 == 0x0A }
      place = bit / 8
      defer { changed[place] = whole[place] }
      changed[place] ^= 1 << UInt8(bit % 8)
      tried += 1
      let read = Result { () throws(StoreFault) in
        try JournalReader.read(changed, path: path, expecting: durand)
      }
      switch read {
      case .success(let contents):
        try #require(line == Self.facts + 1, "bit \(bit) of line \(line)")
        #expect(marks(Array(contents.lines.prefix(Self.facts - 1))) == Array(1..<Self.facts))
        if let tail = contents.tornTail {
          #expect(place == whole.count - 1 && contents.count == Self.facts - 1)
          #expect(Array(tail.dropLast()) == lines.last?.dropLast())
          torn += 1
        } else {
          #expect(contents.head != LineDigest.of(lines[Self.facts][...]))
          others += 1
        }
      case .failure(let fault):
        // It, or the next, whose digest no longer fits.
        try #require(fault.line == line || fault.line == line + 1, "bit \(bit) of line \(line): \(fault)")
        guard tried % 16 == 0 else { continue }
        try write(changed, to: path)
        #expect(throws: fault, "bit \(bit)") { try Journal.open(in: directory.path) }
        #expect(try found() == (changed, []), "bit \(bit)")
      }
    }
    print(
      "share \(share): \(tried) bits of a journal of \(Self.facts) facts turned: \(torn) torn, \(others) another last fact"
    )
    #expect(tried > 0)
  }
}
