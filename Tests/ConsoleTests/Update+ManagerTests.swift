import Testing

@testable import Console
@testable import Evaluation

@Suite struct UpdateManagerTests {
  private func stage(after events: [Event] = []) throws -> Stage {
    try Stage(opening: "durand", given: ["durand": Session.started + events])
  }

  private func day(_ events: DayEvent..., at now: Stamp) throws -> Day {
    var day = Day()
    for (index, event) in events.enumerated() { try day.apply(event, n: index + 1, at: now) }
    return day
  }

  @Test func `a message stands as a banner until the jury acknowledge it`() throws {
    var stage = try stage()
    stage.act(.dayRead(try day(.messageSent(rooms: ["2"], text: "Venez me voir."), at: stage.now)))
    #expect(stage.picture.frame.text.contains("Responsable de session : Venez me voir.   (m : vu)"))
    stage.play("␣")
    #expect(stage.picture.frame.text.contains("Venez me voir."))
    stage.play("m")
    #expect(stage.facts.last == .messageAcknowledged(message: 1))
    #expect(!stage.picture.frame.text.contains("Venez me voir."))
  }

  @Test func `a message to another room, or of an earlier hour, is not shown`() throws {
    var stage = try stage()
    stage.act(.dayRead(try day(.messageSent(rooms: ["9"], text: "Ailleurs."), at: stage.now)))
    #expect(!stage.picture.frame.text.contains("Ailleurs."))
    stage.act(.dayRead(try day(.messageSent(rooms: [], text: "Tôt."), at: stage.now.advanced(by: -3_600_000))))
    #expect(!stage.picture.frame.text.contains("Tôt."))
  }

  @Test func `how long a message stands is the plan's setting`() throws {
    var plan = Session.plan
    plan.settings.messageMinutes = 5
    var stage = try Stage(opening: "durand", given: ["durand": Session.started], plan: plan)
    stage.act(.dayRead(try day(.messageSent(rooms: ["2"], text: "Venez."), at: stage.now.advanced(by: -299_000))))
    #expect(stage.picture.frame.text.contains("Venez."))
    stage.wait(seconds: 1)
    #expect(!stage.picture.frame.text.contains("Venez."))
  }

  @Test func `the assistant measures a pause and records the president's choice`() throws {
    var stage = try stage(after: [.clockPaused(reason: "coupure")])
    stage.wait(seconds: 720)
    stage.play("i")
    let text = stage.picture.frame.text
    #expect(text.contains("Interruption 12:00   le choix est à la présidence : Amina BENALI"))
    #expect(text.contains("pas plus de la moitié des 90 minutes de l'oral"))
    #expect(text.contains("elle dure"))
    #expect(text.contains("le règlement n'en dit rien"))
    stage.play("1")
    #expect(
      stage.facts.last
        == .interruptionSettled(
          Settlement(.extended, gap: 720_000, counted: 0, reason: "coupure", by: "benali", pause: 1)))
  }

  @Test func `arrows go through what may be chosen and no further, and Enter chooses`() throws {
    var stage = try stage(after: [.clockPaused(reason: "coupure")])
    stage.wait(seconds: 720)
    stage.play("i")
    func here() -> [String] {
      stage.picture.frame.text.matches(of: #/▸ \d  /#).map { $0.output.filter { $0 != " " } }
    }
    #expect(here() == ["▸1"])
    stage.play("<down>")
    #expect(here() == ["▸2"])
    stage.play("<down>")
    #expect(here() == ["▸3"])
    stage.play("<up>")
    #expect(here() == ["▸2"])
    stage.play("<up> <up> <enter>")
    #expect(try stage.oral.settlements.map(\.settlement.choice) == [.extended])
  }

  @Test func `where nothing is typed AZERTY's top row chooses without Shift`() throws {
    var stage = try stage(after: [.clockPaused(reason: "coupure")])
    stage.wait(seconds: 720)
    stage.play("i &")
    #expect(try stage.oral.settlements.map(\.settlement.choice) == [.extended])
  }

  @Test func `a juror who does not sit puts a message away, and says nothing for the jury`() throws {
    var stage = try Stage.room("roux")
    stage.act(.dayRead(try day(.messageSent(rooms: ["2"], text: "Venez me voir."), at: stage.now)))
    #expect(stage.picture.frame.text.contains("Venez me voir.   (m : vu)"))
    stage.play("m")
    #expect(stage.message == nil)
    #expect(stage.facts.isEmpty)
    #expect(!stage.picture.frame.text.contains("Venez me voir."))
  }

  @Test func `starting again is asked for twice, and the key that ticks does neither`() throws {
    var stage = try stage(after: [.clockPaused(reason: "coupure")])
    stage.wait(seconds: 50 * 60)
    stage.play("i ␣ 1 ␣")
    #expect(stage.facts.isEmpty)
    stage.play("o")
    #expect(try stage.oral.clock.totalSpent(at: stage.now) == 0)
  }

  @Test func `an incident of the manager's extends a clock that ran on`() throws {
    var stage = try stage()
    let start = stage.now
    stage.wait(seconds: 300)
    var day = Day()
    try day.apply(.incidentReported(code: .remoteLink, room: "2", candidate: nil, text: ""), n: 1, at: start)
    try day.apply(.incidentClosed(incident: 1, outcome: ""), n: 2, at: stage.now)
    stage.act(.dayRead(day))
    stage.play("i 1")
    #expect(try stage.oral.clock.granted == 300_000)
    #expect(try stage.oral.clock.totalPlanned == 95 * 60_000)
  }

  @Test func `without an interruption the key says so`() throws {
    var stage = try stage()
    stage.play("i")
    #expect(stage.message == "aucune interruption à mesurer : t met en pause")
  }
}
