/// The time of one oral: one count for each phase and each assessment, and the pauses.
///
/// Its law: nothing here reads a clock. It folds stamps, and every reading takes the stamp of now, so that a
/// restart finds the same tenth of a second and a step of the wall clock changes nothing (law 4).
public struct OralClock: Equatable, Sendable {
  /// A phase with its time: planned, with the candidate's extra time counted, and spent. Milliseconds.
  public struct Phase: Equatable, Sendable {
    public let id: String
    public let title: String
    public let assessments: [String]
    public fileprivate(set) var planned: Int
    /// What of it was granted after interruptions.
    public fileprivate(set) var granted = 0
    public fileprivate(set) var spent = 0
  }

  public struct Pause: Equatable, Sendable {
    public let reason: String
    public fileprivate(set) var from: Stamp
    public fileprivate(set) var to: Stamp?
  }

  /// A change of the clock: what it is from then on.
  public struct Moment: Equatable, Sendable {
    public let at: Stamp
    public let state: State
    /// Index of the phase.
    public let phase: Int
  }

  public enum State: Equatable, Sendable {
    case notStarted, running, paused, ended
  }

  public private(set) var phases: [Phase]
  public private(set) var state = State.notStarted
  /// Index of the phase under way, or of the last one.
  public private(set) var phase = 0
  public private(set) var startedAt: Stamp?
  public private(set) var endedAt: Stamp?
  public private(set) var pauses: [Pause] = []
  /// Oldest first, since the oral last started from its first phase.
  public private(set) var moments: [Moment] = []
  /// The assessment being presented, where the phase has several.
  public private(set) var assessment: String?
  /// Some time was measured across a reboot, by wall clocks alone.
  public private(set) var isUncertain = false
  /// The first mark since the clock stopped.
  public private(set) var markedWhileStopped: Stamp?
  /// Milliseconds of extra time in the whole.
  public let extra: Int
  /// How many pauses belong to attempts at this oral that were given up.
  public private(set) var earlierPauses = 0

  private var spentOnAssessment: [String: Int] = [:]
  /// By index of a phase left, the assessment that was being presented in it.
  private var lastPresented: [Int: String] = [:]
  /// Since when the running count is not yet in `spent`.
  private var since: Stamp?
  /// What this machine measured of the boot clocks of others. No fact: it serves the readings of now alone.
  public var bridges: [Bridge] = []

  /// The clock of a format. Extra time (*tiers-temps*) is shared among the phases in proportion to their length,
  /// to the second: the règlement does not say how, the plan only says how much.
  public init(format: OralFormat, extraMinutes: Int) {
    extra = extraMinutes * 60_000
    var left = extraMinutes * 60
    var minutesLeft = max(1, format.minutes)
    phases = format.phases.map { phase in
      let share = left * phase.minutes / minutesLeft
      left -= share
      minutesLeft = max(1, minutesLeft - phase.minutes)
      return Phase(
        id: phase.id, title: phase.title, assessments: phase.assessments, planned: phase.minutes * 60_000 + share * 1000
      )
    }
    assessment = format.phases.first?.assessments.first
  }
}

// MARK: Readings

extension OralClock {
  /// Since when the running count, or the pause under way, is measured; nil when neither is.
  public var countedSince: Stamp? {
    switch state {
    case .running: since
    case .paused: pauses.last?.from
    case .notStarted, .ended: nil
    }
  }

  /// Milliseconds from an earlier stamp to now, across machines by what was measured between them.
  private func elapsed(since earlier: Stamp, at now: Stamp) -> (milliseconds: Int, isCertain: Bool) {
    guard let here = bridges.stamp(earlier, onBoot: now.boot) else { return now.elapsed(since: earlier) }
    return now.elapsed(since: here)
  }

  /// Milliseconds counted since the last fact, when running.
  private func pending(at now: Stamp) -> Int { since.map { elapsed(since: $0, at: now).milliseconds } ?? 0 }

  /// Milliseconds of a pause, up to its end or up to now.
  public func length(of pause: Pause, at now: Stamp) -> Int {
    pause.to.map { $0.elapsed(since: pause.from).milliseconds } ?? elapsed(since: pause.from, at: now).milliseconds
  }

  /// Milliseconds of the pause of a number, from 1 in the whole oral; nil while it lasts, or when it belongs to an attempt
  /// that was given up.
  func length(ofPause number: Int) -> Int? {
    let index = number - 1 - earlierPauses
    guard pauses.indices.contains(index), let end = pauses[index].to else { return nil }
    return end.elapsed(since: pauses[index].from).milliseconds
  }

  /// Milliseconds spent in a phase.
  public func spent(inPhase index: Int, at now: Stamp) -> Int {
    phases[index].spent + (index == phase ? pending(at: now) : 0)
  }

  /// Milliseconds spent in the phase under way.
  public func phaseSpent(at now: Stamp) -> Int { spent(inPhase: phase, at: now) }

  /// Milliseconds left in the phase under way; negative once it runs over.
  public func phaseLeft(at now: Stamp) -> Int { phases[phase].planned - phaseSpent(at: now) }

  /// Milliseconds spent in all phases, pauses not counted.
  public func totalSpent(at now: Stamp) -> Int { phases.reduce(pending(at: now)) { $0 + $1.spent } }

  /// Milliseconds planned for the whole, extra time counted, and what was granted after interruptions.
  public var totalPlanned: Int { phases.reduce(0) { $0 + $1.planned } }

  /// Milliseconds added after interruptions, in the whole.
  public var granted: Int { phases.reduce(0) { $0 + $1.granted } }

  /// Milliseconds that the plan gives the whole: extra time counted, what was granted after interruptions not.
  public var scheduled: Int { totalPlanned - granted }

  /// Milliseconds of all pauses, the one under way counted up to now.
  public func paused(at now: Stamp) -> Int { pauses.reduce(0) { $0 + length(of: $1, at: now) } }

  /// Milliseconds spent on an assessment, while it was the one presented.
  public func spent(on assessment: String, at now: Stamp) -> Int {
    spentOnAssessment[assessment, default: 0] + (assessment == self.assessment ? pending(at: now) : 0)
  }

  /// The wall-clock end to expect: what is left of this phase and of the next ones, from now; the planned sum
  /// before the start. An ended oral's end is when it ended.
  ///
  /// It is the sum that people are shown: `apparentStart + totalPlanned + paused + drift`, in every state.
  public func expectedEnd(at now: Stamp) -> WallTime {
    if let endedAt { return endedAt.at }
    // A later phase has time spent in it when the oral came back from it: that part is not to come again.
    let left = phases.indices[phase...].reduce(0) { $0 + max(0, phases[$1].planned - spent(inPhase: $1, at: now)) }
    return now.at.advanced(by: left)
  }

  /// Milliseconds by which the end to expect is later than the plan's, for an oral that the plan starts then; nil half a day
  /// away from it: the oral is heard on another day than planned.
  public func lateness(plannedFrom start: WallTime, at now: Stamp) -> Int? {
    let late = expectedEnd(at: now).unixMilliseconds - start.unixMilliseconds - scheduled
    return abs(late) < 12 * 3_600_000 ? late : nil
  }

  /// The whole minutes nearest to these milliseconds.
  public static func nearestMinutes(_ milliseconds: Int) -> Int {
    (abs(milliseconds) + 30_000) / 60_000 * milliseconds.signum()
  }

  /// Milliseconds by which the phases left behind ran over (positive) or short, with the overrun of the one under
  /// way and of later ones entered before. An ended oral leaves all of them behind.
  public func drift(at now: Stamp) -> Int {
    phases.indices.reduce(0) { sum, index in
      let over = spent(inPhase: index, at: now) - phases[index].planned
      return sum + (index < phase || state == .ended ? over : max(0, over))
    }
  }

  /// The start as the wall clock that reads now (or read the end) would have shown it: the label recorded then,
  /// moved by the wall clock's steps since. Before the start, now.
  public func apparentStart(at now: Stamp) -> WallTime {
    (endedAt ?? now).at.advanced(by: -totalSpent(at: now) - paused(at: now))
  }

  /// Seconds of the warning in force: the shortest of `warnings` that what is left has reached; nil before the
  /// first and once the phase runs over.
  public func warning(of warnings: [Int], at now: Stamp) -> Int? {
    guard state == .running || state == .paused else { return nil }
    let left = phaseLeft(at: now)
    guard left > 0 else { return nil }
    return warnings.filter { left <= $0 * 1000 }.min()
  }
}

// MARK: Facts

extension OralClock {
  mutating func start(at stamp: Stamp, backdatedBy: Int) {
    let start = stamp.advanced(by: -backdatedBy)
    if backdatedBy > 0, let first = markedWhileStopped, !stamp.elapsed(since: first).isCertain { isUncertain = true }
    state = .running
    startedAt = start
    since = start
    markedWhileStopped = nil
    changed(at: start)
  }

  mutating func pause(at stamp: Stamp, reason: String) {
    settle(at: stamp)
    since = nil
    state = .paused
    pauses.append(Pause(reason: reason, from: stamp))
    markedWhileStopped = nil
    changed(at: stamp)
  }

  /// The clock runs again since some milliseconds before a stamp, but never since before its pause began.
  mutating func resume(at stamp: Stamp, backdatedBy: Int) {
    var start = stamp
    if let last = pauses.indices.last {
      let (longest, isCertain) = stamp.elapsed(since: pauses[last].from)
      start = stamp.advanced(by: -min(backdatedBy, longest))
      if backdatedBy > 0, !isCertain { isUncertain = true }
      pauses[last].to = start
    }
    state = .running
    since = start
    markedWhileStopped = nil
    changed(at: start)
  }

  /// Another machine counts from now on: `to` is its own stamp of the instant that is `from` on the one before.
  mutating func handOver(from: Stamp, to: Stamp, isCertain: Bool) {
    if !isCertain, state == .running || state == .paused { isUncertain = true }
    if state == .paused, let last = pauses.indices.last {
      pauses[last].from = to.advanced(by: -from.elapsed(since: pauses[last].from).milliseconds)
    }
    guard since != nil else { return }
    settle(at: from)
    since = to
  }

  /// Adds time to the phase under way: what an interruption took from it.
  mutating func grant(_ milliseconds: Int) {
    phases[phase].planned += milliseconds
    phases[phase].granted += milliseconds
  }

  /// The oral starts again from its first phase, the clock standing still until it is resumed; the pause under way stays. What
  /// was granted made up for the attempt that is given up, and goes with it.
  ///
  /// - Precondition: the clock is paused.
  mutating func restart() {
    for index in phases.indices {
      phases[index].spent = 0
      phases[index].planned -= phases[index].granted
      phases[index].granted = 0
    }
    spentOnAssessment = [:]
    lastPresented = [:]
    phase = 0
    assessment = phases.first?.assessments.first
    earlierPauses += max(0, pauses.count - 1)
    pauses = Array(pauses.suffix(1))
    moments = []
  }

  mutating func enter(phase index: Int, at stamp: Stamp) {
    settle(at: stamp)
    lastPresented[phase] = assessment
    phase = index
    assessment = lastPresented[index] ?? phases[index].assessments.first
    changed(at: stamp)
  }

  mutating func enter(assessment id: String, at stamp: Stamp) {
    settle(at: stamp)
    assessment = id
  }

  mutating func end(at stamp: Stamp) {
    settle(at: stamp)
    since = nil
    if state == .paused, let last = pauses.indices.last { pauses[last].to = stamp }
    state = .ended
    endedAt = stamp
    markedWhileStopped = nil
    changed(at: stamp)
  }

  /// An ended oral waits, paused since its end, for the clock to be resumed.
  mutating func reopen(reason: String) {
    guard let ended = endedAt else { return }
    state = .paused
    pauses.append(Pause(reason: reason, from: ended))
    endedAt = nil
    changed(at: ended)
  }

  private mutating func changed(at stamp: Stamp) { moments.append(Moment(at: stamp, state: state, phase: phase)) }

  mutating func marked(at stamp: Stamp) {
    if state == .notStarted || state == .paused { markedWhileStopped = markedWhileStopped ?? stamp }
  }

  /// Moves what was counted up to a stamp into the counts.
  private mutating func settle(at stamp: Stamp) {
    guard let since else { return }
    let (milliseconds, isCertain) = stamp.elapsed(since: since)
    if !isCertain { isUncertain = true }
    phases[phase].spent += milliseconds
    if let assessment { spentOnAssessment[assessment, default: 0] += milliseconds }
    self.since = stamp
  }

  /// Whether the length of a pause, up to its end or up to now, crosses a reboot.
  public func isUncertain(_ pause: Pause, at now: Stamp) -> Bool {
    !(pause.to.map { $0.elapsed(since: pause.from) } ?? elapsed(since: pause.from, at: now)).isCertain
  }

  /// Whether the reading of now crosses a reboot.
  public func isUncertain(at now: Stamp) -> Bool {
    isUncertain || since.map { !elapsed(since: $0, at: now).isCertain } ?? false
  }
}
