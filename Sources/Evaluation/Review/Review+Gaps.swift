extension Review {
  /// What is worth working on in an assessment.
  public struct Gap: Equatable, Sendable {
    public let assessment: Assessment
    /// Its competencies that lack something, in the order of ``gaps``.
    public let competencies: [Missing]
    /// Of the assessment's criteria, how many the jury saw shown, and how many there are.
    public let met: Int
    public let total: Int
  }

  /// A competency with its criteria that were not shown.
  public struct Missing: Equatable, Sendable {
    public let competency: Competency
    public let notMet: [Criterion]
    public let toProbe: [Criterion]
    /// Without a mark: where jurors marked apart, not told.
    public let unmarked: [Criterion]
  }

  /// What is missing by assessment. A block is acquired as a whole (section 1), so competencies not acquired come first;
  /// then those with the most criteria not met, then the most to probe. Assessments follow their first competency.
  ///
  /// A criterion without a mark is no gap by itself: it is told, and weighs last. Where jurors marked apart it is not told.
  public var gaps: [Gap] {
    let marks = marks()
    let all = assessments.map { assessment -> (gap: Gap, rank: [Int]) in
      let own = competencies.filter { $0.assessment == assessment.id }
      let missing = own.map { competency in
        func with(_ mark: Mark?) -> [Criterion] { competency.criteria.filter { marks[$0.id] == mark } }
        return Missing(
          competency: competency, notMet: with(.notMet), toProbe: with(.toProbe), unmarked: isAgreed ? [] : with(nil))
      }
      let ranked = missing.filter { $0.rank != Missing.nothing }.sorted { $1.rank.lexicographicallyPrecedes($0.rank) }
      let criteria = own.flatMap(\.criteria)
      let gap = Gap(
        assessment: assessment, competencies: ranked, met: criteria.count { marks[$0.id] == .met },
        total: criteria.count)
      return (gap, ranked.first?.rank ?? Missing.nothing)
    }
    return all.filter { !$0.gap.competencies.isEmpty }.sorted { $1.rank.lexicographicallyPrecedes($0.rank) }.map(\.gap)
  }

  /// How the candidate's own judgement stands to what the jury saw.
  public enum Comparison: Int, Equatable, Sendable, CaseIterable {
    /// They thought it shown, the jury not.
    case overrated
    /// They thought it not shown, the jury saw it.
    case underrated
    /// One of the two is not sure, the other is.
    case unsure
    case alike
  }

  /// Criteria that both judged, differences first.
  public var comparisons: [(criterion: Criterion, own: SelfJudgement.Answer, jury: Mark, comparison: Comparison)] {
    let marks = marks()
    let all = criteria.compactMap { criterion in
      judgement.answers[criterion.id].flatMap { own in
        marks[criterion.id].map { (criterion, own, $0, Self.compare(own, $0)) }
      }
    }
    return Comparison.allCases.flatMap { wanted in
      all.filter { $0.3 == wanted }.map { (criterion: $0.0, own: $0.1, jury: $0.2, comparison: $0.3) }
    }
  }

  private static func compare(_ own: SelfJudgement.Answer, _ mark: Mark) -> Comparison {
    switch (own, mark) {
    case (.shown, .met), (.notShown, .notMet), (.unsure, .toProbe): .alike
    case (.shown, .notMet): .overrated
    case (.notShown, .met): .underrated
    default: .unsure
    }
  }
}

extension Review.Missing {
  fileprivate static let nothing = [0, 0, 0, 0]

  /// The greater, the sooner to work on.
  fileprivate var rank: [Int] {
    [competency.acquired == false ? 1 : 0, notMet.count, toProbe.count, unmarked.count]
  }
}
