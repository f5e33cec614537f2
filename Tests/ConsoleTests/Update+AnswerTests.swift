import Screen
import Testing

@testable import Console
@testable import Evaluation

private func live(_ candidate: String = "durand") throws -> Stage {
  try Stage(opening: candidate, given: [candidate: Session.started])
}

@Test func `C then a number that can be no longer goes at once`() throws {
  var stage = try live()
  stage.play("C 4")
  #expect(stage.console.prompt == nil)
  #expect(stage.console.competency?.id == "C4")
}

@Test func `C1 waits for a second digit, and C12 is another competency`() throws {
  var stage = try live()
  stage.play("C 1")
  #expect(stage.console.prompt == .competency(digits: "1"))
  stage.play("2")
  #expect(stage.console.competency?.id == "C12")
  stage.play("C & <enter>")
  #expect(stage.console.competency?.id == "C1")
  stage.play("C 2 <backspace> 2 1")
  #expect(stage.console.competency?.id == "C21")
}

@Test func `C1 goes at once where the oral has no C10`() throws {
  var stage = try live("ndiaye")
  stage.play("<right> C 1")
  #expect(stage.console.prompt == nil)
  #expect(stage.console.competency?.id == "C1")
}

@Test func `a competency of another oral is refused by name`() throws {
  var stage = try live("ndiaye")
  stage.play("C 7")
  #expect(stage.message == "C7 n'est pas de cet oral")
  #expect(stage.console.competency?.id == "C1")
}

@Test func `another certification's competency is found by the digits of its id`() throws {
  for name in [{ "BC\($0)-\($1)" }, { "C\($0).\($1)" }] as [(Int, Int) -> String] {
    var stage = try Stage(
      opening: "durand", given: ["durand": Session.started], referential: .renamed(name))
    stage.play("C 1 2")
    #expect(stage.console.prompt == nil)
    #expect(stage.console.competency?.id == name(1, 2))
    stage.play("C 9")
    #expect(stage.message == "C9 n'est pas de cet oral")
  }
}

@Test func `a competency whose id has no number is found by its place`() throws {
  let letters = ["A", "B", "C", "D", "E", "F", "G", "H"]
  var stage = try Stage(
    opening: "ndiaye", given: ["ndiaye": Session.started],
    referential: .renamed { block, competency in String(repeating: "X", count: block) + letters[competency % 8] })
  stage.play("C 3")
  #expect(stage.console.competency?.id == "XD")
  stage.play("C 7")
  #expect(stage.message == "C7 n'est pas de cet oral")
}

@Test func `a letter after C is no number, and is said to be none`() throws {
  var stage = try live()
  stage.play("C x")
  #expect(stage.console.prompt == .competency(digits: ""))
  #expect(stage.message == "un numéro de compétence est attendu")
  stage.play("<enter>")
  #expect(stage.console.prompt == .competency(digits: ""))
}

@Test func `C works from the deliberation too, and stays there`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.ended])
  stage.play("C 5")
  #expect(stage.console.page == .deliberation)
  #expect(stage.console.deliberationCompetency?.id == "C5")
}

@Test(arguments: ["o", "O", "y", "Y", "<enter>"])
func `yes has several keys`(key: String) throws {
  var stage = try live()
  stage.play("f \(key)")
  #expect(stage.facts == [.oralEnded])
}

@Test(arguments: ["n", "N", "<esc>", "␣", "t", "x", "<down>"])
func `anything else is not a yes`(key: String) throws {
  var stage = try live()
  stage.play("f \(key)")
  #expect(stage.facts.isEmpty)
}

@Test func `lines to read scroll to their end and no further`() throws {
  var stage = try live()
  stage.play("<f1> <end>")
  let end = stage.picture.frame.text
  stage.play("<down> <down> <pagedown>")
  #expect(stage.picture.frame.text == end)
  stage.play("<up>")
  #expect(stage.picture.frame.text != end)
  stage.play("<home> x")
  #expect(stage.console.prompt == nil)
  #expect(stage.facts.isEmpty)
}
