/// What is settled of an oral before any fact, and unchanged by all: whom it hears, how it runs, what it judges.
///
/// Held behind one reference: an oral is copied several times a key, and this is most of what it holds.
public final class Terms: Sendable {
  public let plan: Plan
  public let referential: Referential
  public let candidate: Candidate
  public let format: OralFormat
  /// What the oral judges: the format's blocks but those held already.
  public let blocks: [Block]
  /// Those blocks' competencies, in order.
  public let competencies: [Competency]
  /// The assessments it hears, in order.
  public let assessments: [Assessment]
  /// Of each of ``assessments``, the places of its competencies.
  public let competenciesOfAssessments: [[Int]]
  /// Of each criterion, its places among the competencies and among that competency's criteria.
  private let places: [String: Place]

  private struct Place {
    let competency: Int
    let criterion: Int
  }

  init(of candidate: Candidate, format: OralFormat, plan: Plan, referential: Referential) {
    self.plan = plan
    self.referential = referential
    self.candidate = candidate
    self.format = format
    blocks = referential.blocks.filter { format.blocks.contains($0.id) && !candidate.heldBlocks.contains($0.id) }
    competencies = blocks.flatMap(\.competencies)
    let heard = competencies
    assessments = referential.assessments.filter { assessment in heard.contains { $0.assessment == assessment.id } }
    competenciesOfAssessments = assessments.map { assessment in
      heard.indices.filter { heard[$0].assessment == assessment.id }
    }
    var places: [(String, Place)] = []
    for (competency, one) in heard.enumerated() {
      for (criterion, each) in one.criteria.enumerated() {
        places.append((each.id, Place(competency: competency, criterion: criterion)))
      }
    }
    self.places = Dictionary(places) { first, _ in first }
  }

  func criterion(_ id: String) -> Criterion? {
    places[id].map { competencies[$0.competency].criteria[$0.criterion] }
  }

  func holds(criterion id: String) -> Bool { places[id] != nil }

  func competencyID(of criterion: String) -> String? { places[criterion].map { competencies[$0.competency].id } }

  func competency(of criterion: String) -> Competency? { places[criterion].map { competencies[$0.competency] } }
}

extension Terms: Equatable {
  /// The rest follows from these.
  public static func == (a: Terms, b: Terms) -> Bool {
    a === b
      || a.plan == b.plan && a.referential == b.referential && a.candidate == b.candidate && a.format == b.format
  }
}
