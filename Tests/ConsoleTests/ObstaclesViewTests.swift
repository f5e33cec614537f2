import Evaluation
import Screen
import Testing

@testable import Console

/// A block 1 oral, heard and decided but for one competency.
private func almost() throws -> Stage {
  let verdicts: [Event] = [1, 2, 4, 5].map {
    .verdictGiven(competency: "C\($0)", acquired: true, unmarkedConfirmed: true)
  }
  var stage = try Stage(opening: "ndiaye", given: ["ndiaye": Session.ended + verdicts])
  stage.play("l")
  return stage
}

@Test func `the list says what is missing, one line each`() throws {
  expectBody(
    try almost().picture,
    """

     Ce qui empêche de sceller la grille  3

     ▸ C3 n'est pas décidée
       le bloc B1 n'est pas décidé
       la décision n'est pas prise
    """)
}

@Test func `nothing missing says where to go`() throws {
  let oral = try almost().oral
  var stage = try Stage(opening: "ndiaye", given: ["ndiaye": Session.ended + Session.admitted(oral)])
  stage.play("l")
  expectBody(
    stage.picture,
    """

     Rien ne manque

       Entrée : la grille telle qu'elle sera imprimée
    """)
}
