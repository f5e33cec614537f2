import Evaluation
import Store

extension Session {
  /// The session's day as the manager's journal tells it, without locking anything; a blank one while there is none.
  ///
  /// - Throws: bad data at `file:line`; what the store refused.
  func day() throws(Refusal) -> Day {
    let lines: [Line]
    let path: String
    do throws(StoreFault) {
      guard let journal = try directory.managerJournal() else { return Day() }
      path = journal.path
      lines = try directory.read(journal, session: plan.id).lines
    } catch {
      throw error.refusal
    }
    return try day(of: lines, journal: path)
  }

  /// What lines of the manager's journal add up to.
  ///
  /// - Throws: bad data at `file:line` when a line says no fact, or one that the rules do not allow there.
  func day(of lines: [Line], journal: String) throws(Refusal) -> Day {
    var day = Day()
    for line in lines { try take(line, into: &day, journal: journal) }
    return day
  }

  /// Takes the next line of the manager's journal into the day.
  func take(_ line: Line, into day: inout Day, journal: String) throws(Refusal) {
    let place = "\(journal):\(line.n + 1)"
    guard let event = DayEvent(json: line.event), let at = line.stamp else {
      throw Refusal(
        Phrase("ce fait est inconnu de cette version", "this fact is unknown to this version"),
        hint: Phrase(
          "Ouvrez la session avec la version qui l'a écrite.", "Open the session with the version that wrote it."),
        place: place, code: .badData)
    }
    do throws(Refusal) { try day.apply(event, n: line.n, at: at) } catch {
      throw Refusal(error.reason, hint: error.hint, place: place, code: .badData)
    }
  }
}
