import Evaluation
import Screen
import Testing

@testable import Console

private func live() throws -> Stage { try Stage(opening: "durand", given: ["durand": Session.started]) }

@Test func `a search ignores accents and case`() throws {
  let console = try live().console
  #expect(!console.found("donnees").isEmpty)
  #expect(console.found("donnees") == console.found("DONNÉES"))
  #expect(console.found("merise").map(\.id) == ["C4.1", "C14.1"])
}

@Test func `every word searched must be there, in any order`() throws {
  let console = try live().console
  let both = console.found("script données").map(\.id)
  #expect(!both.isEmpty)
  #expect(both == console.found("donnees SCRIPT").map(\.id))
  #expect(both.count < console.found("données").count)
}

@Test func `a criterion is found by its number, and by its details`() throws {
  let console = try live().console
  #expect(console.found("C17.12").map(\.id) == ["C17.12"])
  #expect(console.found("   ").isEmpty)
}

@Test func `Enter goes to the find under the cursor`() throws {
  var stage = try live()
  stage.play("/")
  stage.type("donnees")
  let finds = stage.console.found("donnees")
  stage.play("<down> <enter>")
  #expect(stage.console.criterion == finds.dropFirst().first)
  #expect(stage.console.prompt == nil)
}

@Test func `a search without a find says so and stays open`() throws {
  var stage = try live()
  stage.play("/")
  stage.type("zzz")
  stage.play("<enter>")
  #expect(stage.message == "aucun critère à ouvrir")
  #expect(stage.console.prompt?.field?.text == "zzz")
  stage.play("<esc>")
  #expect(stage.console.criterion?.id == "C1.1")
}

@Test func `a paste is searched`() throws {
  var stage = try live()
  stage.play("/")
  stage.act(.pasted("merise\n"))
  stage.play("<enter>")
  #expect(stage.console.criterion?.id == "C4.1")
}

@Test func `what is searched is marked where it stands, details too, and no line is cut before it`() throws {
  var stage = try live()
  stage.play("/")
  stage.type("commandes")
  expectBody(
    stage.picture,
    """
     ▸E1 00:00    E2 –    E3 –    E4 –    E5 –
     E1 Données      0/28 │ C1  Automatiser l'extraction                        0/7

       Chercher : commandes                                             2 trouvés
       ▸ C3.3     Documentation de l'agrégation complète  … commandes, les encha…
         C4.7     Doc : dépendances et commandes des scripts  les commandes pour…

    """)
  let cells = (0..<24).flatMap { stage.picture.frame.cells(ofRow: $0) }
  func text(_ role: Role) -> String { cells.filter { $0.role == role }.map(\.text).joined() }
  #expect(text("row.selected.match") == "commandes")
  #expect(text("panel.match") == "commandescommandes")
}
