/// One candidate before one jury: the fold of that oral's facts.
///
/// Its law: it changes by ``apply(_:at:)`` alone, and equal facts make equal orals.
public struct Oral: Equatable, Sendable {
  /// The jury's verdict on a competency.
  public struct Verdict: Equatable, Sendable {
    public let acquired: Bool
    public let unmarkedConfirmed: Bool
    /// Why, where a juror had judged otherwise.
    public let motive: String
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

  /// Where an oral stands, as the list of candidates says it. `refused`: a juror refused to sign the grid.
  public enum Stage: Equatable, Sendable {
    case planned, absent, preparing, underWay, deliberating, signing, signed, refused
  }

  /// What a juror does not share in the jury's decision.
  public struct Reservation: Equatable, Sendable {
    public let text: String
    /// They ask for it in the grid.
    public let inGrid: Bool
  }

  /// What was settled before any fact.
  public let terms: Terms
  /// Whose console this is: a juror's, or ``jury`` for the one that they share.
  public internal(set) var viewer: String

  public internal(set) var clock: OralClock
  /// What was decided about interruptions, oldest first.
  public internal(set) var settlements: [Settlement.Taken] = []
  /// Of the manager's messages, the numbers of those that the jury has seen.
  public internal(set) var acknowledged: Set<Int> = []
  public internal(set) var absence: String?
  public internal(set) var isIdentityChecked = false
  public internal(set) var present: Set<String> = []
  public internal(set) var withoutTie: Set<String> = []
  /// By juror, the tie declared.
  public internal(set) var ties: [String: String] = [:]
  /// The viewer's own.
  public internal(set) var sheet = Sheet()
  /// Of the other authors: ``sheet(of:)`` says when they may be seen.
  var others: [String: Sheet] = [:]
  /// The juror who conducts the oral and its clock, then the deliberation; nil before the start.
  public internal(set) var hand: String?
  /// By juror, when they handed in their grid.
  public internal(set) var handedIn: [String: Stamp] = [:]
  /// By juror who had to leave, why.
  public internal(set) var released: [String: String] = [:]
  public internal(set) var verdicts: [String: Verdict] = [:]
  public internal(set) var blockVerdicts: [String: BlockVerdict] = [:]
  public internal(set) var decision: Decision?
  public internal(set) var comment = ""
  /// How many times verdicts, blocks or the decision changed.
  public internal(set) var revision = 0
  /// By juror, the revision they confirmed.
  public internal(set) var confirmations: [String: Int] = [:]
  public internal(set) var reservations: [String: Reservation] = [:]
  /// By competency.
  var votes: [String: Vote] = [:]
  /// The inverses of the jury's facts that can be undone, the next one last.
  var undoable: [Event] = []
  public internal(set) var seal: Sealing?
  /// The reasons for which sealed grids were taken back, oldest first.
  public internal(set) var reopenings: [String] = []
  /// When the viewer's last fact was recorded.
  public internal(set) var lastFactAt: Stamp?
  /// How many facts that concern the jury were applied.
  var juryFactCount = 0

  /// The author of a console that the jury shares.
  public static let jury = "jury"

  /// An oral before any fact.
  ///
  /// - Throws: when the plan gives the candidate no format, or holds a block, that the referential knows.
  public init(
    of candidate: Candidate, plan: Plan, referential: Referential, viewer: String = Oral.jury
  ) throws(Refusal) {
    let format = try Oral.format(of: candidate, plan: plan, referential: referential)
    self.viewer = viewer
    terms = Terms(of: candidate, format: format, plan: plan, referential: referential)
    clock = OralClock(format: format, extraMinutes: candidate.extraMinutes)
  }

  /// Why an interview can be neither held nor planned: there is no default.
  static let untimedInterview = Phrase(
    "l'entretien VAE n'a pas de durée : le règlement n'en donne pas",
    "the VAE interview has no length: the règlement gives none")

  /// How a candidate's oral runs.
  ///
  /// - Throws: when the plan gives the candidate no format, or holds a block, that the referential knows.
  public static func format(of candidate: Candidate, plan: Plan, referential: Referential) throws(Refusal) -> OralFormat
  {
    guard let format = plan.format(of: candidate, in: referential) else {
      guard candidate.route == .training else {
        let untimed = Self.untimedInterview
        throw Refusal(
          Phrase("\(candidate.name) : \(untimed.fr)", "\(candidate.name): \(untimed.en)"),
          hint: Phrase(
            "la fixer : « interviewMinutes » dans session.json, ou jury session edit",
            "set it: “interviewMinutes” in session.json, or jury session edit"), code: .badData)
      }
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
    return format
  }
}

// MARK: Readings

extension Oral {
  // Inlined, so that a view that reads one member of them takes no copy of the whole.
  @inlinable public var plan: Plan { terms.plan }
  @inlinable public var referential: Referential { terms.referential }
  @inlinable public var candidate: Candidate { terms.candidate }
  @inlinable public var format: OralFormat { terms.format }
  /// What this oral judges: the format's blocks but those held already.
  @inlinable public var blocks: [Block] { terms.blocks }
  /// Those blocks' competencies, in order.
  @inlinable public var competencies: [Competency] { terms.competencies }
  /// The assessments it hears, in order.
  @inlinable public var assessments: [Assessment] { terms.assessments }

  public var stage: Stage {
    if let seal {
      if !seal.refusals.isEmpty { return .refused }
      return requiredSigners.allSatisfy { seal.signatures[$0] != nil } ? .signed : .signing
    }
    if absence != nil { return .absent }
    switch clock.state {
    case .ended: return .deliberating
    case .running, .paused: return .underWay
    case .notStarted: return factCount == 0 ? .planned : .preparing
    }
  }

  /// How many facts were applied.
  public var factCount: Int { others.values.reduce(juryFactCount + sheet.factCount) { $0 + $1.factCount } }

  public var marks: [String: Mark] { sheet.marks }

  public var markedAt: [String: Stamp] { sheet.markedAt }

  public var questions: [String: Sheet.Question] { sheet.questions }

  public func mark(of criterion: String) -> Mark { sheet.mark(of: criterion) }

  public func criterion(_ id: String) -> Criterion? { terms.criterion(id) }

  /// The competency that a criterion belongs to.
  public func competency(of criterion: String) -> Competency? { terms.competency(of: criterion) }

  /// How many of the competency's criteria bear each mark.
  public func tally(of competency: Competency) -> Tally { sheet.tally(of: competency) }

  /// Notes that stand, on one subject or on all, oldest first.
  public func notes(on subject: String? = nil) -> [Sheet.Note] { sheet.notes(on: subject) }

  /// How many notes on a subject stand.
  public func noteCount(on subject: String) -> Int { sheet.noteCount(on: subject) }

  /// The jurors who sit in this oral, in the plan's order: those present without a declared tie, and not released.
  public var sittingJurors: [Juror] { plan.jury.filter { sits($0.id) } }

  public func sits(_ juror: String) -> Bool {
    present.contains(juror) && ties[juror] == nil && released[juror] == nil
  }

  /// Who must sign the grid: every juror who sat (section 2.5, annex 3).
  public var requiredSigners: [String] { sittingJurors.map(\.id) }
}
