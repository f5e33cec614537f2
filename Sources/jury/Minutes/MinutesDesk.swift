import Evaluation

/// A session's minutes at its manager's desk: the journal of their day is open, and no other console writes it.
final class MinutesDesk {
  let session: Session
  let now: () -> Stamp
  private let journal: DayJournal

  var day: Day { journal.day }

  /// - Throws: when another console keeps the journal; bad data at `file:line`; what the disk refused.
  init(_ session: Session, now: @escaping () -> Stamp) throws(Refusal) {
    journal = try DayJournal(of: session, at: now())
    self.session = session
    self.now = now
  }

  /// Records a fact: it counts once it is on disk.
  ///
  /// - Throws: why the rules do not allow it now; what the disk refused.
  func record(_ event: DayEvent) throws(Refusal) { try journal.record(event, at: now()) }
}
