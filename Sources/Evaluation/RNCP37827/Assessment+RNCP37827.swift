extension Assessment {
  /// The *épreuves* of RNCP37827, with what annex 3 expects of each.
  static let rncp37827: [Assessment] = [
    Assessment(
      id: "E1", kind: .miseEnSituation, name: "Mise en situation 1", label: "Données",
      expected: [
        """
        L'évaluation doit se faire dans un contexte de réalisation d'un service numérique réel ou fictif basé sur \
        l'usage de données, à partir du cadrage pour la réalisation d'un service numérique (spécifications \
        fonctionnelles et techniques par exemple).
        """,
        """
        Le projet évalué a pour but d'optimiser, d'automatiser, de pérenniser et de mettre à disposition les flux \
        de données et les données, utiles et nécessaires à la réalisation du service numérique, par les équipes \
        techniques (par exemple en analyse statistique, en business intelligence, en machine learning ou encore en \
        intelligence artificielle).
        """,
      ],
      competencies: ["C1", "C2", "C3", "C4", "C5"],
      deliverables: ["rapport professionnel individuel"],
      evaluation: ["Correction du rapport professionnel", "Soutenance orale individuelle"]),
    Assessment(
      id: "E2", kind: .casPratique, name: "Cas pratique 1", label: "Service",
      expected: [
        """
        L'évaluation doit se faire à partir de l'expression d'un besoin réel ou fictif de fonctionnalités \
        d'intelligence artificielle. Ce besoin peut résulter d'une commande client comme d'une sollicitation \
        interne d'un collaborateur data scientist par exemple.
        """,
        """
        Le cas pratique évalué a pour but l'installation et la configuration du service d'intelligence \
        artificielle préconisé.
        """,
      ],
      competencies: ["C6", "C7", "C8"],
      deliverables: ["rapport professionnel individuel"],
      evaluation: ["Correction du rapport professionnel", "Soutenance orale individuelle"]),
    Assessment(
      id: "E3", kind: .miseEnSituation, name: "Mise en situation 2", label: "Modèle",
      expected: [
        """
        L'évaluation doit se faire dans un contexte réel ou fictif de réalisation d'un service d'intelligence \
        artificielle à partir d'un modèle fourni.
        """,
        """
        Le projet évalué a pour but la mise en service (packaging, monitoring, test...) du modèle fourni, et son \
        intégration dans une application existante.
        """,
      ],
      competencies: ["C9", "C10", "C11", "C12", "C13"],
      deliverables: ["rapport professionnel individuel"],
      evaluation: [
        "Correction du rapport professionnel",
        "Soutenance orale individuelle intégrant une démonstration du projet.",
      ]),
    Assessment(
      id: "E4", kind: .miseEnSituation, name: "Mise en situation 3", label: "Application",
      expected: [
        """
        L'évaluation doit se faire dans un contexte réel ou fictif de développement d'une application intégrant un \
        service d'intelligence artificielle.
        """,
        """
        Le projet évalué a pour but d'analyser un besoin en développement d'application d'intelligence \
        artificielle, de concevoir, développer, tester et enfin livrer l'application.
        """,
      ],
      competencies: ["C14", "C15", "C16", "C17", "C18", "C19"],
      deliverables: ["rapport professionnel individuel"],
      evaluation: [
        "Correction du rapport professionnel",
        "Soutenance orale individuelle intégrant une démonstration du projet.",
      ]),
    Assessment(
      id: "E5", kind: .casPratique, name: "Cas pratique 2", label: "Incident",
      expected: [
        """
        L'évaluation doit se faire à partir d'une application existante présentant au moins une erreur technique, \
        en contexte réel ou fictif.
        """,
        """
        Le cas pratique évalué a pour but la mise en place du monitoring applicatif et de la résolution d'un \
        incident technique dans l'application.
        """,
      ],
      competencies: ["C20", "C21"],
      deliverables: [
        "documentation technique du monitoring.",
        "Documentation de la résolution de l'incident technique.",
      ],
      evaluation: [
        "Correction de la documentation",
        """
        Soutenance orale individuelle présentant le monitoring de l'application et la solution implémentée en \
        réponse à l'incident technique traité.
        """,
      ]),
  ]
}
