/// An oral played alone, against the clock of its format: the candidate ticks what they have shown, and nobody judges.
///
/// Its law: it is no fact of any session; all that is left of it is a ``Review``.
public struct Rehearsal: Equatable, Sendable {
  /// What it is kept under, where a review names its session and its candidate.
  public static let id = "rehearsal"

  public let referential: Referential
  public let format: OralFormat
  public let family: String
  public let given: String
  public private(set) var clock: OralClock
  private var sheet = Sheet()

  public init(_ format: OralFormat, of referential: Referential, family: String, given: String) {
    self.format = format
    self.referential = referential
    self.family = family
    self.given = given
    clock = OralClock(format: format, extraMinutes: 0)
  }

  /// Those that the format judges, in order.
  public var competencies: [Competency] {
    referential.blocks.filter { format.blocks.contains($0.id) }.flatMap(\.competencies)
  }

  public func mark(of criterion: String) -> Mark { sheet.mark(of: criterion) }

  // MARK: What the candidate does

  /// Starts the clock, pauses it, or lets it run again; nothing once the oral has ended.
  public mutating func startOrPause(at now: Stamp) {
    switch clock.state {
    case .notStarted: clock.start(at: now, backdatedBy: 0)
    case .running: clock.pause(at: now, reason: "")
    case .paused: clock.resume(at: now, backdatedBy: 0)
    case .ended: break
    }
  }

  /// Enters the next phase; in the last one, ends the oral.
  public mutating func goOn(at now: Stamp) {
    guard clock.state == .running || clock.state == .paused else { return }
    if clock.phase + 1 < clock.phases.count { clock.enter(phase: clock.phase + 1, at: now) } else { end(at: now) }
  }

  public mutating func end(at now: Stamp) {
    if clock.state == .running || clock.state == .paused { clock.end(at: now) }
  }

  /// Ticks a criterion, or takes the tick away; nothing before the start: it would belong to no minute.
  public mutating func mark(_ criterion: String, _ mark: Mark, at now: Stamp) {
    guard clock.state == .running || clock.state == .paused else { return }
    sheet.change(by: Fact(.criterionMarked(criterion: criterion, mark: mark)), on: nil, at: now)
  }

  // MARK: What is left of it

  /// The rehearsal so far, as though it ended now; nil before the start.
  public func review(at now: Stamp) -> Review? {
    var clock = clock
    if clock.state != .ended { clock.end(at: now) }
    guard let start = clock.moments.first?.at, clock.startedAt != nil, let end = clock.endedAt else { return nil }
    func since(_ stamp: Stamp) -> Int { stamp.elapsed(since: start).milliseconds }
    let competencies = competencies
    return Review(
      session: Self.id, sessionTitle: format.title, isMock: true, isSample: false,
      certification: referential.certification.id, certificationTitle: referential.certification.title,
      candidate: Self.id, family: family, given: given, route: .training, format: format.title, startedAt: start.at,
      isAgreed: false, isAlone: true, waivesJudgement: true, phases: clock.reviewedPhases,
      pauses: clock.reviewedPauses(from: start, to: end), moments: clock.reviewedMoments(from: start),
      assessments: referential.assessments.filter { assessment in
        competencies.contains { $0.assessment == assessment.id }
      }.map { Review.Assessment(id: $0.id, label: $0.label) },
      competencies: competencies.map { Review.Competency($0, acquired: nil) },
      ticks: sheet.ticks.map { Review.Tick(at: since($0.at), criterion: $0.criterion, mark: $0.mark) }, comments: [],
      decision: nil, comment: "")
  }
}

extension OralClock {
  var reviewedPhases: [Review.Phase] {
    phases.map { Review.Phase(title: $0.title, planned: $0.planned, spent: $0.spent) }
  }

  /// Pauses after the start.
  func reviewedPauses(from start: Stamp, to end: Stamp) -> [Review.Pause] {
    pauses.filter { $0.from.elapsed(since: start).milliseconds > 0 }.map {
      Review.Pause(at: $0.from.elapsed(since: start).milliseconds, length: length(of: $0, at: end))
    }
  }

  /// In time's order: a clock set back-dated says its moment late. Those at one time stay in theirs.
  func reviewedMoments(from start: Stamp) -> [Review.Moment] {
    let moments = moments.map {
      Review.Moment(
        at: $0.at.elapsed(since: start).milliseconds, phase: $0.phase, isRunning: $0.state == .running)
    }
    return moments.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }
}

extension Review.Competency {
  init(_ competency: Competency, acquired: Bool?) {
    self.init(
      id: competency.id, label: competency.label, assessment: competency.assessment,
      criteria: competency.criteria.map { Review.Criterion(id: $0.id, label: $0.label, text: $0.text) },
      acquired: acquired)
  }
}
