import Evaluation
import Screen

extension Console {
  mutating func atClock(_ command: Command, at now: Stamp) -> [Effect] {
    guard let oral else { return [] }
    switch command {
    case .clock: return turnClock(oral.clock, at: now)
    case .backdate: return backdate(oral.clock, at: now)
    case .nextPhase: askNextPhase(oral.clock)
    case .nextAssessment: return enterNextAssessment(oral.clock, at: now)
    case .endOral: askEnd(oral.clock)
    case .interruption: askSettlement(at: now)
    case .time: prompt = .time(scroll: 0)
    default: break
    }
    return []
  }

  /// One key for the clock: start, pause (with its reason), resume.
  private mutating func turnClock(_ clock: OralClock, at now: Stamp) -> [Effect] {
    switch clock.state {
    case .notStarted: return record(.clockStarted(backdatedBy: 0), at: now)
    case .paused: return record(.clockResumed(backdatedBy: 0), at: now)
    case .running:
      prompt = .choice(.pause, index: 0, field: TextField())
      return []
    case .ended:
      refuse("l'oral est terminé ; f pour le rouvrir", "the oral has ended; f to reopen it")
      return []
    }
  }

  /// Starts or resumes the clock from the first mark that came while it stood still.
  private mutating func backdate(_ clock: OralClock, at now: Stamp) -> [Effect] {
    guard let since = oral?.markedWhileStopped else {
      refuse("aucune coche n'est venue pendant l'arrêt", "no mark came while the clock stood still")
      return []
    }
    let missed = now.elapsed(since: since).milliseconds
    return record(
      clock.state == .notStarted ? .clockStarted(backdatedBy: missed) : .clockResumed(backdatedBy: missed), at: now)
  }

  private mutating func askNextPhase(_ clock: OralClock) {
    guard clock.state == .running || clock.state == .paused else {
      refuse("l'oral n'est pas en cours", "the oral is not under way")
      return
    }
    let next = clock.phase + 1
    prompt = .confirm(clock.phases.indices.contains(next) ? .nextPhase(clock.phases[next].id) : .endOral)
  }

  private mutating func askEnd(_ clock: OralClock) {
    switch clock.state {
    case .running, .paused: prompt = .confirm(.endOral)
    case .ended: prompt = .confirm(.reopenOral)
    case .notStarted: refuse("l'oral n'a pas commencé", "the oral has not begun")
    }
  }

  /// The next assessment of a phase that presents several; after the last, the first.
  private mutating func enterNextAssessment(_ clock: OralClock, at now: Stamp) -> [Effect] {
    let heard = clock.phases[clock.phase].assessments
    guard heard.count > 1, let current = clock.assessment, let place = heard.firstIndex(of: current) else {
      refuse("cette phase ne présente qu'une épreuve", "this phase presents one assessment only")
      return []
    }
    let next = heard[(place + 1) % heard.count]
    return record(.assessmentEntered(assessment: next), at: now)
  }
}
