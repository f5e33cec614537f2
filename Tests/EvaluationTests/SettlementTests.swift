import Testing

@testable import Evaluation

/// An oral of 6 minutes, started at second 0.
@Suite struct SettlementTests {
  private func paused(for seconds: Int, resumed: Bool = true) throws -> Oral {
    var oral = try Oral.ready()
    try oral.play([.clockStarted(backdatedBy: 0)], at: .second(0))
    try oral.play([.clockPaused(reason: "coupure")], at: .second(60))
    if resumed { try oral.play([.clockResumed(backdatedBy: 0)], at: .second(60 + seconds)) }
    return oral
  }

  private func measured(_ oral: Oral, _ incidents: [Day.Incident] = [], at second: Int) -> Interruption? {
    oral.clock.interruption(
      incidents, settled: oral.settlements.map(\.settlement), minutes: 2, at: .second(second))
  }

  private func incident(from: Int, to: Int?) throws -> Day.Incident {
    var day = Day()
    try day.apply(.incidentReported(code: .network, room: "Salle 2", candidate: nil, text: ""), n: 1, at: .second(from))
    if let to { try day.apply(.incidentClosed(incident: 1, outcome: ""), n: 2, at: .second(to)) }
    return try #require(day.incidents.first)
  }

  @Test func `a gap on either side of half the oral's length is proposed otherwise`() throws {
    let settings = InterruptionSettings()
    let short = try #require(measured(try paused(for: 180), at: 300))
    #expect(short.gap == 180_000)
    #expect(short.proposed(by: settings) == .extended)
    #expect(settings.side(ofGap: short.gap, inOral: short.oral).fr == "pas plus de la moitié des 6 minutes de l'oral")
    let long = try #require(measured(try paused(for: 181), at: 300))
    #expect(long.proposed(by: settings) == .restarted)
    #expect(settings.side(ofGap: long.gap, inOral: long.oral).fr == "plus de la moitié des 6 minutes de l'oral")
  }

  @Test func `the proportion names its source, which is never the règlement`() {
    var settings = InterruptionSettings()
    #expect(settings.sourcePhrase.fr == "proportion proposée par ce programme, le règlement n'en dit rien")
    settings.source = "note du centre, 12 septembre 2026"
    #expect(settings.sourcePhrase.fr == "proportion : note du centre, 12 septembre 2026")
  }

  @Test func `a short pause asks for no decision, and can be measured`() throws {
    let oral = try paused(for: 100)
    #expect(measured(oral, at: 300) == nil)
    #expect(oral.clock.interruption([], settled: [], minutes: 0, at: .second(300))?.gap == 100_000)
  }

  @Test func `a pause that lasts grows`() throws {
    let oral = try paused(for: 0, resumed: false)
    #expect(measured(oral, at: 200)?.gap == 140_000)
    #expect(measured(oral, at: 200)?.lasts == true)
  }

  @Test func `an incident measures a gap that the clock counted`() throws {
    var oral = try Oral.ready()
    try oral.play([.clockStarted(backdatedBy: 0)], at: .second(0))
    let found = try #require(measured(oral, [try incident(from: 30, to: 90)], at: 120))
    #expect(found.gap == 60_000)
    #expect(found.counted == 60_000)
    try oral.play([.interruptionSettled(found.settled(.extended, by: "amina", .fr))], at: .second(120))
    #expect(oral.clock.totalPlanned == 7 * 60_000)
    #expect(oral.clock.granted == 60_000)
    #expect(oral.clock.expectedEnd(at: .second(120)) == Stamp.second(7 * 60).at)
    // Late by it: the plan has not granted it.
    #expect(oral.clock.lateness(plannedFrom: Stamp.second(0).at, at: .second(120)) == 60_000)
    #expect(measured(oral, [try incident(from: 30, to: 90)], at: 130) == nil)
  }

  @Test func `what a pause and an incident have in common is not counted twice`() throws {
    let found = try #require(measured(try paused(for: 30), [try incident(from: 50, to: 110)], at: 120))
    #expect(found.gap == 60_000)
    #expect(found.counted == 30_000)
  }

  @Test func `an incident that tells of a pause names its cause`() throws {
    let found = try #require(measured(try paused(for: 180), [try incident(from: 70, to: 200)], at: 300))
    #expect(found.reason.fr == "coupure réseau")
    #expect(found.counted == 0)
    #expect(found.incident == 1)
  }

  @Test func `an oral started again counts from its first phase, its marks kept`() throws {
    var oral = try paused(for: 0, resumed: false)
    try oral.play([.criterionMarked(criterion: "C1.1", mark: .met)], at: .second(100))
    let found = try #require(measured(oral, at: 300))
    try oral.play([.interruptionSettled(found.settled(.restarted, by: "amina", .fr))], at: .second(300))
    #expect(oral.clock.totalSpent(at: .second(310)) == 0)
    #expect(oral.clock.state == .paused)
    #expect(oral.mark(of: "C1.1") == .met)
    try oral.play([.clockResumed(backdatedBy: 0)], at: .second(320))
    #expect(oral.clock.expectedEnd(at: .second(330)) == Stamp.second(320 + 360).at)
    #expect(measured(oral, at: 330) == nil)
  }

  @Test func `an oral started again has the plan's time, not what made up for the attempt given up`() throws {
    var oral = try Oral.ready()
    try oral.play([.clockStarted(backdatedBy: 0)], at: .second(0))
    let first = try #require(measured(oral, [try incident(from: 30, to: 90)], at: 120))
    try oral.play([.interruptionSettled(first.settled(.extended, by: "amina", .fr))], at: .second(120))
    try oral.play([.clockPaused(reason: "panne")], at: .second(130))
    let second = try #require(measured(oral, at: 320))
    try oral.play([.interruptionSettled(second.settled(.restarted, by: "amina", .fr))], at: .second(320))
    #expect(oral.clock.granted == 0 && oral.clock.totalPlanned == 6 * 60_000)
    #expect(oral.clock.phases.map(\.planned) == (try Oral.ready()).clock.phases.map(\.planned))
  }

  @Test func `the president chooses, nobody else`() throws {
    let oral = try paused(for: 180)
    let found = try #require(measured(oral, at: 300))
    let byOther = Event.interruptionSettled(found.settled(.extended, by: "bruno", .fr))
    #expect(oral.reason(against: byOther) == "ce choix revient à la présidence du jury (Amina NOM-AMINA)")
    #expect(oral.reason(against: .interruptionSettled(found.settled(.extended, by: "amina", .fr))) == nil)
  }

  @Test func `starting again needs a clock that stands still`() throws {
    let oral = try paused(for: 180)
    let found = try #require(measured(oral, at: 300))
    let again = Event.interruptionSettled(found.settled(.restarted, by: "amina", .fr))
    #expect(oral.reason(against: again) == "recommencer demande une minuterie arrêtée")
  }

  @Test func `an interruption is settled once`() throws {
    var oral = try paused(for: 180)
    let found = try #require(measured(oral, at: 300))
    let event = Event.interruptionSettled(found.settled(.unchanged, by: "amina", .fr))
    try oral.play([event], at: .second(300))
    #expect(oral.reason(against: event) == "cette interruption est déjà réglée")
  }

  @Test func `a pause that went on after the choice is told in its whole length`() throws {
    var oral = try paused(for: 0, resumed: false)
    let found = try #require(measured(oral, at: 240))
    let settlement = found.settled(.extended, by: "amina", .fr)
    try oral.play([.interruptionSettled(settlement)], at: .second(240))
    func line(_ oral: Oral) -> String {
      settlement.line(at: Stamp.start.at, in: oral.clock, settings: .init(), name: "Amina").fr
    }
    #expect(line(oral).contains("interruption de 03:00 (coupure)"))
    try oral.play([.clockResumed(backdatedBy: 0)], at: .second(300))
    #expect(line(oral).contains("interruption de 03:00 au moment du choix, 04:00 en tout (coupure)"))
  }

  @Test func `the line for the minutes says the measure, the source and whose choice it was`() throws {
    let settlement = Settlement(.extended, gap: 180_000, counted: 0, reason: "coupure réseau", by: "amina")
    let clock = try paused(for: 180).clock
    let line = settlement.line(at: Stamp.start.at, in: clock, settings: .init(), name: "Amina NOM")
    #expect(
      line.fr
        == "09:00 : interruption de 03:00 (coupure réseau), pas plus de la moitié des 6 minutes de l'oral (proportion proposée par ce programme, le règlement n'en dit rien) ; oral prolongé d'autant, choix de Amina NOM"
    )
  }
}
