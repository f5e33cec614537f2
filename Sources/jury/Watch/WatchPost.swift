import Console
import Evaluation
import Store

/// One session that its manager watches: the orals followed, the manager's own journal, the plan as it changes.
///
/// Its laws: of orals it writes nothing; it appends to the manager's journal alone, unless it is read-only, and holds it
/// for the time of a fact: the minutes can be closed, and scripts can write, while it watches.
final class WatchPost {
  private(set) var session: Session
  private(set) var watch: SessionWatch
  private let follower: JournalFollower
  private var orals: [String: WatchedOral] = [:]
  private let signal: ChangeSignal?
  /// When everything is looked at again, whatever tells of changes: milliseconds since the boot.
  private var nextLook = 0
  private var nextWholeLook = 0
  /// Why the plan on disk is not the one watched.
  private var planAlarm: Phrase?
  /// Why nothing more is taken from the manager's journal.
  private var dayAlarm: Phrase?
  /// A line of it was refused: it is not given again, and those after it mean nothing without it.
  private var isDayUnreadable = false

  /// Milliseconds between two looks at the orals under way, and at all others: where other machines write, nothing tells.
  private static let period = 1000
  private static let wholePeriod = 10_000

  /// - Parameter isReadOnly: shows, and keeps no journal.
  /// - Throws: what the plan or the disk refuses.
  init(_ session: Session, isReadOnly: Bool, at now: Stamp) throws(Refusal) {
    self.session = session
    signal = ChangeSignal(session: session.directory)
    watch = SessionWatch(plan: session.plan, rules: session.referential.rules, glances: [:], isReadOnly: isReadOnly)
    do throws(StoreFault) {
      follower = try JournalFollower(.manager(session: session.plan.id), in: session.directory)
    } catch {
      throw error.refusal
    }
    try follow(at: now)
    look(at: now)
  }

  private func follow(at now: Stamp) throws(Refusal) {
    orals = [:]
    watch.glances = [:]
    for candidate in session.plan.candidates {
      let oral = try WatchedOral(session, candidate)
      orals[candidate.id] = oral
      watch.glances[candidate.id] = oral.fold.glance
    }
  }

  /// Reads what changed: what was told of, then what is due.
  ///
  /// - Returns: what must be said of the plan.
  @discardableResult
  func look(at now: Stamp) -> Phrase? {
    let changed = signal.map { $0.drain() } ?? []
    var said: Phrase?
    if changed?.contains("session.json") ?? true { said = reload(at: now) }
    if changed?.contains("manager.jsonl") ?? true { followDay() }
    let told = Set((changed ?? []).compactMap { path in path.split(separator: "/").dropFirst().first.map(String.init) })
    let isDue = now.up >= nextLook
    let isWholeDue = now.up >= nextWholeLook || changed == nil
    if isDue { nextLook = now.up + Self.period }
    if isWholeDue { nextWholeLook = now.up + Self.wholePeriod }
    for (candidate, oral) in orals {
      let isLive = watch.glances[candidate]?.stage == .underWay
      guard isWholeDue || told.contains(candidate) || isDue && isLive, oral.poll() else { continue }
      watch.glances[candidate] = oral.fold.glance
    }
    if isDue {
      followDay()
      hear(at: now)
    }
    let alarms = [planAlarm, dayAlarm].compactMap(\.self) + orals.values.flatMap(\.alarms)
    if alarms != watch.alarms { watch.alarms = alarms }
    return said
  }

  private func hear(at now: Stamp) {
    for presence in session.directory.everyPresence() {
      guard let oral = orals[presence.candidate] else { continue }
      let bridges = oral.fold.glance.clock.bridges
      oral.hear(presence, at: now)
      watch.heardAt[presence.candidate] = oral.heardAt(at: now)
      if oral.fold.glance.clock.bridges != bridges { watch.glances[presence.candidate] = oral.fold.glance }
    }
  }

  private func followDay() {
    guard !isDayUnreadable else { return }
    do throws(Refusal) {
      let lines = try told { () throws(StoreFault) in try follower.poll() }
      dayAlarm = nil
      try take(lines)
    } catch {
      dayAlarm = Phrase(
        "le journal du responsable ne se lit plus : \(error.reason.fr)",
        "the manager's journal cannot be read any more: \(error.reason.en)")
    }
  }

  private func take(_ lines: [Line]) throws(Refusal) {
    do throws(Refusal) {
      for line in lines { try session.take(line, into: &watch.day, journal: follower.path) }
    } catch {
      isDayUnreadable = true
      throw error
    }
  }

  /// The plan was replaced: it is read again, and what changed is said. One that cannot be read leaves the one before.
  private func reload(at now: Stamp) -> Phrase? {
    do throws(Refusal) {
      let session = try Session(session.directory)
      planAlarm = nil
      guard session.plan != self.session.plan else { return nil }
      let changes = session.plan.changes(since: self.session.plan)
      self.session = session
      watch.plan = session.plan
      try follow(at: now)
      let first = changes.first?.what ?? Phrase("", "")
      let more = changes.count > 1 ? " (+\(changes.count - 1))" : ""
      return Phrase("le plan a changé : \(first.fr)\(more)", "the plan changed: \(first.en)\(more)")
    } catch {
      planAlarm = Phrase(
        "le plan a changé et ne se lit pas : \(error.reason.fr)",
        "the plan changed and cannot be read: \(error.reason.en)")
      return nil
    }
  }

  // MARK: The manager's own facts

  /// Appends a fact of the manager's to their journal; it counts once it is on disk.
  ///
  /// - Throws: why the rules do not allow it, or what the disk refused: nothing was recorded then.
  func record(_ event: DayEvent, at now: Stamp) throws(Refusal) {
    if watch.isReadOnly {
      throw Refusal(
        Phrase("lecture seule : cette console n'écrit rien", "read-only: this console writes nothing"),
        hint: Phrase("la rouvrir sans --read-only", "open it again without --read-only"))
    }
    try session.record(event, at: now)
    followDay()
  }

  /// What the session's minutes lack, and what is proposed for their observations: the whole session is read for it.
  ///
  /// - Parameter place: the session's, among those watched.
  func closing(as place: Int) throws(Refusal) -> ClosingPage {
    let closing = try session.closing(try session.day())
    return ClosingPage(session: place, missing: closing.obstacles + closing.unsigned, proposals: closing.proposals)
  }
}
