import Evaluation
import Screen
import Testing

@testable import Console

/// A title grid, ready to be sealed, of sixty lines.
private func ready() throws -> Stage {
  let oral = try Stage(opening: "durand", given: ["durand": Session.ended]).oral
  var stage = try Stage(opening: "durand", given: ["durand": Session.ended + Session.admitted(oral)])
  stage.world.gridLines = (1...60).map { "ligne \($0) de la grille telle qu'elle sera imprimée" }
  stage.play("g")
  return stage
}

@Test func `a sealed grid says which bytes are frozen and who is still to sign`() throws {
  var stage = try ready()
  stage.play("s o")
  expectPicture(
    stage.picture,
    """
     DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux   ● enregistré 08:50:00
     21 compétences sur 21 décidées  ████████████████████  Admis
                   ligne 1 de la grille telle qu'elle sera imprimée
                   ligne 2 de la grille telle qu'elle sera imprimée
                   ligne 3 de la grille telle qu'elle sera imprimée
                   ligne 4 de la grille telle qu'elle sera imprimée
                   ligne 5 de la grille telle qu'elle sera imprimée
                   ligne 6 de la grille telle qu'elle sera imprimée
                   ligne 7 de la grille telle qu'elle sera imprimée
                   ligne 8 de la grille telle qu'elle sera imprimée
                   ligne 9 de la grille telle qu'elle sera imprimée
                   ligne 10 de la grille telle qu'elle sera imprimée
                   ligne 11 de la grille telle qu'elle sera imprimée
                   ligne 12 de la grille telle qu'elle sera imprimée
                   ligne 13 de la grille telle qu'elle sera imprimée
                   ligne 14 de la grille telle qu'elle sera imprimée
                   ligne 15 de la grille telle qu'elle sera imprimée
                   ligne 16 de la grille telle qu'elle sera imprimée
     ────────────────────────────────────────────────────────────────── 1–16 / 60 ─
     Scellée à 08:50  digest-of-the-gr…   0 signature sur 2
     ▸ Amina BENALI                  en attente
       Marc ROUX                     en attente
     scellée : chaque juré signe à son tour
     Entrée signer  R rouvrir  X refuser  F1 aide
    """)
  stage.console.size = Size(rows: 12, columns: 40)
  expectPicture(
    stage.picture,
    """
     DURAND Léa       ● enregistré 08:50:00
     21/21 décidées  Admis
     ligne 1 de la grille telle qu'elle ser…
     ligne 2 de la grille telle qu'elle ser…
     ligne 3 de la grille telle qu'elle ser…
     ligne 4 de la grille telle qu'elle ser…
     ─────────────────────────── 1–4 / 60 ─
     Scellée à 08:50   0 signature sur 2
     ▸ Amina BENALI        en attente
       Marc ROUX           en attente
     scellée : chaque juré signe à son tour
     Entrée signer  R rouvrir  F1 aide
    """)
}

@Test func `sealing says what it does before it is done`() throws {
  var stage = try ready()
  stage.play("s")
  expectPicture(
    stage.picture,
    """
     DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux   ● enregistré 08:50:00
     21 compétences sur 21 décidées  ████████████████████  Admis
                   ligne 1 de la grille telle qu'elle sera imprimée
                   ligne 2 de la grille telle qu'elle sera imprimée
                   ligne 3 de la grille telle qu'elle sera imprimée
                   ligne 4 de la grille telle qu'elle sera imprimée
                   ligne 5 de la grille telle qu'elle sera imprimée
                   ligne 6 de la grille telle qu'elle sera imprimée
                   ligne 7 de la grille telle qu'elle sera imprimée
                   ligne 8 de la grille telle qu'elle sera imprimée
                   ligne 9 de la grille telle qu'elle sera imprimée
                   ligne 10 de la grille telle qu'elle sera imprimée
                   ligne 11 de la grille telle qu'elle sera imprimée
                   ligne 12 de la grille telle qu'elle sera imprimée
                   ligne 13 de la grille telle qu'elle sera imprimée
                   ligne 14 de la grille telle qu'elle sera imprimée
     ────────────────────────────────────────────────────────────────── 1–14 / 60 ─
     Non scellée. Rien ne manque : s pour sceller.

       Sceller la grille ? Elle est figée, puis chaque juré la signe. Elle peut
       être rouverte jusqu'à la dernière signature.


     o oui  n non
    """)
}

@Test func `a passphrase shows as bullets`() throws {
  var stage = try ready()
  stage.play("s o <enter>")
  stage.type("secret")
  expectPicture(
    stage.picture,
    """
     DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux   ● enregistré 08:50:00
     21 compétences sur 21 décidées  ████████████████████  Admis
                   ligne 1 de la grille telle qu'elle sera imprimée
                   ligne 2 de la grille telle qu'elle sera imprimée
                   ligne 3 de la grille telle qu'elle sera imprimée
                   ligne 4 de la grille telle qu'elle sera imprimée
                   ligne 5 de la grille telle qu'elle sera imprimée
                   ligne 6 de la grille telle qu'elle sera imprimée
                   ligne 7 de la grille telle qu'elle sera imprimée
                   ligne 8 de la grille telle qu'elle sera imprimée
                   ligne 9 de la grille telle qu'elle sera imprimée
                   ligne 10 de la grille telle qu'elle sera imprimée
                   ligne 11 de la grille telle qu'elle sera imprimée
                   ligne 12 de la grille telle qu'elle sera imprimée
     ────────────────────────────────────────────────────────────────── 1–12 / 60 ─
     Scellée à 08:50  digest-of-the-gr…   0 signature sur 2
     ▸ Amina BENALI                  en attente
       Marc ROUX                     en attente

       Phrase secrète : Amina BENALI   elle ne s'affiche pas
       ••••••


     Entrée signer  Échap abandonner
    """)
}

@Test func `a complete grid says how to print it`() throws {
  var stage = try ready()
  stage.play("s o <enter>")
  stage.type("secret")
  stage.play("<enter> <enter>")
  stage.type("secret")
  stage.play("<enter>")
  expectPicture(
    stage.picture,
    """
     DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux   ● enregistré 08:50:00
     21 compétences sur 21 décidées  ████████████████████  Admis
                   ligne 1 de la grille telle qu'elle sera imprimée
                   ligne 2 de la grille telle qu'elle sera imprimée
                   ligne 3 de la grille telle qu'elle sera imprimée
                   ligne 4 de la grille telle qu'elle sera imprimée
                   ligne 5 de la grille telle qu'elle sera imprimée
                   ligne 6 de la grille telle qu'elle sera imprimée
                   ligne 7 de la grille telle qu'elle sera imprimée
                   ligne 8 de la grille telle qu'elle sera imprimée
                   ligne 9 de la grille telle qu'elle sera imprimée
                   ligne 10 de la grille telle qu'elle sera imprimée
                   ligne 11 de la grille telle qu'elle sera imprimée
                   ligne 12 de la grille telle qu'elle sera imprimée
                   ligne 13 de la grille telle qu'elle sera imprimée
                   ligne 14 de la grille telle qu'elle sera imprimée
                   ligne 15 de la grille telle qu'elle sera imprimée
     ────────────────────────────────────────────────────────────────── 1–15 / 60 ─
     Scellée à 08:50  digest-of-the-gr…   complète : 2 signatures sur 2
       Amina BENALI                  ✓ signé à 08:50
       Marc ROUX                     ✓ signé à 08:50
     pour l'imprimer : jury grid … --candidate durand -o grille.pdf
     signé par Marc ROUX
     F1 aide
    """)
}
