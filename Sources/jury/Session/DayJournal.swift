import Evaluation
import Glibc
import Store

/// The manager's journal of a session, open for appending; nobody else writes it meanwhile.
///
/// Its law: it is held for as long as an act lasts, never while a person thinks or types: the manager's consoles and
/// scripts write it in turn, each after what the others wrote.
final class DayJournal {
  /// What it adds up to.
  private(set) var day: Day
  private let journal: Journal

  /// How often, and how many milliseconds apart, a journal that somebody else holds is asked for.
  private static let attempts = 100
  private static let pause = 20

  /// - Throws: when somebody else holds it for two seconds; bad data at `file:line`; what the disk refused.
  init(of session: Session, at now: Stamp) throws(Refusal) {
    do throws(StoreFault) { journal = try Self.open(session, at: now) } catch { throw error.refusal }
    day = try session.day(of: journal.lines, journal: journal.path)
  }

  private static func open(_ session: Session, at now: Stamp) throws(StoreFault) -> Journal {
    for _ in 1..<attempts {
      do throws(StoreFault) { return try openOnce(session, at: now) } catch {
        guard case .locked = error.reason else { throw error }
        usleep(UInt32(pause * 1000))
      }
    }
    return try openOnce(session, at: now)
  }

  private static func openOnce(_ session: Session, at now: Stamp) throws(StoreFault) -> Journal {
    try Journal.open(
      .manager(session: session.plan.id), in: session.directory, at: now.at.text, boot: now.boot, up: now.up)
  }

  /// Appends a fact; it counts once it is on disk.
  ///
  /// - Throws: why the rules do not allow it, or what the disk refused: nothing was recorded then.
  func record(_ event: DayEvent, at now: Stamp) throws(Refusal) {
    if let refusal = day.refusal(of: event) { throw refusal }
    let line: Line
    do throws(StoreFault) {
      if journal.failure != nil { _ = try journal.recover() }
      line = try journal.append(event: event.json, at: now.at.text, boot: now.boot, up: now.up)
    } catch {
      let refusal = error.refusal
      throw Refusal(
        Phrase("NON ENREGISTRÉ : \(refusal.reason.fr)", "NOT SAVED: \(refusal.reason.en)"), hint: refusal.hint,
        place: refusal.place, code: refusal.code)
    }
    try day.apply(event, n: line.n, at: line.stamp ?? now)
  }

  func close() { journal.close() }
}
