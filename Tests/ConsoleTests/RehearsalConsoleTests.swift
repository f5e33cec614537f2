import Evaluation
import Screen
import Testing

@testable import Console

@Suite struct RehearsalConsoleTests {
  private func console(size: Size = Size(rows: 24, columns: 80)) throws -> RehearsalConsole {
    let format = try #require(Referential.rncp37827.format("block2"))
    let rehearsal = Rehearsal(format, of: .rncp37827, family: "Durand", given: "Léa")
    return RehearsalConsole(rehearsal, language: .fr, size: size)
  }

  @discardableResult
  private func press(_ console: inout RehearsalConsole, _ text: String, after minutes: Int = 0)
    -> [RehearsalConsole.Effect]
  {
    let now = Session.morning.advanced(by: minutes * 60_000)
    return keys(text).flatMap { console.update(.pressed($0), at: now) }
  }

  private func screen(_ console: RehearsalConsole, after minutes: Int = 0) -> String {
    console.picture(at: Session.morning.advanced(by: minutes * 60_000)).frame.text
  }

  @Test func `nothing is ticked before the clock runs, then each act is kept`() throws {
    var console = try console()
    #expect(press(&console, "␣").isEmpty && screen(console).contains("t lance d'abord la minuterie"))
    press(&console, "t")
    guard case .keep(let review) = press(&console, "␣", after: 2).first else {
      Issue.record("not kept")
      return
    }
    #expect(review.ticks.map(\.criterion) == ["C6.1"] && review.ticks.map(\.at) == [120_000])
    #expect(console.row == 1)
    #expect(screen(console, after: 2).contains("[✓]  C6.1") && screen(console, after: 2).contains("reste 13:00"))
    press(&console, "<up> ␣", after: 3)
    #expect(console.rehearsal.mark(of: "C6.1") == .none)
  }

  @Test func `after the last phase comes the review; the end is asked for before`() throws {
    var console = try console()
    press(&console, "t")
    press(&console, "s", after: 20)
    #expect(screen(console, after: 45).contains("dépassé de 05:00"))
    press(&console, "f", after: 45)
    #expect(screen(console).contains("Terminer l'oral ?"))
    press(&console, "n", after: 45)
    press(&console, "s", after: 45)
    let effects = press(&console, "s", after: 50)
    guard case .review(let review) = effects.last else {
      Issue.record("no review")
      return
    }
    #expect(review.phases.map(\.spent) == [20 * 60_000, 25 * 60_000, 5 * 60_000])
    let after = ReviewConsole(review, language: .fr, size: Size(rows: 24, columns: 80))
    #expect(after.pages == [.time, .minutes, .gaps, .replay] && after.page == .time)
    #expect(after.picture(at: Session.morning).frame.text.contains("RÉPÉTITION"))
  }

  @Test func `what to work on stands in columns`() throws {
    var console = try console()
    press(&console, "t n")
    guard case .review(let review) = press(&console, "f o", after: 5).last else {
      Issue.record("no review")
      return
    }
    var after = ReviewConsole(review, language: .fr, size: Size(rows: 24, columns: 80))
    after.page = .gaps
    let lines = after.picture(at: Session.morning).frame.text.split(separator: "\n").map(String.init)
    let counts = after.lines.compactMap { runs in
      let text = runs.map(\.text).joined()
      return text.contains("/")
        ? text.distance(from: text.startIndex, to: text.firstIndex(of: "/") ?? text.endIndex) : nil
    }
    #expect(counts.count == 2 && Set(counts).count == 1)
    #expect(lines[2].hasPrefix(" E2 Service") && lines[3].hasPrefix("   C6   Veille technique"))
    #expect(lines[4].hasPrefix("        ✗  C6.1  Thématique utile"))
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120), Size(rows: 12, columns: 40)])
  func `a rehearsal says so at every size, and an act that is not kept is said`(size: Size) throws {
    var console = try console(size: size)
    press(&console, "t")
    #expect(screen(console).contains("RÉPÉTITION"))
    _ = console.update(.refused(Refusal(Phrase("disque plein", "disk full"))), at: Session.morning)
    #expect(screen(console).contains("NON GARDÉ"))
    _ = console.update(.resized(Size(rows: 3, columns: 10)), at: Session.morning)
    #expect(screen(console).contains("Écran"))
  }

  @Test func `no key of a rehearsal does two things`() {
    for key in RehearsalKeys.table.bindings(on: .rehearsal).flatMap(\.keys) {
      #expect(RehearsalKeys.table.bindings(on: .rehearsal).count { $0.keys.contains(key) } == 1, "\(key)")
    }
  }
}
