/// What the session's manager may know of a fact of an oral: that it is, never what the jury saw or thinks.
///
/// Its law: no case has a place for a mark, a note, a question, an opinion, a verdict, a vote or a decision (law 6).
public enum GlanceEvent: Equatable, Sendable {
  case candidateAbsent, candidateArrived
  case identityChecked(Bool)
  case jurorPresent(juror: String, Bool)
  case tieTold(juror: String, isTied: Bool)
  /// What the clock does: no mark is in it.
  case clock(ClockStep)
  case handedIn
  case jurorReleased(juror: String)
  case handTaken(from: String, boot: String, up: Int, isCertain: Bool)
  /// Whether a criterion bears a mark now, not which.
  case criterionTouched(criterion: String, bearsMark: Bool)
  /// Whether a competency is decided now, not how.
  case competencyTouched(competency: String, isDecided: Bool)
  case gridSealed, gridReopened
  case gridSigned(juror: String)
  case signatureRefused(juror: String)
  case messageAcknowledged(message: Int)
  /// All else.
  case silent

  public init(_ event: Event) {
    if let step = event.clockStep {
      self = .clock(step)
      return
    }
    self =
      switch event {
      case .candidateAbsent: .candidateAbsent
      case .candidateArrived: .candidateArrived
      case .identityChecked(let checked): .identityChecked(checked)
      case .jurorPresent(let juror, let isPresent): .jurorPresent(juror: juror, isPresent)
      case .noTieDeclared(let juror): .tieTold(juror: juror, isTied: false)
      case .tieDeclared(let juror, _): .tieTold(juror: juror, isTied: true)
      case .handedIn: .handedIn
      case .jurorReleased(let juror, _): .jurorReleased(juror: juror)
      case .handTaken(let from, let boot, let up, let isCertain):
        .handTaken(from: from, boot: boot, up: up, isCertain: isCertain)
      case .criterionMarked(let criterion, let mark): .criterionTouched(criterion: criterion, bearsMark: mark != .none)
      case .verdictGiven(let competency, let acquired, _, _):
        .competencyTouched(competency: competency, isDecided: acquired != nil)
      case .gridSealed: .gridSealed
      case .gridReopened: .gridReopened
      case .gridSigned(let juror, _, _): .gridSigned(juror: juror)
      case .signatureRefused(let juror, _): .signatureRefused(juror: juror)
      case .messageAcknowledged(let message): .messageAcknowledged(message: message)
      case .noted, .noteWithdrawn, .noteRestored, .noteShared, .questionPrepared, .questionAsked, .questionUnasked,
        .opinionGiven,
        .blockDecided, .decisionTaken, .voteOpened, .voteCast, .wholeConfirmed, .reservationMade,
        .clockStarted, .clockPaused, .clockResumed, .phaseEntered, .assessmentEntered, .interruptionSettled, .oralEnded,
        .oralReopened:
        .silent
      }
  }

  /// Whether it concerns its author alone.
  var isPersonal: Bool {
    switch self {
    case .criterionTouched: true
    // Of those said of nothing, some concern the jury: kept apart, they would change the order of none.
    case .silent: true
    default: false
    }
  }

  /// Whether only the one who conducts says it, where each juror has a console.
  var isOfHand: Bool {
    switch self {
    case .clock(.started), .clock(.settled): false
    case .clock, .gridSealed, .gridReopened, .competencyTouched: true
    default: false
    }
  }
}

/// A fact as the manager may see it, at its place among others'.
public struct GlanceEntry: Mergeable {
  public let n: Int
  public let event: GlanceEvent
  public let at: Stamp
  public let seen: [String: Int]

  public init(_ entry: Entry) {
    n = entry.n
    event = GlanceEvent(entry.fact.event)
    at = entry.at
    seen = entry.seen
  }

  var isPersonal: Bool { event.isPersonal }

  var rank: Int {
    switch event {
    case .handTaken: 0
    case .handedIn: 1
    default: 2
    }
  }
}
