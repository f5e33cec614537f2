/// What a fact does to an oral's clock: one reading of it for the jury's consoles and for the manager's.
public enum ClockStep: Equatable, Sendable {
  case started(backdatedBy: Int)
  case paused(reason: String)
  case resumed(backdatedBy: Int)
  case phaseEntered(String)
  case assessmentEntered(String)
  case settled(Settlement)
  case ended
  /// It waits, paused since its end.
  case reopened
}

extension Event {
  /// Nil when the clock does not care. Taking the hand is its own affair: it needs who had it.
  var clockStep: ClockStep? {
    switch self {
    case .clockStarted(let backdated): .started(backdatedBy: backdated)
    case .clockPaused(let reason): .paused(reason: reason)
    case .clockResumed(let backdated): .resumed(backdatedBy: backdated)
    case .phaseEntered(let phase): .phaseEntered(phase)
    case .assessmentEntered(let assessment): .assessmentEntered(assessment)
    case .interruptionSettled(let settlement): .settled(settlement)
    case .oralEnded: .ended
    case .oralReopened: .reopened
    default: nil
    }
  }
}

extension OralClock {
  /// Takes a step that the rules allow here. A phase that the format does not have changes nothing.
  mutating func take(_ step: ClockStep, at stamp: Stamp) {
    switch step {
    case .started(let backdated): start(at: stamp, backdatedBy: backdated)
    case .paused(let reason): pause(at: stamp, reason: reason)
    case .resumed(let backdated): resume(at: stamp, backdatedBy: backdated)
    case .phaseEntered(let id):
      if let index = phases.firstIndex(where: { $0.id == id }) { enter(phase: index, at: stamp) }
    case .assessmentEntered(let id): enter(assessment: id, at: stamp)
    case .settled(let settlement): settle(settlement)
    case .ended: end(at: stamp)
    case .reopened: reopen(reason: "reprise après la fin")
    }
  }
}
