import Testing

@testable import Evaluation

@Suite struct OralApplyTests {
  /// What undo must bring back: everything a juror sees of the judgement.
  private func seen(_ oral: Oral) -> String {
    """
    \(oral.marks.sorted { $0.key < $1.key }) \(oral.notes().map(\.text)) \
    \(oral.questions.filter { $0.value != Sheet.Question() }.sorted { $0.key < $1.key }) \
    \(oral.verdicts.mapValues { [$0.acquired, $0.unmarkedConfirmed] }.sorted { $0.key < $1.key }) \
    \(oral.blockVerdicts.sorted { $0.key < $1.key }) \(String(describing: oral.decision)) \(oral.comment)
    """
  }

  @Test(arguments: [
    Event.criterionMarked(criterion: "C1.1", mark: .notMet), .criterionMarked(criterion: "C1.1", mark: .none),
    .noted(subject: "C1", text: "flou"), .noteWithdrawn(note: 1), .noteRestored(note: 2),
    .questionPrepared(criterion: "C1.1", text: "Pourquoi ?"), .questionPrepared(criterion: "C2.1", text: ""),
    .questionAsked(criterion: "C1.1"), .questionAsked(criterion: "C2.1"), .questionUnasked(criterion: "C2.1"),
    .acquired("C1", false, confirmed: true), .acquired("C1", nil),
    .blockDecided(block: "B1", acquired: nil, reason: ""),
    .blockDecided(block: "B1", acquired: false, reason: "projet non personnel"),
    .decisionTaken(decision: nil, comment: "à revoir"),
  ])
  func `undo brings back what was seen before`(event: Event) throws {
    var oral = try Oral.decided()
    try oral.play([
      .noted(subject: "oral", text: "voix claire"), .noted(subject: "oral", text: "retirée"), .noteWithdrawn(note: 2),
      .questionPrepared(criterion: "C2.1", text: "Comment ?"), .questionAsked(criterion: "C2.1"),
    ])
    let before = oral
    try oral.play([event], at: .second(7))
    #expect(seen(oral) != seen(before))
    try oral.playUndo(at: .second(9))
    #expect(seen(oral) == seen(before))
    #expect(oral.sheet.undoable == before.sheet.undoable)
    #expect(oral.factCount == before.factCount + 2)
  }

  @Test func `a chain of mixed facts is undone step by step to the start`() throws {
    var oral = try Oral.ended()
    oral.sheet.undoable = []
    let chain: [Event] = [
      .criterionMarked(criterion: "C1.1", mark: .notMet), .noted(subject: "C1.1", text: "à revoir"),
      .acquired("C1"), .acquired("C2"), .blockDecided(block: "B1", acquired: true, reason: ""), .acquired("C1", false),
      .blockDecided(block: "B1", acquired: false, reason: ""), .acquired("C3"),
      .blockDecided(block: "B2", acquired: true, reason: ""),
      .decisionTaken(decision: .partial, comment: "revoir le bloc 1"), .acquired("C1"),
      .blockDecided(block: "B1", acquired: true, reason: ""), .decisionTaken(decision: .admitted, comment: ""),
      .questionAsked(criterion: "C1.1"), .questionUnasked(criterion: "C1.1"), .noteWithdrawn(note: 1),
      .noteRestored(note: 1),
    ]
    var pictures: [String] = []
    for event in chain {
      pictures.append(seen(oral))
      try oral.play([event])
    }
    for picture in pictures.reversed() {
      try oral.playUndo()
      #expect(seen(oral) == picture)
    }
    #expect(oral.undo == nil)
  }

  @Test func `an undone question asked again is a new question`() throws {
    var oral = try Oral.ready()
    try oral.play([.questionAsked(criterion: "C1.1")], at: .second(1))
    try oral.play([.questionUnasked(criterion: "C1.1")], at: .second(2))
    try oral.playUndo(at: .second(3))
    #expect(oral.questions["C1.1"]?.askedAt == [.second(1)])
    try oral.playUndo(at: .second(4))
    try oral.play([.questionAsked(criterion: "C1.1")], at: .second(5))
    #expect(oral.questions["C1.1"]?.askedAt == [.second(5)])
  }

  @Test func `clocks, presence and seals are not undone by the key`() throws {
    var oral = try Oral.ready()
    #expect(oral.undo == nil)
    try oral.play([.criterionMarked(criterion: "C1.1", mark: .met), .clockStarted(backdatedBy: 0)])
    #expect(oral.undo == Fact(.criterionMarked(criterion: "C1.1", mark: .none), isUndo: true))
  }

  @Test func `an undo that is not the next one is refused`() throws {
    var oral = try Oral.ready()
    let wrong = Fact(.criterionMarked(criterion: "C1.1", mark: .none), isUndo: true)
    #expect(throws: Refusal.self) { try oral.apply(wrong, at: .start) }
    try oral.play([.criterionMarked(criterion: "C1.2", mark: .met)])
    let before = oral
    let refusal = try #require(throws: Refusal.self) { try oral.apply(wrong, at: .start) }
    #expect(refusal.reason.fr == "ce n'est pas le dernier fait à annuler")
    #expect(oral == before)
  }

  @Test func `the same facts fold to the same oral, undo stack included`() throws {
    var facts: [(Fact, Stamp)] = []
    func record(_ oral: inout Oral, _ fact: Fact?) throws {
      let stamp = Stamp.second(facts.count)
      facts.append((try #require(fact), stamp))
      try oral.apply(try #require(fact), at: stamp)
    }
    var oral = try Oral.ready()
    try record(&oral, Fact(.clockStarted(backdatedBy: 0)))
    try record(&oral, Fact(.criterionMarked(criterion: "C1.1", mark: .met)))
    try record(&oral, Fact(.criterionMarked(criterion: "C1.1", mark: .toProbe)))
    try record(&oral, oral.undo)
    try record(&oral, Fact(.noted(subject: "C1", text: "bien")))
    try record(&oral, Fact(.questionAsked(criterion: "C1.1")))
    try record(&oral, oral.undo)
    try record(&oral, oral.undo)
    try record(&oral, Fact(.criterionMarked(criterion: "C1.2", mark: .met)))
    var replayed = try Oral.ready()
    for (fact, stamp) in facts { try replayed.apply(fact, at: stamp) }
    #expect(replayed == oral)
    #expect(
      replayed.sheet.undoable == [
        .criterionMarked(criterion: "C1.1", mark: .none), .criterionMarked(criterion: "C1.2", mark: .none),
      ])
  }
}
