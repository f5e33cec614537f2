import Evaluation
import Store

/// The manager's journal, open for writing, with the day that it tells.
final class ManagerJournal {
  let session: Session
  let now: () -> Stamp
  private(set) var day: Day
  private let journal: Journal

  /// Opens the journal, begins it when there is none, and keeps every other console off it.
  ///
  /// - Throws: when another console holds it; bad data at `file:line`; what the disk refused.
  init(_ session: Session, now: @escaping () -> Stamp) throws(Refusal) {
    let stamp = now()
    do throws(StoreFault) {
      journal = try Journal.open(
        .manager(session: session.plan.id), in: session.directory, at: stamp.at.text, boot: stamp.boot, up: stamp.up)
    } catch {
      throw error.refusal
    }
    self.session = session
    self.now = now
    day = try session.day(of: journal.lines, journal: journal.path)
  }

  /// Records a fact: it counts once it is on disk.
  ///
  /// - Throws: why the rules do not allow it now; what the disk refused.
  func record(_ event: DayEvent) throws(Refusal) {
    if let refusal = day.refusal(of: event) { throw refusal }
    let stamp = now()
    do throws(StoreFault) {
      try journal.append(event: event.json, at: stamp.at.text, boot: stamp.boot, up: stamp.up)
    } catch {
      throw error.refusal
    }
    try day.apply(event, n: journal.count, at: stamp)
  }
}
