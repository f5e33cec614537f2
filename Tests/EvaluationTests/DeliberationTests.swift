import Testing

@testable import Evaluation

@Suite struct DeliberationTests {
  // MARK: Verdicts

  @Test func `a block is acquired with all its competencies, and undecided while one is`() throws {
    var oral = try Oral.ended()
    let block = try #require(oral.blocks.first)
    #expect(oral.derived(block) == nil)
    try oral.play([.acquired("C1")])
    #expect(oral.derived(block) == nil)
    try oral.play([.acquired("C2")])
    #expect(oral.derived(block) == true)
    try oral.play([.acquired("C2", false)])
    #expect(oral.derived(block) == false)
  }

  @Test func `marks alone decide nothing`() throws {
    let oral = try Oral.ended()
    #expect(oral.verdicts.isEmpty && oral.blockVerdicts.isEmpty && oral.decision == nil)
    #expect(oral.possibleDecisions.isEmpty)
  }

  @Test func `a verdict over unmarked criteria waits for the jury's confirmation`() throws {
    var oral = try Oral.decided()
    try oral.play([.criterionMarked(criterion: "C1.1", mark: .none), .acquired("C1")])
    #expect(oral.obstacles == [.unmarkedNotConfirmed("C1", count: 1)])
    try oral.play([.acquired("C1", confirmed: true)])
    #expect(oral.obstacles.isEmpty)
  }

  @Test func `a confirmation holds for the criteria it was given for, not for more`() throws {
    var oral = try Oral.decided()
    try oral.play([.criterionMarked(criterion: "C1.1", mark: .none), .acquired("C1", confirmed: true)])
    try oral.play([.criterionMarked(criterion: "C1.2", mark: .none)])
    #expect(oral.obstacles == [.unmarkedNotConfirmed("C1", count: 2)])
    try oral.playUndo()
    #expect(oral.obstacles.isEmpty)
  }

  @Test func `a block is decided after its competencies, otherwise only with a reason`() throws {
    var oral = try Oral.ended()
    let acquired = Event.blockDecided(block: "B1", acquired: true, reason: "")
    #expect(oral.reason(against: acquired) == "B1 : des compétences restent à décider")
    try oral.play([.acquired("C1"), .acquired("C2", false)])
    for reason in ["", "  "] {
      #expect(
        oral.reason(against: .blockDecided(block: "B1", acquired: true, reason: reason))
          == "B1 : décider autrement que ses compétences demande un motif")
    }
    #expect(oral.reason(against: .blockDecided(block: "B1", acquired: false, reason: "")) == nil)
    try oral.play([.blockDecided(block: "B1", acquired: true, reason: "C2 montrée aux questions")])
    #expect(!oral.obstacles.contains(.blockContradicts("B1")))
  }

  // MARK: Decisions

  /// The decisions allowed once blocks B1 and B2 are acquired or not; a nil block is held already.
  private func decisions(_ first: Bool?, _ second: Bool?) throws -> [Decision] {
    let held = [first == nil ? "B1" : nil, second == nil ? "B2" : nil].compactMap { $0 }
    var oral = try Oral.ended(.fictitious("sam", held: held))
    for (block, acquired) in [("B1", first), ("B2", second)] {
      guard let acquired, let judged = oral.blocks.first(where: { $0.id == block }) else { continue }
      for competency in judged.competencies { try oral.play([.acquired(competency.id, acquired)]) }
      try oral.play([.blockDecided(block: block, acquired: acquired, reason: "")])
    }
    return oral.possibleDecisions
  }

  @Test func `a title candidate is admitted with every block, partially with some, not with none`() throws {
    #expect(try decisions(true, true) == [.admitted])
    #expect(try decisions(true, false) == [.partial])
    #expect(try decisions(false, true) == [.partial])
    #expect(try decisions(false, false) == [.notAdmitted])
  }

  @Test func `blocks held from an earlier session count`() throws {
    #expect(try decisions(nil, true) == [.admitted])
    #expect(try decisions(nil, false) == [.partial, .notAdmitted])
  }

  @Test func `a candidate for one block is admitted or not`() throws {
    for acquired in [true, false] {
      var oral = try Oral.ended(.fictitious("max", format: "block1"))
      try oral.play([
        .acquired("C1", acquired), .acquired("C2"), .blockDecided(block: "B1", acquired: acquired, reason: ""),
      ])
      #expect(oral.possibleDecisions == [acquired ? .admitted : .notAdmitted])
    }
  }

  @Test func `a decision waits for the blocks and does not contradict them`() throws {
    var oral = try Oral.ended()
    #expect(oral.reason(against: .decisionTaken(decision: .admitted, comment: "")) == "des blocs restent à décider")
    oral = try .decided()
    #expect(
      oral.reason(against: .decisionTaken(decision: .partial, comment: "x")) == "la décision contredit les blocs")
    #expect(oral.reason(against: .decisionTaken(decision: nil, comment: "")) == nil)
  }

  @Test func `partial admission and refusal need a comment, admission does not`() throws {
    var oral = try Oral.decided()
    try oral.play([.acquired("C3", false), .blockDecided(block: "B2", acquired: false, reason: "")])
    for comment in ["", " \n "] {
      #expect(
        oral.reason(against: .decisionTaken(decision: .partial, comment: comment))
          == "un commentaire est obligatoire (annexe 3 : admission partielle ou non admis)")
    }
    #expect(oral.reason(against: .decisionTaken(decision: .partial, comment: "revoir B2")) == nil)
  }

  // MARK: Obstacles

  @Test func `a decided oral has no obstacle and can be sealed`() throws {
    var oral = try Oral.decided()
    #expect(oral.obstacles.isEmpty)
    try oral.play([.gridSealed(digest: "d")])
    #expect(oral.seal?.digest == "d")
  }

  @Test func `obstacles come in the order in which one would mend them`() throws {
    var oral = try Oral.ready(jury: [.fictitious("amina", external: true), .fictitious("bruno", key: nil)])
    try oral.play([.clockStarted(backdatedBy: 0), .oralEnded, .acquired("C2"), .oralReopened])
    #expect(
      oral.obstacles == [
        .oralNotEnded, .competencyUndecided("C1"), .unmarkedNotConfirmed("C2", count: 2), .competencyUndecided("C3"),
        .blockUndecided("B1"), .blockUndecided("B2"), .decisionMissing, .keyMissing(juror: "Bruno NOM-BRUNO"),
      ])
    #expect(oral.reason(against: .gridSealed(digest: "d")) == "l'oral n'est pas terminé")
  }

  @Test func `what changes after the decision is an obstacle again`() throws {
    var oral = try Oral.decided()
    try oral.play([.acquired("C3", false)])
    #expect(oral.obstacles == [.blockContradicts("B2")])
    try oral.play([.blockDecided(block: "B2", acquired: false, reason: "")])
    #expect(oral.obstacles == [.decisionContradicts])
    try oral.play([.decisionTaken(decision: .partial, comment: "revoir B2")])
    #expect(oral.obstacles.isEmpty)
  }

  @Test func `an undecided competency is said once, not as a contradiction too`() throws {
    var oral = try Oral.decided()
    try oral.play([.acquired("C3", nil)])
    #expect(oral.obstacles == [.competencyUndecided("C3")])
    try oral.play([.blockDecided(block: "B2", acquired: nil, reason: "")])
    #expect(oral.obstacles == [.competencyUndecided("C3"), .blockUndecided("B2")])
  }

  @Test func `a jury that is no longer one is an obstacle`() throws {
    var oral = try Oral.decided()
    try oral.play([.tieDeclared(juror: "bruno", reason: "ancien élève")])
    #expect(oral.obstacles == [.composition(.tooFewMembers(present: 1, needed: 2))])
  }

  @Test func `an oral reopened is not ended`() throws {
    var oral = try Oral.decided()
    try oral.play([.oralReopened])
    #expect(oral.obstacles == [.oralNotEnded])
  }

  @Test(arguments: [
    (Obstacle.unmarkedNotConfirmed("C1", count: 1), "C1 : 1 critère sans coche, à confirmer"),
    (.unmarkedNotConfirmed("C1", count: 2), "C1 : 2 critères sans coche, à confirmer"),
    (.blockContradicts("B1"), "le bloc B1 contredit ses compétences sans motif"),
    (.keyMissing(juror: "Bruno NOM-BRUNO"), "Bruno NOM-BRUNO n'a pas de clé dans le plan"),
  ])
  func `an obstacle is a sentence`(obstacle: Obstacle, sentence: String) {
    #expect(obstacle.phrase.fr == sentence)
  }

  // MARK: The agenda

  @Test func `the agenda holds criteria to probe, then those without a mark, then those asked`() throws {
    var oral = try Oral.ready()
    try oral.play([
      .criterionMarked(criterion: "C1.1", mark: .met), .criterionMarked(criterion: "C1.3", mark: .toProbe),
      .criterionMarked(criterion: "C2.1", mark: .notMet), .criterionMarked(criterion: "C2.2", mark: .toProbe),
      .questionPrepared(criterion: "C3.2", text: "Comment ?"), .questionAsked(criterion: "C1.3"),
    ])
    #expect(oral.agenda.map(\.id) == ["C2.2", "C3.2", "C1.2", "C3.1", "C1.3"])
  }

  @Test func `a question prepared on a marked criterion stays on the agenda until taken away`() throws {
    var oral = try Oral.ended()
    #expect(oral.agenda.isEmpty)
    try oral.play([.questionPrepared(criterion: "C1.1", text: "Et la licence ?")])
    #expect(oral.agenda.map(\.id) == ["C1.1"])
    try oral.play([.questionPrepared(criterion: "C1.1", text: "")])
    #expect(oral.agenda.isEmpty)
  }
}
