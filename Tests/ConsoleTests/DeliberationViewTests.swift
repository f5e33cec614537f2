import Evaluation
import Screen
import Testing

@testable import Console

/// After a title oral of sixteen minutes, seven marks, a note.
private func heard() throws -> Stage {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started])
  stage.play("␣ <down> n <down> p <down> c")
  stage.type("Merise appliqué, mais cardinalités à revoir")
  stage.play("<enter> q")
  stage.type("Avez-vous testé ?")
  stage.play("<enter> C 4 ␣ 3 n C 5 ␣")
  stage.wait(seconds: 983)
  stage.play("f o d")
  return stage
}

@Test func `the deliberation lists what is to decide, and shows what was seen of one competency`() throws {
  var stage = try heard()
  expectPicture(
    stage.picture,
    """
     DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux   ● enregistré 09:06:23
     0 compétence sur 21 décidée                        reste : C1 C2 C3 C4 C5 C6 …

     À décider  21
     ▸ C1   Automatiser l'extraction                       ✓1 ✗1 ?1 ·4
       C2   Requêtes SQL d'extraction                               ·3
       C3   Agréger les données                                     ·3
       C4   Créer une base de données RGPD                    ✓1 ✗1 ·8
       C5   API REST du jeu de données                           ✓1 ·4
       C6   Veille technique et réglementaire                       ·6
       C7   Identifier des services d'IA                            ·7
       C8   Paramétrer un service d'IA                              ·5
     ──────────────────────────────────────────────────────────────────────────────
     C1  1 critère coché sur 7, 4 sans coche
     ✓ C1.1   Présentation complète projet et contexte
     ✗ C1.2   Spécifications : outils, langages, accès
     ? C1.3   Spécifications : moyens tous couverts
     · C1.4   Script d'extraction fonctionnel
              Merise appliqué, mais cardinalités à revoir
     · C1.5   Script complet, du lancement à la sauvegarde
     · C1.6   Script d'extraction versionné sur Git
     · C1.7   Cinq types de sources au moins

     a acquis  r non acquis  Entrée critères  Tab suivante  F1 aide
    """)
  stage.console.size = Size(rows: 40, columns: 120)
  expectPicture(
    stage.picture,
    """
     DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux · Titre à finalité professionnelle        ● enregistré 09:06:23
     0 compétence sur 21 décidée                        reste : C1 C2 C3 C4 C5 C6 C7 C8 C9 C10 C11 C12 C13 C14 C15 C16 C17…

     À décider  21                                                │ C1   Automatiser l'extraction de données depuis un
     ▸ C1   Automatiser l'extraction     ✓1 ✗1 ?1 ·4              │      service web, une page web (scraping), un fichier
       C2   Requêtes SQL d'extraction             ·3              │      de données, une base de données et un système big
       C3   Agréger les données                   ·3              │      data en, programmant le script adapté afin de
       C4   Créer une base de données RGPD  ✓1 ✗1 ·8              │      pérenniser la collecte des données nécessaires au
       C5   API REST du jeu de données         ✓1 ·4              │      projet.
       C6   Veille technique et réglementaire     ·6              │
       C7   Identifier des services d'IA          ·7              │ 1 critère coché sur 7, 4 sans coche
       C8   Paramétrer un service d'IA            ·5              │
       C9   API REST d'un modèle d'IA            ·11              │ ✓ C1.1   Présentation complète projet et contexte
       C10  Intégrer l'API d'une IA               ·9              │ ✗ C1.2   Spécifications : outils, langages, accès
       C11  Monitorer un modèle d'IA              ·9              │ ? C1.3   Spécifications : moyens tous couverts
       C12  Tests automatisés d'un modèle         ·7              │ · C1.4   Script d'extraction fonctionnel
       C13  Livraison continue d'un modèle        ·8              │          Merise appliqué, mais cardinalités à revoir
       C14  Analyser le besoin                    ·5              │ · C1.5   Script complet, du lancement à la sauvegarde
       C15  Concevoir le cadre technique          ·5              │ · C1.6   Script d'extraction versionné sur Git
       C16  Coordonner en agile et MLOps          ·4              │ · C1.7   Cinq types de sources au moins
       C17  Développer l'application             ·12              │
       C18  Automatiser les tests (CI)            ·7              │
       C19  Livraison continue de l'appli         ·7              │
       C20  Surveiller l'application              ·7              │
       C21  Résoudre les incidents                ·5              │
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

     a acquis  r non acquis  Entrée critères  Tab suivante  b blocs et décision  l ce qui manque  g grille  c note  F1 aide
    """)
  stage.console.size = Size(rows: 12, columns: 40)
  expectPicture(
    stage.picture,
    """
     DURAND Léa       ● enregistré 09:06:23
     0/21 décidées  reste : C1 C2 C3 C4 C5…
     À décider  21
     ▸ C1   Auto…  ✓1 ✗1 ?1 ·4
       C2   Requêtes SQL …  ·3
       C3   Agréger les d…  ·3
       C4   Créer u…  ✓1 ✗1 ·8
       C5   API REST d…  ✓1 ·4
       C6   Veille techni…  ·6
       C7   Identifier de…  ·7

     a acquis  r non acquis  F1 aide
    """)
}

@Test func `decided competencies leave the head of the list`() throws {
  var stage = try heard()
  stage.play("a o <down> r o")
  expectPicture(
    stage.picture,
    """
     DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux   ● enregistré 09:06:23
     2 compétences sur 21 décidées  █▉                    reste : C2 C4 C5 C6 C7 C…

     À décider  19
       C2   Requêtes SQL d'extraction                               ·3
     ▸ C4   Créer une base de données RGPD                    ✓1 ✗1 ·8
       C5   API REST du jeu de données                           ✓1 ·4
       C6   Veille technique et réglementaire                       ·6
       C7   Identifier des services d'IA                            ·7
       C8   Paramétrer un service d'IA                              ·5
       C9   API REST d'un modèle d'IA                              ·11
       C10  Intégrer l'API d'une IA                                 ·9
     ──────────────────────────────────────────────────────────────────────────────
     C4  1 critère coché sur 10, 8 sans coche
     ✓ C4.1   Modélisation selon Merise
     · C4.2   Modèle physique intégré sans erreur
     ✗ C4.3   Choix de la base justifié par le projet
     · C4.4   Installation reproductible, conforme
     · C4.5   Script d'import fonctionnel
     · C4.6   Doc de l'import versionnée avec le script
     · C4.7   Doc : dépendances et commandes des scripts
     … Entrée : tous les critères

     a acquis  r non acquis  Entrée critères  Tab suivante  F1 aide
    """)
}
