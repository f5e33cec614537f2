import Evaluation
import Screen
import Testing

@testable import Console

private func live() throws -> Stage { try Stage(opening: "durand", given: ["durand": Session.started]) }

@Test(arguments: [
  ("", "C1.1"), ("<tab>", "C1"), ("<tab> <tab>", "oral"), ("<tab> <tab> <tab>", "C1.1"), ("<backtab>", "oral"),
])
func `a note goes to its criterion, its competency or the whole oral`(tabs: String, subject: String) throws {
  var stage = try live()
  stage.play("c \(tabs)")
  stage.type("bien vu")
  stage.play("<enter>")
  #expect(stage.facts == [.noted(subject: subject, text: "bien vu")])
  #expect(stage.console.prompt == nil)
}

@Test func `a note goes to the competency of another certification, whatever its id holds`() throws {
  var stage = try Stage(
    opening: "durand", given: ["durand": Session.started], referential: .renamed { "C\($0).\($1)" })
  stage.play("<right> c <tab>")
  stage.type("bien vu")
  stage.play("<enter>")
  #expect(stage.facts == [.noted(subject: "C1.2", text: "bien vu")])
}

@Test func `Tab keeps what was typed`() throws {
  var stage = try live()
  stage.play("c")
  stage.type("à moitié ")
  stage.play("<tab>")
  stage.type("écrit")
  stage.play("<enter>")
  #expect(stage.facts == [.noted(subject: "C1", text: "à moitié écrit")])
}

@Test func `accents, wide and combining characters are typed as they are`() throws {
  var stage = try live()
  stage.play("c")
  stage.type("œuvre « çà » 日本 e\u{301}té 👍 n q p u")
  stage.play("<enter>")
  #expect(stage.facts == [.noted(subject: "C1.1", text: "œuvre « çà » 日本 été 👍 n q p u")])
}

@Test func `a blank note is none`() throws {
  var stage = try live()
  stage.play("c ␣ ␣ <enter>")
  #expect(stage.facts.isEmpty)
  #expect(stage.console.prompt == nil)
}

@Test func `a blank question is none, and blank words take a question away as none do`() throws {
  var stage = try live()
  stage.play("q ␣ ␣ <enter>")
  #expect(stage.facts.isEmpty && stage.console.prompt == nil)
  stage.play("q")
  stage.type("Pourquoi ?")
  stage.play("<enter> q <ctrl-u> ␣ <enter>")
  #expect(stage.facts.last == .questionPrepared(criterion: "C1.1", text: ""))
}

@Test func `a note of several lines`() throws {
  var stage = try live()
  stage.play("c a <ctrl-n> b <up> x <enter>")
  #expect(stage.facts == [.noted(subject: "C1.1", text: "ax\nb")])
}

@Test func `a paste goes into the open field, its lines kept`() throws {
  var stage = try live()
  stage.play("c")
  stage.act(.pasted("un\ndeux"))
  stage.play("<enter>")
  #expect(stage.facts == [.noted(subject: "C1.1", text: "un\ndeux")])
}

@Test func `a paste with no field open marks nothing, and says so`() throws {
  var stage = try live()
  stage.act(.pasted("n p n p"))
  #expect(stage.facts.isEmpty)
  #expect(stage.message == "texte collé ignoré : aucun champ n'est ouvert")
}

@Test func `a pasted escape sequence is text without its escape`() throws {
  var stage = try live()
  stage.play("c")
  stage.act(.pasted("a\u{1B}[31mb\u{202E}c"))
  #expect(stage.console.prompt?.field?.text.unicodeScalars.contains("\u{1B}") == false)
  #expect(stage.console.prompt?.field?.text.unicodeScalars.contains("\u{202E}") == false)
}

@Test func `a question is prepared, changed and taken away`() throws {
  var stage = try live()
  stage.play("q")
  stage.type("Pourquoi ?")
  stage.play("<enter> q <enter>")
  #expect(stage.facts == [.questionPrepared(criterion: "C1.1", text: "Pourquoi ?")])
  stage.play("q <ctrl-u> <enter>")
  #expect(stage.facts.last == .questionPrepared(criterion: "C1.1", text: ""))
}

@Test func `leaving with words half typed is refused until they are saved or given up`() throws {
  var stage = try live()
  stage.play("c")
  stage.type("pas fini")
  stage.play("<ctrl-q>")
  #expect(!stage.effects.contains(.quit))
  #expect(stage.picture.frame.text.contains("un texte est en cours : Entrée l'enregistre, Échap l'abandonne"))
  stage.play("<enter> <ctrl-q>")
  #expect(stage.facts == [.noted(subject: "C1.1", text: "pas fini")])
  #expect(stage.effects.last == .quit)
}

@Test func `redrawing and suspending work over a prompt and leave it`() throws {
  var stage = try live()
  stage.play("c a")
  let prompt = stage.console.prompt
  stage.play("<ctrl-l> <ctrl-z>")
  #expect(stage.effects.suffix(2) == [.redraw, .suspend])
  #expect(stage.console.prompt == prompt)
}

@Test func `what was typed is kept when it cannot be recorded`() throws {
  var stage = try live()
  stage.play("c")
  stage.type("à garder")
  stage.world.isDiskFull = true
  _ = stage.console.update(.notSaved(Phrase("disque plein", "disk full"), facts: [], at: stage.now), at: stage.now)
  stage.play("<enter>")
  #expect(stage.console.prompt?.field?.text == "à garder")
  stage.recover()
  stage.play("<enter>")
  #expect(stage.facts == [.noted(subject: "C1.1", text: "à garder")])
}
