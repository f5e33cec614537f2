extension Block {
  /// RNCP37827BC01: its competencies and criteria, in the words of annex 3.
  static let rncp37827B1 = Block(
    id: "B1", code: "RNCP37827BC01",
    title: """
      Réaliser la collecte, le stockage et la mise à disposition des données d'un projet en intelligence \
      artificielle
      """,
    competencies: [
      Competency(
        id: "C1",
        title: """
          Automatiser l'extraction de données depuis un service web, une page web (scraping), un fichier de données, \
          une base de données et un système big data en, programmant le script adapté afin de pérenniser la collecte \
          des données nécessaires au projet.
          """,
        label: "Automatiser l'extraction", assessment: "E1",
        criteria: [
          Criterion(
            id: "C1.1", label: "Présentation complète projet et contexte",
            text: """
              La présentation du projet et de son contexte est complète : acteurs, objectifs fonctionnels et \
              techniques, environnements et contraintes techniques, budget, organisation du travail et \
              planification.
              """,
            details: []),
          Criterion(
            id: "C1.2", label: "Spécifications : outils, langages, accès",
            text: """
              Les spécifications techniques précisent : les technologies et outils, les services externes, les \
              exigences de programmation (langages), l'accessibilité (disponibilité, accès).
              """,
            details: []),
          Criterion(
            id: "C1.3", label: "Spécifications : moyens tous couverts",
            text: """
              Le périmètre des spécifications techniques est complet : il couvre l'ensemble des moyens techniques à \
              mettre en œuvre pour l'extraction et l'agrégation des données en un jeu de données brutes final.
              """,
            details: []),
          Criterion(
            id: "C1.4", label: "Script d'extraction fonctionnel",
            text: """
              Le script d'extraction des données est fonctionnel : toutes les données visées sont effectivement \
              récupérées à l'issue de l'exécution du script.
              """,
            details: []),
          Criterion(
            id: "C1.5", label: "Script complet, du lancement à la sauvegarde",
            text: """
              Le script comprend un point de lancement, l'initialisation des dépendances et des connexions externes, \
              les règles logiques de traitement, la gestion des erreurs et des exceptions, la fin du traitement et \
              la sauvegarde des résultats.
              """,
            details: []),
          Criterion(
            id: "C1.6", label: "Script d'extraction versionné sur Git",
            text: "Le script d'extraction des données est versionné et accessible depuis un dépôt Git.",
            details: []),
          Criterion(
            id: "C1.7", label: "Cinq types de sources au moins",
            text: """
              L'extraction des données est faite depuis un mix entre au moins les sources suivantes : un service web \
              (API REST), un fichier de données, un scraping, une base de données et un système big data.
              """,
            details: []),
        ]),
      Competency(
        id: "C2",
        title: """
          Développer des requêtes de type SQL d'extraction des données depuis un système de gestion de base de \
          données et un système big data en appliquant le langage de requête propre au système afin de préparer la \
          collecte des données nécessaires au projet.
          """,
        label: "Requêtes SQL d'extraction", assessment: "E1",
        criteria: [
          Criterion(
            id: "C2.1", label: "Requêtes de type SQL fonctionnelles",
            text: """
              Les requêtes de type SQL pour la collecte de données sont fonctionnelles : les données visées sont \
              effectivement extraites suite à l'exécution des requêtes.
              """,
            details: []),
          Criterion(
            id: "C2.2", label: "Choix des requêtes documentés",
            text: """
              La documentation des requêtes met en lumière choix de sélections, filtrages, conditions, jointures, \
              etc., en fonction des objectifs de collecte.
              """,
            details: []),
          Criterion(
            id: "C2.3", label: "Optimisations des requêtes expliquées",
            text: "La documentation explicite les optimisations appliquées aux requêtes.",
            details: []),
        ]),
      Competency(
        id: "C3",
        title: """
          Développer des règles d'agrégation de données issues de différentes sources en programmant, sous forme de \
          script, la suppression des entrées corrompues et en programmant l'homogénéisation des formats des données \
          afin de préparer le stockage du jeu de données final.
          """,
        label: "Agréger les données", assessment: "E1",
        criteria: [
          Criterion(
            id: "C3.1", label: "Script d'agrégation fonctionnel",
            text: """
              Le script d'agrégation des données est fonctionnel : les données sont effectivement agrégées, \
              nettoyées et normalisées en un seul jeu de données à l'issue de l'exécution du script.
              """,
            details: []),
          Criterion(
            id: "C3.2", label: "Script d'agrégation versionné sur Git",
            text: "Le script d'agrégation des données est versionné et accessible depuis un dépôt Git.",
            details: []),
          Criterion(
            id: "C3.3", label: "Documentation de l'agrégation complète",
            text: """
              La documentation du script d'agrégation est complète : dépendances, commandes, les enchaînements \
              logiques de l'algorithme, les choix de nettoyage et d'homogénéisation des formats données.
              """,
            details: []),
        ]),
      Competency(
        id: "C4",
        title: """
          Créer une base de données dans le respect du RGPD en élaborant les modèles conceptuels et physiques des \
          données à partir des données préparées et en programmant leur import afin de stocker le jeu de données du \
          projet.
          """,
        label: "Créer une base de données RGPD", assessment: "E1",
        criteria: [
          Criterion(
            id: "C4.1", label: "Modélisation selon Merise",
            text: "Les modélisations des données respectent la méthode et le formalisme Merise.",
            details: []),
          Criterion(
            id: "C4.2", label: "Modèle physique intégré sans erreur",
            text: """
              Le modèle physique des données est fonctionnel : il est intégré avec succès lors de la création de la \
              base de données, sans erreur.
              """,
            details: []),
          Criterion(
            id: "C4.3", label: "Choix de la base justifié par le projet",
            text: """
              La base de données est choisie au regard de la modélisation des données et des contraintes du projet.
              """,
            details: []),
          Criterion(
            id: "C4.4", label: "Installation reproductible, conforme",
            text: """
              La reproduction des procédures d'installation décrites (base de données et API) a pour résultat un \
              système conforme aux objets techniques attendus.
              """,
            details: []),
          Criterion(
            id: "C4.5", label: "Script d'import fonctionnel",
            text: """
              Le script d'import fourni est fonctionnel : il permet l'insertion des données dans le système mis en \
              place.
              """,
            details: []),
          Criterion(
            id: "C4.6", label: "Doc de l'import versionnée avec le script",
            text: """
              La documentation technique du script d'import est versionné à la racine du même dépôt Git que celui \
              utilisé pour le script d'import.
              """,
            details: []),
          Criterion(
            id: "C4.7", label: "Doc : dépendances et commandes des scripts",
            text: "Les documentations techniques des scripts couvrent les parties suivantes :",
            details: [
              "les dépendances nécessaires pour la réutilisation des scripts (langages, dépendances externes, etc)",
              "les commandes pour l'exécution des scripts.",
            ]),
          Criterion(
            id: "C4.8", label: "Registre des traitements complet",
            text: """
              Le registre des traitements de données personnelles intègre l'ensemble des traitements de données \
              personnelles impliqués dans la base de données.
              """,
            details: []),
          Criterion(
            id: "C4.9", label: "Procédures de tri RGPD rédigées",
            text: """
              Les procédures de tri des données personnelles pour la mise en conformité de la base de données avec \
              le RGPD sont rédigées.
              """,
            details: []),
          Criterion(
            id: "C4.10", label: "Tri : traitements et fréquence détaillés",
            text: """
              Les procédures de tri détaillent les traitements de conformité (automatisés ou non) à appliquer ainsi \
              que leur fréquence d'exécution.
              """,
            details: []),
        ]),
      Competency(
        id: "C5",
        title: """
          Développer une API mettant à disposition le jeu de données en utilisant l'architecture REST afin de \
          permettre l'exploitation du jeu de données par les autres composants du projet.
          """,
        label: "API REST du jeu de données", assessment: "E1",
        criteria: [
          Criterion(
            id: "C5.1", label: "Doc : tous les points de terminaison",
            text: "La documentation technique de l'API (REST) couvre tous les points de terminaisons.",
            details: []),
          Criterion(
            id: "C5.2", label: "Doc : authentification, autorisation",
            text: "La documentation technique couvre les règles d'authentification et/ou d'autorisation de l'API.",
            details: []),
          Criterion(
            id: "C5.3", label: "Doc : standard du modèle respecté (OpenAPI)",
            text: "La documentation technique respecte les standards du modèle choisi (par exemple OpenAPI).",
            details: []),
          Criterion(
            id: "C5.4", label: "API : accès aux données restreint",
            text: """
              L'API REST est fonctionnelle pour l'accès aux données du projet : elle restreint par une autorisation \
              (ou authentification) l'accès aux données,
              """,
            details: []),
          Criterion(
            id: "C5.5", label: "API : toutes les données récupérables",
            text: """
              L'API REST est fonctionnelle pour la mise à disposition : elle permet la récupération de l'ensemble \
              des données nécessaires au projet, comme prévu selon les spécifications données.
              """,
            details: []),
        ]),
    ])
}
