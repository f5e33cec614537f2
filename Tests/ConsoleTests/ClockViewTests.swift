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

@Test func `a pause says its length and reason`() throws {
  var stage = try live()
  stage.play("t 1")
  stage.wait(seconds: 70)
  expectPicture(
    stage.picture,
    """
     DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux   ● enregistré 08:52:10
     EN PAUSE 01:10 · incident technique       total 02:10 / 90:00   fin 10:21 (−9)
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

     espace coché  n non  p à creuser  c note  t reprendre  u annuler  F1 aide
    """)
  stage.console.size = Size(rows: 12, columns: 40)
  expectPicture(
    stage.picture,
    """
     DURAND Léa       ● enregistré 08:52:10
     EN PAUSE 01:10          fin 10:21 (−9)
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

@Test func `marks that come in a pause say since when, and which key counts that time`() throws {
  var stage = try live()
  stage.play("t 1")
  stage.wait(seconds: 70)
  stage.play("n")
  stage.wait(seconds: 45)
  expectPicture(
    stage.picture,
    """
     DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux   ● enregistré 08:53:20
     EN PAUSE 01:55 · ne tourne pas depuis 00:45 · b : antidater     fin 10:21 (−8)
     ▸E1 02:10    E2 –    E3 –    E4 –    E5 –
     E1 Données      5/28 │ C4  Créer une base de données RGPD                 2/10
       C1       ?1 ✗1 3/7 │
       C2             0/3 │    1 [✓]  Modélisation selon Merise
       C3             0/3 │    2 [ ]  Modèle physique intégré sans erreur
     ▸ C4         ✗1 2/10 │ ▸  3 [✗]  Choix de la base justifié par le projet
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

     b antidater  espace coché  n non  p à creuser  c note  t reprendre  F1 aide
    """)
  stage.console.size = Size(rows: 12, columns: 40)
  expectPicture(
    stage.picture,
    """
     DURAND Léa       ● enregistré 08:53:20
     b : antidater (00:45)   fin 10:21 (−8)
     C4  Créer une base de données RG… 2/10
        2 [ ]  Modèle physique intégré sa…
     ▸  3 [✗]  Choix de la base justifié …
        4 [ ]  Installation reproductible…
     ──────────────────────────────────────
     C4.3   La base de données est choisie
            au regard de la modélisation
            des données et des contraintes

     b antidater  espace coché  F1 aide
    """)
}

/// The clocks' row of a block 1 oral, its presentation 15 minutes long.
private func row(after seconds: Int, columns: Int = 80, language: Language = .fr) throws -> String {
  var stage = try Stage(
    opening: "ndiaye", given: ["ndiaye": Session.started], size: Size(rows: 24, columns: columns), language: language)
  stage.wait(seconds: seconds)
  return String(stage.picture.frame.text.split(separator: "\n")[1])
}

@Test func `what is left is said, and warned of in words at five minutes and at one`() throws {
  #expect(try row(after: 599) == " Soutenance E1  reste 05:01 / 15:00      total 09:59 / 25:00   fin 09:15 (−130)")
  #expect(try row(after: 600).contains("reste 05:00, moins de 5 min"))
  #expect(try row(after: 839).contains("reste 01:01, moins de 5 min"))
  #expect(try row(after: 840).contains("reste 01:00, moins de 1 min"))
  #expect(try row(after: 840, language: .en).contains("01:00 left, under 1 min"))
}

@Test func `past the end the count goes on`() throws {
  #expect(try row(after: 15 * 60 + 133).contains("+02:13 au-delà de 15:00"))
  #expect(try row(after: 15 * 60 + 133, columns: 40).contains("+02:13"))
  #expect(try row(after: 15 * 60 + 133, language: .en).contains("+02:13 over 15:00"))
}

@Test func `the count is whole at any width`() throws {
  for columns in 40...120 {
    for seconds in [10, 700, 870, 15 * 60 + 133] {
      let left = 15 * 60 - seconds
      let count = (left < 0 ? "+" : "") + minutesText(abs(left) * 1000)
      #expect(try row(after: seconds, columns: columns).contains(count), "\(columns)")
    }
  }
}

@Test func `the clock's roles warn, then urge, then say it is over`() throws {
  var stage = try Stage(opening: "ndiaye", given: ["ndiaye": Session.started])
  var roles: [Role] = []
  for seconds in [0, 600, 240, 120] {
    stage.wait(seconds: seconds)
    roles.append(try stage.console.clockRole(stage.oral.clock, at: stage.now))
  }
  #expect(roles == ["clock", "clock.warning", "clock.urgent", "clock.over"])
}

@Test func `before the start the clock is ready, or says what it misses`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.ready])
  stage.console.page = .oral
  #expect(stage.picture.frame.text.contains("Minuterie prête"))
  stage.play("␣")
  stage.wait(seconds: 130)
  #expect(stage.picture.frame.text.contains("ne tourne pas depuis 02:10 · b : antidater"))
}
