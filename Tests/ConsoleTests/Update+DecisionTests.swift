import Evaluation
import Screen
import Testing

@testable import Console

/// Block 1's competencies, all acquired but those named.
private func verdicts(but refused: Set<String> = []) -> [Event] {
  (1...5).map { .verdictGiven(competency: "C\($0)", acquired: !refused.contains("C\($0)"), unmarkedConfirmed: true) }
}

private func decision(_ events: [Event]) throws -> Stage {
  var stage = try Stage(opening: "ndiaye", given: ["ndiaye": Session.ended + events])
  stage.play("b")
  return stage
}

@Test func `a block is decided as its competencies say by one key`() throws {
  var stage = try decision(verdicts())
  stage.play("<enter>")
  #expect(stage.facts == [.blockDecided(block: "B1", acquired: true, reason: "")])
  stage.play("a")
  #expect(stage.message == "B1 est déjà décidé ainsi")
}

@Test func `a block is decided otherwise with a reason only`() throws {
  var stage = try decision(verdicts())
  stage.play("r <enter>")
  #expect(stage.facts.isEmpty)
  #expect(stage.message == "un motif est demandé")
  stage.type("copie avérée")
  stage.play("<enter>")
  #expect(stage.facts == [.blockDecided(block: "B1", acquired: false, reason: "copie avérée")])
}

@Test func `a block waits for its competencies`() throws {
  var stage = try decision([])
  stage.play("a")
  #expect(stage.facts.isEmpty)
  #expect(stage.message == "B1 : des compétences restent à décider ; les décider d'abord")
}

@Test func `a block of an earlier session is not decided again`() throws {
  var stage = try Stage(opening: "garcon", given: ["garcon": Session.ended])
  stage.play("b a")
  #expect(stage.message == "B1 : déjà acquis en session antérieure")
}

@Test func `a decision that contradicts the blocks is refused, with the reason`() throws {
  var stage = try decision(verdicts() + [.blockDecided(block: "B1", acquired: true, reason: "")])
  stage.play("<down> <down> <down> <enter>")
  #expect(stage.facts.isEmpty)
  #expect(stage.message == "la décision contredit les blocs")
  stage.play("<up> <up> <enter>")
  #expect(stage.facts == [.decisionTaken(decision: .admitted, comment: "")])
}

@Test func `a refusal asks for its comment, and does not go without`() throws {
  var stage = try decision(verdicts(but: ["C3"]) + [.blockDecided(block: "B1", acquired: false, reason: "")])
  stage.play("<down> <down> <down> <enter> ␣ <enter>")
  #expect(stage.facts.isEmpty)
  #expect(stage.message == "un commentaire est obligatoire (annexe 3)")
  stage.play("<ctrl-u>")
  stage.type("C3 non démontrée.")
  stage.play("<ctrl-n>")
  stage.type("À représenter.")
  stage.play("<enter>")
  #expect(stage.facts == [.decisionTaken(decision: .notAdmitted, comment: "C3 non démontrée.\nÀ représenter.")])
}

@Test func `the comment there is stands in the prompt, to be read again`() throws {
  var stage = try decision(
    verdicts(but: ["C3"]) + [
      .blockDecided(block: "B1", acquired: false, reason: ""), .decisionTaken(decision: nil, comment: "déjà écrit"),
    ])
  stage.play("<down> <down> <down> <enter>")
  #expect(stage.console.prompt?.field?.text == "déjà écrit")
  stage.play("<enter>")
  #expect(stage.facts == [.decisionTaken(decision: .notAdmitted, comment: "déjà écrit")])
}

@Test func `an obligatory comment is not emptied, and what was typed stays`() throws {
  var stage = try decision(
    verdicts(but: ["C3"]) + [
      .blockDecided(block: "B1", acquired: false, reason: ""),
      .decisionTaken(decision: .notAdmitted, comment: "C3"),
    ])
  stage.play("c <backspace> <backspace> <enter>")
  #expect(stage.facts.isEmpty)
  #expect(stage.console.prompt != nil)
  stage.type("C3 absente")
  stage.play("<enter>")
  #expect(try stage.oral.comment == "C3 absente")
}

@Test func `acquired is said of a block, not of a decision`() throws {
  var stage = try decision([])
  stage.play("<down> a")
  #expect(stage.message == "acquis et non acquis se disent d'un bloc")
  stage.play("<backspace>")
  #expect(stage.message == "rien à retirer ici")
}
