import Screen
import Testing

@testable import Console
@testable import Evaluation

@Suite struct AgendaTests {
  /// The agenda of a block 1 oral under way.
  private func agenda(_ events: [Event] = []) throws -> Stage {
    var stage = try Stage(opening: "ndiaye", given: ["ndiaye": Session.started + events])
    stage.play("g")
    return stage
  }

  @Test func `the cursor stays on a criterion that a mark moves`() throws {
    var stage = try agenda()
    stage.play("<down><down> p")
    #expect(stage.facts == [.criterionMarked(criterion: "C1.3", mark: .toProbe)])
    #expect(stage.console.agendaCriterion?.id == "C1.3")
    #expect(stage.console.agendaRow == 0)
  }

  @Test func `the line after a criterion that leaves takes its place`() throws {
    var stage = try agenda()
    stage.play("<down> ␣")
    #expect(stage.facts == [.criterionMarked(criterion: "C1.2", mark: .met)])
    #expect(stage.console.agendaCriterion?.id == "C1.3")
    stage.play("n")
    #expect(stage.facts.last == .criterionMarked(criterion: "C1.3", mark: .notMet))
    #expect(stage.console.agendaCriterion?.id == "C1.4")
  }

  @Test func `the line before takes the place of the last one`() throws {
    var stage = try agenda()
    stage.play("<end> ␣")
    #expect(stage.facts == [.criterionMarked(criterion: "C5.5", mark: .met)])
    #expect(stage.console.agendaCriterion?.id == "C5.4")
  }

  @Test func `undo brings the cursor back to the criterion`() throws {
    var stage = try agenda()
    stage.play("<down> ␣ <down><down> u")
    #expect(stage.console.agendaCriterion?.id == "C1.2")
    #expect(try stage.oral.mark(of: "C1.2") == .none)
  }

  @Test func `a question is prepared then asked, and its time recorded`() throws {
    var stage = try agenda()
    stage.play("<down> q")
    stage.type("Comment testez-vous ?")
    stage.play("<enter>")
    #expect(stage.console.agendaRow == 0)
    stage.play("a")
    #expect(
      stage.facts == [
        .questionPrepared(criterion: "C1.2", text: "Comment testez-vous ?"), .questionAsked(criterion: "C1.2"),
      ])
    #expect(stage.console.agendaCriterion?.id == "C1.2")
    #expect(try stage.oral.questions["C1.2"]?.askedAt == [stage.now])
  }

  @Test func `another oral's agenda starts at its top`() throws {
    var stage = try agenda()
    stage.play("<end> <esc> <esc> <esc> <home> <enter> v g")
    #expect(stage.console.candidate == "durand")
    #expect(stage.console.agendaRow == 0)
  }

  @Test func `an empty agenda says so, and its keys say why they do nothing`() throws {
    var stage = try agenda()
    stage.play(String(repeating: "␣", count: 28))
    #expect(try stage.oral.agenda.isEmpty)
    #expect(stage.picture.body.contains("Chaque critère porte une coche : rien à demander."))
    stage.play("<down> ␣")
    #expect(stage.message == "l'agenda est vide")
    #expect(stage.facts.count == 28)
  }
}

@Suite struct AgendaViewTests {
  private func stage(_ size: Size) throws -> Stage {
    var stage = try Stage(opening: "ndiaye", given: ["ndiaye": Session.started], size: size)
    stage.play("p <down><down> q")
    stage.type("Avez-vous testé ?")
    stage.play("<enter> <down> q")
    stage.type("Comment testez-vous ?")
    stage.play("<enter> a g <down>")
    return stage
  }

  @Test func `the agenda at 80×24, with a reminder on a closed question`() throws {
    expectBody(
      try stage(Size(rows: 24, columns: 80)).picture,
      """

         1 à creuser · 27 sans coche · 1 question préparée · 1 posée           2 / 28

         [?]  C1.1   Présentation complète projet et contexte
       ▸ [ ]  C1.3   Spécifications : moyens tous couverts           fermée · à poser
              « Avez-vous testé ? »
         [ ]  C1.2   Spécifications : outils, langages, accès
         [ ]  C1.5   Script complet, du lancement à la sauvegarde
         [ ]  C1.6   Script d'extraction versionné sur Git
         [ ]  C1.7   Cinq types de sources au moins
         [ ]  C2.1   Requêtes de type SQL fonctionnelles
         [ ]  C2.2   Choix des requêtes documentés
         ──────────────────────────────────────────────────────────────────────────
         C1.3   Le périmètre des spécifications techniques est complet : il couvre
                l'ensemble des moyens techniques à mettre en œuvre pour
                l'extraction et l'agrégation des données en un jeu de données
                brutes final.

         ?      « Avez-vous testé ? » à poser
                question fermée : le règlement (2.4) préfère les questions ouvertes
      """)
  }

  @Test func `the agenda at 120×40`() throws {
    expectBody(
      try stage(Size(rows: 40, columns: 120)).picture,
      """

         1 à creuser · 27 sans coche · 1 question préparée · 1 posée                                                   2 / 28

         [?]  C1.1   Présentation complète projet et contexte
       ▸ [ ]  C1.3   Spécifications : moyens tous couverts                                                   fermée · à poser
              « Avez-vous testé ? »
         [ ]  C1.2   Spécifications : outils, langages, accès
         [ ]  C1.5   Script complet, du lancement à la sauvegarde
         [ ]  C1.6   Script d'extraction versionné sur Git
         [ ]  C1.7   Cinq types de sources au moins
         [ ]  C2.1   Requêtes de type SQL fonctionnelles
         [ ]  C2.2   Choix des requêtes documentés
         [ ]  C2.3   Optimisations des requêtes expliquées
         [ ]  C3.1   Script d'agrégation fonctionnel
         [ ]  C3.2   Script d'agrégation versionné sur Git
         [ ]  C3.3   Documentation de l'agrégation complète
         [ ]  C4.1   Modélisation selon Merise
         [ ]  C4.2   Modèle physique intégré sans erreur
         [ ]  C4.3   Choix de la base justifié par le projet
         [ ]  C4.4   Installation reproductible, conforme
         [ ]  C4.5   Script d'import fonctionnel
         [ ]  C4.6   Doc de l'import versionnée avec le script
         [ ]  C4.7   Doc : dépendances et commandes des scripts
         [ ]  C4.8   Registre des traitements complet
         [ ]  C4.9   Procédures de tri RGPD rédigées
         [ ]  C4.10  Tri : traitements et fréquence détaillés
         [ ]  C5.1   Doc : tous les points de terminaison
         [ ]  C5.2   Doc : authentification, autorisation
         [ ]  C5.3   Doc : standard du modèle respecté (OpenAPI)
         [ ]  C5.4   API : accès aux données restreint
         ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         C1.3   Le périmètre des spécifications techniques est complet : il couvre l'ensemble des moyens techniques à
                mettre en œuvre pour l'extraction et l'agrégation des données en un jeu de données brutes final.

         ?      « Avez-vous testé ? » à poser
                question fermée : le règlement (2.4) préfère les questions ouvertes
      """)
  }

  @Test func `the agenda at 40×12`() throws {
    expectBody(
      try stage(Size(rows: 12, columns: 40)).picture,
      """
         1 à creuser · 27 sans coche…  2 / 28
         [?]  C1.1   Présentation complète p…
       ▸ [ ]  C1.3   Spécif… fermée · à poser
              « Avez-vous testé ? »
         [ ]  C1.2   Spécifications : outils…
         [ ]  C1.5   Script complet, du lanc…
         [ ]  C1.6   Script d'extraction ver…
         [ ]  C1.7   Cinq types de sources a…
      """)
  }

  @Test func `an open question gets no reminder`() throws {
    var stage = try stage(Size(rows: 24, columns: 80))
    stage.play("<end>")
    #expect(stage.picture.body.contains("posée 08:50"))
    #expect(!stage.picture.body.contains("question fermée"))
  }

  @Test func `the agenda draws at every size`() throws {
    expectDrawsAtEverySize(try stage(Size(rows: 24, columns: 80)))
  }
}
