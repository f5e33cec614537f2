import Evaluation
import Screen
import Testing

@testable import Console

/// The list of a block 1 oral with these facts, its cursor on the first obstacle that reads so.
private func list(_ events: [Event], at text: String, plan: Plan = Session.plan) throws -> Stage {
  var stage = try Stage(opening: "ndiaye", given: ["ndiaye": events], plan: plan)
  stage.console.page = .deliberation
  stage.play("l")
  let obstacles = try stage.oral.obstacles
  let row = try #require(obstacles.firstIndex { $0.phrase.fr.contains(text) }, "\(obstacles)")
  for _ in 0..<row { stage.play("<down>") }
  stage.play("<enter>")
  return stage
}

private let verdicts: [Event] = (1...5).map {
  .verdictGiven(competency: "C\($0)", acquired: true, unmarkedConfirmed: true)
}
private let block = Event.blockDecided(block: "B1", acquired: true, reason: "")

@Test func `an oral not ended is mended on the oral's page`() throws {
  let stage = try list(Session.started, at: "n'est pas terminé")
  #expect(stage.console.page == .oral)
}

@Test func `a jury that is not lawful is mended before the oral`() throws {
  let stage = try list(Array(Session.ready.prefix(1)), at: "(2.1)")
  #expect(stage.console.page == .before)
}

@Test func `an undecided competency is under the deliberation's cursor`() throws {
  let stage = try list(Session.ended, at: "C4")
  #expect(stage.console.page == .deliberation)
  #expect(stage.console.deliberationCompetency?.id == "C4")
}

@Test func `an unconfirmed competency is under the deliberation's cursor, and its key asks again`() throws {
  var stage = try list(
    Session.ended + [.verdictGiven(competency: "C3", acquired: true, unmarkedConfirmed: false)], at: "C3")
  #expect(stage.console.deliberationCompetency?.id == "C3")
  stage.play("a")
  #expect(stage.console.prompt == .confirm(.unmarked(competency: "C3", acquired: true, count: 3)))
}

@Test func `an undecided block is under the decision's cursor`() throws {
  let stage = try list(Session.ended + verdicts, at: "le bloc B1")
  #expect(stage.console.page == .decision)
  #expect(stage.console.row(of: .decision) == 0)
}

@Test func `a block that contradicts its competencies is under the decision's cursor`() throws {
  let change = Event.verdictGiven(competency: "C2", acquired: false, unmarkedConfirmed: true)
  let stage = try list(Session.ended + verdicts + [block, change], at: "contredit ses compétences")
  #expect(stage.console.page == .decision)
  #expect(stage.console.row(of: .decision) == 0)
}

@Test func `a missing decision is under the decision's cursor`() throws {
  let stage = try list(Session.ended + verdicts + [block], at: "la décision n'est pas prise")
  #expect(stage.console.page == .decision)
  #expect(stage.console.decisionLines[stage.console.row(of: .decision)] == .decision(.admitted))
}

@Test func `a decision that contradicts the blocks is under the decision's cursor`() throws {
  let stage = try list(
    Session.ended + verdicts + [
      block, .decisionTaken(decision: .admitted, comment: ""),
      .blockDecided(block: "B1", acquired: false, reason: "copie"),
    ], at: "contredit les blocs")
  #expect(stage.console.decisionLines[stage.console.row(of: .decision)] == .decision(.admitted))
}

@Test func `a juror without a key is told how to make one`() throws {
  var plan = Session.plan
  plan.jury[0].key = nil
  let stage = try list(Session.ended, at: "n'a pas de clé", plan: plan)
  #expect(stage.console.page == .obstacles)
  #expect(stage.message?.contains("jury keys new") == true)
}

@Test func `where nothing is missing Enter shows the grid`() throws {
  let decided = Session.ended + verdicts + [block, .decisionTaken(decision: .admitted, comment: "")]
  for sealed in [[], [Event.gridSealed(digest: "digest-of-the-grid")]] {
    var stage = try Stage(opening: "ndiaye", given: ["ndiaye": decided + sealed])
    stage.console.page = .obstacles
    stage.play("<enter>")
    #expect(stage.console.page == .grid)
  }
}

@Test func `Escape comes back to the list`() throws {
  var stage = try list(Session.ended, at: "C4")
  stage.play("<esc>")
  #expect(stage.console.page == .obstacles)
}
