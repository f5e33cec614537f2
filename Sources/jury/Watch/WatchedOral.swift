import Console
import Evaluation
import Store

/// An oral as the session's manager follows it: its journals as they grow, its consoles' signs of life.
///
/// Its law: what it keeps of a journal is a ``Glance``: counts and clocks.
final class WatchedOral {
  private(set) var fold: GlanceFold
  /// What is wrong with the journals now.
  private(set) var alarms: [Phrase] = []
  /// By author, why nothing more is taken from their journal: a line was refused, and those after it mean nothing without
  /// it.
  private var unreadable: [String: Phrase] = [:]
  private let session: Session
  private let followers: [(author: String, journal: JournalFollower)]
  private var hearing = Hearing()

  init(_ session: Session, _ candidate: Candidate) throws(Refusal) {
    self.session = session
    fold = GlanceFold(try session.blankGlance(candidate))
    var followers: [(author: String, journal: JournalFollower)] = []
    do throws(StoreFault) {
      for author in session.authors {
        let identity = JournalIdentity.oral(session: session.plan.id, candidate: candidate.id, author: author)
        followers.append((author, try JournalFollower(identity, in: session.directory)))
      }
    } catch {
      throw error.refusal
    }
    self.followers = followers
    _ = poll()
  }

  /// Reads what the consoles have written since.
  ///
  /// - Returns: whether anything changed.
  func poll() -> Bool {
    let before = alarms
    var hasNews = false
    alarms = []
    for (author, journal) in followers {
      do throws(StoreFault) {
        let lines = unreadable[author] == nil ? try journal.poll() : []
        if !lines.isEmpty {
          hasNews = true
          receive(lines, from: author, journal.path)
        }
        if let unreadable = unreadable[author] { alarms.append(unreadable) }
      } catch {
        let refusal = error.refusal
        let place = refusal.place.map { " (\($0))" } ?? ""
        alarms.append(Phrase(refusal.reason.fr + place, refusal.reason.en + place))
      }
    }
    return hasNews || alarms != before
  }

  private func receive(_ lines: [Line], from author: String, _ path: String) {
    var entries: [GlanceEntry] = []
    entries.reserveCapacity(lines.count)
    do throws(Refusal) {
      for line in lines { entries += try session.glances(at: [line], journal: path) }
    } catch {
      unreadable[author] = Phrase("\(path) : \(error.reason.fr)", "\(path): \(error.reason.en)")
    }
    fold.receive(entries, from: author)
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
