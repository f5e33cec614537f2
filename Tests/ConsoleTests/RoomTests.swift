import Screen
import Testing

@testable import Console
@testable import Evaluation

@Test func `before the oral each juror confirms for themself, and sees who is there`() throws {
  var stage = try Stage.room("roux")
  stage.greet("benali", "oster")
  stage.play("␣")
  #expect(stage.facts == [.noTieDeclared(juror: "roux"), .jurorPresent(juror: "roux", true)])
  stage.hear("benali", .jurorPresent(juror: "benali", true), .noTieDeclared(juror: "benali"))
  stage.hear("benali", .identityChecked(true))
  stage.play("<up> <up> <up> ␣")
  #expect(stage.message == "chaque juré le dit de sa console")
  stage.play("<down>")
  expectPicture(
    stage.picture,
    """
     N'DIAYE Aïssatou  M. Roux · 25 min · salle 2    ● enregistré 08:50:00 · vu 0/2
     Minuterie prête                                          25:00   prévu à 11:00

       [✓]  Identité de N'DIAYE Aïssatou vérifiée
       [✓]  Amina BENALI  présence  Data engineer, Comète         extérieur · 8 ans
     ▸     [✓]  sans lien avec le candidat, ni part dans sa formation
       [✓]  Marc ROUX  présence  Développeur, Centre d'essai        interne · 5 ans
           [✓]  sans lien avec le candidat, ni part dans sa formation
       [ ]  Ingrid ØSTER  présence  Architecte, Fjord            extérieur · 12 ans
           [ ]  sans lien avec le candidat, ni part dans sa formation

       Amina BENALI confirme n'entretenir ni avoir entretenu de lien
       professionnel ou personnel avec le candidat, et n'avoir participé ni à sa
       formation ni à sa préparation à la certification (2.1).

       Composition   ✓ 2 présents · 1 extérieur sur 2 (50 %) · minimum 2 et 50 %
       Temps         25 min

       Tout est prêt · t : commencer l'oral



     ● A. Benali  ·  ● I. Øster
     espace confirmer  x lien  t commencer l'oral  a absence  F1 aide
    """)
}

@Test func `a juror who opens their console once the oral has begun confirms first, then joins it`() throws {
  var stage = try Stage(plan: Room.plan, viewer: "oster")
  for juror in ["benali", "roux"] {
    for event in [Event.jurorPresent(juror: juror, true), .noTieDeclared(juror: juror)] {
      stage.world.receive(Fact(event), of: "ndiaye", from: juror, at: stage.now)
    }
  }
  for event in [Event.identityChecked(true), .clockStarted(backdatedBy: 0)] {
    stage.world.receive(Fact(event), of: "ndiaye", from: "benali", at: stage.now)
  }
  stage.play("<down> <enter>")
  #expect(try stage.oral.clock.state == .running)
  #expect(stage.console.page == .before)
  stage.play("␣")
  #expect(stage.facts == [.noTieDeclared(juror: "oster"), .jurorPresent(juror: "oster", true)])
  #expect(try stage.oral.sits("oster"))
  stage.play("t")
  #expect(stage.console.page == .oral)
  stage.play("<esc> <esc> <enter>")
  #expect(stage.console.page == .oral)
}

@Test func `who has not confirmed yet is not moved to an oral that others start`() throws {
  var stage = try Stage.room("oster")
  for juror in ["benali", "roux"] { stage.hear(juror, .jurorPresent(juror: juror, true), .noTieDeclared(juror: juror)) }
  stage.hear("benali", .identityChecked(true), .clockStarted(backdatedBy: 0))
  #expect(stage.console.page == .before)
  #expect(stage.picture.frame.text.contains("Oral commencé à 08:50 · t : y revenir"))
}

@Test func `the live oral follows who conducts, and tells counts alone of the others`() throws {
  var stage = try Stage.room("roux")
  stage.start(by: "benali")
  #expect(stage.console.page == .oral)
  stage.play("␣ <down> n")
  stage.hear(
    "oster", .criterionMarked(criterion: "C1.1", mark: .notMet), .noted(subject: "C1", text: "secret d'Ingrid"))
  stage.greet("benali", "oster")
  stage.play("t")
  stage.type("x")
  stage.play("<enter>")
  #expect(try stage.oral.clock.state == .running)
  stage.play("<esc> <up>")
  expectPicture(
    stage.picture,
    """
     N'DIAYE Aïssatou  M. Roux · 25 min · salle 2    ● enregistré 08:50:00 · vu 2/2
     Soutenance E1  reste 15:00 / 15:00      total 00:00 / 25:00   fin 09:15 (−130)
     E1 Données      2/28 │ C1  Automatiser l'extraction                        2/7
     ▸ C1          ✗1 2/7 │
       C2             0/3 │ ▸  1 [✓]  Présentation complète projet et contexte
       C3             0/3 │    2 [✗]  Spécifications : outils, langages, accès
       C4            0/10 │    3 [ ]  Spécifications : moyens tous couverts
       C5             0/5 │    4 [ ]  Script d'extraction fonctionnel
                          │    5 [ ]  Script complet, du lancement à la sauvegarde
                          │    6 [ ]  Script d'extraction versionné sur Git
                          │    7 [ ]  Cinq types de sources au moins
                          │
                          │ ───────────────────────────────────────────────────────
                          │
                          │ C1.1   La présentation du projet et de son contexte est
                          │        complète : acteurs, objectifs fonctionnels et
                          │        techniques, environnements et contraintes
                          │        techniques, budget, organisation du travail et
                          │        planification.
                          │
                          │
                          │
     ● A. Benali (conduit) 0/28  ·  ● I. Øster 1/28
     espace coché  n non  p à creuser  d délibérer  c note  u annuler  F1 aide
    """)
  stage.play("N")
  #expect(!stage.picture.frame.text.contains("secret"))
}

@Test func `a console gone silent is visible within seconds, and one key takes the hand`() throws {
  var stage = try Stage.room("roux")
  stage.start(by: "benali")
  stage.greet("benali", "oster")
  stage.wait(seconds: 5)
  #expect(!stage.picture.frame.text.contains("muet"))
  stage.wait(seconds: 7)
  stage.greetAgain("oster")
  expectPicture(
    stage.picture,
    """
     N'DIAYE Aïssatou  M. Roux · 25 min · salle 2 · Bloc 1                    08:50
     Soutenance E1  reste 14:48 / 15:00      total 00:12 / 25:00   fin 09:15 (−130)
     E1 Données      0/28 │ C1  Automatiser l'extraction                        0/7
     ▸ C1             0/7 │
       C2             0/3 │ ▸  1 [ ]  Présentation complète projet et contexte
       C3             0/3 │    2 [ ]  Spécifications : outils, langages, accès
       C4            0/10 │    3 [ ]  Spécifications : moyens tous couverts
       C5             0/5 │    4 [ ]  Script d'extraction fonctionnel
                          │    5 [ ]  Script complet, du lancement à la sauvegarde
                          │    6 [ ]  Script d'extraction versionné sur Git
                          │    7 [ ]  Cinq types de sources au moins
                          │
                          │ ───────────────────────────────────────────────────────
                          │
                          │ C1.1   La présentation du projet et de son contexte est
                          │        complète : acteurs, objectifs fonctionnels et
                          │        techniques, environnements et contraintes
                          │        techniques, budget, organisation du travail et
                          │        planification.
                          │
                          │
                          │
     ○ A. Benali (conduit) muet 00:12  ·  ● I. Øster 0/28
     T prendre la main  espace coché  n non  p à creuser  d délibérer  F1 aide
    """)
  let spent = try stage.oral.clock.totalSpent(at: stage.now)
  stage.play("T")
  #expect(stage.facts == [.handTaken(from: "benali", boot: "boot-1", up: stage.now.up, isCertain: true)])
  #expect(try stage.oral.clock.totalSpent(at: stage.now) == spent)
  stage.play("T")
  #expect(stage.message == "vous avez déjà la main")
  stage.play("<down>")
  #expect(stage.picture.frame.text.contains("vous avez la main"))
}

@Test func `who loses the hand is told who has it`() throws {
  var stage = try Stage.room("benali")
  stage.start(by: "benali")
  stage.hear("oster", .handTaken(from: "benali", boot: "boot-1", up: stage.now.up, isCertain: true))
  #expect(stage.message == "Ingrid ØSTER a pris la main")
  stage.play("s o")
  #expect(stage.message == "Ingrid ØSTER conduit l'oral ; T : prendre la main")
}

@Test func `each gives their opinions, then hands in after being asked`() throws {
  var stage = try Stage.room("roux")
  stage.start(by: "benali")
  stage.greet("benali", "oster")
  stage.play("␣ <down> ␣")
  stage.hear("benali", .oralEnded)
  #expect(stage.message == "l'oral est terminé ; d : votre avis, puis remettre la grille")
  stage.play("d a a r")
  expectPicture(
    stage.picture,
    """
     N'DIAYE Aïssatou  M. Roux · 25 min · salle 2    ● enregistré 08:50:00 · vu 2/2
     vos avis : 3/5  ████████████          reste : C4 C5

     Votre avis à donner  2
     ▸ C4   Créer une base de données RGPD                         ·10
       C5   API REST du jeu de données                              ·5

     Vos avis  3
       C1   Automatiser l'extraction                             ✓2 ·5 ✓ acquis
       C2   Requêtes SQL d'extraction                               ·3 ✓ acquis
       C3   Agréger les données                                     ·3 ✗ non acquis

     ──────────────────────────────────────────────────────────────────────────────
     C4  0 critère coché sur 10, 10 sans coche
     · C4.1   Modélisation selon Merise
     · C4.2   Modèle physique intégré sans erreur
     · C4.3   Choix de la base justifié par le projet
     · C4.4   Installation reproductible, conforme
     · C4.5   Script d'import fonctionnel
     · C4.6   Doc de l'import versionnée avec le script
     · C4.7   Doc : dépendances et commandes des scripts
     … Entrée : tous les critères
     ● A. Benali (conduit) 0/28  ·  ● I. Øster 0/28
     h remettre ma grille  a acquis  r non acquis  Entrée critères  F1 aide
    """)
  stage.play("h")
  expectPicture(
    stage.picture,
    """
     N'DIAYE Aïssatou  M. Roux · 25 min · salle 2    ● enregistré 08:50:00 · vu 2/2
     vos avis : 3/5  ████████████          reste : C4 C5

     Votre avis à donner  2
     ▸ C4   Créer une base de données RGPD                         ·10
       C5   API REST du jeu de données                              ·5

     Vos avis  3
       C1   Automatiser l'extraction                             ✓2 ·5 ✓ acquis
       C2   Requêtes SQL d'extraction                               ·3 ✓ acquis
       C3   Agréger les données                                     ·3 ✗ non acquis







       Remettre votre grille ? 2 compétences sans avis, 26 critères sans coche.
       Vos coches et vos avis ne changeront plus ; les autres les verront quand
       tous auront remis la leur.

     ● A. Benali (conduit) 0/28  ·  ● I. Øster 0/28
     o oui  n non
    """)
  stage.play("␣")
  #expect(try !stage.oral.sheet.isHandedIn)
  stage.play("o")
  #expect(stage.facts.last == .handedIn)
  stage.hear("benali", .handedIn)
  stage.play("<up>")
  expectPicture(
    stage.picture,
    """
     N'DIAYE Aïssatou  M. Roux · 25 min · salle 2    ● enregistré 08:50:00 · vu 2/2
     0 compétence sur 5 décidée                        reste : C1 C2 C3 C4 C5

       Votre grille est remise. La délibération attend :

     ▸ Ingrid ØSTER                                    console ouverte depuis 08:50

       L : libérer Ingrid ØSTER, avec un motif, si ce juré doit partir














     ● A. Benali (conduit) remis  ·  ● I. Øster 0/28
     L libérer un juré  F1 aide
    """)
  stage.play("L")
  stage.type("malaise")
  stage.play("<enter>")
  #expect(stage.facts.last == .jurorReleased(juror: "oster", reason: "malaise"))
  #expect(try stage.oral.isDeliberating)
}

@Test func `the deliberation starts from what differs`() throws {
  var stage = try Stage.room()
  stage.start(by: "benali")
  stage.handInAll()
  stage.greet("roux", "oster")
  stage.play("d <down> <up>")
  expectPicture(
    stage.picture,
    """
     N'DIAYE Aïssatou  A. Benali · 25 min · salle 2 · Bloc 1                  08:50
     0 compétence sur 5 décidée                        reste : C1 C2 C3 C4 C5

     Avis différents  1                                          B R Ø
     ▸ C2   Requêtes SQL d'extraction                            ✓ ✗ ✓

     Même avis, coches différentes  1
       C3   Agréger les données                                  ✓ ✓ ✓

     Tous d'accord : v pour confirmer  3
       C1   Automatiser l'extraction                             ✓ ✓ ✓
       C4   Créer une base de données RGPD                       ✓ ✓ ✓
     ──────────────────────────────────────────────────────────────────────────────
     B  Amina BENALI  ✓ acquis
     R  Marc ROUX  ✗ non acquis
     Ø  Ingrid ØSTER  ✓ acquis

     B R Ø  3 critères cochés différemment
     ✓ ✗ ✓  C2.1   Requêtes de type SQL fonctionnelles
             M. Roux : La spécification ne dit rien des volumes.
     ✓ ✗ ✓  C2.2   Choix des requêtes documentés
     … Entrée : tous les critères
     vous avez la main  ·  ● M. Roux  ·  ● I. Øster
     v confirmer les accords  V vote  a acquis  r non acquis  F1 aide
    """)
  stage.resize(rows: 40, columns: 120)
  expectPicture(
    stage.picture,
    """
     N'DIAYE Aïssatou  A. Benali · 25 min · salle 2 · Bloc 1                                                          08:50
     0 compétence sur 5 décidée                        reste : C1 C2 C3 C4 C5

     Avis différents  1                        B R Ø              │ C2   Développer des requêtes de type SQL d'extraction
     ▸ C2   Requêtes SQL d'extraction          ✓ ✗ ✓              │      des données depuis un système de gestion de base
                                                                  │      de données et un système big data en appliquant le
     Même avis, coches différentes  1                             │      langage de requête propre au système afin de
       C3   Agréger les données                ✓ ✓ ✓              │      préparer la collecte des données nécessaires au
                                                                  │      projet.
     Tous d'accord : v pour confirmer  3                          │
       C1   Automatiser l'extraction           ✓ ✓ ✓              │ B  Amina BENALI  ✓ acquis
       C4   Créer une base de données RGPD     ✓ ✓ ✓              │ R  Marc ROUX  ✗ non acquis
       C5   API REST du jeu de données         ✓ ✓ ✓              │ Ø  Ingrid ØSTER  ✓ acquis
                                                                  │
                                                                  │ B R Ø  3 critères cochés différemment
                                                                  │ ✓ ✗ ✓  C2.1   Requêtes de type SQL fonctionnelles
                                                                  │         M. Roux : La spécification ne dit rien des
                                                                  │         volumes.
                                                                  │ ✓ ✗ ✓  C2.2   Choix des requêtes documentés
                                                                  │ ✓ ✗ ✓  C2.3   Optimisations des requêtes expliquées
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
     vous avez la main  ·  ● M. Roux  ·  ● I. Øster
     v confirmer les accords  V vote  a acquis  r non acquis  Entrée critères  Tab suivante  b blocs et décision  F1 aide
    """)
  stage.resize(rows: 24, columns: 80)
  stage.play("<enter>")
  expectPicture(
    stage.picture,
    """
     N'DIAYE Aïssatou  A. Benali · 25 min · salle 2 · Bloc 1                  08:50
     0 compétence sur 5 décidée                        reste : C1 C2 C3 C4 C5

     Avis différents  1                                          B R Ø
     ▸ C2   Requêtes SQL d'extraction                            ✓ ✗ ✓

     Même avis, coches différentes  1
       C3   Agréger les données                                  ✓ ✓ ✓

       C2  Requêtes SQL d'extraction

       B  Amina BENALI  ✓ acquis
       R  Marc ROUX  ✗ non acquis
       Ø  Ingrid ØSTER  ✓ acquis

       B R Ø  3 critères cochés différemment
       ✓ ✗ ✓  C2.1   Requêtes de type SQL fonctionnelles
               M. Roux : La spécification ne dit rien des volumes.
       ✓ ✗ ✓  C2.2   Choix des requêtes documentés
       ✓ ✗ ✓  C2.3   Optimisations des requêtes expliquées


     vous avez la main  ·  ● M. Roux  ·  ● I. Øster
     ↓ défiler  Échap fermer
    """)
  stage.play("<esc> a")
  #expect(stage.facts.isEmpty)
  stage.type("montré à la démonstration")
  stage.play("<enter>")
  #expect(
    stage.facts == [
      .verdictGiven(competency: "C2", acquired: true, unmarkedConfirmed: false, motive: "montré à la démonstration")
    ])
  stage.play("v")
  expectPicture(
    stage.picture,
    """
     N'DIAYE Aïssatou  A. Benali · 25 min · salle 2  ● enregistré 08:50:00 · vu 2/2
     1 compétence sur 5 décidée  ████                  reste : C1 C3 C4 C5

     Même avis, coches différentes  1                            B R Ø
     ▸ C3   Agréger les données                                  ✓ ✓ ✓

     Tous d'accord : v pour confirmer  3
       C1   Automatiser l'extraction                             ✓ ✓ ✓
       C4   Créer une base de données RGPD                       ✓ ✓ ✓
       C5   API REST du jeu de données                           ✓ ✓ ✓

     ──────────────────────────────────────────────────────────────────────────────
     B  Amina BENALI  ✓ acquis
     R  Marc ROUX  ✓ acquis
     Ø  Ingrid ØSTER  ✓ acquis

     B R Ø  1 critère coché différemment
     ✓ ✓ ✗  C3.1   Script d'agrégation fonctionnel
     … Entrée : tous les critères

       Confirmer les verdicts sur lesquels tous s'accordent ? Acquis : C1 C4 C5.

     vous avez la main  ·  ● M. Roux  ·  ● I. Øster
     o oui  n non
    """)
  stage.play("o")
  #expect(stage.facts.count == 4)
  #expect(try stage.oral.agreed.isEmpty)
}

@Test func `a vote is asked for, cast and counted`() throws {
  var stage = try Stage.room()
  stage.start(by: "benali")
  stage.handInAll()
  stage.play("d V o a")
  #expect(stage.facts == [.voteOpened(competency: "C2"), .voteCast(competency: "C2", acquired: true)])
  stage.hear("roux", .voteCast(competency: "C2", acquired: false))
  stage.play("<down> <up>")
  expectBody(
    stage.picture,
    """

     Avis différents  1                                          B R Ø
     ▸ C2   Requêtes SQL d'extraction                            ✓ ✗ ✓ vote

     Même avis, coches différentes  1
       C3   Agréger les données                                  ✓ ✓ ✓

     Tous d'accord : v pour confirmer  3
       C1   Automatiser l'extraction                             ✓ ✓ ✓
       C4   Créer une base de données RGPD                       ✓ ✓ ✓
     ──────────────────────────────────────────────────────────────────────────────
     B  Amina BENALI  ✓ acquis
     R  Marc ROUX  ✗ non acquis
     Ø  Ingrid ØSTER  ✓ acquis
     Vote en cours, 2 sur 3 · votre voix : acquis

     B R Ø  3 critères cochés différemment
     ✓ ✗ ✓  C2.1   Requêtes de type SQL fonctionnelles
             M. Roux : La spécification ne dit rien des volumes.
     … Entrée : tous les critères
    """)
  stage.hear("oster", .voteCast(competency: "C2", acquired: true))
  expectBody(
    stage.picture,
    """

     Avis différents  1                                          B R Ø
     ▸ C2   Requêtes SQL d'extraction                            ✓ ✗ ✓ vote

     Même avis, coches différentes  1
       C3   Agréger les données                                  ✓ ✓ ✓

     Tous d'accord : v pour confirmer  3
       C1   Automatiser l'extraction                             ✓ ✓ ✓
       C4   Créer une base de données RGPD                       ✓ ✓ ✓
     ──────────────────────────────────────────────────────────────────────────────
     B  Amina BENALI  ✓ acquis
     R  Marc ROUX  ✗ non acquis
     Ø  Ingrid ØSTER  ✓ acquis
     Vote : 2 pour, 1 contre → acquis

     B R Ø  3 critères cochés différemment
     ✓ ✗ ✓  C2.1   Requêtes de type SQL fonctionnelles
             M. Roux : La spécification ne dit rien des volumes.
     … Entrée : tous les critères
    """)
  stage.play("r")
  #expect(stage.message == "le vote a donné l'autre résultat")
}

@Test func `a vote that another opens is announced, and cast with the same keys`() throws {
  var stage = try Stage.room("roux")
  stage.start(by: "benali")
  stage.handInAll()
  stage.hear("benali", .voteOpened(competency: "C2"))
  #expect(stage.message == "vote ouvert sur C2 : d pour délibérer, puis a acquis, r non acquis")
  stage.play("d r")
  #expect(stage.facts == [.voteCast(competency: "C2", acquired: false)])
  stage.play("<down> a")
  #expect(stage.message == "Amina BENALI conduit l'oral ; T : prendre la main")
}

@Test func `each confirms the whole from their own console, and may put a reservation`() throws {
  var stage = try Stage.room("roux")
  stage.start(by: "benali")
  stage.handInAll()
  stage.admit(by: "benali")
  #expect(stage.message == "décision : Admis ; b puis v : confirmer l'ensemble")
  stage.play("d b e")
  stage.type("aide reçue sur C2")
  stage.play("<tab> <tab> <enter>")
  stage.hear("benali", .wholeConfirmed(revision: 7))
  stage.play("<down>")
  expectPicture(
    stage.picture,
    """
     N'DIAYE Aïssatou  M. Roux · 25 min · salle 2 · Bloc 1    ● enregistré 08:50:00
     5 compétences sur 5 décidées  ████████████████████  Admis

     Blocs de compétences
       B1  Réaliser la collecte, le stockage et la mise …  5/5 acquises   ✓ acquis

     Décision du jury
     ▸ (●)  Admis
       ( )  Admission partielle   les blocs disent autrement
       ( )  Non admis   les blocs disent autrement

     Commentaire (obligatoire si partielle ou non admis)
       aucun · c pour l'écrire

     Confirmé par
       [✓]  Amina BENALI
       [ ]  Marc ROUX   v : confirmer   réserve (dans la grille) : aide reçue sur…
       [ ]  Ingrid ØSTER




     ○ A. Benali (conduit) parti  ·  ○ I. Øster parti
     T prendre la main  v confirmer l'ensemble  e réserve  l ce qui manque  F1 aide
    """)
  stage.play("v")
  #expect(
    stage.facts == [.reservationMade(text: "aide reçue sur C2", inGrid: true), .wholeConfirmed(revision: 7)])
  stage.hear("benali", .decisionTaken(decision: .admitted, comment: "bravo"))
  #expect(stage.picture.frame.text.contains("v : confirmer"))
}

@Test func `a reservation is recorded when it is another one, or its place is`() throws {
  var stage = try Stage.room("roux")
  stage.start(by: "benali")
  stage.handInAll()
  stage.admit(by: "benali")
  stage.play("d b e <enter> e <tab> <enter> e")
  stage.type("  ")
  stage.play("<enter>")
  #expect(stage.facts.isEmpty)
  stage.play("e")
  stage.type("aide reçue")
  stage.play("<enter> e <enter>")
  #expect(stage.facts == [.reservationMade(text: "aide reçue", inGrid: true)])
  stage.play("e <tab> <enter> e <enter>")
  #expect(stage.facts.dropFirst() == [.reservationMade(text: "aide reçue", inGrid: false)])
}

@Test func `agreement is for the jury alone, once all have handed in`() throws {
  var stage = try Stage.room()
  stage.start(by: "benali")
  stage.hear("benali", .oralEnded)
  stage.play("d y")
  #expect(stage.message == "l'accord se voit quand toutes les grilles sont remises")
  stage.handInAll()
  stage.play("y")
  expectBody(
    stage.picture,
    """
     Avis différents  1                                          B R Ø
       C2   Requêtes SQL d'extraction                            ✓ ✗ ✓

     Même avis, coches différentes  1
       C3   Agréger les données                                  ✓ ✓ ✓

     Tous d'accord : v pour confirmer  3
     ▸ C1   Automatiser l'extraction                             ✓ ✓ ✓
       C4   Créer une base de données RGPD                       ✓ ✓ ✓
       C5   API REST du jeu de données                           ✓ ✓ ✓


       Accord des jurés avant délibération

       E1      90 % · 28 comparés · −0,05 (kappa de Fleiss)
       oral    90 % · 28 comparés · −0,05 (kappa de Fleiss)

       %  part des critères cochés de même par deux jurés, en moyenne sur les pa…
       κ  accord au-delà de ce que le hasard donnerait : 1 parfait, 0 celui du h…
    """)
}

@Test func `who refuses to sign is recorded with the reason`() throws {
  let oral = try Stage(opening: "ndiaye", given: ["ndiaye": Session.ended]).oral
  var stage = try Stage(
    opening: "ndiaye", given: ["ndiaye": Session.ended + Session.admitted(oral) + [.gridSealed(digest: "d")]])
  stage.play("<down> X")
  stage.type("désaccord sur C2")
  stage.play("<enter>")
  #expect(stage.facts == [.signatureRefused(juror: "roux", reason: "désaccord sur C2")])
  #expect(stage.picture.frame.text.contains("Marc ROUX                     ✗ a refusé de signer : désaccord sur C2"))
}

@Test func `a juror released is awaited no more, at a shared console too`() throws {
  var stage = try Stage(opening: "ndiaye", given: ["ndiaye": Session.ended])
  stage.play("<esc> <down> L")
  stage.type("malaise")
  stage.play("<enter>")
  #expect(stage.facts == [.jurorReleased(juror: "benali", reason: "malaise")])
}

@Test func `facts kept on this machine while the directory is away are announced, and more are taken`() throws {
  var stage = try Stage.room("roux")
  stage.start(by: "benali")
  stage.act(.spooled(facts: 3, since: stage.now))
  stage.wait(seconds: 42)
  expectPicture(
    stage.picture,
    """
     N'DIAYE Aïssatou  M. Roux · 25 min · salle 2 · Bloc 1          ■ GARDÉ ICI (3)
     Soutenance E1  reste 14:18 / 15:00      total 00:42 / 25:00   fin 09:15 (−130)
     E1 Données      0/28 │ C1  Automatiser l'extraction                        0/7
     ▸ C1             0/7 │
       C2             0/3 │ ▸  1 [ ]  Présentation complète projet et contexte
       C3             0/3 │    2 [ ]  Spécifications : outils, langages, accès
       C4            0/10 │    3 [ ]  Spécifications : moyens tous couverts
       C5             0/5 │    4 [ ]  Script d'extraction fonctionnel
                          │    5 [ ]  Script complet, du lancement à la sauvegarde
                          │    6 [ ]  Script d'extraction versionné sur Git
                          │    7 [ ]  Cinq types de sources au moins
                          │
                          │ ───────────────────────────────────────────────────────
                          │
                          │ C1.1   La présentation du projet et de son contexte est
                          │        complète : acteurs, objectifs fonctionnels et
                          │        techniques, environnements et contraintes
                          │        techniques, budget, organisation du travail et
                          │        planification.
                          │
                          │
                          │
     Répertoire absent depuis 00:42 · 3 faits gardés sur cette machine
     T prendre la main  espace coché  n non  p à creuser  d délibérer  F1 aide
    """)
  stage.play("␣")
  #expect(stage.facts == [.criterionMarked(criterion: "C1.1", mark: .met)])
  stage.act(.carriedOver(facts: 4))
  #expect(stage.message == "le répertoire est revenu : 4 faits gardés ici y sont reportés")
  stage.act(.carriedOver(facts: 1))
  #expect(stage.message == "le répertoire est revenu : 1 fait gardé ici y est reporté")
}

@Test func `what was done before hides neither a silent hand nor an alarm`() throws {
  var stage = try Stage.room("roux")
  stage.start(by: "benali")
  stage.greet("benali", "oster")
  stage.hear("benali", .oralEnded)
  let news = "l'oral est terminé"
  #expect(stage.picture.frame.text.contains(news))
  stage.wait(seconds: 6)
  #expect(stage.picture.frame.text.contains("A. Benali (conduit) muet"))
  stage.greet("benali", "oster")
  #expect(stage.picture.frame.text.contains(news))
  stage.act(.neighboursSeen(stage.console.neighbours, alarms: [Phrase("fichier inconnu : x", "unknown file: x")]))
  #expect(stage.picture.frame.text.contains("fichier inconnu : x"))
}

@Test func `a file that nobody here wrote is an alarm`() throws {
  var stage = try Stage.room("roux")
  stage.start(by: "benali")
  stage.act(
    .neighboursSeen([], alarms: [Phrase("fichier inconnu : orals/ndiaye/roux (copie).jsonl", "unknown file: x")]))
  stage.play("<down>")
  #expect(stage.picture.frame.text.contains("fichier inconnu : orals/ndiaye/roux (copie).jsonl"))
}

@Test func `the room's pages draw at every size`() throws {
  for page in [Page.before, .oral, .deliberation, .decision, .grid] {
    var stage = try Stage.room()
    stage.start(by: "benali")
    stage.greet("roux", "oster", wallAhead: 3_600_000)
    if page != .oral { stage.handInAll() }
    stage.console.page = page
    expectDrawsAtEverySize(stage, upTo: Size(rows: 30, columns: 90))
  }
}

@Test func `saved and seen by others are two marks`() throws {
  var stage = try Stage.room("roux")
  func mark() -> Substring? {
    stage.picture.frame.text.split(separator: "\n")[0].split(separator: "●").dropFirst().first
  }
  stage.greet("benali", "oster")
  #expect(mark() == nil)
  stage.play("␣")
  #expect(mark() == " enregistré 08:50:00 · vu 0/2")
  stage.greetAgain("oster")
  #expect(mark() == " enregistré 08:50:00 · vu 1/2")
  stage.greetAgain("benali")
  #expect(mark() == " enregistré 08:50:00 · vu 2/2")
  stage.wait(seconds: 1)
  stage.play("<up> <up> <up> <up> <up> <up> ␣")
  #expect(mark() == " enregistré 08:50:01 · vu 0/2")
}
