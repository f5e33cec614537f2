import Evaluation
import Screen
import Testing

@testable import Console

private func deliberation(_ candidate: String = "ndiaye", _ more: [Event] = []) throws -> Stage {
  try Stage(opening: candidate, given: [candidate: Session.ended + more])
}

extension Stage {
  fileprivate var order: [String] {
    console.deliberationOrder.compactMap { console.oral?.competencies[$0].id }
  }
  fileprivate var under: String? { console.deliberationCompetency?.id }
}

/// Every criterion of a competency met.
private func met(_ competency: String, _ count: Int) -> [Event] {
  (1...count).map { .criterionMarked(criterion: "\(competency).\($0)", mark: .met) }
}

@Test func `undecided competencies come first, each part in the référentiel's order`() throws {
  var stage = try deliberation()
  #expect(stage.order == ["C1", "C2", "C3", "C4", "C5"])
  stage.play("<down> <down> a o <home> <down> r o")
  #expect(stage.order == ["C1", "C4", "C5", "C2", "C3"])
}

@Test func `after a verdict the cursor goes to the next competency to decide`() throws {
  var stage = try deliberation()
  stage.play("<down> a o")
  #expect(stage.under == "C3")
  stage.play("a o a o a o")
  #expect(stage.under == "C1")
  stage.play("a o")
  #expect(stage.message == "toutes les compétences sont décidées ; b : blocs et décision")
}

@Test func `the cursor keeps to its competency when the list moves it`() throws {
  var stage = try deliberation()
  stage.play("a o C 1 <backspace>")
  #expect(stage.facts.last == .verdictGiven(competency: "C1", acquired: nil, unmarkedConfirmed: false))
  #expect(stage.under == "C1")
  #expect(stage.order.first == "C1")
}

@Test func `Tab goes round the undecided ones`() throws {
  var stage = try deliberation("ndiaye", [.verdictGiven(competency: "C2", acquired: true, unmarkedConfirmed: true)])
  stage.play("<tab>")
  #expect(stage.under == "C3")
  stage.play("<tab> <tab> <tab>")
  #expect(stage.under == "C1")
}

@Test func `criteria without a mark are confirmed, and the confirmation is recorded`() throws {
  var stage = try deliberation()
  stage.play("a ␣")
  #expect(stage.console.prompt == .confirm(.unmarked(competency: "C1", acquired: true, count: 7)))
  #expect(stage.facts.isEmpty)
  stage.play("o")
  #expect(stage.facts == [.verdictGiven(competency: "C1", acquired: true, unmarkedConfirmed: true)])
}

@Test func `a competency whose criteria are all marked is decided by one key`() throws {
  var stage = try deliberation("ndiaye", met("C2", 3))
  stage.play("C 2 r")
  #expect(stage.facts == [.verdictGiven(competency: "C2", acquired: false, unmarkedConfirmed: false)])
}

@Test func `marks never make a verdict`() throws {
  let stage = try deliberation("ndiaye", met("C2", 3))
  #expect(try stage.oral.verdicts.isEmpty)
}

@Test func `the same verdict twice is one`() throws {
  var stage = try deliberation("ndiaye", met("C2", 3))
  stage.play("C 2 a C 2 a")
  #expect(stage.facts.count == 1)
  #expect(stage.message == "C2 est déjà décidée ainsi")
  stage.play("r")
  #expect(stage.facts.count == 2)
}

@Test func `an undecided competency has no verdict to take back`() throws {
  var stage = try deliberation()
  stage.play("<delete>")
  #expect(stage.message == "C1 n'est pas décidée")
}

@Test func `before the oral's end a verdict is refused, with the reason`() throws {
  var stage = try Stage(opening: "ndiaye", given: ["ndiaye": Session.started + [.clockPaused(reason: "essai")]])
  stage.play("d a")
  #expect(stage.facts.isEmpty)
  #expect(stage.message == "le jury délibère au terme de l'oral (2.6) ; terminer l'oral d'abord")
}

@Test func `a note of the deliberation is on the competency`() throws {
  var stage = try deliberation()
  stage.play("<down> c x <enter>")
  #expect(stage.facts == [.noted(subject: "C2", text: "x")])
}
