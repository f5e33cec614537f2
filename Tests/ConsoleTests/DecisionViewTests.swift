import Evaluation
import Screen
import Testing

@testable import Console

/// After a title oral of sixteen minutes, seven marks, a note.
private func heard() throws -> Stage {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started])
  stage.play("␣ <down> n <down> p <down> c")
  stage.type("Merise appliqué, mais cardinalités à revoir")
  stage.play("<enter> q")
  stage.type("Avez-vous testé ?")
  stage.play("<enter> C 4 ␣ 3 n C 5 ␣")
  stage.wait(seconds: 983)
  stage.play("f o d")
  return stage
}

@Test func `the decision shows each block, what its competencies say, and what may be decided`() throws {
  var stage = try heard()
  stage.play("a o <down> r o b")
  expectPicture(
    stage.picture,
    """
     DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux   ● enregistré 09:06:23
     2 compétences sur 21 décidées  █▉                    reste : C2 C4 C5 C6 C7 C…

     Blocs de compétences
     ▸ B1  Réaliser la collecte, le stockage et l…  reste 3 à décider   non décidé
       B2  Intégrer des modèles et des services d…  reste 8 à décider   non décidé
       B3  Réaliser une application intégrant un …  reste 8 à décider   non décidé

     Décision du jury : des blocs restent à décider
       ( )  Admis
       ( )  Admission partielle
       ( )  Non admis

     Commentaire (obligatoire si partielle ou non admis)
       aucun · c pour l'écrire








     a acquis  r non acquis  Entrée prendre la décision  c commentaire  F1 aide
    """)
}

@Test func `a small screen keeps the line under the cursor in sight`() throws {
  var stage = try heard()
  stage.play("b <end>")
  stage.console.size = Size(rows: 12, columns: 40)
  #expect(stage.picture.frame.text.contains("▸ aucun · c pour l'écrire"))
  stage.play("<home>")
  #expect(stage.picture.frame.text.contains("▸ B1"))
}

@Test func `a comment of several lines shows as it was written`() throws {
  let stage = try Stage(
    opening: "durand", given: ["durand": Session.ended + [.decisionTaken(decision: nil, comment: "un\ndeux")]])
  var page = stage
  page.play("b")
  #expect(page.picture.frame.text.contains("   un\n   deux"))
}
