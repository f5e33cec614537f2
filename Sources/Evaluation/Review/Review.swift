/// What a candidate may know of their own mock oral: the time, what the jury saw as one, comments that jurors shared.
///
/// Its law: it has no place for what may not be shown. No juror is in it, nor another candidate, a vote, an opinion, a
/// motive, a note kept private; so neither can a file made of it (law 6).
public struct Review: Equatable, Sendable {
  /// Of the format's phases, in milliseconds.
  public struct Phase: Equatable, Sendable {
    public var title: String
    public var planned: Int
    public var spent: Int
  }

  /// Milliseconds since the start, and how long. Its reason is the jury's.
  public struct Pause: Equatable, Sendable {
    public var at: Int
    public var length: Int
  }

  /// A change of the clock.
  public struct Moment: Equatable, Sendable {
    /// Milliseconds since the start.
    public var at: Int
    /// Index of the phase from then on.
    public var phase: Int
    public var isRunning: Bool
  }

  /// A mark as it was put or taken away.
  public struct Tick: Equatable, Sendable {
    /// Milliseconds since the start; whole minutes where jurors marked apart.
    public var at: Int
    public var criterion: String
    public var mark: Mark
  }

  /// What a juror chose to let the candidate read: without author or time.
  public struct Comment: Equatable, Sendable {
    /// A criterion, a competency, or `oral`.
    public var subject: String
    public var text: String
  }

  public struct Assessment: Equatable, Sendable {
    public var id: String
    public var label: String
  }

  public struct Competency: Equatable, Sendable {
    public var id: String
    public var label: String
    public var assessment: String
    public var criteria: [Criterion]
    /// The jury's verdict, once it has decided the whole.
    public var acquired: Bool?
  }

  public struct Criterion: Equatable, Sendable {
    public var id: String
    public var label: String
    public var text: String
  }

  public var session: String
  public var sessionTitle: String
  public var isMock: Bool
  public var isSample: Bool
  public var certification: String
  public var certificationTitle: String
  public var candidate: String
  public var family: String
  public var given: String
  public var route: Candidate.Route
  public var format: String
  public var startedAt: WallTime
  /// Jurors marked apart: only what all of them marked alike is in it.
  public var isAgreed: Bool
  /// A rehearsal: no jury, the marks are the candidate's own.
  public var isAlone: Bool
  /// The jury lets the candidate see without judging themself first.
  public var waivesJudgement: Bool
  public var phases: [Phase]
  public var pauses: [Pause]
  public var moments: [Moment]
  public var assessments: [Assessment]
  public var competencies: [Competency]
  /// Oldest first, none after the oral's end.
  public var ticks: [Tick]
  public var comments: [Comment]
  public var decision: Decision?
  /// What the jury wrote with its decision, for the grid.
  public var comment: String
  /// The candidate's own.
  public var judgement = SelfJudgement()
}

extension Review {
  /// « DURAND Léa ».
  public var name: String { "\(family.uppercased()) \(given)" }

  public var criteria: [Criterion] { competencies.flatMap(\.criteria) }

  /// When the oral ended, in milliseconds since its start, pauses counted.
  public var length: Int { moments.last?.at ?? 0 }

  public var spent: Int { phases.reduce(0) { $0 + $1.spent } }

  public var planned: Int { phases.reduce(0) { $0 + $1.planned } }

  /// Whether the jury's side may be shown: the candidate has judged themself, or need not.
  public var isOpen: Bool { waivesJudgement || judgement.isDone }

  /// Each criterion's mark some milliseconds after the start; all of the oral when not given.
  public func marks(at time: Int = .max) -> [String: Mark] {
    var marks: [String: Mark] = [:]
    for tick in ticks.prefix(while: { $0.at <= time }) { marks[tick.criterion] = tick.mark == .none ? nil : tick.mark }
    return marks
  }

  /// The last tick of each criterion that bears a mark at the end, in the order in which the jury saw them.
  public var seen: [Tick] {
    var last: [String: Int] = [:]
    for (index, tick) in ticks.enumerated() { last[tick.criterion] = tick.mark == .none ? nil : index }
    return ticks.indices.filter { last[ticks[$0].criterion] == $0 }.map { ticks[$0] }
  }

  /// The phase and the milliseconds spent in it, some milliseconds after the start.
  public func clock(at time: Int) -> (phase: Int, spent: Int, isRunning: Bool) {
    var spent = Array(repeating: 0, count: phases.count)
    var (phase, since, isRunning) = (0, 0, false)
    for moment in moments.prefix(while: { $0.at <= time }) {
      if isRunning { spent[phase] += moment.at - since }
      (phase, since, isRunning) = (moment.phase, moment.at, moment.isRunning)
    }
    if isRunning { spent[phase] += max(0, time - since) }
    return (phase, spent.indices.contains(phase) ? spent[phase] : 0, isRunning)
  }
}

/// What a candidate thinks of their own oral, before seeing what the jury saw. It stands in no journal of the session.
public struct SelfJudgement: Equatable, Sendable {
  public enum Answer: String, Sendable, CaseIterable {
    case shown, notShown, unsure
  }

  /// By criterion.
  public var answers: [String: Answer] = [:]
  /// What they would do again.
  public var again = ""
  /// It stays: the jury's side may be read.
  public var isDone = false

  public init() {}
}
