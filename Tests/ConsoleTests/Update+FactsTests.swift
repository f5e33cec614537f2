import Evaluation
import Screen
import Testing

@testable import Console

private func live() throws -> Stage { try Stage(opening: "durand", given: ["durand": Session.started]) }

@Test func `a disk that refuses is said at once, and takes no further mark`() throws {
  var stage = try live()
  stage.world.isDiskFull = true
  stage.play("␣ <down> n p c")
  stage.type("note")
  stage.play("<enter>")
  #expect(stage.facts.isEmpty)
  #expect(stage.world.kept == [Fact(.criterionMarked(criterion: "C1.1", mark: .met))])
  #expect(stage.message == "NON ENREGISTRÉ (disque plein) : rien de plus n'est pris avant que ce soit sûr")
  stage.wait(seconds: 5)
  let text = stage.picture.frame.text
  #expect(text.contains("NON ENREGISTRÉ depuis 00:05 · 1 fait gardé, saisie suspendue · disque plein"))
  #expect(text.contains("■ NON ENREGISTRÉ (1)"))
  #expect(!text.contains("[✓]"))
}

@Test func `what was kept is recorded when the disk takes it`() throws {
  var stage = try live()
  stage.world.isDiskFull = true
  stage.play("␣")
  stage.recover()
  #expect(stage.facts == [.criterionMarked(criterion: "C1.1", mark: .met)])
  #expect(stage.message == "tout est de nouveau enregistré")
  stage.play("<down> n")
  #expect(try stage.oral.mark(of: "C1.2") == .notMet)
  #expect(stage.picture.frame.text.contains("● enregistré 08:50:00"))
}

@Test func `leaving with something unsaved is asked for`() throws {
  var stage = try live()
  stage.world.isDiskFull = true
  stage.play("␣ <ctrl-q>")
  #expect(stage.console.prompt == .confirm(.quitWithUnsaved))
  stage.play("␣ <esc>")
  #expect(!stage.effects.contains(.quit))
  stage.play("<ctrl-c> o")
  #expect(stage.effects.last == .quit)
}

@Test func `sealing and reopening wait until everything is on disk`() throws {
  let base = try live().oral
  var stage = try Stage(opening: "durand", given: ["durand": Session.ended + Session.admitted(base)])
  stage.play("g s")
  _ = stage.console.update(.notSaved(Phrase("disque plein", "disk full"), facts: [], at: stage.now), at: stage.now)
  stage.play("o")
  #expect(!stage.effects.contains(.seal))
}

@Test func `everything that opening says aloud is said`() throws {
  var stage = try Stage()
  stage.world.notices = [Phrase("une ligne", "one line"), Phrase("une autre", "another")]
  for action in stage.world.perform(.open(candidate: "durand"), at: stage.now) { stage.act(action) }
  #expect(stage.message == "une ligne · une autre")
}

@Test func `an oral under way resumes where the last mark was set`() throws {
  let stage = try Stage(
    opening: "durand",
    given: [
      "durand": Session.started + [
        .criterionMarked(criterion: "C1.1", mark: .met), .criterionMarked(criterion: "C9.4", mark: .met),
      ]
    ])
  #expect(stage.console.page == .oral)
  #expect(stage.console.competency?.id == "C1")
  #expect(stage.message == "oral repris : 8 faits retrouvés, la minuterie est juste")
}
