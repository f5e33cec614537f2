import Evaluation
import Store

/// The manager's journal of a session, open for appending; nobody else writes it meanwhile.
final class DayJournal {
  /// What it adds up to.
  private(set) var day: Day
  private let journal: Journal

  /// - Throws: when another console keeps it; bad data at `file:line`; what the disk refused.
  init(of session: Session, at now: Stamp) throws(Refusal) {
    do throws(StoreFault) {
      journal = try Journal.open(
        .manager(session: session.plan.id), in: session.directory, at: now.at.text, boot: now.boot, up: now.up)
    } catch {
      let refusal = error.refusal
      guard case .locked = error.reason else { throw refusal }
      throw Refusal(
        refusal.reason,
        hint: Phrase(
          "« jury watch --read-only » la regarde sans écrire ; ou fermez-la.",
          "“jury watch --read-only” watches it without writing; or close it."), place: refusal.place, code: refusal.code
      )
    }
    day = try session.day(of: journal.lines, journal: journal.path)
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
