/// One candidate before one jury: the fold of that oral's facts.
///
/// Its law: it changes by ``apply(_:at:)`` alone, and equal facts make equal orals.
public struct Oral: Equatable, Sendable {
  public struct Note: Equatable, Sendable {
    /// From 1, in order.
    public let number: Int
    /// A criterion, a competency, or `oral`.
    public let subject: String
    public let text: String
    public let at: Stamp
    public var isWithdrawn = false
  }

  public struct Question: Equatable, Sendable {
    public var text = ""
    public var askedAt: [Stamp] = []
    /// When those taken back had been asked, for an undo to bring back.
    var unaskedAt: [Stamp] = []
  }

  /// The jury's verdict on a competency.
  public struct Verdict: Equatable, Sendable {
    public let acquired: Bool
    public let unmarkedConfirmed: Bool
    /// How many of its criteria bore no mark then.
    public let unmarked: Int
    public let at: Stamp

    /// Whether the jury's confirmation covers this many criteria without a mark.
    func confirms(unmarked count: Int) -> Bool { unmarkedConfirmed && count <= unmarked }
  }

  /// The jury's verdict on a block, with its reason where the competencies say otherwise.
  public struct BlockVerdict: Equatable, Sendable {
    public let acquired: Bool
    public let reason: String
  }

  /// The frozen grid, the signatures on it, and how often one was taken back.
  public struct Sealed: Equatable, Sendable {
    public let digest: String
    public let at: Stamp
    /// By juror, when each signed.
    public var signatures: [String: Stamp] = [:]
  }

  /// Where an oral stands, as the list of candidates says it.
  public enum Stage: Equatable, Sendable {
    case planned, absent, preparing, underWay, deliberating, signing, signed
  }

  public let plan: Plan
  public let referential: Referential
  public let candidate: Candidate
  public let format: OralFormat
  /// What this oral judges: the format's blocks but those held already.
  public let blocks: [Block]
  /// Those blocks' competencies, in order.
  public let competencies: [Competency]
  private let criteria: [String: Criterion]

  public internal(set) var clock: OralClock
  public internal(set) var absence: String?
  public internal(set) var isIdentityChecked = false
  public internal(set) var present: Set<String> = []
  public internal(set) var withoutTie: Set<String> = []
  /// By juror, the tie declared.
  public internal(set) var ties: [String: String] = [:]
  public internal(set) var marks: [String: Mark] = [:]
  /// When a criterion's mark was last set.
  public internal(set) var markedAt: [String: Stamp] = [:]
  public internal(set) var notes: [Note] = []
  public internal(set) var questions: [String: Question] = [:]
  public internal(set) var verdicts: [String: Verdict] = [:]
  public internal(set) var blockVerdicts: [String: BlockVerdict] = [:]
  public internal(set) var decision: Decision?
  public internal(set) var comment = ""
  public internal(set) var seal: Sealed?
  /// The reasons for which sealed grids were taken back, oldest first.
  public internal(set) var reopenings: [String] = []
  /// The inverses of the facts that can be undone, the next one last.
  public internal(set) var undoable: [Event] = []
  /// When the last fact was recorded.
  public internal(set) var lastFactAt: Stamp?
  /// How many facts were applied.
  public internal(set) var factCount = 0

  /// An oral before any fact.
  ///
  /// - Throws: when the plan gives the candidate no format, or holds a block, that the referential knows.
  public init(of candidate: Candidate, plan: Plan, referential: Referential) throws(Refusal) {
    guard let format = plan.format(of: candidate, in: referential) else {
      throw Refusal(
        Phrase(
          "\(candidate.name) : le plan ne donne ni format d'oral connu, ni durée d'entretien",
          "\(candidate.name): the plan gives neither a known oral format nor an interview length"),
        hint: Phrase(
          "corriger « format » ou « interviewMinutes » dans session.json",
          "correct “format” or “interviewMinutes” in session.json"),
        code: .badData)
    }
    for block in candidate.heldBlocks where !referential.blocks.contains(where: { $0.id == block }) {
      throw Refusal(
        Phrase(
          "\(candidate.name) : le bloc acquis « \(block) » est inconnu du référentiel",
          "\(candidate.name): the held block “\(block)” is unknown to the referential"),
        hint: Phrase("corriger « heldBlocks » dans session.json", "correct “heldBlocks” in session.json"),
        code: .badData)
    }
    self.plan = plan
    self.referential = referential
    self.candidate = candidate
    self.format = format
    blocks = referential.blocks.filter { format.blocks.contains($0.id) && !candidate.heldBlocks.contains($0.id) }
    competencies = blocks.flatMap(\.competencies)
    criteria = Dictionary(
      competencies.flatMap(\.criteria).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    clock = OralClock(format: format, extraMinutes: candidate.extraMinutes)
  }
}

// MARK: Readings

extension Oral {
  public var stage: Stage {
    if let seal { return requiredSigners.allSatisfy { seal.signatures[$0] != nil } ? .signed : .signing }
    if absence != nil { return .absent }
    switch clock.state {
    case .ended: return .deliberating
    case .running, .paused: return .underWay
    case .notStarted: return factCount == 0 ? .planned : .preparing
    }
  }

  /// The assessments this oral hears, in order.
  public var assessments: [Assessment] {
    let heard = Set(competencies.map(\.assessment))
    return referential.assessments.filter { heard.contains($0.id) }
  }

  public func mark(of criterion: String) -> Mark { marks[criterion] ?? .none }

  public func criterion(_ id: String) -> Criterion? { criteria[id] }

  /// How many of the competency's criteria bear each mark.
  public func tally(of competency: Competency) -> Tally {
    competency.criteria.reduce(into: Tally()) { $0.add(mark(of: $1.id)) }
  }

  /// Notes that stand, on one subject or on all, oldest first.
  public func notes(on subject: String? = nil) -> [Note] {
    notes.filter { !$0.isWithdrawn && (subject == nil || $0.subject == subject) }
  }

  /// The jurors who sit in this oral, in the plan's order: those present without a declared tie.
  public var sittingJurors: [Juror] {
    plan.jury.filter { present.contains($0.id) && ties[$0.id] == nil }
  }

  /// Who must sign the grid: every juror who sat (section 2.5, annex 3).
  public var requiredSigners: [String] { sittingJurors.map(\.id) }
}

/// Counts of marks.
public struct Tally: Equatable, Sendable {
  public var met = 0
  public var notMet = 0
  public var toProbe = 0
  public var none = 0

  public init() {}

  public var total: Int { met + notMet + toProbe + none }
  /// Criteria that bear a mark.
  public var marked: Int { total - none }

  mutating func add(_ mark: Mark) {
    switch mark {
    case .met: met += 1
    case .notMet: notMet += 1
    case .toProbe: toProbe += 1
    case .none: none += 1
    }
  }
}
