extension Block {
  /// RNCP37827BC03: its competencies and criteria, in the words of annex 3.
  static let rncp37827B3 = Block(
    id: "B3", code: "RNCP37827BC03",
    title: "Réaliser une application intégrant un service d'intelligence artificielle",
    competencies: [
      Competency(
        id: "C14",
        title: """
          Analyser le besoin d'application d'un commanditaire intégrant un service d'intelligence artificielle, en \
          rédigeant les spécifications fonctionnelles et en le modélisant, dans le respect des standards \
          d'utilisabilité et d'accessibilité, afin d'établir avec précision les objectifs de développement \
          correspondant au besoin et à la faisabilité technique.
          """,
        label: "Analyser le besoin", assessment: "E4",
        criteria: [
          Criterion(
            id: "C14.1", label: "Données modélisées selon un formalisme",
            text: "La modélisation des données respecte un formalisme : Merise, entités-relations, etc.",
            details: []),
          Criterion(
            id: "C14.2", label: "Parcours modélisés selon un formalisme",
            text: """
              La modélisation des parcours utilisateurs respecte un formalisme : schéma fonctionnel, wireframes, \
              etc.
              """,
            details: []),
          Criterion(
            id: "C14.3", label: "Spécifications fonctionnelles complètes",
            text: """
              Chaque spécification fonctionnelle couvre le contexte, les scénarios d'utilisation et les critères de \
              validation.
              """,
            details: []),
          Criterion(
            id: "C14.4", label: "Accessibilité dans les user stories",
            text: """
              Les objectifs d'accessibilités sont directement intégrés aux critères d'acceptation des user stories.
              """,
            details: []),
          Criterion(
            id: "C14.5", label: "Accessibilité selon un standard (WCAG…)",
            text: """
              Les objectifs d'accessibilité sont formulés en s'appuyant sur un des standards d'accessibilité : WCAG, \
              RG2AA, etc.
              """,
            details: []),
        ]),
      Competency(
        id: "C15",
        title: """
          Concevoir le cadre technique d'une application intégrant un service d'intelligence artificielle, à partir \
          de l'analyse du besoin, en spécifiant l'architecture technique et applicative et en préconisant les outils \
          et méthodes de développement, pour permettre le développement du projet.
          """,
        label: "Concevoir le cadre technique", assessment: "E4",
        criteria: [
          Criterion(
            id: "C15.1", label: "Spécifications : architecture, dépendances",
            text: """
              Les spécifications techniques rédigées couvrent l'architecture de l'application, ses dépendances et \
              son environnement d'exécution (langage de programmation, framework, outils, etc).
              """,
            details: []),
          Criterion(
            id: "C15.2", label: "Services éco-responsables favorisés",
            text: """
              Les éventuels services (PaaS, SaaS, etc) et prestataires ayant une démarche éco-responsable sont \
              favorisés lors des choix techniques.
              """,
            details: []),
          Criterion(
            id: "C15.3", label: "Diagramme de flux de données",
            text: """
              Les flux de données impliqués dans l'application sont représentés par un diagramme de flux de données.
              """,
            details: []),
          Criterion(
            id: "C15.4", label: "Preuve de concept en pré-production",
            text: "La preuve de concept est accessible et fonctionnelle en environnement de pré-production.",
            details: []),
          Criterion(
            id: "C15.5", label: "Preuve de concept : avis pour décider",
            text: """
              La conclusion à l'issue de la preuve de concept donne un avis précis permettant une prise de décision \
              sur la poursuite du projet.
              """,
            details: []),
        ]),
      Competency(
        id: "C16",
        title: """
          Coordonner la réalisation technique d'une application d'intelligence artificielle en s'intégrant dans une \
          conduite agile de projet et un contexte MLOps et en facilitant les temps de collaboration dans le but \
          d'atteindre les objectifs de production et de qualité.
          """,
        label: "Coordonner en agile et MLOps", assessment: "E4",
        criteria: [
          Criterion(
            id: "C16.1", label: "Méthode agile respectée de bout en bout",
            text: """
              Les cycles, les étapes de chaque cycle, les rôles, les rituels et les outils de la méthode agile \
              appliquée sont respectés dans sa mise en place et tout au long du projet.
              """,
            details: []),
          Criterion(
            id: "C16.2", label: "Outils de pilotage disponibles",
            text: """
              Les outils de pilotage (tableau kanban, burndown chart, backlog, etc.) sont disponibles dans les \
              conditions prévues par la méthode appliquée.
              """,
            details: []),
          Criterion(
            id: "C16.3", label: "Rituels partagés : objectifs, modalités",
            text: """
              Les objectifs et les modalités des rituels sont partagés à toutes les parties prenantes et rappeler si \
              besoin.
              """,
            details: []),
          Criterion(
            id: "C16.4", label: "Pilotage accessible à tous, tout du long",
            text: """
              Les éléments de pilotage sont rendus accessibles à toutes les parties du projet et ce tout au long du \
              projet, en accord avec les recommandations de la méthode de gestion de projet appliquée.
              """,
            details: []),
        ]),
      Competency(
        id: "C17",
        title: """
          Développer les composants techniques et les interfaces d'une application en utilisant les outils et \
          langages de programmation adaptés et en respectant les spécifications fonctionnelles et techniques, les \
          standards et normes d'accessibilité, de sécurité et de gestion des données en vigueur dans le but de \
          répondre aux besoins fonctionnels identifiés.
          """,
        label: "Développer l'application", assessment: "E4",
        criteria: [
          Criterion(
            id: "C17.1", label: "Environnement conforme aux spécifications",
            text: "L'environnement de développement installé respecte les spécifications techniques du projet.",
            details: []),
          Criterion(
            id: "C17.2", label: "Interfaces conformes aux maquettes",
            text: "Les interfaces sont intégrées et respectent les maquettes.",
            details: []),
          Criterion(
            id: "C17.3", label: "Comportements et navigation conformes",
            text: """
              Les comportements des composants d'interface (validation formulaire, animations, etc.) et la \
              navigation respectent les spécifications fonctionnelles.
              """,
            details: []),
          Criterion(
            id: "C17.4", label: "Composants métier fonctionnels",
            text: """
              Les composants métier sont développés et fonctionnent comme prévu par les spécifications techniques et \
              fonctionnelles.
              """,
            details: []),
          Criterion(
            id: "C17.5", label: "Droits d'accès développés, conformes",
            text: """
              La gestion des droits d'accès à l'application ou à certains espaces de l'application est développée et \
              respecte les spécifications fonctionnelles.
              """,
            details: []),
          Criterion(
            id: "C17.6", label: "Flux de données intégrés",
            text: """
              Les flux de données sont intégrés dans le respect des spécifications techniques et fonctionnelles.
              """,
            details: []),
          Criterion(
            id: "C17.7", label: "Bonnes pratiques d'éco-conception",
            text: """
              Les développements sont réalisés dans le respect des bonnes pratiques d'éco-conception d'une \
              application (Les recommandations d'éco-index ou Green IT par exemple)
              """,
            details: []),
          Criterion(
            id: "C17.8", label: "Top 10 OWASP appliqué où nécessaire",
            text: "Les préconisations du top 10 d'OWASP sont implémentées dans l'application quand nécessaire.",
            details: []),
          Criterion(
            id: "C17.9", label: "Tests : composants métier et accès",
            text: """
              Des tests d'intégration ou unitaires couvrent au moins les composants métier et la gestion des accès.
              """,
            details: []),
          Criterion(
            id: "C17.10", label: "Sources versionnées sur Git",
            text: "Les sources sont versionnées et accessibles depuis un dépôt Git distant.",
            details: []),
          Criterion(
            id: "C17.11", label: "Doc : environnement, architecture, tests",
            text: """
              La documentation technique couvre l'installation de l'environnement de développement, l'architecture \
              applicative, les dépendances, l'exécution des tests.
              """,
            details: []),
          Criterion(
            id: "C17.12", label: "Doc communiquée, format accessible",
            text: """
              La documentation est communiquée dans un format qui respecte les recommandations d'accessibilité (par \
              exemple celles de l'association Valentin Haüy ou de Microsoft).
              """,
            details: []),
        ]),
      Competency(
        id: "C18",
        title: """
          Automatiser les phases de tests du code source lors du versionnement des sources à l'aide d'un outil \
          d'intégration continue de manière à garantir la qualité technique des réalisations.
          """,
        label: "Automatiser les tests (CI)", assessment: "E4",
        criteria: [
          Criterion(
            id: "C18.1", label: "Doc : outils, étapes, tâches, déclencheurs",
            text: """
              La documentation pour l'utilisation de la chaîne couvre les outils, toutes les étapes, les tâches et \
              tous les déclencheurs de la chaîne.
              """,
            details: []),
          Criterion(
            id: "C18.2", label: "Outil d'intégration continue cohérent",
            text: """
              Un outil de configuration et d'exécution d'une chaîne d'intégration continue est sélectionné de façon \
              cohérente avec l'environnement technique du projet.
              """,
            details: []),
          Criterion(
            id: "C18.3", label: "Étapes préalables aux tests intégrées",
            text: """
              La chaîne intègre toutes les étapes nécessaires et préalables à l'exécution des tests de l'application \
              (build, configurations...).
              """,
            details: []),
          Criterion(
            id: "C18.4", label: "Tests exécutés au déclenchement",
            text: "La chaîne exécute les tests de l'application disponibles lors de son déclenchement.",
            details: []),
          Criterion(
            id: "C18.5", label: "Configurations versionnées sur Git",
            text: """
              Les configuration sont versionnées avec les sources du projet d'application, sur un dépôt Git distant.
              """,
            details: []),
          Criterion(
            id: "C18.6", label: "Doc : installation, configuration, test",
            text: """
              La documentation de la chaîne d'intégration continue couvre la procédure d'installation, de \
              configuration et de test de la chaîne.
              """,
            details: []),
          Criterion(
            id: "C18.7", label: "Doc communiquée, format accessible",
            text: """
              La documentation est communiquée dans un format qui respecte les recommandations d'accessibilité (par \
              exemple celles de l'association Valentin Haüy ou de Microsoft).
              """,
            details: []),
        ]),
      Competency(
        id: "C19",
        title: """
          Créer un processus de livraison continue d'une application en s'appuyant sur une chaîne d'intégration \
          continue et en paramétrant les outils d'automatisation et les environnements de test afin de permettre une \
          restitution optimale de l'application.
          """,
        label: "Livraison continue de l'appli", assessment: "E4",
        criteria: [
          Criterion(
            id: "C19.1", label: "Doc : étapes, tâches, déclencheurs",
            text: """
              La documentation pour l'utilisation de la chaîne couvre toutes les étapes de la chaîne, les tâches et \
              tous les déclencheurs disponibles.
              """,
            details: []),
          Criterion(
            id: "C19.2", label: "Configuration reconnue et exécutée",
            text: """
              Le ou les fichiers de configuration de la chaîne sont correctement reconnus et exécutés par le \
              système.
              """,
            details: []),
          Criterion(
            id: "C19.3", label: "Packaging intégré, exécuté sans erreur",
            text: """
              La ou les étapes de packaging (compilation, minification, build de containers, etc.) de l'application \
              sont intégrées à la chaîne et s'exécutent sans erreur.
              """,
            details: []),
          Criterion(
            id: "C19.4", label: "Livraison exécutée après le packaging",
            text: """
              L'étape de livraison (pull request par exemple) est intégrée et exécutée une fois la ou les étapes de \
              packaging validées.
              """,
            details: []),
          Criterion(
            id: "C19.5", label: "Sources de la chaîne versionnées sur Git",
            text: """
              Les sources de la chaîne sont versionnées et accessibles depuis le dépôt Git distant du projet \
              d'application.
              """,
            details: []),
          Criterion(
            id: "C19.6", label: "Doc : installation, configuration, test",
            text: """
              La documentation de la chaîne de livraison continue couvre la procédure d'installation, de \
              configuration et de test de la chaîne.
              """,
            details: []),
          Criterion(
            id: "C19.7", label: "Doc communiquée, format accessible",
            text: """
              La documentation est communiquée dans un format qui respecte les recommandations d'accessibilité (par \
              exemple celles de l'association Valentin Haüy ou de Microsoft).
              """,
            details: []),
        ]),
      Competency(
        id: "C20",
        title: """
          Surveiller une application d'intelligence artificielle, en mobilisant des techniques de monitoring et de \
          journalisation, dans le respect des normes de gestion des données personnelles en vigueur, afin \
          d'alimenter la feedback loop dans une approche MLOps, et de permettre la détection automatique \
          d'incidents.
          """,
        label: "Surveiller l'application", assessment: "E5",
        criteria: [
          Criterion(
            id: "C20.1", label: "Doc : métriques, seuils, valeurs d'alerte",
            text: """
              La documentation liste les métriques et les seuils et valeurs d'alerte pour chaque métrique à risque.
              """,
            details: []),
          Criterion(
            id: "C20.2", label: "Doc : choix d'outils argumentés",
            text: """
              La documentation explicite les arguments en faveur des choix techniques pour l'outillage du monitoring \
              de l'application.
              """,
            details: []),
          Criterion(
            id: "C20.3", label: "Outils installés, opérationnels en local",
            text: """
              Les outils (collecteurs, journalisation, agrégateurs, filtres, dashboard, etc.) sont installés et \
              opérationnels à minima en environnement local.
              """,
            details: []),
          Criterion(
            id: "C20.4", label: "Journalisation intégrée aux sources",
            text: """
              Les règles de journalisation sont intégrées aux sources de l'application, en fonction des métriques à \
              surveiller.
              """,
            details: []),
          Criterion(
            id: "C20.5", label: "Alertes configurées et en marche",
            text: "Les alertes sont configurées et en état de marche, en fonction des seuils préalablement définis.",
            details: []),
          Criterion(
            id: "C20.6", label: "Doc : installation des dépendances",
            text: """
              La documentation couvre la procédure d'installation et de configuration des dépendances pour \
              l'outillage du monitoring de l'application.
              """,
            details: []),
          Criterion(
            id: "C20.7", label: "Doc communiquée, format accessible",
            text: """
              La documentation est communiquée dans un format qui respecte les recommandations d'accessibilité (par \
              exemple celles de l'association Valentin Haüy ou de Microsoft).
              """,
            details: []),
        ]),
      Competency(
        id: "C21",
        title: """
          Résoudre les incidents techniques en apportant les modifications nécessaires au code de l'application et \
          en documentant les solutions pour en garantir le fonctionnement opérationnel.
          """,
        label: "Résoudre les incidents", assessment: "E5",
        criteria: [
          Criterion(
            id: "C21.1", label: "Causes du problème bien identifiées",
            text: "La ou les causes du problème sont identifiées correctement.",
            details: []),
          Criterion(
            id: "C21.2", label: "Problème reproduit en développement",
            text: "Le problème est reproduit en environnement de développement.",
            details: []),
          Criterion(
            id: "C21.3", label: "Débogage documenté dans l'outil de suivi",
            text: "La procédure de débogage du code est documentée depuis l'outil de suivi.",
            details: []),
          Criterion(
            id: "C21.4", label: "Résolution expliquée étape par étape",
            text: "La solution documentée explicite chaque étape de la résolution et de son implémentation.",
            details: []),
          Criterion(
            id: "C21.5", label: "Solution versionnée dans le dépôt Git",
            text: """
              La solution est versionnée dans le dépôt Git du projet d'application (par exemple avec une merge \
              request).
              """,
            details: []),
        ]),
    ])
}
