import Evaluation
import Screen
import Testing

@testable import Console

private func live() throws -> Stage { try Stage(opening: "durand", given: ["durand": Session.started]) }

/// A console opened again on facts that are on disk.
private func reopened(_ stage: Stage) throws -> Stage {
  try Stage(opening: "durand", given: ["durand": Session.started + stage.facts])
}

@Test(arguments: [false, true])
func `each act of the oral is undone, the last first, after a restart too`(restarted: Bool) throws {
  var stage = try live()
  stage.play("␣ n c")
  stage.type("note")
  stage.play("<enter> q")
  stage.type("Pourquoi ?")
  stage.play("<enter> a")
  if restarted { stage = try reopened(stage) }
  stage.forget()
  stage.play("u")
  #expect(stage.message == "annulé : la question sur C1.1 n'est plus posée")
  stage.play("u")
  #expect(stage.message == "annulé : la question sur C1.1 est comme avant")
  stage.play("u")
  #expect(stage.message == "annulé : la dernière note est retirée")
  stage.play("u")
  #expect(stage.message == "annulé : la coche de C1.1 est rétablie")
  stage.play("u")
  #expect(stage.message == "annulé : la coche de C1.1 est enlevée")
  stage.play("u")
  #expect(stage.message == "rien à annuler")
  #expect(
    stage.facts == [
      .questionUnasked(criterion: "C1.1"), .questionPrepared(criterion: "C1.1", text: ""), .noteWithdrawn(note: 1),
      .criterionMarked(criterion: "C1.1", mark: .met), .criterionMarked(criterion: "C1.1", mark: .none),
    ])
  #expect(try stage.oral.marks.isEmpty)
  #expect(try stage.oral.notes().isEmpty)
}

@Test func `undo goes where the act was`() throws {
  var stage = try live()
  stage.play("C 4 ␣ C 9 u")
  #expect(stage.console.criterion?.id == "C4.1")
}

@Test(arguments: [false, true])
func `verdicts, blocks and the decision are undone, after a restart too`(restarted: Bool) throws {
  let oral = try live().oral
  var stage = try Stage(opening: "durand", given: ["durand": Session.ended])
  for event in Session.admitted(oral) { stage.act(.recorded(Fact(event), at: stage.now)) }
  if restarted { stage = try Stage(opening: "durand", given: ["durand": Session.ended + Session.admitted(oral)]) }
  let isUndone = { (stage: Stage) in
    var stage = stage
    var said: [String?] = []
    for key in ["u", "u", "u", "u", "u"] {
      let effects = stage.console.update(.pressed(.character(Character(key))), at: stage.now)
      for case .record(let facts) in effects {
        for fact in facts { _ = stage.console.update(.recorded(fact, at: stage.now), at: stage.now) }
      }
      said.append(stage.message)
    }
    return said
  }
  #expect(
    isUndone(stage) == [
      "annulé : la décision et le commentaire sont comme avant", "annulé : le bloc B3 est de nouveau à décider",
      "annulé : le bloc B2 est de nouveau à décider", "annulé : le bloc B1 est de nouveau à décider",
      "annulé : C21 est de nouveau à décider",
    ])
}

@Test func `nothing is undone while something is unsaved`() throws {
  var stage = try live()
  stage.play("␣")
  stage.world.isDiskFull = true
  stage.play("n u")
  #expect(stage.facts == [.criterionMarked(criterion: "C1.1", mark: .met)])
  #expect(stage.message?.hasPrefix("NON ENREGISTRÉ") == true)
}
