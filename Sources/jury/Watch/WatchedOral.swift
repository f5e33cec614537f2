import Console
import Evaluation
import Store

/// An oral as the session's manager follows it: its journals as they grow, its consoles' signs of life.
///
/// Its law: what it keeps of a journal is a ``Glance``: counts and clocks.
final class WatchedOral {
  private(set) var fold: GlanceFold
  private let journals: OralFollower
  private var hearing = Hearing()

  init(_ session: Session, _ candidate: Candidate) throws(Refusal) {
    fold = GlanceFold(try session.blankGlance(candidate))
    journals = try OralFollower(session, of: candidate.id, by: session.authors)
    _ = poll()
  }

  /// What is wrong with the journals now.
  var alarms: [Phrase] { journals.alarms }

  /// Reads what the consoles have written since.
  ///
  /// - Returns: whether anything changed.
  func poll() -> Bool {
    let before = alarms
    let news = journals.poll()
    for (author, entries) in news { fold.receive(entries.map(GlanceEntry.init), from: author) }
    return !news.isEmpty || alarms != before
  }

  /// Hears a console of this oral.
  func hear(_ presence: Presence, at now: Stamp) {
    hearing.hear(presence, at: now)
    if fold.glance.clock.bridges != hearing.bridges { fold.measured(hearing.bridges) }
  }

  /// When a console last gave a sign of life, by this machine's clocks; nil when none did.
  func heardAt(at now: Stamp) -> Stamp? {
    hearing.neighbours().map(\.heardAt).min {
      now.elapsed(since: $0).milliseconds < now.elapsed(since: $1).milliseconds
    }
  }
}
