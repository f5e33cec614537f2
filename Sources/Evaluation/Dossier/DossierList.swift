import JSON

/// The list of what a VAE dossier holds (annex 5, *Votre projet VAE*: « vérifiez que les éléments suivants figurent dans
/// votre livret et inscrivez-en le nombre »), as the manager counted it.
public struct DossierList: Equatable, Sendable {
  /// A line of the list, in its order.
  public enum Piece: String, Sendable, CaseIterable {
    case letter, cv, structures, posts, activities, annexes, declaration

    /// Annexes are there « si besoin » only.
    public var isNeeded: Bool { self != .annexes }

    public var phrase: Phrase {
      switch self {
      case .letter: Phrase("lettre de motivation", "letter of motivation")
      case .cv: Phrase("CV", "CV")
      case .structures: Phrase("fiche descriptive de la structure", "sheet on the organisation")
      case .posts: Phrase("fiche descriptive du poste", "sheet on the post")
      case .activities: Phrase("fiche descriptive d'activité et de compétences", "sheet on activity and competencies")
      case .annexes: Phrase("annexes", "annexes")
      case .declaration: Phrase("déclaration sur l'honneur", "declaration on honour")
      }
    }
  }

  /// How many of each; what is not in it was not counted.
  public var counts: [Piece: Int]

  public init(_ counts: [Piece: Int] = [:]) { self.counts = counts }

  /// What must be there and is not, in the list's order.
  public var missing: [Piece] { Piece.allCases.filter { $0.isNeeded && (counts[$0] ?? 0) == 0 } }
}

extension DossierList {
  init(members: Members) throws(Refusal) {
    self.init()
    for piece in Piece.allCases { counts[piece] = try members.optionalNumber(piece.rawValue, in: 0...999) }
    try members.finish()
  }

  var json: JSON {
    .object(of: Piece.allCases.compactMap { piece in counts[piece].map { JSON.Member(piece.rawValue, .int($0)) } })
  }
}
