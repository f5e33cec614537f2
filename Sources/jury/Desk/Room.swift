import Console
import Evaluation
import Store

/// The other consoles on the open oral: their journals as they grow, and their signs of life.
///
/// Its laws: what others write is only read; an unfinished line is waited for; a journal that is damaged or rewritten gives
/// nothing more until it is whole again, and is said; so is one with a fact that this version does not know, of which
/// nothing is taken from there on.
final class Room {
  /// All journals of the oral, folded.
  private(set) var fold: Fold
  let candidate: String
  private let session: Session
  /// By author.
  private let followers: [(author: String, journal: JournalFollower)]
  private let openedAt: Stamp
  private var hearing = Hearing()
  private var alarms: [Phrase] = []
  /// By author, why nothing more is taken from their journal.
  private var unreadable: [String: Phrase] = [:]
  private var nextBeat = 0
  private var witnessing = Witnessing()
  /// Where a journal is not what another console had seen of it; nil before the first look.
  private var witnessed: [Finding]?
  /// When each fact of this console was recorded, from the first.
  private var ownTimes: [Stamp] = []

  /// Milliseconds between two signs of life: a little less for each juror than for the one before, so that no two consoles
  /// stay in step, and each sooner or later hears another just after it spoke, which is what their clocks are measured by.
  private let period: Int

  /// - Parameter own: the lines of this console's own journal; nil when it writes none, and follows that one too.
  init(_ session: Session, _ candidate: Candidate, viewer: String, own: [Line]?, at now: Stamp) throws(Refusal) {
    self.session = session
    self.candidate = candidate.id
    openedAt = now
    period = 1000 - 20 * ((session.authors.firstIndex(of: viewer) ?? 0) % 8)
    fold = Fold(try session.empty(candidate, viewer: viewer))
    var followers: [(author: String, journal: JournalFollower)] = []
    do throws(StoreFault) {
      for author in session.authors where own == nil || author != viewer {
        let identity = JournalIdentity.oral(session: session.plan.id, candidate: candidate.id, author: author)
        followers.append((author, try JournalFollower(identity, in: session.directory)))
      }
    } catch {
      throw error.refusal
    }
    self.followers = followers
    if let own {
      let entries = try session.entries(of: own, journal: "")
      ownTimes = entries.map(\.at)
      fold.receive(entries, from: viewer)
    }
    _ = poll()
  }

  /// The others' journals, each as far as it was read.
  var sources: [JournalSource] {
    followers.filter { $0.journal.count > 0 }.map {
      JournalSource(path: session.path(of: $0.journal.path), head: $0.journal.head, lines: $0.journal.count)
    }
  }

  /// What the viewer's next fact must say to have seen.
  func seen(by fact: Fact) -> [String: Int] { fold.seen(by: fact.event) }

  /// An own fact is on disk.
  func wrote(_ entry: Entry) {
    ownTimes.append(entry.at)
    fold.receive([entry], from: fold.oral.viewer)
  }

  /// Reads what others have written since.
  ///
  /// - Returns: whether anything came.
  func poll() -> Bool {
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
    return hasNews
  }

  private func receive(_ lines: [Line], from author: String, _ path: String) {
    var entries: [Entry] = []
    entries.reserveCapacity(lines.count)
    do throws(Refusal) {
      for line in lines { entries += try session.entries(of: [line], journal: path) }
    } catch {
      unreadable[author] = Phrase("\(author) : \(error.reason.fr)", "\(author): \(error.reason.en)")
    }
    fold.receive(entries, from: author)
  }

  /// Tells the others that this console is here, and hears them, about once a second.
  ///
  /// - Parameter isHere: whether it says so: a console that only watches does not.
  /// - Returns: the others, when it was time; nil before.
  func beat(at now: Stamp, isHere: Bool) -> (neighbours: [Neighbour], alarms: [Phrase])? {
    guard now.up >= nextBeat else { return nil }
    nextBeat = now.up + period
    let viewer = fold.oral.viewer
    if isHere {
      // No fact: one that cannot be written is written the next second.
      try? session.directory.write(
        Presence(
          candidate: candidate, author: viewer, since: openedAt.at.text, at: now.at.text, boot: now.boot, up: now.up,
          seen: fold.counts.filter { $0.key != viewer }))
    }
    for presence in session.directory.presences(of: candidate) where presence.author != viewer || !isHere {
      hearing.hear(presence, at: now)
    }
    fold.measured(hearing.bridges)
    if isHere { witness(at: now) }
    // What is amiss may only not have arrived yet: it is looked at again.
    if witnessed?.isEmpty != true { witnessed = session.witnessFindings(of: candidate) }
    // A journal that this console cannot go on reading is told of once.
    let found = (alarms.isEmpty ? witnessed ?? [] : []).map {
      Phrase("\($0.reason.fr) (\($0.subject))", "\($0.reason.en) (\($0.subject))")
    }
    return (hearing.neighbours(seenUpTo: seenUpTo), alarms + found + session.alarms)
  }

  /// Puts down how far the others' journals were read, for whoever alters one. What cannot be written is written later.
  private func witness(at now: Stamp) {
    let heads = followers.filter { $0.journal.count > 0 }.map {
      WitnessedHead(author: $0.author, count: $0.journal.count, head: $0.journal.head)
    }
    let moment = Witnessing.Moment(fold.oral)
    guard let due = witnessing.due(heads, in: moment, at: now.up),
      (try? session.directory.witness(due, of: candidate, by: fold.oral.viewer, at: now.at.text)) != nil
    else { return }
    witnessing.wrote(heads, in: moment, at: now.up)
  }

  /// Milliseconds until the next ``beat(at:isHere:)``.
  func delay(at now: Stamp) -> Int { max(0, nextBeat - now.up) }

  /// When the last of this console's facts that another has taken in was recorded.
  private func seenUpTo(_ presence: Presence) -> Stamp? {
    let seen = min(presence.seen[fold.oral.viewer] ?? 0, ownTimes.count)
    return seen > 0 ? ownTimes[seen - 1] : nil
  }

  /// This console leaves.
  func leave() { session.directory.removePresence(of: candidate, by: fold.oral.viewer) }
}
