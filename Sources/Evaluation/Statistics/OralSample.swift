/// What one signed oral brings to statistics: no name, no text, nobody's marks apart from others'.
public struct OralSample: Equatable, Sendable {
  /// How often a criterion was marked, and marked as not met.
  public struct Marks: Equatable, Sendable {
    public var all = 0
    public var missing = 0
  }

  /// Time of a phase, in milliseconds: planned, with extra time and extensions, and spent.
  public struct Phase: Equatable, Sendable {
    public var id: String
    public var title: String
    /// The jury's questions: nothing is presented in it.
    public var isQuestions: Bool
    public var planned: Int
    public var spent: Int
  }

  public var decision: Decision
  /// The oral's format: its id and title.
  public var format: String
  public var formatTitle: String
  /// By block that was judged that day, whether it was acquired.
  public var blocks: [String: Bool]
  /// By competency.
  public var competencies: [String: Bool]
  /// By criterion that bears a mark.
  public var criteria: [String: Marks]
  public var phases: [Phase]
}

extension Oral {
  /// What this oral brings to statistics.
  ///
  /// - Parameter grid: its signed grid.
  public func sample(_ grid: Grid) -> OralSample {
    let sheets = isIndividual ? sittingJurors.map { self[sheetOf: $0.id] } : [sheet]
    var criteria: [String: OralSample.Marks] = [:]
    for (criterion, mark) in sheets.flatMap(\.marks) {
      criteria[criterion, default: .init()].all += 1
      if mark == .notMet { criteria[criterion]?.missing += 1 }
    }
    let end = clock.endedAt
    return OralSample(
      decision: grid.decision, format: format.id, formatTitle: format.title,
      blocks: grid.blocks.filter { !$0.isHeld }.reduce(into: [:]) { $0[$1.block] = $1.acquired },
      competencies: grid.verdicts.reduce(into: [:]) { $0[$1.competency] = $1.acquired }, criteria: criteria,
      phases: clock.phases.enumerated().map { index, phase in
        .init(
          id: phase.id, title: phase.title, isQuestions: phase.assessments.isEmpty, planned: phase.planned,
          spent: end.map { clock.spent(inPhase: index, at: $0) } ?? phase.spent)
      })
  }
}
