import Evaluation
import Screen

/// What the console shows and has open. It changes by ``update(_:at:)`` alone, and is drawn by ``picture(at:over:)``.
///
/// Its law: it does nothing itself. What must happen outside is returned as effects; a mark is on screen only once
/// its fact is on disk (law 1).
public struct Console: Equatable, Sendable {
  public let plan: Plan
  public let referential: Referential
  public let language: Language
  /// Who sits here: a juror, or ``Oral/jury`` where they share the console.
  public let viewer: String
  /// Another console writes this journal: this one shows it, and records nothing.
  public let isWatching: Bool
  public internal(set) var size: Size

  /// The oral whose journal is open. Kept by itself, so that a view reads of it what it shows and takes no copy.
  public internal(set) var oral: Oral?
  /// The others read so far, by candidate.
  private var others: [String: Oral] = [:]
  public internal(set) var saving = Saving.saved(nil)
  /// The other jurors' consoles on this oral, in the plan's order.
  public internal(set) var neighbours: [Neighbour] = []
  /// What the session's manager recorded: their messages are for the jury, their incidents measure interruptions.
  public internal(set) var day = Day()
  /// Messages put away where the oral takes no fact of this console's.
  var putAway: Set<Int> = []
  /// What is wrong with the session's files, until it is mended.
  public internal(set) var alarms: [Phrase] = []

  public internal(set) var page: Page
  /// The pages that Escape goes back to, the nearest last.
  public internal(set) var trail: [Page] = []
  public internal(set) var prompt: Prompt?
  public internal(set) var message: Message?

  /// The line under the cursor on each page that is a list.
  var rows = EachPage { _ in 0 }
  /// The criterion under the cursor in the live oral.
  public internal(set) var spot = Spot()
  /// The criterion under the agenda's cursor, which stays on it when marks change the order.
  var agendaAt: String?
  public internal(set) var gridPicture: GridPicture?
  public internal(set) var gridScroll = 0
  /// A juror's signature is being made: the passphrase is at work.
  public internal(set) var signing: String?
  /// The last digit typed went to the first criterion: another makes 11 or 12.
  var jumpedToFirst = false
  /// The phase and warning last rung for, so that the bell rings once.
  var rung: Rung?

  /// Places in the referential: a competency of the oral, and a criterion of it, both from 0.
  public struct Spot: Equatable, Sendable {
    public var competency = 0
    public var criterion = 0
  }

  struct Rung: Equatable, Sendable {
    var phase: Int
    var warning: Int
  }

  public init(
    plan: Plan, referential: Referential, language: Language, size: Size, viewer: String = Oral.jury,
    isWatching: Bool = false
  ) {
    self.viewer = viewer
    self.isWatching = isWatching
    self.plan = plan
    self.referential = referential
    self.language = language
    self.size = size
    page = .home
  }

  /// The candidate whose journal is open.
  public var candidate: String? { oral?.terms.candidate.id }

  /// All orals read so far, by candidate.
  public var orals: [String: Oral] {
    var orals = others
    if let oral { orals[oral.candidate.id] = oral }
    return orals
  }

  /// A candidate's oral, if it was read.
  func oral(of candidate: String) -> Oral? { candidate == self.candidate ? oral : others[candidate] }

  /// Takes an oral as it is now: the open one or another.
  mutating func take(_ oral: Oral) {
    if oral.candidate.id == candidate { self.oral = oral } else { others[oral.candidate.id] = oral }
  }

  /// Takes all orals of the session as they are now.
  mutating func take(all orals: [String: Oral]) {
    others = orals
    if let candidate { oral = others.removeValue(forKey: candidate) ?? oral }
  }

  /// Makes an oral the open one.
  mutating func open(_ oral: Oral) {
    if let open = self.oral { others[open.candidate.id] = open }
    others[oral.candidate.id] = nil
    self.oral = oral
  }

  /// A sentence in the person's language.
  func t(_ fr: String, _ en: String) -> String { language == .fr ? fr : en }

  func row(of page: Page) -> Int { rows[page] }
}
