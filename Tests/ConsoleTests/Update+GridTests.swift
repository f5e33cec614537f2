import Evaluation
import Screen
import Testing

@testable import Console

private func grid(_ candidate: String = "ndiaye") throws -> Stage {
  let oral = try Stage(opening: candidate, given: [candidate: Session.ended]).oral
  var stage = try Stage(opening: candidate, given: [candidate: Session.ended + Session.admitted(oral)])
  stage.world.gridLines = (1...60).map { "ligne \($0)" }
  stage.play("g")
  return stage
}

extension Stage {
  /// Signs with a passphrase.
  fileprivate mutating func sign(_ passphrase: String = "secret") {
    play("<enter>")
    type(passphrase)
    play("<enter>")
  }
}

@Test func `a grid that lacks something is not sealed, and its first obstacle is said`() throws {
  var stage = try Stage(opening: "ndiaye", given: ["ndiaye": Session.ended])
  stage.play("g s")
  #expect(!stage.effects.contains(.seal))
  #expect(stage.message == "C1 n'est pas décidée ; l : ce qui manque (7)")
}

@Test func `sealing is asked for, and each juror signs in turn`() throws {
  var stage = try grid()
  stage.play("s ␣")
  #expect(stage.console.prompt == .confirm(.seal))
  stage.play("o")
  stage.sign()
  #expect(stage.message == "signé par Amina BENALI")
  stage.sign()
  #expect(
    stage.facts == [
      .gridSealed(digest: "digest-of-the-grid"), .gridSigned(juror: "benali", thumbprint: "thumbprint-benali"),
      .gridSigned(juror: "roux", thumbprint: "thumbprint-roux"),
    ])
  #expect(try stage.oral.stage == .signed)
  stage.play("<enter>")
  #expect(stage.message == "tous les jurés ont signé")
}

@Test func `a wrong passphrase signs nothing, and the same juror tries again`() throws {
  var stage = try grid()
  stage.play("s o")
  stage.sign("faux")
  #expect(stage.message == "phrase secrète fausse")
  #expect(try stage.oral.seal?.signatures.isEmpty == true)
  stage.sign()
  #expect(stage.message == "signé par Amina BENALI")
}

@Test func `a passphrase never shows, and leaves the console when it is used`() throws {
  var stage = try grid()
  stage.play("s o <enter>")
  stage.type("très-secret")
  #expect(!stage.picture.frame.text.contains("secret-") && !stage.picture.frame.text.contains("très"))
  #expect(stage.picture.frame.text.contains("•••••••••••"))
  _ = stage.console.update(.pressed(.enter), at: stage.now)
  #expect(stage.console.prompt == nil)
  #expect(!"\(stage.console)".contains("très-secret"))
}

@Test func `the jurors sign in the order they choose`() throws {
  var stage = try grid()
  stage.play("s o <down>")
  stage.sign()
  #expect(stage.facts.last == .gridSigned(juror: "roux", thumbprint: "thumbprint-roux"))
  stage.play("<down> <enter>")
  #expect(stage.message == "ce juré a déjà signé : au suivant")
  #expect(stage.console.row(of: .grid) == 0)
}

@Test func `reopening asks for a reason and voids the signatures visibly`() throws {
  var stage = try grid()
  stage.play("s o")
  stage.sign()
  stage.play("R <enter>")
  #expect(stage.message == "un motif est demandé")
  stage.type("faute de frappe")
  stage.play("<enter>")
  #expect(stage.facts.last == .gridReopened(reason: "faute de frappe"))
  #expect(stage.picture.frame.text.contains("rouverte (signatures annulées) : faute de frappe"))
  #expect(try stage.oral.seal == nil)
  stage.play("s o")
  #expect(try stage.oral.seal?.signatures.isEmpty == true)
}

@Test func `after the last signature the grid is closed`() throws {
  var stage = try grid()
  stage.play("s o")
  stage.sign()
  stage.sign()
  stage.play("R")
  #expect(stage.console.prompt == nil)
  #expect(stage.message == "tous les jurés ont signé : la grille est close")
}

@Test func `a grid not sealed is not signed nor reopened`() throws {
  var stage = try grid()
  stage.play("<enter>")
  #expect(stage.message == "la grille n'est pas scellée : s pour sceller")
  stage.play("R")
  #expect(stage.message == "la grille n'est pas scellée")
}

@Test func `a sealed grid's oral takes no further mark`() throws {
  var stage = try grid()
  stage.play("s o <esc> <enter> ␣")
  #expect(stage.console.page == .oral)
  #expect(stage.facts == [.gridSealed(digest: "digest-of-the-grid")])
  #expect(stage.message == "la grille est scellée ; la rouvrir d'abord, avec un motif")
}

@Test func `the grid scrolls to its end and no further, and back at once`() throws {
  var stage = try grid()
  stage.play("<end>")
  #expect(stage.picture.body.contains("ligne 60"))
  let end = stage.picture.body
  stage.play("<down> <pagedown>")
  #expect(stage.picture.body == end)
  stage.play("<up>")
  #expect(stage.picture.body.contains("ligne 59") && !stage.picture.body.contains("ligne 60"))
  stage.play("<home>")
  #expect(stage.picture.body.contains("ligne 1\n"))
}
