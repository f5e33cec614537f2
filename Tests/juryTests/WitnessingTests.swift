import Evaluation
import Foundation
import JSON
import Testing

@testable import Store
@testable import jury

/// Consoles that put down each other's heads, and what that finds.
@Suite struct WitnessingTests {
  private func counts(_ panel: Panel, of author: String) throws -> [Int] {
    try panel.session().directory.witnessedHeads(of: panel.candidate).filter { $0.author == author }.map(\.count)
  }

  @Test func `heads are exchanged within ten seconds, and at each change of phase at once`() throws {
    let panel = try Panel(2)
    for juror in panel.jurors { try panel.sit(juror) }
    try panel.start()
    panel.pass(2000)
    for juror in panel.jurors {
      for number in 0..<12 {
        try panel.say(juror, .noted(subject: "oral", text: "note \(number)"))
        panel.pass(2500)
      }
    }
    for juror in panel.jurors {
      let journal = try #require(try panel.at(juror).journal)
      panel.pass(10_000)
      #expect(try counts(panel, of: juror).last == journal.count)
      // Whatever was recorded was put down elsewhere within ten seconds: five notes at most are between two.
      let seen = try counts(panel, of: juror)
      #expect(zip(seen, seen.dropFirst()).allSatisfy { $1 - $0 <= 5 }, "\(seen)")
    }
    try panel.say("benali", .noted(subject: "oral", text: "fin"))
    panel.pass(10_000)
    try panel.say("benali", .noted(subject: "oral", text: "avant"))
    try panel.say("benali", .oralEnded)
    panel.pass(2200)
    #expect(try counts(panel, of: "benali").last == panel.at("benali").journal?.count)
  }

  @Test func `a journal written anew or cut is an alarm at the next console, and found by verify`() throws {
    let panel = try Panel(2)
    for juror in panel.jurors { try panel.sit(juror) }
    try panel.start()
    for number in 0..<5 { try panel.say("roux", .noted(subject: "oral", text: "note \(number)")) }
    panel.pass(12_000)
    for juror in panel.jurors { try panel.at(juror).close() }
    let path = panel.journal("roux")
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let contents = try JournalReader.read([UInt8](whole), path: path, expecting: nil)
    let session = try panel.session()
    #expect(session.witnessFindings(of: panel.candidate) == [])
    try Data(contents.header.bytes + Trail.chained(contents.lines.dropLast(2), after: contents.header))
      .write(to: URL(fileURLWithPath: path))
    let cut = try #require(session.witnessFindings(of: panel.candidate).first)
    #expect(cut.name == .journalCut && cut.reason.en.hasSuffix("from fact \(contents.count - 1) on"))
    #expect(try session.verified().findings.contains(cut))
    let desk = try panel.desk("benali")
    desk.tick()
    // The console that opens has read, and so witnesses, what is left.
    let left = "the journal has only \(contents.count - 2) facts left, another console saw \(contents.count)"
    #expect(desk.console.alarms.contains { $0.en.contains(left) })
    desk.close()
    try whole.write(to: URL(fileURLWithPath: path))
    #expect(session.witnessFindings(of: panel.candidate) == [])
    try FileManager.default.removeItem(atPath: path)
    #expect(session.witnessFindings(of: panel.candidate).map(\.name) == [.journalMissing])
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(session.witnessFindings(of: panel.candidate).map(\.name) == [.journalDamaged])
  }
}

/// A journal of a thousand facts, and everything that can be done to it.
@Suite struct TrailTests {
  /// Every how many records; `JURY_EVERY=1` takes each.
  private static let step = ProcessInfo.processInfo.environment["JURY_EVERY"].flatMap { Int($0) } ?? 37

  @Test(arguments: Trail.Change.allCases)
  func `each record altered is told by its number, whichever one witness survives`(change: Trail.Change) throws {
    let trail = try Trail(facts: 1000)
    var count = 0
    for n in stride(from: 1, through: 1000, by: Self.step) {
      guard let lines = trail.changed(change, at: n) else { continue }
      // By somebody who does not mend the chain.
      let plain = trail.header.bytes + lines.flatMap(\.bytes)
      do {
        let found = try JournalReader.read(plain, path: "j", expecting: nil)
        // Only the end can be missing without a break; and the last line's change breaks none.
        #expect(n >= 999 || change == .cut, "\(change) \(n)")
        for finding in trail.findings(found) { try #require(finding?.names(n) == true, "\(change) \(n)") }
      } catch let fault as StoreFault {
        // Fact n is on line n + 1; what breaks is it or the next.
        let line = try #require(fault.line)
        #expect((n + 1...n + 2).contains(line), "\(change) \(n): line \(line)")
      }
      // By somebody who does. A fact after the last that was witnessed is one that its author may have added.
      if change == .double, n == 1000 { continue }
      let mended = trail.header.bytes + Trail.chained(lines[...], after: trail.header)
      let found = try JournalReader.read(mended, path: "j", expecting: nil)
      // The second of the two is the one too many.
      let wrong = change == .double ? n + 1 : n
      for finding in trail.findings(found) {
        try #require(finding?.names(wrong) == true, "\(change) \(n), mended: \(finding?.reason.en ?? "")")
      }
      try #require(try trail.paperFinds(found), "\(change) \(n), on paper")
      count += 1
    }
    print("\(change): \(count) of a 1000-record journal, all found")
  }
}

/// The journal itself.
struct Trail {
  enum Change: CaseIterable { case delete, double, swap, alter, cut }

  let header = JournalHeader(
    identity: .oral(session: "s", candidate: "durand", author: "roux"), at: "2026-12-01T09:00:00.000+01:00", boot: "b",
    up: 0)
  let lines: [Line]
  /// Every eight seconds, about ten facts.
  let heads: [WitnessedHead]
  /// A grid built from it, and the code printed on that.
  let grid: Grid
  let code: String

  init(facts: Int) throws {
    let events = (1...facts).map {
      JSON.object(["noted": .object(["subject": "oral", "text": .string("fait \($0)")])])
    }
    var lines: [Line] = []
    var head = LineDigest.of(header.bytes)
    var heads: [WitnessedHead] = []
    for (n, event) in zip(1..., events) {
      let line = Line(
        n: n, at: "2026-12-01T09:00:00.000+01:00", boot: "b", up: n * 800, event: event, prev: head, seen: [:])
      head = LineDigest.of(line.bytes)
      lines.append(line)
      if n % 10 == 0 { heads.append(WitnessedHead(author: "roux", count: n, head: head)) }
    }
    (self.lines, self.heads) = (lines, heads)
    var grid = try SealedGrid(
      parsing: SampleSessionTests.bytes(SampleSessionTests.directory + "/block2/grids/muller.grid.json")
    ).grid
    grid.sources = [JournalSource(path: "j", head: head, lines: facts)]
    (self.grid, code) = (grid, try SealedGrid(sealing: grid).digest)
  }

  /// The lines with one change at a fact; nil where it changes nothing.
  func changed(_ change: Change, at n: Int) -> [Line]? {
    var lines = lines
    let index = n - 1
    switch change {
    case .delete: lines.remove(at: index)
    case .double: lines.insert(lines[index], at: index)
    case .swap:
      guard n < lines.count else { return nil }
      lines.swapAt(index, index + 1)
    case .alter:
      let old = lines[index]
      lines[index] = Line(
        n: old.n, at: old.at, boot: old.boot, up: old.up,
        event: JSON.object(["noted": .object(["subject": "oral", "text": "autre"])]), prev: old.prev, seen: [:])
    case .cut: lines.removeSubrange(index...)
    }
    return lines
  }

  /// What another juror's console saw of the journal, and what a grid that was built from it, says against it.
  func findings(_ contents: JournalContents) -> [Finding?] {
    let stored = StoredJournal.sound(digests: contents.lines.map(\.prev) + [contents.head], concernsJury: true)
    return [
      WitnessCheck(heads: heads, journals: ["roux": ("j", stored)]) { $0 }.findings.first,
      JournalCheck(content: grid, journals: ["j": stored]).findings.first,
    ]
  }

  /// Whether the printed code tells, of a grid sealed anew from another journal, what the journal now seals as which fact.
  func paperFinds(_ contents: JournalContents) throws -> Bool {
    var forged = grid
    forged.sources = [JournalSource(path: "j", head: contents.head, lines: contents.count)]
    let sealed = try SealedGrid(sealing: forged)
    var report = VerifyReport()
    report.grids = [
      VerifyReport.GridFile(path: "g", candidate: grid.candidate, sealed: sealed, findings: [], isCompared: true)
    ]
    report.expect(code: code, seals: [SealFact(path: "j", n: contents.count + 1, code: sealed.digest)])
    return report.findings.map(\.name) == [.codeDiffers]
      && report.findings[0].reason.en.hasSuffix("j, fact \(contents.count + 1)")
  }

  /// The bytes of these facts with numbers and digests made to follow each other.
  static func chained(_ lines: ArraySlice<Line>, after header: JournalHeader) -> [UInt8] {
    var bytes: [UInt8] = []
    var head = LineDigest.of(header.bytes)
    for (n, line) in zip(1..., lines) {
      let line = Line(
        n: n, at: line.at, boot: line.boot, up: line.up, event: line.event, prev: head, seen: line.seen)
      head = LineDigest.of(line.bytes)
      bytes += line.bytes
    }
    return bytes
  }
}

extension Finding {
  /// Whether its words hold a fact's number, in so many figures or in a range.
  fileprivate func names(_ n: Int) -> Bool {
    if let range = reason.en.firstMatch(of: #/fact (\d+) to (\d+)/#), let first = Int(range.1), let last = Int(range.2),
      (first...last).contains(n)
    {
      return true
    }
    return reason.en.matches(of: #/fact (\d+)/#).contains { Int($0.1) == n }
  }
}
