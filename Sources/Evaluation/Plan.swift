import JSON

/// A session's plan: what is known before the day, written by the session manager alone (`session.json`).
public struct Plan: Equatable, Sendable {
  public var id: String
  public var title: String
  /// Of the certification: `RNCP37827`.
  public var certification: String
  /// A file beside the plan with another certification's referential; nil for the one in the program.
  public var referentialFile: String?
  public var from: CalendarDate
  public var to: CalendarDate
  public var centre: Centre
  public var manager: Manager
  public var settings: Settings
  public var marking = Marking.shared
  /// Made-up people, for trying the program: said on every document.
  public var isSample: Bool
  /// An *oral blanc*: a rehearsal that awards nothing.
  public var isMock: Bool
  public var jury: [Juror]
  public var candidates: [Candidate]
  public var slots: [Slot]
  /// Where orals are heard, in the order in which they are filled; empty where the slots alone name rooms.
  public var rooms: [Room] = []
  /// Who may not hear whom (section 2.1).
  public var ties: [Tie] = []

  public init(
    id: String, title: String, certification: String, referentialFile: String? = nil, from: CalendarDate,
    to: CalendarDate, centre: Centre, manager: Manager, settings: Settings = Settings(), marking: Marking = .shared,
    isSample: Bool = false, isMock: Bool = false, jury: [Juror] = [], candidates: [Candidate] = [],
    slots: [Slot] = [], rooms: [Room] = [], ties: [Tie] = []
  ) {
    self.id = id
    self.title = title
    self.certification = certification
    self.referentialFile = referentialFile
    self.from = from
    self.to = to
    self.centre = centre
    self.manager = manager
    self.settings = settings
    self.marking = marking
    self.isSample = isSample
    self.isMock = isMock
    self.jury = jury
    self.candidates = candidates
    self.slots = slots
    self.rooms = rooms
    self.ties = ties
  }

  public struct Centre: Equatable, Sendable {
    public var name: String
    public var address: String

    public init(name: String, address: String) {
      self.name = name
      self.address = address
    }
  }

  /// The *responsable de session*.
  public struct Manager: Equatable, Sendable {
    /// What they sign and write under: no juror has it.
    public static let id = "manager"

    public var name: String
    public var function: String
    /// The public key they sign the plan and the minutes with, as a JWK.
    public var key: JSON?

    public init(name: String, function: String, key: JSON? = nil) {
      self.name = name
      self.function = function
      self.key = key
    }
  }

  /// Who marks: one console for the jury, or each juror apart until they deliberate.
  public enum Marking: String, Sendable {
    case shared, individual
  }

  /// What the règlement leaves open.
  public struct Settings: Equatable, Sendable {
    /// Seconds before the end of a phase at which the clock warns, longest first.
    public var warnings: [Int] = [300, 60]
    /// Whether a warning also rings the terminal's bell.
    public var bell = false
    /// Whether the president's voice decides a vote that is even: the règlement (2.1) gives them none beyond others'.
    public var castingVote = false
    public var planning = PlanningSettings()
    public var interruption = InterruptionSettings()
    /// Whether a candidate sees what the jury saw of a mock oral without judging themself first.
    public var waivesSelfJudgement = false
    /// For how many minutes a message of the manager's stands on a jury's console that does not acknowledge it.
    public var messageMinutes = 60
    /// Days after the session for which its personal data are kept: the certifier's to say, nil until they do.
    public var retentionDays: Int?

    public init() {}
  }
}

extension Plan {
  public func juror(_ id: String) -> Juror? { jury.first { $0.id == id } }

  public func candidate(_ id: String) -> Candidate? { candidates.first { $0.id == id } }

  public func slot(of candidate: String) -> Slot? { slots.first { $0.candidate == candidate } }

  public func room(_ name: String) -> Room? { rooms.first { $0.name == name } }

  /// The rooms of the plan in its order, then those that slots alone name, each once.
  public var roomNames: [String] {
    var names: [String] = []
    for name in rooms.map(\.name) + slots.map(\.room) where !names.contains(name) { names.append(name) }
    return names
  }

  /// Where a candidate heard at a distance is met: the slot's own link, or its room's.
  public func link(of slot: Slot) -> String? { slot.link ?? room(slot.room)?.link }

  /// What ties a juror to a candidate, first of the plan's list; nil when nothing is known.
  public func tie(of juror: String, with candidate: String) -> Tie? {
    ties.first { $0.juror == juror && $0.candidate == candidate }
  }

  /// The jurors who hear a candidate: the slot's, or the whole jury when the plan has no slot for them.
  public func jurors(hearing candidate: String) -> [Juror] {
    guard let slot = slot(of: candidate) else { return jury.filter { !$0.isSubstitute } }
    return slot.jury.compactMap(juror)
  }

  /// The oral of a candidate: the referential's format, or the VAE interview that the plan describes.
  ///
  /// Section 1 of the règlement: a VAE candidate is heard in an interview on a dossier; it gives no length. The interview
  /// judges the blocks that they ask for, all of them where the plan does not say.
  public func format(of candidate: Candidate, in referential: Referential) -> OralFormat? {
    if let format = candidate.format { return referential.format(format) }
    guard let minutes = candidate.interviewMinutes else { return nil }
    let asked = candidate.askedBlocks
    let blocks = referential.blocks.filter { asked?.contains($0.id) ?? true }
    let judged = Set(blocks.flatMap(\.competencies).map(\.assessment))
    let interview = OralFormat.Phase(
      id: "interview", title: "Entretien VAE", minutes: minutes,
      assessments: referential.assessments.map(\.id).filter(judged.contains))
    return OralFormat(id: "vae", title: "Entretien VAE", blocks: blocks.map(\.id), phases: [interview])
  }
}
