import Evaluation
import Screen
import Testing

@testable import Console

private func live() throws -> Stage { try Stage(opening: "durand", given: ["durand": Session.started]) }

extension Stage {
  /// The criterion under the cursor.
  var here: String? { console.criterion?.id }
}

@Test func `a mark's key sets it, and takes it away when it is there`() throws {
  var stage = try live()
  stage.play("␣ ␣ n p p")
  #expect(
    stage.facts == [
      .criterionMarked(criterion: "C1.1", mark: .met), .criterionMarked(criterion: "C1.1", mark: .none),
      .criterionMarked(criterion: "C1.1", mark: .notMet), .criterionMarked(criterion: "C1.1", mark: .toProbe),
      .criterionMarked(criterion: "C1.1", mark: .none),
    ])
}

@Test(arguments: ["<backspace>", "<delete>"])
func `a mark is cleared`(key: String) throws {
  var stage = try live()
  stage.play("n \(key)")
  #expect(try stage.oral.mark(of: "C1.1") == .none)
  stage.play(key)
  #expect(stage.message == "C1.1 n'a pas de coche")
}

@Test func `a tick leaves the cursor where it is`() throws {
  var stage = try live()
  stage.play("␣")
  #expect(stage.here == "C1.1")
}

@Test func `a mark is on screen only once it is recorded`() throws {
  var stage = try live()
  let before = stage.picture.body
  let effects = stage.console.update(.pressed(.character(" ")), at: stage.now)
  #expect(effects == [.record([Fact(.criterionMarked(criterion: "C1.1", mark: .met))])])
  #expect(stage.picture.body == before)
  _ = stage.console.update(
    .recorded(Fact(.criterionMarked(criterion: "C1.1", mark: .met)), at: stage.now), at: stage.now)
  #expect(stage.picture.frame.text.contains("[✓]"))
}

@Test func `down and up go through the criteria of every competency and back`() throws {
  var stage = try live()
  var seen = [stage.here]
  for _ in 1..<142 {
    stage.play("<down>")
    seen.append(stage.here)
  }
  #expect(Set(seen).count == 142)
  #expect(stage.here == "C21.5")
  stage.play("j")
  #expect(stage.here == "C21.5")
  for _ in 1..<142 { stage.play("k") }
  #expect(stage.here == "C1.1")
  stage.play("<up>")
  #expect(stage.here == "C1.1")
}

@Test func `arrows go from competency to competency, pages from assessment to assessment`() throws {
  var stage = try live()
  stage.play("<down> <right>")
  #expect(stage.here == "C2.1")
  stage.play("<tab> <backtab> <left>")
  #expect(stage.here == "C1.1")
  stage.play("<pagedown>")
  #expect(stage.here == "C6.1")
  stage.play("<pagedown> <pagedown> <pagedown> <pagedown>")
  #expect(stage.here == "C20.1")
  stage.play("<right> <right> <end>")
  #expect(stage.here == "C21.5")
  stage.play("<pageup> <home>")
  #expect(stage.here == "C14.1")
}

@Test func `a digit jumps to the criterion of that number`() throws {
  var stage = try live()
  stage.play("C 4 3")
  #expect(stage.here == "C4.3")
  stage.play("0")
  #expect(stage.here == "C4.10")
  stage.play("è")
  #expect(stage.here == "C4.7")
  stage.play("C 3 4")
  #expect(stage.here == "C3.1")
  #expect(stage.message == "C3 a 3 critères")
}

@Test func `one then a digit reaches the eleventh and the twelfth`() throws {
  var stage = try live()
  stage.play("C 1 7 1 2")
  #expect(stage.here == "C17.12")
  stage.play("& &")
  #expect(stage.here == "C17.11")
  stage.play("1 <down> 2")
  #expect(stage.here == "C17.2")
  // C9 has eleven: 12 is none of them, so 2 is the second.
  stage.play("C 9 1 2")
  #expect(stage.here == "C9.2")
}

@Test func `the first criterion without the key 1 does not make 12 of a 2`() throws {
  var stage = try live()
  stage.play("C 1 7 2")
  #expect(stage.here == "C17.2")
}

@Test func `the deliberation waits for the oral's end`() throws {
  var stage = try live()
  stage.play("d")
  #expect(stage.console.page == .oral)
  #expect(stage.message == "l'oral est en cours : f pour le terminer d'abord")
  stage.play("f o d")
  #expect(stage.console.page == .deliberation)
}

@Test func `from the deliberation to its criteria and back by either key`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.ended])
  stage.play("<down> <enter>")
  #expect(stage.console.page == .oral)
  #expect(stage.here == "C2.1")
  stage.play("d")
  #expect(stage.console.page == .deliberation)
  #expect(stage.console.trail == [.home, .before])
  stage.play("<enter> <esc>")
  #expect(stage.console.page == .deliberation)
}

@Test func `a question asked says when`() throws {
  var stage = try live()
  stage.play("a")
  #expect(stage.facts == [.questionAsked(criterion: "C1.1")])
  #expect(stage.message == "question sur C1.1 posée à 08:50")
}
