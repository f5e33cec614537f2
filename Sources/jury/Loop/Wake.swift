import Console
import Evaluation

/// When what is shown changes by itself.
enum Wake {
  /// Milliseconds between two tries to write what could not be.
  static let retry = 1000

  /// Milliseconds from now to the next change of what the console shows: the next second while a clock is counted or a
  /// fact waits, else the next minute of the time of day. An idle console sleeps meanwhile.
  static func delay(_ console: Console, isUnsaved: Bool, at now: Stamp) -> Int {
    let clocks = console.page == .home ? console.orals.values.map(\.clock) : [console.oral?.clock].compactMap { $0 }
    let delays = clocks.flatMap { counts(of: $0, at: now) }.map { 1000 - $0 % 1000 }
    let minute = 60_000 - now.at.unixMilliseconds % 60_000
    return (delays + (isUnsaved ? [retry] : [])).min() ?? minute
  }

  /// The counts that run, in milliseconds.
  private static func counts(of clock: OralClock, at now: Stamp) -> [Int] {
    switch clock.state {
    case .running: [clock.phaseSpent(at: now), clock.totalSpent(at: now)]
    case .paused: [clock.paused(at: now)]
    case .notStarted: clock.markedWhileStopped.map { [now.elapsed(since: $0).milliseconds] } ?? []
    case .ended: []
    }
  }
}
