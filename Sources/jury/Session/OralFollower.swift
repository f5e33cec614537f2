import Evaluation
import Store

/// An oral's journals as others write them.
///
/// Its laws: what others write is only read; an unfinished line is waited for; a journal that is damaged or rewritten gives
/// nothing more until it is whole again, and is said; so is one with a fact that this version does not know, of which
/// nothing is taken from there on.
final class OralFollower {
  /// What is wrong with the journals now.
  private(set) var alarms: [Phrase] = []
  private let session: Session
  private let followers: [(author: String, journal: JournalFollower)]
  /// By author, why nothing more is taken from their journal: a line was refused, and those after it mean nothing without
  /// it.
  private var unreadable: [String: Phrase] = [:]

  init(_ session: Session, of candidate: String, by authors: [String]) throws(Refusal) {
    self.session = session
    var followers: [(author: String, journal: JournalFollower)] = []
    do throws(StoreFault) {
      for author in authors {
        let identity = JournalIdentity.oral(session: session.plan.id, candidate: candidate, author: author)
        followers.append((author, try JournalFollower(identity, in: session.directory)))
      }
    } catch {
      throw error.refusal
    }
    self.followers = followers
  }

  /// The journals that have begun, each as far as it was read.
  var begun: [(author: String, path: String, count: Int, head: String)] {
    followers.filter { $0.journal.count > 0 }.map { ($0.author, $0.journal.path, $0.journal.count, $0.journal.head) }
  }

  /// What was written since the last call, and by whom.
  func poll() -> [(author: String, entries: [Entry])] {
    var news: [(author: String, entries: [Entry])] = []
    alarms = []
    for (author, journal) in followers {
      do throws(StoreFault) {
        let lines = unreadable[author] == nil ? try journal.poll() : []
        if !lines.isEmpty { news.append((author, entries(of: lines, by: author, journal.path))) }
        if let unreadable = unreadable[author] { alarms.append(unreadable) }
      } catch {
        alarms.append(alarm(error.refusal))
      }
    }
    return news
  }

  /// What the lines say, up to one that says nothing.
  private func entries(of lines: [Line], by author: String, _ path: String) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(lines.count)
    do throws(Refusal) {
      for line in lines { entries += try session.entries(of: [line], journal: path) }
    } catch {
      unreadable[author] = alarm(error)
    }
    return entries
  }

  /// The reason, and the file with its line.
  private func alarm(_ refusal: Refusal) -> Phrase {
    let place = refusal.place.map { " (\(session.path(of: $0)))" } ?? ""
    return Phrase(refusal.reason.fr + place, refusal.reason.en + place)
  }
}
