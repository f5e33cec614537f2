import Screen

/// A column that a sheet of people may have, and the headings under which spreadsheets call it.
enum SheetColumn: String, CaseIterable {
  case id, family, given, name
  // Of a candidate.
  case route, format, asked, held, interview, extra, deliverables, trainers, professionalTies, personalTies
  // How many of each piece a VAE dossier holds.
  case letter, cv, structures, posts, activities, annexes, declaration
  // Of a piece of evidence.
  case competency, mission, organisation, period, proof
  // Of a juror.
  case post, company, years, external, role, president, substitute, documents, key
  // Of either: where a juror sits.
  case room

  /// What a person would write above it; the first is the one that messages name.
  var headings: [String] {
    switch self {
    case .id: ["Identifiant", "id", "Code", "Matricule"]
    case .family:
      [
        "Nom", "Nom de famille", "Nom d'usage", "Nom du candidat", "Nom du juré", "Nom de naissance", "Surname",
        "Last name", "Family name",
      ]
    case .given: ["Prénom", "Prénoms", "Prénom du candidat", "Prénom du juré", "First name", "Given name"]
    case .name: ["Nom et prénom", "Nom prénom", "Prénom nom", "Candidat", "Juré", "Name", "Full name"]
    case .route: ["Voie d'accès", "Voie", "Statut", "Modalité d'accès", "Route"]
    case .format: ["Épreuve", "Épreuve orale", "Déroulé", "Oral", "Certification visée", "Parcours", "Format"]
    case .asked:
      [
        "Blocs demandés", "Blocs visés", "Bloc demandé", "Bloc visé", "Blocs présentés", "Blocs", "Bloc",
        "Asked blocks",
      ]
    case .held: ["Blocs acquis", "Blocs déjà acquis", "Blocs validés", "Bloc acquis", "Held blocks"]
    case .interview:
      ["Durée de l'entretien", "Entretien", "Entretien VAE", "Durée entretien", "Interview", "Interview minutes"]
    case .extra:
      [
        "Tiers-temps", "Temps supplémentaire", "Majoration", "Majoration de temps", "Aménagement", "Extra time",
        "Extra minutes",
      ]
    case .deliverables:
      [
        "Livrables transmis le", "Livrables transmis", "Livrables", "Date de transmission des livrables",
        "Transmission des livrables", "Deliverables",
      ]
    case .trainers: ["Formateurs", "Formateur", "Formatrice", "Formé par", "Accompagnateur", "Trainers"]
    case .professionalTies: ["Liens professionnels", "Lien professionnel", "Liens", "Lien", "Ties"]
    case .personalTies: ["Liens personnels", "Lien personnel"]
    case .letter: ["Lettre de motivation", "Lettre", "Letter"]
    case .cv: ["CV", "Curriculum vitae"]
    case .structures: ["Fiches structure", "Fiche descriptive de la structure", "Fiche structure", "Structure sheets"]
    case .posts: ["Fiches poste", "Fiche descriptive du poste", "Fiche poste", "Post sheets"]
    case .activities:
      [
        "Fiches activité", "Fiche descriptive de l'activité", "Fiche activité", "Fiches activité et compétences",
        "Activity sheets",
      ]
    case .annexes: ["Annexes"]
    case .declaration: ["Déclaration sur l'honneur", "Déclaration", "Declaration on honour"]
    case .competency: ["Compétence", "Compétence visée", "Compétence du référentiel visée", "Competency"]
    case .mission: ["Mission", "Intitulé de la mission"]
    case .organisation: ["Organisation", "Entreprise", "Entreprise, organisation, autre", "Structure", "Organization"]
    case .period: ["Période", "Période ou dates", "Dates", "Period"]
    case .proof: ["No de preuve", "Numéro de la preuve", "N° de preuve", "Preuve", "Élément de preuve", "Evidence"]
    case .post: ["Poste occupé", "Poste", "Fonction", "Métier", "Post", "Position"]
    case .company: ["Entreprise", "Société", "Employeur", "Organisme", "Structure", "Company"]
    case .years:
      [
        "Années d'expérience", "Expérience", "Nombre d'années d'expérience", "Nb années d'expérience", "Ancienneté",
        "Années", "Years",
      ]
    case .external: ["Extérieur", "Externe", "Juré extérieur", "Juré externe", "Membre extérieur", "External"]
    case .role: ["Rôle", "Qualité", "Rôle dans le jury", "Role"]
    case .president: ["Président", "Présidente", "Président du jury", "President"]
    case .substitute: ["Suppléant", "Suppléante", "Remplaçant", "Substitute"]
    case .documents:
      [
        "Règlement transmis le", "Règlement transmis", "Documents transmis le", "Documents transmis", "Règlement",
        "Documents",
      ]
    case .key: ["Clé publique", "Clé", "Public key", "Key"]
    case .room: ["Salle", "Room"]
    }
  }

  static let ofCandidates: [SheetColumn] = [
    .id, .family, .given, .name, .route, .format, .asked, .held, .interview, .extra, .deliverables, .trainers,
    .professionalTies, .personalTies, .letter, .cv, .structures, .posts, .activities, .annexes, .declaration,
  ]
  static let ofEvidence: [SheetColumn] = [
    .id, .family, .given, .name, .competency, .mission, .organisation, .period, .proof,
  ]
  static let ofJurors: [SheetColumn] = [
    .id, .family, .given, .name, .post, .company, .years, .external, .role, .president, .substitute, .documents, .key,
    .room,
  ]

  /// The one of these that a heading names, case, accents, punctuation and plural marks apart; nil for none.
  static func named(_ heading: String, among columns: [SheetColumn]) -> SheetColumn? {
    let folded = fold(heading)
    return columns.first { foldedHeadings[$0]?.contains(folded) == true }
  }

  /// Folded once: a file may have thousands of headings.
  private static let foldedHeadings = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, Set($0.headings.map(fold))) })

  /// Letters and digits alone, a plural in brackets left out: « Prénom(s) » is « Prénom ».
  static func fold(_ heading: String) -> String {
    var plain = Folding.fold(heading)
    if plain.contains("(") { for plural in ["(s)", "(e)", "(es)"] { plain.replace(plural, with: "") } }
    return plain.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }
}
