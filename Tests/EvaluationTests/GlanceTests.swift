import Testing

@testable import Evaluation

@Suite struct GlanceTests {
  private func glance(of oral: Oral) -> GlanceFold {
    GlanceFold(Glance(of: oral.candidate, format: oral.format, plan: oral.plan, referential: oral.referential))
  }

  /// Both the jury's console and the manager's take the same facts.
  private func play(_ events: [(Event, Int)], extra: Int = 0) throws -> (Oral, Glance) {
    var oral = try Oral.planned(.fictitious("lea", extra: extra))
    var fold = glance(of: oral)
    for (index, (event, second)) in events.enumerated() {
      try oral.apply(Fact(event), at: .second(second))
      fold.receive([GlanceEntry(Entry(n: index + 1, fact: Fact(event), at: .second(second)))], from: Oral.jury)
    }
    return (oral, fold.glance)
  }

  private let ready: [(Event, Int)] = [
    (.identityChecked(true), 0), (.jurorPresent(juror: "amina", true), 0), (.noTieDeclared(juror: "amina"), 0),
    (.jurorPresent(juror: "bruno", true), 0), (.noTieDeclared(juror: "bruno"), 0),
    (.clockStarted(backdatedBy: 0), 10),
  ]

  @Test func `the manager's clock is the jury's`() throws {
    let (oral, glance) = try play(
      ready + [
        (.clockPaused(reason: "panne"), 60), (.clockResumed(backdatedBy: 5000), 90),
        (.phaseEntered(phase: "questions"), 200),
        (.oralEnded, 300), (.oralReopened, 310), (.clockResumed(backdatedBy: 0), 320),
      ], extra: 2)
    let now = Stamp.second(400)
    #expect(glance.clock.totalSpent(at: now) == oral.clock.totalSpent(at: now))
    #expect(glance.clock.expectedEnd(at: now) == oral.clock.expectedEnd(at: now))
    #expect(glance.clock.paused(at: now) == oral.clock.paused(at: now))
    #expect(glance.clock.state == oral.clock.state)
    #expect(glance.stage == oral.stage)
  }

  @Test func `marks are a count, whatever they are`() throws {
    let marks: [Mark] = [.met, .notMet, .toProbe]
    let counts = try marks.map { mark in
      try play(
        ready + [(.criterionMarked(criterion: "C1.1", mark: mark), 20), (.noted(subject: "C1.1", text: "secret"), 21)]
      ).1
    }
    #expect(counts.map(\.markedCount) == [1, 1, 1])
    // Nothing in it tells one mark from another.
    #expect(counts[0] == counts[1])
    #expect(counts[1] == counts[2])
    #expect(!String(reflecting: counts[0]).contains("secret"))
  }

  @Test func `a mark taken away counts no more`() throws {
    let (_, glance) = try play(
      ready + [
        (.criterionMarked(criterion: "C1.1", mark: .met), 20), (.criterionMarked(criterion: "C1.2", mark: .met), 21),
        (.criterionMarked(criterion: "C1.1", mark: .none), 22),
      ])
    #expect(glance.markedCount == 1)
    #expect(glance.criterionCount == 7)
  }

  @Test func `verdicts are counted, and not told`() throws {
    func decided(_ acquired: Bool) throws -> Glance {
      try play(ready + [(.oralEnded, 30), (.acquired("C1", acquired), 40)]).1
    }
    #expect(try decided(true).decidedCount == 1)
    #expect(try decided(true) == decided(false))
  }

  @Test func `in jurors' journals the order is that of their consoles`() throws {
    var consoles = try Consoles()
    for id in ["amina", "bruno", "claire"] {
      try consoles.write(id, .jurorPresent(juror: id, true))
      try consoles.write(id, .noTieDeclared(juror: id))
    }
    try consoles.write("amina", .identityChecked(true))
    for id in ["bruno", "claire"] { try consoles.read("amina", from: id) }
    try consoles.write("amina", .clockStarted(backdatedBy: 0))
    for id in ["amina", "claire"] { try consoles.read("bruno", from: id) }
    consoles.second += 30
    try consoles.write("amina", .clockPaused(reason: "panne"))
    let since = try #require(try consoles.oral("bruno").clock.countedSince)
    try consoles.write(
      "bruno", .handTaken(from: "amina", boot: since.boot, up: consoles.now("bruno").up, isCertain: true))
    try consoles.read("bruno", from: "amina")
    let jury = try consoles.oral("bruno")
    for order in [["amina", "bruno", "claire"], ["claire", "bruno", "amina"], ["bruno", "amina", "claire"]] {
      var fold = glance(of: jury)
      for author in order {
        fold.receive(try #require(consoles.seats[author]).written.map(GlanceEntry.init), from: author)
      }
      #expect(fold.glance.hand == jury.hand)
      #expect(fold.glance.clock.state == jury.clock.state)
      #expect(
        fold.glance.clock.totalSpent(at: consoles.now("bruno")) == jury.clock.totalSpent(at: consoles.now("bruno")))
      #expect(fold.glance.sitting == ["amina", "bruno", "claire"])
    }
  }
}
