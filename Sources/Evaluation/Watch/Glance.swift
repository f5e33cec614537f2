/// What the session's manager may see of an oral: its clock, who is there, how far along, in counts.
///
/// Its law: it cannot hold a mark, a note, an opinion or a verdict: it takes ``GlanceEvent`` alone.
public struct Glance: Equatable, Sendable {
  /// A line of a room's timeline.
  public struct Moment: Equatable, Sendable {
    public let at: Stamp
    public let event: GlanceEvent
  }

  public let candidate: String
  public let criterionCount: Int
  public let competencyCount: Int
  public let isIndividual: Bool
  public private(set) var clock: OralClock
  public private(set) var isAbsent = false
  public private(set) var isIdentityChecked = false
  public private(set) var hand: String?
  public private(set) var handedIn: Set<String> = []
  public private(set) var settlements: [Settlement.Taken] = []
  public private(set) var acknowledged: Set<Int> = []
  public private(set) var isSealed = false
  public private(set) var signed: Set<String> = []
  public private(set) var hasRefusal = false
  /// When the last fact was recorded, by anyone.
  public private(set) var lastAt: Stamp?
  /// The facts that make the oral's story, oldest first.
  public private(set) var timeline: [Moment] = []
  private var present: Set<String> = []
  private var tied: Set<String> = []
  private var released: Set<String> = []
  /// By author, the criteria that bear a mark of theirs: their number alone is told.
  private var touched: [String: Set<String>] = [:]
  private var decided: Set<String> = []
  private var hasFacts = false

  /// An oral before any fact.
  public init(of candidate: Candidate, format: OralFormat, plan: Plan, referential: Referential) {
    self.candidate = candidate.id
    isIndividual = plan.marking == .individual
    let competencies = referential.blocks.filter {
      format.blocks.contains($0.id) && !candidate.heldBlocks.contains($0.id)
    }.flatMap(\.competencies)
    criterionCount = competencies.reduce(0) { $0 + $1.criteria.count }
    competencyCount = competencies.count
    clock = OralClock(format: format, extraMinutes: candidate.extraMinutes)
  }
}

// MARK: Readings

extension Glance {
  /// The jurors who sit: those present without a declared tie, and not released.
  public func sits(_ juror: String) -> Bool {
    present.contains(juror) && !tied.contains(juror) && !released.contains(juror)
  }

  public var sitting: Set<String> { present.filter(sits) }

  public var stage: Oral.Stage {
    if isSealed {
      if hasRefusal { return .refused }
      return sitting.isSubset(of: signed) ? .signed : .signing
    }
    if isAbsent { return .absent }
    switch clock.state {
    case .ended: return .deliberating
    case .running, .paused: return .underWay
    case .notStarted: return hasFacts ? .preparing : .planned
    }
  }

  /// How many criteria bear a mark; where each juror marks apart, the fewest of those who sit.
  public var markedCount: Int {
    guard isIndividual else { return touched[Oral.jury]?.count ?? 0 }
    return sitting.map { touched[$0]?.count ?? 0 }.min() ?? 0
  }

  /// How many competencies the jury has decided.
  public var decidedCount: Int { decided.count }

  /// Whether nothing more is to come of it.
  public var isOver: Bool { stage == .signed || stage == .absent }
}

// MARK: Facts

extension Glance {
  /// What this machine measured of others' clocks, for the readings of now.
  public mutating func measured(_ bridges: [Bridge]) { clock.bridges = bridges }

  /// Takes what concerns an author alone.
  mutating func touch(_ entry: GlanceEntry, by author: String) {
    hasFacts = true
    if entry.at.at.unixMilliseconds >= lastAt?.at.unixMilliseconds ?? .min { lastAt = entry.at }
    guard case .criterionTouched(let criterion, let bearsMark) = entry.event else { return }
    if bearsMark {
      touched[author, default: []].insert(criterion)
    } else {
      touched[author]?.remove(criterion)
    }
  }

  /// This oral without the jury's facts, to count them again in another order.
  func keeping(_ other: Glance) -> Glance {
    var glance = self
    glance.touched = other.touched
    glance.lastAt = other.lastAt
    glance.hasFacts = other.hasFacts
    glance.clock.bridges = other.clock.bridges
    return glance
  }

  /// Takes a fact that concerns the jury, in order. One that means nothing where it stands changes nothing: two jurors
  /// acted at once.
  mutating func apply(_ entry: GlanceEntry, by author: String) {
    hasFacts = true
    if entry.at.at.unixMilliseconds >= lastAt?.at.unixMilliseconds ?? .min { lastAt = entry.at }
    guard !(isIndividual && entry.event.isOfHand && author != hand), isTimely(entry.event) else { return }
    if change(by: entry.event, of: author, at: entry.at) {
      timeline.append(Moment(at: entry.at, event: entry.event))
    }
  }

  /// Whether the clock allows it.
  private func isTimely(_ event: GlanceEvent) -> Bool {
    switch event {
    case .candidateAbsent: clock.state == .notStarted
    case .clock(let step): allows(step)
    default: true
    }
  }

  private func allows(_ step: ClockStep) -> Bool {
    let isUnderWay = clock.state == .running || clock.state == .paused
    return switch step {
    case .started: clock.state == .notStarted
    case .paused: clock.state == .running
    case .resumed: clock.state == .paused
    case .phaseEntered(let phase): isUnderWay && clock.phases.contains { $0.id == phase }
    case .assessmentEntered, .ended: isUnderWay
    case .settled(let settlement): clock.state == .paused || isUnderWay && settlement.choice != .restarted
    case .reopened: clock.state == .ended && handedIn.isEmpty
    }
  }

  /// - Returns: whether it is part of the oral's story.
  private mutating func change(by event: GlanceEvent, of author: String, at stamp: Stamp) -> Bool {
    switch event {
    case .candidateAbsent: isAbsent = true
    case .candidateArrived: isAbsent = false
    case .identityChecked(let checked):
      isIdentityChecked = checked
      return false
    case .jurorPresent(let juror, let isPresent):
      if isPresent { present.insert(juror) } else { present.remove(juror) }
    case .tieTold(let juror, let isTied):
      if isTied { tied.insert(juror) } else { tied.remove(juror) }
      return isTied
    case .clock(let step):
      clock.take(step, at: stamp)
      switch step {
      case .started: if isIndividual { hand = author }
      case .settled(let settlement): settlements.append(Settlement.Taken(settlement: settlement, at: stamp))
      case .assessmentEntered: return false
      default: break
      }
    case .handedIn: return handedIn.insert(author).inserted
    case .jurorReleased(let juror): released.insert(juror)
    case .handTaken(let from, let boot, let up, let isCertain):
      guard let hand, hand == from, hand != author, clock.countedSince.map({ $0.boot == boot }) ?? true else {
        return false
      }
      self.hand = author
      clock.handOver(from: Stamp(at: stamp.at, boot: boot, up: up), to: stamp, isCertain: isCertain)
    case .competencyTouched(let competency, let isDecided):
      if isDecided { decided.insert(competency) } else { decided.remove(competency) }
      return false
    case .gridSealed: isSealed = true
    case .gridReopened:
      isSealed = false
      signed = []
      hasRefusal = false
    case .gridSigned(let juror): signed.insert(juror)
    case .signatureRefused: hasRefusal = true
    case .messageAcknowledged(let message): acknowledged.insert(message)
    case .criterionTouched, .silent: return false
    }
    return true
  }
}
