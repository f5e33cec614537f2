import Evaluation
import Store

/// When a console puts down what it saw of the others' journals.
///
/// Its law: whatever is new is down within ten seconds, and at each change of phase at once.
struct Witnessing {
  /// Milliseconds; the next beat after it still comes within ten seconds.
  private static let period = 8000

  private var last: [WitnessedHead] = []
  private var lastAt: Int?
  private var moment: Moment?

  /// Where an oral stands.
  struct Moment: Equatable {
    let stage: Oral.Stage
    let clock: OralClock.State
    let phase: Int

    init(_ oral: Oral) {
      stage = oral.stage
      clock = oral.clock.state
      phase = oral.clock.phase
    }
  }

  /// The heads that are to be put down now; nil when nothing is new, or it is not time.
  func due(_ heads: [WitnessedHead], in moment: Moment, at up: Int) -> [WitnessedHead]? {
    let new = heads.filter { !last.contains($0) }
    guard !new.isEmpty else { return nil }
    return moment != self.moment || lastAt.map { up - $0 >= Self.period } ?? true ? new : nil
  }

  /// They are on disk.
  mutating func wrote(_ heads: [WitnessedHead], in moment: Moment, at up: Int) {
    last = heads
    lastAt = up
    self.moment = moment
  }
}
