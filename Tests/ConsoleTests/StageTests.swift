import Evaluation
import Screen
import Testing

@testable import Console

@Test func `keys are read from a text`() {
  #expect(
    keys("␣ n<down> C4 <ctrl-q> <f1>") == [
      .character(" "), .character("n"), .down, .character("C"), .character("4"), .control("q"), .function(1),
    ])
}

@Test func `a mark counts once it is on disk`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started])
  stage.play("␣")
  #expect(stage.facts == [.criterionMarked(criterion: "C1.1", mark: .met)])
  #expect(try stage.oral.mark(of: "C1.1") == .met)
}

@Test func `a mark the disk refuses does not count until the disk takes it`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started])
  stage.world.isDiskFull = true
  stage.play("␣")
  #expect(stage.facts.isEmpty)
  #expect(try stage.oral.mark(of: "C1.1") == .none)
  stage.recover()
  #expect(try stage.oral.mark(of: "C1.1") == .met)
}

@Test func `an absurd screen says that it is too small`() throws {
  let stage = try Stage(size: Size(rows: 3, columns: 10))
  expectPicture(stage.picture, "Écran trop\npetit :\n40×10 au")
}
