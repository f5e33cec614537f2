import Evaluation
import Screen
import Testing

@testable import Console

extension Stage {
  /// The row of keys at the bottom.
  fileprivate var footer: String {
    String(picture.frame.text.split(separator: "\n", omittingEmptySubsequences: false).last ?? "")
  }
}

@Test func `the clock's key is named after what it does now`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started])
  #expect(stage.footer == " espace coché  n non  p à creuser  c note  t pause  u annuler  F1 aide")
  stage.play("t 1")
  #expect(stage.footer.contains("t reprendre"))
  stage.play("␣")
  #expect(stage.footer.hasPrefix(" b antidater"))
  stage.play("f o")
  #expect(!stage.footer.contains("t ") && stage.footer.contains("d délibérer"))
}

@Test func `a prompt's own keys stand in the footer while it stands`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started])
  stage.play("c")
  #expect(stage.footer == " Entrée enregistrer  Tab autre sujet  Ctrl-N à la ligne  Échap abandonner")
  stage.play("<esc> s")
  #expect(stage.footer == " o oui  n non")
  var english = try Stage(opening: "durand", given: ["durand": Session.started], language: .en)
  english.play("s")
  #expect(english.footer == " y yes  n no")
}

@Test func `a sealed oral offers no key that would change it`() throws {
  let oral = try Stage(opening: "ndiaye", given: ["ndiaye": Session.ended]).oral
  var stage = try Stage(opening: "ndiaye", given: ["ndiaye": Session.ended + Session.admitted(oral)])
  stage.play("g")
  #expect(stage.footer == " s sceller  F1 aide")
  stage.play("s o")
  #expect(stage.footer == " Entrée signer  R rouvrir  X refuser  F1 aide")
  stage.play("<esc>")
  #expect(!stage.footer.contains("acquis") && stage.footer.contains("g grille"))
}

@Test func `a console that only watches offers no key that would record`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started], isWatching: true)
  #expect(stage.footer == " g agenda  / chercher  F1 aide")
  stage.play("␣")
  #expect(stage.facts.isEmpty)
  #expect(stage.message == "lecture seule : une autre console écrit ce journal")
}
