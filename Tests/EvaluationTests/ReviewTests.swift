import JSON
import Testing

@testable import Evaluation

/// Léa's oral on one console: C1.1 seen at 10 s, C1.2 not shown at 20 s, C2.1 shown once and taken back, a pause of 30 s.
private func sharedOral(mock: Bool = true) throws -> Oral {
  var plan = Plan.small()
  (plan.isMock, plan.isSample) = (mock, false)
  var oral = try Oral(of: .fictitious("lea"), plan: plan, referential: .small)
  try oral.play([.identityChecked(true)])
  for juror in plan.jury { try oral.play([.jurorPresent(juror: juror.id, true), .noTieDeclared(juror: juror.id)]) }
  try oral.play([.clockStarted(backdatedBy: 0)])
  try oral.play([.criterionMarked(criterion: "C1.1", mark: .met)], at: .second(10))
  try oral.play([.criterionMarked(criterion: "C1.2", mark: .notMet)], at: .second(20))
  try oral.play([.criterionMarked(criterion: "C2.1", mark: .met), .criterionMarked(criterion: "C2.1", mark: .none)])
  try oral.play([.clockPaused(reason: "alarme secrète")], at: .second(60))
  try oral.play([.clockResumed(backdatedBy: 0)], at: .second(90))
  try oral.play([.phaseEntered(phase: "questions")], at: .second(120))
  try oral.play(
    [
      .noted(subject: "C1.2", text: "Montrer le journal des erreurs."), .noted(subject: "oral", text: "note gardée"),
    ], at: .second(130))
  if mock { try oral.play([.noteShared(note: 1, true)], at: .second(131)) }
  try oral.play([.oralEnded], at: .second(180))
  try oral.play([.criterionMarked(criterion: "C3.1", mark: .met)], at: .second(300))
  return oral
}

@Suite struct ReviewTests {
  @Test func `who is not sure of what the jury would have probed is of its view`() throws {
    var rehearsal = Rehearsal(try #require(Referential.small.format("block1")), of: .small, family: "D", given: "L")
    rehearsal.startOrPause(at: .start)
    rehearsal.mark("C1.1", .toProbe, at: .second(5))
    rehearsal.mark("C1.2", .met, at: .second(6))
    var review = try #require(rehearsal.review(at: .second(10)))
    review.judgement.answers = ["C1.1": .unsure, "C1.2": .unsure]
    #expect(review.comparisons.map(\.criterion.id) == ["C1.2", "C1.1"])
    #expect(review.comparisons.map(\.comparison) == [.unsure, .alike])
  }

  @Test func `a review tells the time, and the jury's marks up to the oral's end`() throws {
    let review = try sharedOral().review()
    #expect(review.phases.map(\.spent) == [90_000, 60_000])
    #expect(review.pauses == [Review.Pause(at: 60_000, length: 30_000)])
    #expect(review.length == 180_000)
    #expect(review.seen.map(\.criterion) == ["C1.1", "C1.2"])
    #expect(review.marks(at: 15_000) == ["C1.1": .met])
    #expect(review.marks() == ["C1.1": .met, "C1.2": .notMet])
    let clock = review.clock(at: 100_000)
    #expect(clock.phase == 0 && clock.spent == 70_000 && clock.isRunning)
    #expect(review.clock(at: 75_000).isRunning == false && review.clock(at: 75_000).spent == 60_000)
    #expect(review.clock(at: 130_000).phase == 1 && review.clock(at: 130_000).spent == 10_000)
  }

  @Test func `the time line tells each phase and pause as it went, and as it was planned`() throws {
    var review = try sharedOral().review()
    func told(_ stretches: [Review.Stretch]) -> [String] {
      stretches.map { "\($0.from / 1000)-\($0.to / 1000) \($0.isPause ? "pause" : "phase \($0.phase)")" }
    }
    #expect(told(review.stretches) == ["0-60 phase 0", "60-90 pause", "90-120 phase 0", "120-180 phase 1"])
    #expect(told(review.plannedStretches) == ["0-240 phase 0", "240-360 phase 1"])
    #expect(review.timeLineLength == 360_000)
    #expect(review.overruns.isEmpty && review.discipline(.fr) == "chaque phase dans son temps")
    review.phases[1].spent = 185_000
    #expect(review.overruns.map(\.over) == [65_000] && review.discipline(.fr) == "dépassé : Questions +01:05")
    review.moments = []
    #expect(review.stretches.isEmpty)
  }

  @Test func `what was seen is told by competency, those without a mark too`() throws {
    let seen = try sharedOral().review().seenByCompetency
    #expect(seen.map(\.competency.id) == ["C1", "C2", "C3"])
    #expect(seen.map { $0.ticks.map(\.criterion) } == [["C1.1", "C1.2"], [], []])
  }

  @Test func `a review has the shared note without its author, and neither the others nor a pause's reason`() throws {
    let review = try sharedOral().review()
    #expect(review.comments == [Review.Comment(subject: "C1.2", text: "Montrer le journal des erreurs.")])
    let text = review.json.readableText
    for secret in ["gardée", "secrète", "amina", "bruno", "Nom-", "Zoé"] { #expect(!text.contains(secret)) }
  }

  @Test func `verdicts and decision wait for the whole to be decided, and no motive is told`() throws {
    var oral = try sharedOral()
    try oral.play([.verdictGiven(competency: "C1", acquired: false, unmarkedConfirmed: true, motive: "secret")])
    #expect(try oral.review().competencies.allSatisfy { $0.acquired == nil })
    try oral.play([.acquired("C2", false, confirmed: true), .acquired("C3", false, confirmed: true)])
    for block in ["B1", "B2"] { try oral.play([.blockDecided(block: block, acquired: false, reason: "secret")]) }
    try oral.play([.decisionTaken(decision: .notAdmitted, comment: "À retravailler.")])
    let review = try oral.review()
    #expect(review.decision == .notAdmitted && review.comment == "À retravailler.")
    #expect(review.competencies.map(\.acquired) == [false, false, false])
    #expect(!review.json.text.contains("secret"))
  }

  @Test func `a review's file gives it back, the candidate's own judgement included`() throws {
    var review = try sharedOral().review()
    #expect(try Review(json: review.json) == review)
    review.judgement.answers = ["C1.1": .shown, "C1.2": .shown, "C2.1": .unsure]
    (review.judgement.again, review.judgement.isDone) = ("La démonstration", true)
    #expect(try Review(json: JSON.parse(review.json.bytes)) == review)
    #expect(review.isOpen)
  }

  @Test func `a review's file with a member too many or a criterion of no competency is refused with its place`() throws
  {
    let review = try sharedOral().review()
    func reason(_ change: (inout Review) -> Void) -> String? {
      var changed = review
      change(&changed)
      do throws(Refusal) { _ = try Review(json: changed.json) } catch { return error.place }
      return nil
    }
    #expect(reason { $0.ticks[0].criterion = "C9.9" } == "ticks[0].criterion")
    #expect(reason { $0.phases = [] } == "moments[3].phase")
    let more = JSON.object(of: (review.json.members ?? []) + [JSON.Member("votes", [])])
    #expect(throws: Refusal.self) { try Review(json: more) }
  }

  @Test func `a real oral and one under way have no review`() throws {
    let real = try sharedOral(mock: false)
    #expect(throws: Refusal.self) { try real.review() }
    #expect(real.reason(against: .noteShared(note: 1, true)) == "une note ne se partage qu'à l'oral blanc")
    let oral = try Oral.ready()
    #expect(throws: Refusal.self) { try oral.review() }
  }

  @Test func `gaps begin with what is not acquired, then what lacks most`() throws {
    var oral = try sharedOral()
    var gaps = try oral.review().gaps
    #expect(gaps.map(\.assessment.id) == ["E1", "E2"])
    #expect(gaps.first?.competencies.map(\.competency.id) == ["C1", "C2"])
    #expect(gaps.first?.competencies.first?.notMet.map(\.id) == ["C1.2"])
    #expect(gaps.first.map { [$0.met, $0.total] } == [1, 5])
    for (id, acquired) in [("C1", true), ("C2", true), ("C3", false)] {
      try oral.play([.acquired(id, acquired, confirmed: true)])
    }
    try oral.play([
      .blockDecided(block: "B1", acquired: true, reason: ""), .blockDecided(block: "B2", acquired: false, reason: ""),
      .decisionTaken(decision: .partial, comment: "C3"),
    ])
    gaps = try oral.review().gaps
    #expect(gaps.map(\.assessment.id) == ["E2", "E1"])
  }

  @Test func `one's own judgement is compared with the jury's, differences first`() throws {
    var review = try sharedOral().review()
    review.judgement.answers = ["C1.1": .shown, "C1.2": .shown, "C3.1": .shown]
    #expect(review.comparisons.map(\.criterion.id) == ["C1.2", "C1.1"])
    #expect(review.comparisons.map(\.comparison) == [.overrated, .alike])
  }

  @Test func `progress tells what improved and what still fails, and mixes nobody`() throws {
    let first = try sharedOral().review()
    var second = first
    second.session = "second"
    second.startedAt = second.startedAt.advanced(by: 86_400_000)
    second.ticks = [
      Review.Tick(at: 0, criterion: "C1.2", mark: .met), Review.Tick(at: 1, criterion: "C1.1", mark: .toProbe),
    ]
    let progress = try Progress([second, first])
    #expect(progress.reviews.map(\.session) == ["essai", "second"])
    #expect(progress.improved.map(\.criterion.id) == ["C1.2"])
    #expect(progress.failing.map(\.criterion.id) == ["C1.1"])
    #expect(throws: Refusal.self) { try Progress([first, first]) }
    second.family = "Autre"
    #expect(throws: Refusal.self) { try Progress([first, second]) }
  }
}

@Suite struct IndividualReviewTests {
  /// Three jurors who mark C1.1 alike, differ on C1.2, and leave the rest.
  private func consoles() throws -> Consoles {
    var room = try Consoles()
    for juror in room.order { try room.write(juror, .jurorPresent(juror: juror, true)) }
    for juror in room.order { try room.write(juror, .noTieDeclared(juror: juror)) }
    try room.write("amina", .identityChecked(true))
    try room.readAll()
    try room.write("amina", .clockStarted(backdatedBy: 0))
    try room.readAll()
    for juror in room.order {
      try room.write(juror, .criterionMarked(criterion: "C1.1", mark: .met))
      try room.write(juror, .criterionMarked(criterion: "C1.2", mark: juror == "bruno" ? .notMet : .met))
      try room.write(juror, .noted(subject: "oral", text: "secret de \(juror)"))
    }
    try room.write("claire", .noted(subject: "C1.2", text: "Nommer les sources."))
    room.second += 200
    try room.write("amina", .oralEnded)
    try room.readAll()
    return room
  }

  /// The jury decides the whole; all but the last confirm it.
  private func decide(_ room: inout Consoles) throws {
    for competency in ["C1", "C2", "C3"] {
      try room.say("amina", .acquired(competency, false, confirmed: true))
    }
    for block in ["B1", "B2"] { try room.say("amina", .blockDecided(block: block, acquired: false, reason: "")) }
    try room.say("amina", .decisionTaken(decision: .notAdmitted, comment: "À revoir."))
    let revision = try room.oral("amina").revision
    for juror in room.order.dropLast() { try room.say(juror, .wholeConfirmed(revision: revision)) }
  }

  @Test func `where jurors mark apart nothing is told of their marks until each has confirmed the whole`() throws {
    var room = try consoles()
    for juror in room.order { try room.write(juror, .handedIn) }
    try room.readAll()
    #expect(try room.oral("amina").review().ticks.isEmpty)
    try decide(&room)
    #expect(try room.oral("amina").review().ticks.isEmpty)
    try room.say("claire", .wholeConfirmed(revision: room.oral("amina").revision))
    #expect(try room.oral("amina").review().ticks.map(\.criterion) == ["C1.1"])
  }

  @Test func `where jurors mark apart only what all marked alike is told, at a whole minute`() throws {
    var room = try consoles()
    #expect(throws: Refusal.self) { try room.oral("amina").review() }
    for juror in room.order { try room.write(juror, .handedIn) }
    try room.write("claire", .noteShared(note: 2, true))
    try room.readAll()
    try decide(&room)
    try room.say("claire", .wholeConfirmed(revision: room.oral("amina").revision))
    let review = try room.oral("amina").review()
    #expect(review.ticks.map(\.criterion) == ["C1.1"] && review.ticks.allSatisfy { $0.at % 60_000 == 0 })
    #expect(review.comments.map(\.text) == ["Nommer les sources."])
    #expect(review.gaps.allSatisfy { $0.competencies.allSatisfy { $0.unmarked.isEmpty } })
    for secret in ["secret", "amina", "bruno", "claire"] { #expect(!review.json.text.contains(secret)) }
    // The same from any console, and from none.
    #expect(try room.oral("bruno").review() == review)
  }
}

@Suite struct SharingTests {
  @Test func `a note is shared in a mock oral only, and taken back`() throws {
    var oral = try sharedOral()
    #expect(oral.notes().map(\.isShared) == [true, false])
    try oral.play([.noteShared(note: 2, true)])
    try oral.playUndo()
    #expect(oral.notes().map(\.isShared) == [true, false])
    #expect(oral.reason(against: .noteShared(note: 9, true)) == "aucune note 9 à partager")
  }
}
