import Evaluation
import Screen
import Testing

@testable import Console

@Test func `a note is typed under the line it speaks of, on one of three subjects`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started])
  stage.wait(seconds: 130)
  stage.play("␣ <down> n <down> p <down> c")
  stage.type("Merise appliqué, mais cardinalités à revoir")
  expectPicture(
    stage.picture,
    """
     DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux   ● enregistré 08:52:10
     Présentation E1–E5  reste 77:50 / 80:00  total 02:10 / 90:00   fin 10:20 (−10)
     ▸E1 02:10    E2 –    E3 –    E4 –    E5 –
     E1 Données      3/28 │ C1  Automatiser l'extraction                        3/7
     ▸ C1       ?1 ✗1 3/7 │    1 [✓]  Présentation complète projet et contexte
       C2             0/3 │    2 [✗]  Spécifications : outils, langages, accès
       C3             0/3 │    3 [?]  Spécifications : moyens tous couverts
       C4            0/10 │ ▸  4 [ ]  Script d'extraction fonctionnel
       C5             0/5 │    5 [ ]  Script complet, du lancement à la sauvegarde
     E2 Service      0/18 │    6 [ ]  Script d'extraction versionné sur Git
       C6             0/6 │    7 [ ]  Cinq types de sources au moins
       C7             0/7 │ ───────────────────────────────────────────────────────
       C8             0/5 │ C1.4   Le script d'extraction des données est
     E3 Modèle       0/44 │        fonctionnel : toutes les données visées sont
       C9            0/11 │        effectivement récupérées à l'issue de
       C10            0/9 │        l'exécution du script.
       C11            0/9 │
       C12            0/7 │

       Note   ▸C1.4    C1    tout l'oral
       Merise appliqué, mais cardinalités à revoir


     Entrée enregistrer  Tab autre sujet  Ctrl-N à la ligne  Échap abandonner
    """)
  stage.console.size = Size(rows: 12, columns: 40)
  expectPicture(
    stage.picture,
    """
     DURAND Léa       ● enregistré 08:52:10
     Présentation  77:50    fin 10:20 (−10)
     C1  Automatiser l'extraction       3/7
        3 [?]  Spécifications : moyens to…
     ▸  4 [ ]  Script d'extraction foncti…
        5 [ ]  Script complet, du lanceme…
     ──────────────────────────────────────
     Note   ▸C1.4    C1    tout l'oral
     Merise appliqué, mais cardinalités à
     revoir

     Entrée enregistrer  Tab autre sujet
    """)
}

@Test func `a closed question gets a discreet reminder`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started])
  stage.wait(seconds: 130)
  stage.play("␣ <down> n <down> p <down> c")
  stage.type("Merise appliqué, mais cardinalités à revoir")
  stage.play("<enter> q")
  stage.type("Avez-vous testé ?")
  expectPicture(
    stage.picture,
    """
     DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux   ● enregistré 08:52:10
     Présentation E1–E5  reste 77:50 / 80:00  total 02:10 / 90:00   fin 10:20 (−10)
     ▸E1 02:10    E2 –    E3 –    E4 –    E5 –
     E1 Données      3/28 │ C1  Automatiser l'extraction                        3/7
     ▸ C1       ?1 ✗1 3/7 │    1 [✓]  Présentation complète projet et contexte
       C2             0/3 │    2 [✗]  Spécifications : outils, langages, accès
       C3             0/3 │    3 [?]  Spécifications : moyens tous couverts
       C4            0/10 │ ▸  4 [ ]  Script d'extraction fonctionnel       1 note
       C5             0/5 │    5 [ ]  Script complet, du lancement à la sauvegarde
     E2 Service      0/18 │    6 [ ]  Script d'extraction versionné sur Git
       C6             0/6 │    7 [ ]  Cinq types de sources au moins
       C7             0/7 │ ───────────────────────────────────────────────────────
       C8             0/5 │ C1.4   Le script d'extraction des données est
     E3 Modèle       0/44 │        fonctionnel : toutes les données visées sont
       C9            0/11 │        effectivement récupérées à l'issue de
       C10            0/9 │        l'exécution du script.
       C11            0/9 │

       Question sur C1.4   Script d'extraction fonctionnel
       Avez-vous testé ?
       question fermée : le règlement (2.4) préfère les questions ouvertes


     Entrée enregistrer  Ctrl-N à la ligne  Échap abandonner
    """)
}

/// Two minutes into an oral: four marks, a note, a question, the cursor on C4.3.
private func live() throws -> Stage {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started])
  stage.wait(seconds: 130)
  stage.play("␣ <down> n <down> p <down> c")
  stage.type("Merise appliqué, mais cardinalités à revoir")
  stage.play("<enter> q")
  stage.type("Avez-vous testé ?")
  stage.play("<enter> C 4 ␣ 3 p")
  return stage
}

@Test func `a pause asks for its reason`() throws {
  var stage = try live()
  stage.play("t")
  expectPicture(
    stage.picture,
    """
     DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux   ● enregistré 08:52:10
     Présentation E1–E5  reste 77:50 / 80:00  total 02:10 / 90:00   fin 10:20 (−10)
     E1 Données      5/28 │ C4  Créer une base de données RGPD                 2/10
       C1       ?1 ✗1 3/7 │    1 [✓]  Modélisation selon Merise
       C2             0/3 │    2 [ ]  Modèle physique intégré sans erreur
       C3             0/3 │ ▸  3 [?]  Choix de la base justifié par le projet
     ▸ C4         ?1 2/10 │    4 [ ]  Installation reproductible, conforme
       C5             0/5 │    5 [ ]  Script d'import fonctionnel
     E2 Service      0/18 │    6 [ ]  Doc de l'import versionnée avec le script
       C6             0/6 │    7 [ ]  Doc : dépendances et commandes des scripts
       C7             0/7 │ ───────────────────────────────────────────────────────
       C8             0/5 │ C4.3   La base de données est choisie au regard de la
     E3 Modèle       0/44 │        modélisation des données et des contraintes du
       C9            0/11 │        projet.

       Motif de la pause
       ▸ 1  incident technique
         2  pause demandée par le candidat
         3  interruption extérieure
         4  pause du jury
            autre :


     Entrée mettre en pause  Échap laisser tourner
    """)
  stage.console.size = Size(rows: 12, columns: 40)
  expectPicture(
    stage.picture,
    """
     DURAND Léa       ● enregistré 08:52:10
     Présentation  77:50    fin 10:20 (−10)
     C4  Créer une base de données RG… 2/10
        2 [ ]  Modèle physique intégré sa…
     Motif de la pause
     ▸ 1  incident technique
       2  pause demandée par le candidat
       3  interruption extérieure
       4  pause du jury
          autre :

     Entrée mettre en pause
    """)
}

@Test func `the criterion opens whole`() throws {
  var stage = try live()
  stage.play("t 1")
  stage.wait(seconds: 70)
  stage.play("n")
  stage.wait(seconds: 45)
  stage.play("b <enter>")
  expectPicture(
    stage.picture,
    """
     DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux   ● enregistré 08:54:05
     Présentation E1–E5  reste 77:05 / 80:00   total 02:55 / 90:00   fin 10:21 (−9)
     E1 Données      5/28 │ C4  Créer une base de données RGPD                 2/10
       C1       ?1 ✗1 3/7 │    1 [✓]  Modélisation selon Merise
       C2             0/3 │    2 [ ]  Modèle physique intégré sans erreur
       C3             0/3 │ ▸  3 [✗]  Choix de la base justifié par le projet
     ▸ C4         ✗1 2/10 │    4 [ ]  Installation reproductible, conforme
       C5             0/5 │    5 [ ]  Script d'import fonctionnel
     E2 Service      0/18 │    6 [ ]  Doc de l'import versionnée avec le script
       C6             0/6 │    7 [ ]  Doc : dépendances et commandes des scripts
       C7             0/7 │    8 [ ]  Registre des traitements complet
       C8             0/5 │    9 [ ]  Procédures de tri RGPD rédigées
     E3 Modèle       0/44 │ ───────────────────────────────────────────────────────
       C9            0/11 │ C4.3   La base de données est choisie au regard de la
       C10            0/9 │        modélisation des données et des contraintes du
       C11            0/9 │        projet.

       Choix de la base justifié par le projet

       C4.3   La base de données est choisie au regard de la modélisation des
              données et des contraintes du projet.


     ↓ défiler  Échap fermer
    """)
}

@Test func `a long note shows its last lines, where the cursor is`() throws {
  var stage = try live()
  stage.play("c")
  for number in 1...60 { stage.type("mot\(number) ") }
  let text = stage.picture.frame.text
  #expect(text.contains("mot60"))
  stage.console.size = Size(rows: 10, columns: 40)
  #expect(stage.picture.frame.text.contains("mot60"))
  let cursor = try #require(stage.picture.frame.cursor)
  #expect(cursor.row < 8 && cursor.column < 40)
}

@Test func `the line a small panel speaks of stays in sight`() throws {
  for keys in ["c", "q", "t", "s", "C 1"] {
    var stage = try live()
    stage.play("C 1 7 1 2 \(keys)")
    #expect(stage.picture.frame.text.contains("▸ 12 [ ]"), "\(keys)")
  }
}
