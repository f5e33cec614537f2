/// What signed orals add up to: rates, what was missing most, time against plan.
///
/// Its law: nobody is to be recognised. A group of fewer than ``leastGroup`` candidates gives no figure, not even how many
/// they are; a share is a whole per cent, without its numerator.
public struct Statistics: Equatable, Sendable {
  /// The smallest group that gives a figure: this project's promise, no rule of the règlement.
  public static let leastGroup = 5
  /// How many criteria the list of the most often missing holds.
  public static let listed = 12

  /// A share of a group.
  public struct Rate: Equatable, Sendable {
    /// A block, a competency, a criterion, a decision.
    public let id: String
    /// How many candidates: at least ``leastGroup``, or nil.
    public let candidates: Int?
    /// Of them, to the whole per cent; nil with ``candidates``.
    public let percent: Int?
  }

  /// Mean times of a phase, in seconds; nil below ``leastGroup``.
  public struct Time: Equatable, Sendable {
    /// Nil over all formats.
    public let format: String?
    public let formatTitle: Phrase
    /// Over all formats: `presentations` or `questions`.
    public let phase: String
    public let title: Phrase
    public let candidates: Int?
    public let planned: Int?
    public let spent: Int?
  }

  public let sessions: Int
  /// How many orals count; nil below ``leastGroup``.
  public let orals: Int?
  public let decisions: [Rate]
  /// Acquired, in the referential's order.
  public let blocks: [Rate]
  public let competencies: [Rate]
  /// Of the marks on the criterion, those that say it was not met: the highest share first, none of 0.
  public let missing: [Rate]
  public let times: [Time]

  public init(_ samples: [OralSample], sessions: Int, referential: Referential) {
    self.sessions = sessions
    orals = samples.count >= Self.leastGroup ? samples.count : nil
    decisions = [Decision.admitted, .partial, .notAdmitted].map { decision in
      // A VAE candidate's blocks are a partial admission, as in the minutes.
      Rate(decision.rawValue, samples.map { ($0.decision == .blocks ? .partial : $0.decision) == decision })
    }
    blocks = referential.blocks.map { block in Rate(block.id, samples.compactMap { $0.blocks[block.id] }) }
    competencies = referential.competencies.map { competency in
      Rate(competency.id, samples.compactMap { $0.competencies[competency.id] })
    }
    missing = Self.missing(samples, referential)
    times = Self.times(samples, referential)
  }

  private static func missing(_ samples: [OralSample], _ referential: Referential) -> [Rate] {
    let rates = referential.competencies.flatMap(\.criteria).compactMap { criterion -> Rate? in
      let marks = samples.compactMap { $0.criteria[criterion.id] }
      let share = Ratio(marks.reduce(0) { $0 + $1.missing }, over: marks.reduce(0) { $0 + $1.all })
      guard marks.count >= leastGroup, let percent = share?.rounded(per: 100), percent > 0 else { return nil }
      return Rate(id: criterion.id, candidates: marks.count, percent: percent)
    }
    // Stable: equal shares stay in the referential's order.
    let sorted = rates.enumerated().sorted {
      (-($0.element.percent ?? 0), $0.offset) < (-($1.element.percent ?? 0), $1.offset)
    }
    return sorted.prefix(listed).map(\.element)
  }

  private static func times(_ samples: [OralSample], _ referential: Referential) -> [Time] {
    let groups = Dictionary(grouping: samples, by: \.format)
    let known = referential.formats.map(\.id)
    let formats = known.filter { groups[$0] != nil } + groups.keys.filter { !known.contains($0) }.sorted()
    return overAll(samples, groups.values.filter { $0.count < leastGroup }.reduce(0) { $0 + $1.count })
      + formats.flatMap { format -> [Time] in
        guard let group = groups[format], let first = group.first else { return [] }
        let title = Phrase(first.formatTitle, first.formatTitle)
        return first.phases.map { phase in
          let phases = group.flatMap { $0.phases.filter { $0.id == phase.id } }
          return Time(
            format, title, phase.id, Phrase(phase.title, phase.title), phases, isShown: group.count >= leastGroup)
        }
      }
  }

  /// Presentations and questions of all formats.
  ///
  /// - Parameter hidden: how many orals are in groups that give no figure: fewer than ``leastGroup`` could be worked out
  ///   from this mean and the others.
  private static func overAll(_ samples: [OralSample], _ hidden: Int) -> [Time] {
    let isShown = samples.count >= leastGroup && (hidden == 0 || hidden >= leastGroup)
    let parts = [
      ("presentations", Phrase("présentations", "presentations"), false),
      ("questions", Phrase("questions du jury", "the jury's questions"), true),
    ]
    return parts.map { id, title, isQuestions in
      let totals = samples.compactMap { sample -> OralSample.Phase? in
        let phases = sample.phases.filter { $0.isQuestions == isQuestions }
        guard var total = phases.first else { return nil }
        total.planned = phases.reduce(0) { $0 + $1.planned }
        total.spent = phases.reduce(0) { $0 + $1.spent }
        return total
      }
      return Time(
        nil, Phrase("Tous formats", "All formats"), id, title, totals,
        isShown: isShown && totals.count >= leastGroup)
    }
  }
}

extension Statistics.Time {
  /// - Parameter phases: one a candidate.
  fileprivate init(
    _ format: String?, _ formatTitle: Phrase, _ phase: String, _ title: Phrase, _ phases: [OralSample.Phase],
    isShown: Bool
  ) {
    func mean(_ part: KeyPath<OralSample.Phase, Int>) -> Int? {
      isShown ? Ratio(phases.reduce(0) { $0 + $1[keyPath: part] }, over: phases.count * 1000)?.rounded(per: 1) : nil
    }
    self.init(
      format: format, formatTitle: formatTitle, phase: phase, title: title,
      candidates: isShown ? phases.count : nil, planned: mean(\.planned), spent: mean(\.spent))
  }
}

extension Statistics.Rate {
  fileprivate init(_ id: String, _ outcomes: [Bool]) {
    let isShown = outcomes.count >= Statistics.leastGroup
    self.init(
      id: id, candidates: isShown ? outcomes.count : nil,
      percent: isShown ? Ratio(outcomes.count { $0 }, over: outcomes.count)?.rounded(per: 100) : nil)
  }
}
