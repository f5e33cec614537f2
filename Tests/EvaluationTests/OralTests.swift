import Testing

@testable import Evaluation

@Suite struct OralTests {
  @Test func `an oral judges the format's blocks but those held already`() throws {
    #expect(try Oral.planned().competencies.map(\.id) == ["C1", "C2", "C3"])
    let second = try Oral.planned(.fictitious("sam", held: ["B1"]))
    #expect(second.competencies.map(\.id) == ["C3"])
    #expect(second.assessments.map(\.id) == ["E2"])
    #expect(try Oral.planned(.fictitious("max", format: "block1")).competencies.map(\.id) == ["C1", "C2"])
  }

  @Test func `an oral without a known format is refused`() throws {
    var none = Candidate.fictitious("x", format: nil)
    none.route = .training
    for candidate in [Candidate.fictitious("x", format: "block9"), none] {
      let refusal = try #require(throws: Refusal.self) { try Oral.planned(candidate) }
      #expect(refusal.reason.fr == "DURAND Léa : le plan ne donne ni format d'oral connu, ni durée d'entretien")
      #expect(refusal.code == .badData)
    }
  }

  @Test func `a VAE interview has no default length: it is refused with where to set it, and finds no slot`() throws {
    var candidate = Candidate.fictitious("x", format: nil)
    candidate.route = .vae
    let refusal = try #require(throws: Refusal.self) { try Oral.planned(candidate) }
    #expect(refusal.reason.fr == "DURAND Léa : l'entretien VAE n'a pas de durée : le règlement n'en donne pas")
    #expect(refusal.hint?.fr == "la fixer : « interviewMinutes » dans session.json, ou jury session edit")
    var plan = Plan.small()
    plan.candidates = [candidate]
    plan.slots = []
    let outcome = Planner(plan, .small, offset: { _ in 60 }).replanning()
    #expect(outcome.unplaced.map(\.reason.fr).allSatisfy { $0.contains("(« interviewMinutes »)") })
    #expect(outcome.unplaced.map(\.candidate) == ["x"])
    candidate.interviewMinutes = 40
    #expect(try Oral.planned(candidate).format.minutes == 40)
  }

  @Test func `a held block that the referential does not know is refused`() throws {
    let refusal = try #require(throws: Refusal.self) { try Oral.planned(.fictitious("x", held: ["b1"])) }
    #expect(refusal.reason.fr == "DURAND Léa : le bloc acquis « b1 » est inconnu du référentiel")
    #expect(refusal.code == .badData)
  }

  @Test func `a VAE interview has the plan's length and judges every block`() throws {
    var candidate = Candidate.fictitious("vera", format: nil)
    candidate.interviewMinutes = 45
    let oral = try Oral.planned(candidate)
    #expect(oral.format.minutes == 45)
    #expect(oral.blocks.map(\.id) == ["B1", "B2"])
  }

  @Test func `an oral goes from planned to signed`() throws {
    var oral = try Oral.planned()
    #expect(oral.stage == .planned)
    try oral.play([.candidateAbsent(reason: "train en retard")])
    #expect(oral.stage == .absent)
    try oral.play([.candidateArrived])
    #expect(oral.stage == .preparing)
    oral = try .ready()
    #expect(oral.stage == .preparing)
    try oral.play([.clockStarted(backdatedBy: 0)])
    #expect(oral.stage == .underWay)
    try oral.play([.clockPaused(reason: "")])
    #expect(oral.stage == .underWay)
    try oral.play([.oralEnded])
    #expect(oral.stage == .deliberating)
    oral = try .decided()
    try oral.play([.gridSealed(digest: "d")])
    #expect(oral.stage == .signing)
    try oral.play([.gridSigned(juror: "amina", thumbprint: "t")])
    #expect(oral.stage == .signing)
    try oral.play([.gridSigned(juror: "bruno", thumbprint: "t")])
    #expect(oral.stage == .signed)
  }

  @Test func `marks are tallied and none is never no`() throws {
    var oral = try Oral.ready()
    try oral.play([
      .criterionMarked(criterion: "C1.1", mark: .met), .criterionMarked(criterion: "C1.2", mark: .toProbe),
      .criterionMarked(criterion: "C2.1", mark: .notMet),
    ])
    let tallies = oral.competencies.map(oral.tally(of:))
    #expect(tallies.map(\.met) == [1, 0, 0])
    #expect(tallies.map(\.toProbe) == [1, 0, 0])
    #expect(tallies.map(\.notMet) == [0, 1, 0])
    #expect(tallies.map(\.none) == [1, 1, 2])
    #expect(tallies.map(\.marked) == [2, 1, 0])
    #expect(tallies.map(\.total) == [3, 2, 2])
  }

  @Test func `tallies follow marks that are changed, taken away, undone and put back`() throws {
    var oral = try Oral.ready()
    try oral.play([
      .criterionMarked(criterion: "C1.1", mark: .met), .criterionMarked(criterion: "C1.1", mark: .toProbe),
      .criterionMarked(criterion: "C2.1", mark: .met), .criterionMarked(criterion: "C2.1", mark: .none),
      .criterionMarked(criterion: "C1.2", mark: .notMet), .criterionMarked(criterion: "C1.2", mark: .notMet),
      .criterionMarked(criterion: "C1.3", mark: .met),
    ])
    try oral.playUndo()
    for competency in oral.competencies {
      let tally = oral.tally(of: competency)
      let marks = competency.criteria.map { oral.mark(of: $0.id) }
      #expect(tally.met == marks.count { $0 == .met })
      #expect(tally.notMet == marks.count { $0 == .notMet })
      #expect(tally.toProbe == marks.count { $0 == .toProbe })
      #expect(tally.none == marks.count { $0 == .none })
    }
    #expect(oral.marks == ["C1.1": .toProbe, "C1.2": .notMet])
  }

  @Test func `a mark has its time, and none has none`() throws {
    var oral = try Oral.ready()
    try oral.play([.criterionMarked(criterion: "C1.1", mark: .met)], at: .second(5))
    #expect(oral.markedAt["C1.1"] == .second(5))
    try oral.play([.criterionMarked(criterion: "C1.1", mark: .none)], at: .second(9))
    #expect(oral.markedAt["C1.1"] == nil)
  }

  @Test func `notes stand in order, numbered from 1, until withdrawn`() throws {
    var oral = try Oral.ready()
    try oral.play([
      .noted(subject: "oral", text: "voix claire"), .noted(subject: "C1", text: "bien"),
      .noted(subject: "C1.2", text: "flou"),
    ])
    try oral.play([.noteWithdrawn(note: 2)])
    #expect(oral.notes().map(\.number) == [1, 3])
    #expect(oral.notes(on: "C1").isEmpty)
    #expect(["oral", "C1", "C1.2"].map(oral.noteCount(on:)) == [1, 0, 1])
    try oral.play([.noteRestored(note: 2)])
    #expect(oral.notes(on: "C1").map(\.text) == ["bien"])
    #expect(["oral", "C1", "C1.2", "C2"].map(oral.noteCount(on:)) == [1, 1, 1, 0])
  }

  @Test func `those who sit are present and without a tie, and all of them sign`() throws {
    let jury = [Juror.fictitious("amina", external: true), .fictitious("bruno"), .fictitious("claire", external: true)]
    var oral = try Oral.ready(jury: jury)
    #expect(oral.requiredSigners == ["amina", "bruno", "claire"])
    try oral.play([.tieDeclared(juror: "bruno", reason: "ancien élève")])
    #expect(oral.requiredSigners == ["amina", "claire"])
    try oral.play([.noTieDeclared(juror: "bruno"), .jurorPresent(juror: "claire", false)])
    #expect(oral.requiredSigners == ["amina", "bruno"])
  }
}
