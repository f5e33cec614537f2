import Evaluation
import Screen

/// The clocks as a page shows them, to the second: two readings that are equal look alike.
struct ClockReading: Equatable, Sendable {
  let clock: OralClock
  /// Whole seconds: of the phase, the whole, the assessment presented, the pause under way, and since the first mark
  /// while the clock stood.
  let phase, total, assessment, pause: Int
  let stopped: Int?
  /// The minute of the end to expect, and how late that is.
  let end: Int
  let lateness: Int?
  let role: Role
  let isUncertain: Bool
}

extension Console {
  func clockReading(at now: Stamp) -> ClockReading? {
    guard let oral else { return nil }
    let clock = oral.clock
    let end = clock.expectedEnd(at: now)
    return ClockReading(
      clock: clock, phase: clock.phaseSpent(at: now) / 1000, total: clock.totalSpent(at: now) / 1000,
      assessment: clock.assessment.map { clock.spent(on: $0, at: now) / 1000 } ?? 0,
      pause: clock.pauses.last.map { clock.length(of: $0, at: now) / 1000 } ?? 0,
      stopped: oral.markedWhileStopped.map { now.elapsed(since: $0).milliseconds / 1000 },
      end: end.unixMilliseconds / 60_000 + end.offsetMinutes, lateness: lateness(oral, at: now),
      role: clockRole(clock, at: now), isUncertain: clock.isUncertain(at: now))
  }
}
