@testable import Evaluation

/// An oral's time as a picture, on a manual clock: a character a second, what it says done at its start.
///
/// `-` nothing · `m` a whole minute instead · `s` start · `p` pause · `r` resume · `n` next phase · `b` back to the
/// phase before · `a` next assessment · `c` a mark · `e` end · `o` reopen · `w` the wall clock jumps ahead an
/// hour · `z` a reboot, the time up counting from zero again.
struct Picture {
  var oral: Oral
  var now = Stamp.start

  init(_ picture: String, of candidate: Candidate = .fictitious("lea"), backdatedBy: Int = 0) throws {
    oral = try .ready(candidate)
    for character in picture { try play(character, backdatedBy: backdatedBy) }
  }

  var clock: OralClock { oral.clock }

  private mutating func play(_ character: Character, backdatedBy: Int) throws {
    switch character {
    case "w": now.at.unixMilliseconds += 3_600_000
    case "z": now = Stamp(at: now.at, boot: now.boot + "'", up: 0)
    default: if let event = event(character, backdatedBy) { try oral.play([event], at: now) }
    }
    now = now.advanced(by: character == "m" ? 60_000 : 1000)
  }

  private func event(_ character: Character, _ backdatedBy: Int) -> Event? {
    switch character {
    case "s": .clockStarted(backdatedBy: backdatedBy)
    case "p": .clockPaused(reason: "panne")
    case "r": .clockResumed(backdatedBy: backdatedBy)
    case "n": .phaseEntered(phase: clock.phases[clock.phase + 1].id)
    case "b": .phaseEntered(phase: clock.phases[clock.phase - 1].id)
    case "a": .assessmentEntered(assessment: "E2")
    case "c": .criterionMarked(criterion: "C1.1", mark: .met)
    case "e": .oralEnded
    case "o": .oralReopened
    default: nil
    }
  }

  /// Seconds spent in each phase.
  var phases: [Int] { clock.phases.indices.map { clock.spent(inPhase: $0, at: now) / 1000 } }
  var total: Int { clock.totalSpent(at: now) / 1000 }
  var paused: Int { clock.paused(at: now) / 1000 }
  var drift: Int { clock.drift(at: now) / 1000 }
  /// The expected end, in seconds after ``Stamp/start``.
  var end: Int { (clock.expectedEnd(at: now).unixMilliseconds - Stamp.start.at.unixMilliseconds) / 1000 }
  /// The same, as the sum that the console shows.
  var sum: Int {
    let start = clock.apparentStart(at: now).unixMilliseconds - Stamp.start.at.unixMilliseconds
    return (start + clock.totalPlanned) / 1000 + paused + drift
  }
}
