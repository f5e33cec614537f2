/// A certification's blocks, competencies, criteria, assessments, oral formats and rules: data, not code.
public struct Referential: Equatable, Sendable {
  public var certification: Certification
  public var blocks: [Block]
  public var assessments: [Assessment]
  public var formats: [OralFormat]
  public var rules: JuryRules
  /// Where the texts come from, for the reader.
  public var source: String
}

/// The title that the jury awards.
public struct Certification: Equatable, Sendable {
  /// `RNCP37827`.
  public var id: String
  /// « Développeur en intelligence artificielle ».
  public var title: String
  /// The heading of annex 3: « DÉVELOPPEUR.SE EN INTELLIGENCE ARTIFICIELLE ».
  public var gridTitle: String
  /// The address to which signed grids and minutes are sent (règlement, section 2.5).
  public var committeeAddress: String
  /// « Comité de Contrôle et de Conformité Qualité ».
  public var committee: String
}

/// A *bloc de compétences*, which can be awarded by itself (section 1).
public struct Block: Equatable, Sendable {
  /// `B1`.
  public var id: String
  /// `RNCP37827BC01`.
  public var code: String
  public var title: String
  public var competencies: [Competency]
}

public struct Competency: Equatable, Sendable {
  /// `C4`.
  public var id: String
  /// The whole sentence of annex 3, without its number.
  public var title: String
  /// A few words, for narrow screens.
  public var label: String
  /// The assessment it is judged on: `E1`.
  public var assessment: String
  public var criteria: [Criterion]
}

public struct Criterion: Equatable, Sendable {
  /// `C4.7`.
  public var id: String
  /// A few words, for narrow screens.
  public var label: String
  public var text: String
  /// Sub-points: details of the criterion, not criteria.
  public var details: [String]
}

/// An *épreuve*: what a group of competencies is judged on.
public struct Assessment: Equatable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case casPratique = "cas-pratique", miseEnSituation = "mise-en-situation"
  }

  /// `E1`.
  public var id: String
  public var kind: Kind
  /// « Mise en situation 1 ».
  public var name: String
  /// One word or two, for narrow screens: « Données ».
  public var label: String
  /// What annex 3 says is expected (*Attendu*), one paragraph an item.
  public var expected: [String]
  public var competencies: [String]
  public var deliverables: [String]
  /// How it is judged: « Correction du rapport professionnel », …
  public var evaluation: [String]
}

/// A *déroulé*: the phases of an oral (section 2.4).
public struct OralFormat: Equatable, Sendable {
  public struct Phase: Equatable, Sendable {
    public var id: String
    public var title: String
    public var minutes: Int
    /// The assessments presented in it; empty for the jury's questions.
    public var assessments: [String]
  }

  /// `title`, `block1`, …
  public var id: String
  public var title: String
  /// The blocks it may award.
  public var blocks: [String]
  public var phases: [Phase]

  public var minutes: Int { phases.reduce(0) { $0 + $1.minutes } }
}

/// What the règlement asks of a jury (section 2.1) and of a session's calendar.
public struct JuryRules: Equatable, Sendable {
  /// At least this many members.
  public var minimumMembers: Int
  /// Years of practice each member has at least.
  public var minimumYears: Int
  /// Share of members from outside the certifying and assessing bodies, in percent.
  public var minimumExternalPercent: Int
  /// Days before the session by which the jury holds the deliverables.
  public var deliverablesDays: Int
  /// Days before the session by which the jury holds the règlement's section 2.
  public var documentsDays: Int
}

extension Referential {
  public var competencies: [Competency] { blocks.flatMap(\.competencies) }

  public func competency(_ id: String) -> Competency? { competencies.first { $0.id == id } }

  public func format(_ id: String) -> OralFormat? { formats.first { $0.id == id } }

  public func block(of competency: String) -> Block? {
    blocks.first { $0.competencies.contains { $0.id == competency } }
  }
}
