import Evaluation

/// How far jurors agreed on their first values, over the orals of some sessions whose grids are all handed in.
///
/// Its law: it holds shares, counts and kappa alone; no juror, no candidate and no mark is in it.
struct AgreementReport: Equatable {
  /// The agreement on an assessment's criteria, or on one criterion over the orals.
  struct Part: Equatable {
    let id: String
    let agreement: Agreement
  }

  /// A session's orals: with all grids handed in, and the others, which are left out.
  struct Orals: Equatable {
    let session: String
    let counted: Int
    let leftOut: Int
  }

  let certification: String
  let orals: [Orals]
  let whole: Agreement
  /// Those that an oral judged, in the referential's order.
  let assessments: [Part]
  /// Those that an oral judged: the least agreed first, those that could not be compared last.
  let criteria: [Part]

  /// - Parameter sessions: one at least.
  /// - Throws: bad data when a jury shares a console, a session is a mock one, or the sessions do not have one certification and referential;
  ///   a usage error when a session comes twice; what reading them throws.
  init(_ sessions: [Session]) throws(Refusal) {
    guard let first = sessions.first else { preconditionFailure("a session at least") }
    var ids: Set<String> = []
    for session in sessions {
      if let refusal = session.refusalOfComparing(with: first) { throw refusal }
      if !ids.insert(session.plan.id).inserted { throw session.refusalOfCountingTwice }
    }
    var orals: [Orals] = []
    var ratings: [Rating] = []
    for session in sessions {
      var counted = 0
      for candidate in session.plan.candidates {
        guard let put = try session.firstRatings(of: candidate) else { continue }
        ratings += put
        counted += 1
      }
      let leftOut = session.plan.candidates.count - counted
      orals.append(Orals(session: session.plan.id, counted: counted, leftOut: leftOut))
    }
    certification = first.plan.certification
    self.orals = orals
    whole = Agreement(ratings)
    assessments = Self.byAssessment(ratings, first.referential)
    criteria = Self.byCriterion(ratings, first.referential)
  }

  private static func byAssessment(_ ratings: [Rating], _ referential: Referential) -> [Part] {
    let assessments = Dictionary(
      referential.competencies.flatMap { competency in competency.criteria.map { ($0.id, competency.assessment) } },
      uniquingKeysWith: { first, _ in first })
    let found = Agreement.by({ assessments[$0.criterion] }, of: ratings)
    return referential.assessments.compactMap { assessment in
      found[assessment.id].map { Part(id: assessment.id, agreement: $0) }
    }
  }

  private static func byCriterion(_ ratings: [Rating], _ referential: Referential) -> [Part] {
    let found = Agreement.by(\.criterion, of: ratings)
    let parts = referential.competencies.flatMap(\.criteria).compactMap { criterion in
      found[criterion.id].map { Part(id: criterion.id, agreement: $0) }
    }
    return parts.enumerated().sorted { $0.element.isLessAgreed(than: $1.element) ?? ($0.offset < $1.offset) }
      .map(\.element)
  }
}

extension AgreementReport.Part {
  /// By the share, then by how many pairs differ; nil when neither says.
  fileprivate func isLessAgreed(than other: Self) -> Bool? {
    guard let own = agreement.percent, let others = other.agreement.percent else {
      return (agreement.percent == nil) == (other.agreement.percent == nil) ? nil : agreement.percent != nil
    }
    let (left, right) = (own.numerator * others.denominator, others.numerator * own.denominator)
    if left != right { return left < right }
    return differingPairs == other.differingPairs ? nil : differingPairs > other.differingPairs
  }

  private var differingPairs: Int { agreement.pairs - agreement.agreeingPairs }
}
