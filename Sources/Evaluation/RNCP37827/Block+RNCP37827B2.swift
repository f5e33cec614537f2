extension Block {
  /// RNCP37827BC02: its competencies and criteria, in the words of annex 3.
  static let rncp37827B2 = Block(
    id: "B2", code: "RNCP37827BC02",
    title: "Intégrer des modèles et des services d'intelligence artificielle",
    competencies: [
      Competency(
        id: "C6",
        title: """
          Organiser et réaliser une veille technique et réglementaire en animant le travail collectif de sélection \
          des sources, de collecte, de traitement et de partage des informations afin de formuler des \
          recommandations pour le projet toujours en phase avec l'état de l'art.
          """,
        label: "Veille technique et réglementaire", assessment: "E2",
        criteria: [
          Criterion(
            id: "C6.1", label: "Thématique utile à la mise en situation",
            text: """
              La thématique de veille choisie porte sur un outil et/ou une réglementation mobilisée dans la mise en \
              situation.
              """,
            details: []),
          Criterion(
            id: "C6.2", label: "Veille planifiée, une heure par semaine",
            text: """
              Les temps de veille sont planifiés régulièrement (à minima une récurrence d'une heure hebdomadaire).
              """,
            details: []),
          Criterion(
            id: "C6.3", label: "Agrégateurs cohérents : sources et budget",
            text: """
              Le choix des outils d'agrégation est cohérent avec les sources d'informations visées et le budget \
              disponible (flux RSS, flux réseaux sociaux, agrégation newsletter, etc)
              """,
            details: []),
          Criterion(
            id: "C6.4", label: "Synthèses communiquées, format accessible",
            text: """
              Les synthèses sont communiqués aux parties prenantes dans un format qui respecte les recommandations \
              d'accessibilité (par exemples celles de l'association Valentin Haüy ou de Atalan - AcceDe).
              """,
            details: []),
          Criterion(
            id: "C6.5", label: "Synthèse répondant à la thématique",
            text: "Les informations partagées dans la synthèse répondent à la thématique de veille choisie.",
            details: []),
          Criterion(
            id: "C6.6", label: "Sources fiables selon six critères",
            text: "Les sources et flux identifiés répondent aux critères de fiabilité :",
            details: [
              "L'auteur de la page est identifié",
              """
              Des informations sur l'auteur sont disponibles et confirment ses compétences, sa notoriété et \
              l'absence d'intérêts personnels
              """,
              """
              l'analyse du contenu est valable (date de publication récente, sources de l'information indiquées, \
              niveau de langue correct),
              """,
              "la source (site) ou le document est structuré",
              "les sources (sites) ou documents respectant les normes d'accessibilités sont privilégiés.",
              "l'information peut être confirmée par d'autres sites de confiance",
            ]),
        ]),
      Competency(
        id: "C7",
        title: """
          Identifier des services d'intelligence artificielle préexistants à partir de l'expression de besoin en \
          fonctionnalités d'intelligence artificielle, en réalisant un benchmark de services existants et en \
          analysant leurs caractéristiques pour formaliser une ou plusieurs recommandations de services adaptés au \
          besoin.
          """,
        label: "Identifier des services d'IA", assessment: "E2",
        criteria: [
          Criterion(
            id: "C7.1", label: "Besoin reformulé : objectifs, contraintes",
            text: """
              L'expression de besoin est reformulée et présente les objectifs et les contraintes du projet \
              d'intégration d'une solution d'intelligence artificielle.
              """,
            details: []),
          Criterion(
            id: "C7.2", label: "Services étudiés et non étudiés listés",
            text: "Le benchmark liste les services étudiés et les services non étudiés.",
            details: []),
          Criterion(
            id: "C7.3", label: "Raisons d'écarter un service explicites",
            text: "Les raisons pour écarter un service sont explicitées.",
            details: []),
          Criterion(
            id: "C7.4", label: "Benchmark : adéquation fonctionnelle",
            text: """
              Le benchmark détaille le niveau d'adéquation du service étudié pour chaque ensemble fonctionnel \
              souhaité par le commanditaire.
              """,
            details: []),
          Criterion(
            id: "C7.5", label: "Benchmark : démarche éco-responsable",
            text: """
              Le benchmark détaille le niveau de la démarche éco-responsable du service étudié, en fonction des \
              informations disponibles.
              """,
            details: []),
          Criterion(
            id: "C7.6", label: "Benchmark : contraintes et pré-requis",
            text: """
              Le benchmark détaille les principales contraintes techniques et les pré-requis pour chaque solution.
              """,
            details: []),
          Criterion(
            id: "C7.7", label: "Conclusions : services adaptés ou non",
            text: """
              Les conclusions délimitent clairement les services répondant aux besoins, avec leurs avantages et \
              leurs inconvénients, des services ne couvrant pas les besoins du commanditaire.
              """,
            details: []),
        ]),
      Competency(
        id: "C8",
        title: """
          Paramétrer un service d'intelligence artificielle en suivant sa documentation technique et en respectant \
          les spécifications du projet, afin de permettre l'intégration des connecteurs du service dans le système \
          d'information.
          """,
        label: "Paramétrer un service d'IA", assessment: "E2",
        criteria: [
          Criterion(
            id: "C8.1", label: "Service accessible, authentification",
            text: "Le service installé est accessible, avec une éventuelle authentification.",
            details: []),
          Criterion(
            id: "C8.2", label: "Service configuré selon les besoins",
            text: """
              Le service est configuré correctement, il répond aux besoins fonctionnels et aux contraintes \
              techniques du projet.
              """,
            details: []),
          Criterion(
            id: "C8.3", label: "Monitoring du service opérationnel",
            text: "Le monitoring disponible du service est opérationnel.",
            details: []),
          Criterion(
            id: "C8.4", label: "Doc : accès, installation, tests, données",
            text: """
              La documentation couvre la gestion des accès à la solution, les procédures d'installation et de test, \
              les éventuelles dépendances et interconnexions avec d'autres solutions, les données impliquées dans \
              l'utilisation de la solution.
              """,
            details: []),
          Criterion(
            id: "C8.5", label: "Doc communiquée, format accessible",
            text: """
              La documentation est communiquée aux parties prenantes dans un format qui respecte les recommandations \
              d'accessibilité (par exemples celles de l'association Valentin Haüy ou de Atalan - AcceDe).
              """,
            details: []),
        ]),
      Competency(
        id: "C9",
        title: """
          Développer une API exposant un modèle d'intelligence artificielle en utilisant l'architecture REST pour \
          permettre l'interaction entre le modèle et les autres composants du projet.
          """,
        label: "API REST d'un modèle d'IA", assessment: "E3",
        criteria: [
          Criterion(
            id: "C9.1", label: "Accès au modèle restreint",
            text: "L'API restreint l'accès au modèle d'intelligence artificielle avec un moyen d'authentification.",
            details: []),
          Criterion(
            id: "C9.2", label: "Fonctions du modèle accessibles par l'API",
            text: "L'API permet l'accès aux fonctions du modèle, comme attendu selon les spécifications.",
            details: []),
          Criterion(
            id: "C9.3", label: "Top 10 OWASP des API intégré",
            text: "Les recommandations de sécurisation d'une API du top 10 OWASP sont intégrées quand nécessaires.",
            details: []),
          Criterion(
            id: "C9.4", label: "Sources versionnées sur Git",
            text: "Les sources sont versionnées et accessibles depuis un dépôt Git distant.",
            details: []),
          Criterion(
            id: "C9.5", label: "Tests couvrant tous les points de l'API",
            text: "Les tests couvrent tous les points de terminaison dans le respect des spécifications.",
            details: []),
          Criterion(
            id: "C9.6", label: "Tests exécutés sans bug",
            text: "Les tests s'exécutent sans bug.",
            details: []),
          Criterion(
            id: "C9.7", label: "Résultats des tests bien interprétés",
            text: "Les résultats des tests sont correctement interprétés.",
            details: []),
          Criterion(
            id: "C9.8", label: "Doc : architecture, points de terminaison",
            text: "La documentation couvre l'architecture et tous les points de terminaisons de l'API.",
            details: []),
          Criterion(
            id: "C9.9", label: "Doc : authentification, autorisation",
            text: "La documentation couvre les règles d'authentification et/ou d'autorisation d'accès à l'API.",
            details: []),
          Criterion(
            id: "C9.10", label: "Doc et API : standard respecté (OpenAPI)",
            text: "La documentation et l'API respectent les standards d'un modèle choisi (par exemple Open API).",
            details: []),
          Criterion(
            id: "C9.11", label: "Doc communiquée, format accessible",
            text: """
              La documentation est communiquée dans un format qui respecte les recommandations d'accessibilité (par \
              exemple celles de l'association Valentin Haüy ou de Microsoft).
              """,
            details: []),
        ]),
      Competency(
        id: "C10",
        title: """
          Intégrer l'API d'un modèle ou d'un service d'intelligence artificielle dans une application, en respectant \
          les spécifications du projet et les normes d'accessibilité en vigueur, à l'aide de la documentation \
          technique de l'API, afin de créer les fonctionnalités d'intelligence artificielle de l'application.
          """,
        label: "Intégrer l'API d'une IA", assessment: "E3",
        criteria: [
          Criterion(
            id: "C10.1", label: "Application de départ installée",
            text: "L'application de départ est installée et fonctionnelle en environnement de développement.",
            details: []),
          Criterion(
            id: "C10.2", label: "Communication avec l'API",
            text: "La communication avec l'API depuis l'application fonctionne.",
            details: []),
          Criterion(
            id: "C10.3", label: "Authentification intégrée et renouvelée",
            text: """
              Les éventuelles étapes d'authentification et de renouvellement de l'authentification (expiration des \
              jetons par exemple) sont intégrées correctement en suivant la documentation de l'API.
              """,
            details: []),
          Criterion(
            id: "C10.4", label: "Points de terminaison tous intégrés",
            text: """
              Tous les points de terminaison de l'API concernés par le projet sont intégrés à l'application selon \
              les spécifications fonctionnelles et techniques.
              """,
            details: []),
          Criterion(
            id: "C10.5", label: "Interfaces adaptées aux spécifications",
            text: """
              Les adaptations d'interfaces nécessaires et en accord avec les spécifications sont intégrées à \
              l'application.
              """,
            details: []),
          Criterion(
            id: "C10.6", label: "Tests d'intégration : tous les points",
            text: "Les tests d'intégration couvrent tous les points de terminaison exploités.",
            details: []),
          Criterion(
            id: "C10.7", label: "Tests exécutés en totalité, sans bug",
            text: """
              Les tests s'exécutent en totalité : il n'y a pas de bug dans les programmes des tests en eux-mêmes.
              """,
            details: []),
          Criterion(
            id: "C10.8", label: "Résultats des tests bien interprétés",
            text: "Les résultats des tests sont correctement interprétés.",
            details: []),
          Criterion(
            id: "C10.9", label: "Sources versionnées sur Git",
            text: "Les sources sont versionnées et accessibles depuis le dépôt Git de l'application.",
            details: []),
        ]),
      Competency(
        id: "C11",
        title: """
          Monitorer un modèle d'intelligence artificielle à partir des métriques courantes et spécifiques au projet, \
          en intégrant les outils de collecte, d'alerte et de restitution des données du monitoring pour permettre \
          l'amélioration du modèle de façon itérative.
          """,
        label: "Monitorer un modèle d'IA", assessment: "E3",
        criteria: [
          Criterion(
            id: "C11.1", label: "Métriques expliquées sans erreur",
            text: """
              Les métriques faisant l'objet du monitoring du modèle sont expliquées sans erreur d'interprétation.
              """,
            details: []),
          Criterion(
            id: "C11.2", label: "Outils de monitoring adaptés au projet",
            text: """
              Le ou les outils pour l'intégration du monitoring du modèle sont adaptés au contexte et aux \
              contraintes techniques du projet.
              """,
            details: []),
          Criterion(
            id: "C11.3", label: "Restitution des métriques en temps réel",
            text: """
              Au moins un vecteur de restitution des métriques évaluées, en temps réel, est proposé (dashboard, \
              feuille de calcul, etc).
              """,
            details: []),
          Criterion(
            id: "C11.4", label: "Restitution : accessibilité prise en compte",
            text: """
              Les enjeux d'accessibilité, pour toutes les parties prenantes du projet, sont pris en compte lors de \
              la sélection de l'outil de restitution
              """,
            details: []),
          Criterion(
            id: "C11.5", label: "Chaîne testée d'abord en bac à sable",
            text: "La chaîne de monitoring est d'abord testée dans un bac à sable ou environnement de test dédié.",
            details: []),
          Criterion(
            id: "C11.6", label: "Chaîne en marche, métriques restituées",
            text: """
              La chaîne de monitoring est en état de marche. Les métriques visées sont effectivement évaluées et \
              restituées.
              """,
            details: []),
          Criterion(
            id: "C11.7", label: "Sources versionnées sur Git",
            text: "Les sources sont versionnées et accessibles depuis un dépôt Git distant",
            details: []),
          Criterion(
            id: "C11.8", label: "Doc : installation, configuration, usage",
            text: """
              La documentation technique de la chaîne de monitoring couvre la procédure d'installation de la chaîne, \
              de configurations, et d'utilisation du monitoring à destination des équipes techniques
              """,
            details: []),
          Criterion(
            id: "C11.9", label: "Doc communiquée, format accessible",
            text: """
              La documentation est communiquée dans un format qui respecte les recommandations d'accessibilité (par \
              exemple celles de l'association Valentin Haüy ou de Microsoft).
              """,
            details: []),
        ]),
      Competency(
        id: "C12",
        title: """
          Programmer les tests automatisés d'un modèle d'intelligence artificielle en définissant les règles de \
          validation des jeux de données, des étapes de préparation des données, d'entraînement, d'évaluation et de \
          validation du modèle pour permettre son intégration en continu et garantir un niveau de qualité élevé.
          """,
        label: "Tests automatisés d'un modèle", assessment: "E3",
        criteria: [
          Criterion(
            id: "C12.1", label: "Cas à tester listés et définis",
            text: """
              L'ensemble des cas à tester sont listés et définis : la partie du modèle visée par le test, le \
              périmètre du test et la stratégie de test.
              """,
            details: []),
          Criterion(
            id: "C12.2", label: "Outils de test cohérents avec le projet",
            text: """
              Les outils de test (framework, bibliothèque, etc.) choisis sont cohérents avec l'environnement \
              technique du projet.
              """,
            details: []),
          Criterion(
            id: "C12.3", label: "Tests intégrés, couverture respectée",
            text: "Les tests sont intégrés et respectent la couverture souhaitée établie.",
            details: []),
          Criterion(
            id: "C12.4", label: "Tests exécutés sans problème technique",
            text: "Les tests s'exécutent sans problème technique en environnement de test.",
            details: []),
          Criterion(
            id: "C12.5", label: "Sources versionnées sur Git (DVC, GitLab)",
            text: "Les sources sont versionnées et accessibles depuis un dépôt Git distant (DVC, Gitlab...).",
            details: []),
          Criterion(
            id: "C12.6", label: "Doc : installation, exécution, couverture",
            text: """
              La documentation couvre la procédure d'installation de l'environnement de test, les dépendances \
              installées, la procédure d'exécution des tests et de calcul de la couverture.
              """,
            details: []),
          Criterion(
            id: "C12.7", label: "Doc communiquée, format accessible",
            text: """
              La documentation est communiquée dans un format qui respecte les recommandations d'accessibilité (par \
              exemple celles de l'association Valentin Haüy ou de Microsoft).
              """,
            details: []),
        ]),
      Competency(
        id: "C13",
        title: """
          Créer une chaîne de livraison continue d'un modèle d'intelligence artificielle en installant les outils et \
          en appliquant les configuration souhaitées, dans le respect du cadre imposé par le projet et dans une \
          approche MLOps, pour automatiser les étapes de validation, de test, de packaging et de déploiement du \
          modèle.
          """,
        label: "Livraison continue d'un modèle", assessment: "E3",
        criteria: [
          Criterion(
            id: "C13.1", label: "Doc : étapes, tâches, déclencheurs",
            text: """
              La documentation pour l'utilisation de la chaîne couvre toutes les étapes, les tâches et tous les \
              déclencheurs disponibles.
              """,
            details: []),
          Criterion(
            id: "C13.2", label: "Déclencheurs intégrés comme définis",
            text: "Les déclencheurs sont intégrés comme préalablement définis.",
            details: []),
          Criterion(
            id: "C13.3", label: "Configuration reconnue et exécutée",
            text: """
              Le ou les fichiers de configuration de la chaîne sont correctement reconnus et exécutés par le système \
              selon les déclencheurs configurés.
              """,
            details: []),
          Criterion(
            id: "C13.4", label: "Test des données intégré, sans erreur",
            text: "L'étape de test des données est intégrée à la chaîne et s'exécute sans erreur.",
            details: []),
          Criterion(
            id: "C13.5", label: "Test, entraînement, validation intégrés",
            text: """
              La ou les étapes de test, d'entraînement et de validation du modèle sont intégrées à la chaîne et \
              s'exécutent sans erreur.
              """,
            details: []),
          Criterion(
            id: "C13.6", label: "Sources de la chaîne versionnées sur Git",
            text: "Les sources de la chaîne sont versionnées et accessibles depuis le dépôt Git distant du projet",
            details: []),
          Criterion(
            id: "C13.7", label: "Doc : installation, configuration, test",
            text: """
              La documentation de la chaîne de livraison continue couvre la procédure d'installation, de \
              configuration et de test de la chaîne
              """,
            details: []),
          Criterion(
            id: "C13.8", label: "Doc communiquée, format accessible",
            text: """
              La documentation est communiquée dans un format qui respecte les recommandations d'accessibilité (par \
              exemple celles de l'association Valentin Haüy ou de Microsoft).
              """,
            details: []),
        ]),
    ])
}
