import Evaluation
import Screen
import Testing

@testable import Console

private func live(_ candidate: String = "durand") throws -> Stage {
  try Stage(opening: candidate, given: [candidate: Session.started])
}

@Test func `the clock pauses with a preset reason and resumes`() throws {
  var stage = try live()
  stage.play("t 2")
  stage.wait(seconds: 30)
  stage.play("t")
  #expect(stage.facts == [.clockPaused(reason: "pause demandée par le candidat"), .clockResumed(backdatedBy: 0)])
  #expect(try stage.oral.clock.paused(at: stage.now) == 30_000)
}

@Test func `the clock pauses with a reason of one's own`() throws {
  var stage = try live()
  stage.play("t")
  stage.type("alerte incendie, sortie du bâtiment")
  stage.play("<enter>")
  #expect(stage.facts == [.clockPaused(reason: "alerte incendie, sortie du bâtiment")])
}

@Test func `a reason of one's own may begin with a letter of AZERTY's top row`() throws {
  var stage = try live()
  stage.play("t")
  stage.type("électricité coupée")
  stage.play("<enter>")
  #expect(stage.facts == [.clockPaused(reason: "électricité coupée")])
}

@Test func `a pause is not taken back by Escape once asked, and runs on if it was not`() throws {
  var stage = try live()
  stage.play("t <esc>")
  #expect(stage.facts.isEmpty)
  #expect(try stage.oral.clock.state == .running)
}

@Test func `a blank reason is no reason`() throws {
  var stage = try live()
  stage.play("t <up> <down> <down> <down> <down> <down> ␣ <enter>")
  #expect(stage.facts.isEmpty)
  #expect(stage.message == "un motif est demandé")
  #expect(stage.picture.frame.text.contains("un motif est demandé"))
}

@Test func `the next phase is asked for, and the key that ticks does not confirm it`() throws {
  var stage = try live()
  stage.play("s ␣")
  #expect(stage.console.prompt == .confirm(.nextPhase("questions")))
  #expect(stage.facts.isEmpty)
  stage.play("<enter>")
  #expect(stage.facts == [.phaseEntered(phase: "questions")])
}

@Test func `after the last phase comes the end, asked for too`() throws {
  var stage = try live()
  stage.play("s o s ␣")
  #expect(stage.console.prompt == .confirm(.endOral))
  stage.play("n")
  #expect(try stage.oral.clock.state == .running)
  stage.play("s o")
  #expect(stage.facts == [.phaseEntered(phase: "questions"), .oralEnded])
  #expect(stage.message == "l'oral est terminé ; d : délibérer")
}

@Test func `an ended oral is reopened, paused since its end`() throws {
  var stage = try live()
  stage.play("f o t")
  #expect(stage.message == "l'oral est terminé ; f pour le rouvrir")
  stage.wait(seconds: 60)
  stage.play("f o")
  #expect(stage.facts == [.oralEnded, .oralReopened])
  #expect(try stage.oral.clock.state == .paused)
  #expect(try stage.oral.clock.paused(at: stage.now) == 60_000)
}

@Test func `an oral that has not begun has no next phase, end or assessment`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.ready])
  stage.console.page = .oral
  stage.play("s")
  #expect(stage.message == "l'oral n'est pas en cours")
  stage.play("f")
  #expect(stage.message == "l'oral n'a pas commencé")
  stage.play("b")
  #expect(stage.message == "aucune coche n'est venue pendant l'arrêt")
}

@Test func `the clock started late counts from the first mark`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.ready])
  stage.console.page = .oral
  stage.play("␣")
  stage.wait(seconds: 130)
  stage.play("<down> ␣ b")
  #expect(stage.facts.last == .clockStarted(backdatedBy: 130_000))
  #expect(try stage.oral.clock.totalSpent(at: stage.now) == 130_000)
}

@Test func `a clock forgotten in pause resumes from the first mark`() throws {
  var stage = try live()
  stage.play("t 1")
  stage.wait(seconds: 10)
  stage.play("␣")
  stage.wait(seconds: 20)
  stage.play("b")
  #expect(stage.facts.last == .clockResumed(backdatedBy: 20_000))
  #expect(try stage.oral.clock.paused(at: stage.now) == 10_000)
}

@Test func `the assessment presented goes round, and its time is counted`() throws {
  var stage = try live()
  stage.wait(seconds: 60)
  stage.play("e")
  stage.wait(seconds: 30)
  #expect(try stage.oral.clock.spent(on: "E1", at: stage.now) == 60_000)
  #expect(try stage.oral.clock.spent(on: "E2", at: stage.now) == 30_000)
  stage.play("e e e e")
  #expect(stage.facts.last == .assessmentEntered(assessment: "E1"))
}

@Test func `a phase of one assessment has no next one`() throws {
  var stage = try live("ndiaye")
  stage.play("e")
  #expect(stage.message == "cette phase ne présente qu'une épreuve")
}

@Test func `a restart finds the clock where it was`() throws {
  var stage = try live()
  stage.wait(seconds: 100)
  stage.play("t 1")
  stage.wait(seconds: 20)
  stage.play("t")
  stage.reboot(after: 40)
  #expect(try stage.oral.clock.totalSpent(at: stage.now) == 140_000)
  #expect(stage.picture.frame.text.contains("≈"))
}

@Test func `the length of a pause across a restart of the machine is told as an estimate`() throws {
  var stage = try live()
  stage.wait(seconds: 100)
  stage.play("t 1")
  stage.wait(seconds: 20)
  #expect(stage.picture.frame.text.contains("EN PAUSE 00:20"))
  stage.reboot(after: 40)
  #expect(stage.picture.frame.text.contains("EN PAUSE ≈01:00"))
  stage.play("h")
  #expect(stage.picture.frame.text.contains("≈01:00   incident technique"))
  #expect(stage.picture.frame.text.contains("≈ la machine a redémarré"))
}

@Test func `a bell rings once a warning, and only where the session asks for it`() throws {
  var plan = Session.plan
  plan.settings.bell = true
  var stage = try Stage(opening: "ndiaye", given: ["ndiaye": Session.started], plan: plan)
  stage.wait(seconds: 10 * 60)
  stage.wait(seconds: 1)
  #expect(stage.effects.count { $0 == .bell } == 1)
  stage.wait(seconds: 4 * 60)
  #expect(stage.effects.count { $0 == .bell } == 2)
  var quiet = try live("ndiaye")
  quiet.wait(seconds: 10 * 60)
  #expect(!quiet.effects.contains(.bell))
}
