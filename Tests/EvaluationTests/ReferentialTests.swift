import JSON
import Testing

@testable import Evaluation

/// The embedded referential against the règlement: every number and sentence below was read in annex 3 or in
/// sections 1 and 2, not in the file.
@Suite struct ReferentialTests {
  let referential = Referential.rncp37827

  func criterion(_ id: String) -> Criterion? {
    referential.competencies.flatMap(\.criteria).first { $0.id == id }
  }

  /// Every text of annex 3 that the jury reads.
  var texts: [String] {
    var texts = referential.blocks.map(\.title)
    for competency in referential.competencies {
      texts.append(competency.title)
      for criterion in competency.criteria { texts += [criterion.text] + criterion.details }
    }
    for assessment in referential.assessments {
      texts += assessment.expected + assessment.deliverables + assessment.evaluation
    }
    return texts
  }

  @Test func `annex 3 has 3 blocks, 21 competencies and 142 criteria`() {
    #expect(referential.blocks.map(\.id) == ["B1", "B2", "B3"])
    #expect(referential.blocks.map(\.competencies.count) == [5, 8, 8])
    #expect(referential.competencies.map(\.id) == (1...21).map { "C\($0)" })
    #expect(
      referential.competencies.map(\.criteria.count)
        == [7, 3, 3, 10, 5, 6, 7, 5, 11, 9, 9, 7, 8, 5, 5, 4, 12, 7, 7, 7, 5])
    #expect(referential.competencies.flatMap(\.criteria).count == 142)
  }

  @Test func `the title and each block have their RNCP number`() {
    #expect(referential.certification.id == "RNCP37827")
    #expect(referential.blocks.map(\.code) == ["RNCP37827BC01", "RNCP37827BC02", "RNCP37827BC03"])
    #expect(
      referential.blocks.map(\.title) == [
        "Réaliser la collecte, le stockage et la mise à disposition des données d'un projet en intelligence artificielle",
        "Intégrer des modèles et des services d'intelligence artificielle",
        "Réaliser une application intégrant un service d'intelligence artificielle",
      ])
    #expect(referential.certification.title == "Développeur en intelligence artificielle")
    #expect(referential.certification.gridTitle == "DÉVELOPPEUR.SE EN INTELLIGENCE ARTIFICIELLE")
  }

  @Test func `grids are sent to the committee`() {
    #expect(referential.certification.committee == "Comité de Contrôle et de Conformité Qualité")
    #expect(referential.certification.committeeAddress == "certification@simplon.co")
  }

  @Test func `only C4.7 and C6.6 have details`() {
    let detailed = referential.competencies.flatMap(\.criteria).filter { !$0.details.isEmpty }
    #expect(detailed.map(\.id) == ["C4.7", "C6.6"])
    #expect(criterion("C4.7")?.text == "Les documentations techniques des scripts couvrent les parties suivantes :")
    #expect(
      criterion("C4.7")?.details == [
        "les dépendances nécessaires pour la réutilisation des scripts (langages, dépendances externes, etc)",
        "les commandes pour l'exécution des scripts.",
      ])
    #expect(criterion("C6.6")?.text == "Les sources et flux identifiés répondent aux critères de fiabilité :")
    #expect(
      criterion("C6.6")?.details == [
        "L'auteur de la page est identifié",
        "Des informations sur l'auteur sont disponibles et confirment ses compétences, sa notoriété et l'absence d'intérêts personnels",
        "l'analyse du contenu est valable (date de publication récente, sources de l'information indiquées, niveau de langue correct),",
        "la source (site) ou le document est structuré",
        "les sources (sites) ou documents respectant les normes d'accessibilités sont privilégiés.",
        "l'information peut être confirmée par d'autres sites de confiance",
      ])
  }

  @Test(arguments: [
    (
      "C1.3",
      "Le périmètre des spécifications techniques est complet : il couvre l'ensemble des moyens techniques à mettre en œuvre pour l'extraction et l'agrégation des données en un jeu de données brutes final."
    ),
    ("C2.3", "La documentation explicite les optimisations appliquées aux requêtes."),
    (
      "C4.6",
      "La documentation technique du script d'import est versionné à la racine du même dépôt Git que celui utilisé pour le script d'import."
    ),
    (
      "C8.4",
      "La documentation couvre la gestion des accès à la solution, les procédures d'installation et de test, les éventuelles dépendances et interconnexions avec d'autres solutions, les données impliquées dans l'utilisation de la solution."
    ),
    ("C9.8", "La documentation couvre l'architecture et tous les points de terminaisons de l'API."),
    (
      "C16.4",
      "Les éléments de pilotage sont rendus accessibles à toutes les parties du projet et ce tout au long du projet, en accord avec les recommandations de la méthode de gestion de projet appliquée."
    ),
    (
      "C17.8",
      "Les préconisations du top 10 d'OWASP sont implémentées dans l'application quand nécessaire."
    ),
  ])
  func `a sentence cut by a page break is whole`(id: String, text: String) {
    #expect(criterion(id)?.text == text)
  }

  @Test func `a competency cut by a page break is whole`() {
    #expect(
      referential.competency("C2")?.title
        == "Développer des requêtes de type SQL d'extraction des données depuis un système de gestion de base de données et un système big data en appliquant le langage de requête propre au système afin de préparer la collecte des données nécessaires au projet."
    )
    #expect(
      referential.competency("C15")?.title
        == "Concevoir le cadre technique d'une application intégrant un service d'intelligence artificielle, à partir de l'analyse du besoin, en spécifiant l'architecture technique et applicative et en préconisant les outils et méthodes de développement, pour permettre le développement du projet."
    )
  }

  @Test(arguments: [
    ("C1.6", "Le script d'extraction des données est versionné et accessible depuis un dépôt Git."),  // stars
    (
      "C4.4",  // two full stops
      "La reproduction des procédures d'installation décrites (base de données et API) a pour résultat un système conforme aux objets techniques attendus."
    ),
    (
      "C6.4",  // footnote marks
      "Les synthèses sont communiqués aux parties prenantes dans un format qui respecte les recommandations d'accessibilité (par exemples celles de l'association Valentin Haüy ou de Atalan - AcceDe)."
    ),
    ("C7.2", "Le benchmark liste les services étudiés et les services non étudiés."),  // italics
    ("C12.5", "Les sources sont versionnées et accessibles depuis un dépôt Git distant (DVC, Gitlab...)."),
    (
      "C14.4",  // a space before the full stop
      "Les objectifs d'accessibilités sont directement intégrés aux critères d'acceptation des user stories."
    ),
    (
      "C21.5",
      "La solution est versionnée dans le dépôt Git du projet d'application (par exemple avec une merge request)."
    ),
  ])
  func `marks of the scan are gone`(id: String, text: String) {
    #expect(criterion(id)?.text == text)
  }

  @Test(arguments: [
    (
      "C5.4",
      "L'API REST est fonctionnelle pour l'accès aux données du projet : elle restreint par une autorisation (ou authentification) l'accès aux données,"
    ),
    (
      "C11.4",
      "Les enjeux d'accessibilité, pour toutes les parties prenantes du projet, sont pris en compte lors de la sélection de l'outil de restitution"
    ),
    (
      "C11.6",
      "La chaîne de monitoring est en état de marche. Les métriques visées sont effectivement évaluées et restituées."
    ),
    (
      "C16.3",
      "Les objectifs et les modalités des rituels sont partagés à toutes les parties prenantes et rappeler si besoin."
    ),
    (
      "C18.5",
      "Les configuration sont versionnées avec les sources du projet d'application, sur un dépôt Git distant."
    ),
  ])
  func `the règlement's own words stay, mistakes and missing full stops included`(id: String, text: String) {
    #expect(criterion(id)?.text == text)
  }

  @Test func `where annex 3 and section 1 differ, annex 3 is used`() {
    #expect(referential.competency("C1")?.title.contains("un système big data en, programmant le script") == true)
    #expect(
      referential.competency("C5")?.title
        == "Développer une API mettant à disposition le jeu de données en utilisant l'architecture REST afin de permettre l'exploitation du jeu de données par les autres composants du projet."
    )
    #expect(referential.competency("C13")?.title.contains("les configuration souhaitées") == true)
    #expect(
      referential.competency("C14")?.title
        == "Analyser le besoin d'application d'un commanditaire intégrant un service d'intelligence artificielle, en rédigeant les spécifications fonctionnelles et en le modélisant, dans le respect des standards d'utilisabilité et d'accessibilité, afin d'établir avec précision les objectifs de développement correspondant au besoin et à la faisabilité technique."
    )
  }

  @Test(arguments: ["*", "<", ">", "|", " .", " ,", "¹", "²", "³", "⁴", "  ", "\n", "ACQUIS"])
  func `no text keeps a leftover of the scan`(leftover: String) {
    #expect(texts.filter { $0.contains(leftover) } == [])
  }

  @Test func `no text has two full stops, but an ellipsis has three`() {
    let dotted = texts.filter { $0.replacing("...", with: "…").contains("..") }
    #expect(dotted == [])
    #expect(texts.filter { $0.contains("...") }.count == 3)
  }

  @Test func `labels fit narrow screens and tell criteria apart`() {
    for competency in referential.competencies {
      #expect(Referential.columns(competency.label) <= 34, "\(competency.id)")
      #expect(Set(competency.criteria.map(\.label)).count == competency.criteria.count, "\(competency.id)")
      for criterion in competency.criteria { #expect(Referential.columns(criterion.label) <= 44, "\(criterion.id)") }
    }
    #expect(Set(referential.competencies.map(\.label)).count == 21)
  }

  @Test func `each assessment judges its competencies`() {
    #expect(
      referential.assessments.map(\.competencies) == [
        ["C1", "C2", "C3", "C4", "C5"], ["C6", "C7", "C8"], ["C9", "C10", "C11", "C12", "C13"],
        ["C14", "C15", "C16", "C17", "C18", "C19"], ["C20", "C21"],
      ])
    for assessment in referential.assessments {
      for id in assessment.competencies { #expect(referential.competency(id)?.assessment == assessment.id) }
    }
  }

  @Test func `assessments are named and numbered as in section 2`() {
    #expect(referential.assessments.map(\.id) == ["E1", "E2", "E3", "E4", "E5"])
    #expect(
      referential.assessments.map(\.name) == [
        "Mise en situation 1", "Cas pratique 1", "Mise en situation 2", "Mise en situation 3", "Cas pratique 2",
      ])
    #expect(
      referential.assessments.map(\.kind) == [
        .miseEnSituation, .casPratique, .miseEnSituation, .miseEnSituation, .casPratique,
      ])
  }

  @Test func `what is expected for E5 is whole though its heading is lost`() {
    let last = referential.assessments.last
    #expect(
      last?.expected == [
        "L'évaluation doit se faire à partir d'une application existante présentant au moins une erreur technique, en contexte réel ou fictif.",
        "Le cas pratique évalué a pour but la mise en place du monitoring applicatif et de la résolution d'un incident technique dans l'application.",
      ])
    #expect(
      last?.deliverables == [
        "documentation technique du monitoring.", "Documentation de la résolution de l'incident technique.",
      ])
    #expect(last?.evaluation.first == "Correction de la documentation")
  }

  @Test func `what is expected for E1 goes on over the page`() {
    #expect(
      referential.assessments.first?.expected.last
        == "Le projet évalué a pour but d'optimiser, d'automatiser, de pérenniser et de mettre à disposition les flux de données et les données, utiles et nécessaires à la réalisation du service numérique, par les équipes techniques (par exemple en analyse statistique, en business intelligence, en machine learning ou encore en intelligence artificielle)."
    )
  }

  @Test func `orals last 90, 25, 45 and 40 minutes`() {
    #expect(referential.formats.map(\.id) == ["title", "block1", "block2", "block3"])
    #expect(referential.formats.map(\.minutes) == [90, 25, 45, 40])
    #expect(
      referential.formats.map { $0.phases.map(\.minutes) } == [[80, 10], [15, 10], [15, 20, 10], [20, 10, 10]])
    #expect(
      referential.formats.map { $0.phases.map(\.assessments) } == [
        [["E1", "E2", "E3", "E4", "E5"], []], [["E1"], []], [["E2"], ["E3"], []], [["E4"], ["E5"], []],
      ])
    #expect(referential.formats.map(\.blocks) == [["B1", "B2", "B3"], ["B1"], ["B2"], ["B3"]])
    #expect(referential.formats.allSatisfy { $0.phases.last?.id == "questions" })
  }

  @Test func `a jury has two members of two years' practice, half of them external`() {
    #expect(
      referential.rules
        == JuryRules(
          minimumMembers: 2, minimumYears: 2, minimumExternalPercent: 50, deliverablesDays: 5, documentsDays: 7))
  }

  @Test func `the program's own referential is one that a file may hold`() throws {
    for text in [referential.json.text, referential.json.readableText] {
      #expect(try Referential.check(Array(text.utf8)).get() == referential)
    }
  }
}
