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

@Test func `a new line is offered where the text may have several`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.ready])
  for keys in ["a", "<down> x", "t <esc> L"] {
    stage.play(keys)
    #expect(stage.footer == " Entrée enregistrer  Échap abandonner", "\(keys)")
    stage.play("<esc>")
  }
}

@Test func `before the oral has ended no key is offered that decides`() throws {
  var shared = try Stage(
    opening: "ndiaye", given: ["ndiaye": Session.started + [.clockPaused(reason: "coupure")]])
  var apart = try Stage.room()
  apart.start(by: "benali")
  apart.record([.clockPaused(reason: "coupure")])
  for page in [Page.deliberation, .decision] {
    for size in [Size(rows: 24, columns: 80), Size(rows: 24, columns: 200)] {
      shared.console.page = page
      apart.console.page = page
      shared.console.size = size
      apart.console.size = size
      #expect(shared.footer.contains("l ce qui manque"))
      for word in ["acquis", "prendre la décision", "commentaire"] {
        #expect(!shared.footer.contains(word), "\(word) on \(page)")
        // One's own opinion is given at any time.
        if page == .decision { #expect(!apart.footer.contains(word), "\(word) apart") }
      }
    }
  }
}

@Test func `once the oral has begun the page before it offers neither a start nor an absence`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started])
  stage.play("<esc>")
  #expect(stage.footer == " espace confirmer  x lien  v voir les critères  L libérer un juré  F1 aide")
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
