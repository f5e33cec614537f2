// Where the jurors of an individual oral differ: what the deliberation starts from. Nothing here resolves it (law 5).

/// How the jurors stand on a competency once all grids are handed in.
public enum Standing: Equatable, Sendable {
  /// Their opinions differ, or one of them has none.
  case opinionsDiffer
  /// They have one opinion, but marked some criteria otherwise.
  case marksDiffer(acquired: Bool)
  /// They have one opinion and the same marks.
  case agreed(acquired: Bool)

  /// The opinion that all of them have.
  public var common: Bool? {
    switch self {
    case .opinionsDiffer: nil
    case .marksDiffer(let acquired), .agreed(let acquired): acquired
    }
  }
}

extension Oral {
  /// - Returns: nil until the deliberation opens, or for who may not see it.
  public func standing(of competency: Competency) -> Standing? {
    let sheets = sittingJurors.compactMap { sheet(of: $0.id) }
    guard isIndividual, isDeliberating, sheets.count == sittingJurors.count, let first = sheets.first else {
      return nil
    }
    let opinion = first.opinions[competency.id]
    guard let opinion, sheets.allSatisfy({ $0.opinions[competency.id] == opinion }) else { return .opinionsDiffer }
    let isOneGrid = competency.criteria.allSatisfy { !marksDiffer(on: $0.id) }
    return isOneGrid ? .agreed(acquired: opinion) : .marksDiffer(acquired: opinion)
  }

  /// Whether the sitting jurors marked a criterion otherwise: no mark is a difference too.
  public func marksDiffer(on criterion: String) -> Bool {
    let marks = sittingJurors.compactMap { sheet(of: $0.id)?.mark(of: criterion) }
    return marks.contains { $0 != marks.first }
  }

  /// The sitting jurors whose own opinion of a competency is the other one: a verdict says why (its motive).
  public func dissenters(on competency: String, from acquired: Bool) -> [Juror] {
    guard isIndividual else { return [] }
    return sittingJurors.filter { self[sheetOf: $0.id].opinions[competency] == !acquired }
  }

  /// The undecided competencies on which all agree, with their opinion, in order: one list to confirm.
  public var agreed: [(competency: Competency, acquired: Bool)] {
    competencies.compactMap { competency in
      guard verdicts[competency.id] == nil, vote(on: competency.id) == nil,
        case .agreed(let acquired) = standing(of: competency)
      else { return nil }
      return (competency, acquired)
    }
  }
}

extension Oral {
  /// The marks that the sitting jurors put before they deliberated, for ``Agreement``; empty until they may be seen.
  public var firstRatings: [Rating] {
    let sheets = sittingJurors.compactMap { juror in sheet(of: juror.id).map { (juror.id, $0) } }
    guard isIndividual, isDeliberating, !sheets.isEmpty else { return [] }
    return competencies.flatMap(\.criteria).map { criterion in
      Rating(
        criterion: criterion.id,
        marks: Dictionary(uniqueKeysWithValues: sheets.map { ($0.0, $0.1.mark(of: criterion.id)) }))
    }
  }

  /// The assessment that judges a criterion.
  public func assessment(ofCriterion id: String) -> String? {
    competencies.first { $0.criteria.contains { $0.id == id } }?.assessment
  }
}
