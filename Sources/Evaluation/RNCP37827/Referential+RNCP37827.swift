extension Referential {
  /// RNCP37827, « Développeur en intelligence artificielle »: its règlement, as data.
  public static let rncp37827 = Referential(
    certification: Certification(
      id: "RNCP37827", title: "Développeur en intelligence artificielle",
      gridTitle: "DÉVELOPPEUR.SE EN INTELLIGENCE ARTIFICIELLE",
      committeeAddress: "certification@simplon.co", committee: "Comité de Contrôle et de Conformité Qualité"),
    blocks: [.rncp37827B1, .rncp37827B2, .rncp37827B3], assessments: Assessment.rncp37827,
    formats: OralFormat.rncp37827,
    rules: JuryRules(
      minimumMembers: 2, minimumYears: 2, minimumExternalPercent: 50,
      deliverablesDays: 5, documentsDays: 7),
    source: """
      Règlement spécifique RNCP « Développeur en intelligence artificielle » : section 1 (blocs), section 2 (jury, \
      épreuves, oraux, transmission), annexe 3 (compétences, critères, attendus).
      """)
}

extension OralFormat {
  /// The four *déroulés* of section 2.4.
  static let rncp37827: [OralFormat] = [
    OralFormat(
      id: "title", title: "Titre à finalité professionnelle", blocks: ["B1", "B2", "B3"],
      phases: [
        Phase(
          id: "presentation", title: "Présentation E1–E5", minutes: 80, assessments: ["E1", "E2", "E3", "E4", "E5"]),
        OralFormat.Phase(id: "questions", title: "Questions du jury", minutes: 10, assessments: []),
      ]),
    OralFormat(
      id: "block1", title: "Bloc 1", blocks: ["B1"],
      phases: [
        OralFormat.Phase(id: "e1", title: "Soutenance E1", minutes: 15, assessments: ["E1"]),
        OralFormat.Phase(id: "questions", title: "Questions du jury", minutes: 10, assessments: []),
      ]),
    OralFormat(
      id: "block2", title: "Bloc 2", blocks: ["B2"],
      phases: [
        OralFormat.Phase(id: "e2", title: "Soutenance E2", minutes: 15, assessments: ["E2"]),
        OralFormat.Phase(id: "e3", title: "Présentation E3", minutes: 20, assessments: ["E3"]),
        OralFormat.Phase(id: "questions", title: "Questions du jury", minutes: 10, assessments: []),
      ]),
    OralFormat(
      id: "block3", title: "Bloc 3", blocks: ["B3"],
      phases: [
        OralFormat.Phase(id: "e4", title: "Soutenance et démonstration E4", minutes: 20, assessments: ["E4"]),
        OralFormat.Phase(id: "e5", title: "Soutenance E5", minutes: 10, assessments: ["E5"]),
        OralFormat.Phase(id: "questions", title: "Questions du jury", minutes: 10, assessments: []),
      ]),
  ]
}
