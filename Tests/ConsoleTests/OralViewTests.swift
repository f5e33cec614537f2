import Evaluation
import Screen
import Testing

@testable import Console

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

@Test func `the live oral shows its competencies, the marks, the criterion whole and the time`() throws {
  var stage = try live()
  expectPicture(
    stage.picture,
    """
     DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux   ● enregistré 08:52:10
     Présentation E1–E5  reste 77:50 / 80:00  total 02:10 / 90:00   fin 10:20 (−10)
     ▸E1 02:10    E2 –    E3 –    E4 –    E5 –
     E1 Données      5/28 │ C4  Créer une base de données RGPD                 2/10
       C1       ?1 ✗1 3/7 │
       C2             0/3 │    1 [✓]  Modélisation selon Merise
       C3             0/3 │    2 [ ]  Modèle physique intégré sans erreur
     ▸ C4         ?1 2/10 │ ▸  3 [?]  Choix de la base justifié par le projet
       C5             0/5 │    4 [ ]  Installation reproductible, conforme
     E2 Service      0/18 │    5 [ ]  Script d'import fonctionnel
       C6             0/6 │    6 [ ]  Doc de l'import versionnée avec le script
       C7             0/7 │    7 [ ]  Doc : dépendances et commandes des scripts
       C8             0/5 │    8 [ ]  Registre des traitements complet
     E3 Modèle       0/44 │    9 [ ]  Procédures de tri RGPD rédigées
       C9            0/11 │   10 [ ]  Tri : traitements et fréquence détaillés
       C10            0/9 │
       C11            0/9 │ ───────────────────────────────────────────────────────
       C12            0/7 │
       C13            0/8 │ C4.3   La base de données est choisie au regard de la
     E4 Application  0/40 │        modélisation des données et des contraintes du
       C14            0/5 │        projet.
       C15            0/5 │

     espace coché  n non  p à creuser  c note  t pause  u annuler  F1 aide
    """)
  stage.console.size = Size(rows: 40, columns: 120)
  expectPicture(
    stage.picture,
    """
     DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux · Titre à finalité professionnelle        ● enregistré 08:52:10
     Présentation E1–E5  ▊                               reste 77:50 / 80:00          total 02:10 / 90:00   fin 10:20 (−10)
     ▸E1 02:10    E2 –    E3 –    E4 –    E5 –
     E1 Données           5/28 │ C4  Créer une base de données RGPD                                                    2/10
       C1            ?1 ✗1 3/7 │
       C2                  0/3 │    1 [✓]  Modélisation selon Merise
       C3                  0/3 │    2 [ ]  Modèle physique intégré sans erreur
     ▸ C4              ?1 2/10 │ ▸  3 [?]  Choix de la base justifié par le projet
       C5                  0/5 │    4 [ ]  Installation reproductible, conforme
                               │    5 [ ]  Script d'import fonctionnel
     E2 Service           0/18 │    6 [ ]  Doc de l'import versionnée avec le script
       C6                  0/6 │    7 [ ]  Doc : dépendances et commandes des scripts
       C7                  0/7 │    8 [ ]  Registre des traitements complet
       C8                  0/5 │    9 [ ]  Procédures de tri RGPD rédigées
                               │   10 [ ]  Tri : traitements et fréquence détaillés
     E3 Modèle            0/44 │
       C9                 0/11 │ ──────────────────────────────────────────────────────────────────────────────────────────
       C10                 0/9 │
       C11                 0/9 │ C4.3   La base de données est choisie au regard de la modélisation des données et des
       C12                 0/7 │        contraintes du projet.
       C13                 0/8 │
                               │
     E4 Application       0/40 │
       C14                 0/5 │
       C15                 0/5 │
       C16                 0/4 │
       C17                0/12 │
       C18                 0/7 │
       C19                 0/7 │
                               │
     E5 Incident          0/12 │
       C20                 0/7 │
       C21                 0/5 │
                               │
                               │
                               │
                               │
                               │

     espace coché  n non  p à creuser  c note  t pause  u annuler  q question  g agenda  / chercher  F1 aide
    """)
  stage.console.size = Size(rows: 12, columns: 40)
  expectPicture(
    stage.picture,
    """
     DURAND Léa       ● enregistré 08:52:10
     Présentation  77:50    fin 10:20 (−10)
     C4  Créer une base de données RG… 2/10
        2 [ ]  Modèle physique intégré sa…
     ▸  3 [?]  Choix de la base justifié …
        4 [ ]  Installation reproductible…
     ──────────────────────────────────────
     C4.3   La base de données est choisie
            au regard de la modélisation
            des données et des contraintes

     espace coché  n non  F1 aide
    """)
}

@Test func `a picture drawn over the last one is right at any moment of an oral`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started])
  // Warnings and the overrun come in the midst of a second; the stage compares each picture with one drawn anew.
  for step in 0..<120 {
    stage.now = stage.now.advanced(by: 50_137)
    stage.play(["<down>", "␣", "n", "<right>", "t", "<up>"][step % 6])
  }
}
