import Console
import Evaluation
import Store

/// The other consoles on the open oral: their journals as they grow, and their signs of life.
///
/// Its law: it writes nothing of an oral but that this console is here, and how far it has read the others.
final class Room {
  /// All journals of the oral, folded.
  private(set) var fold: Fold
  let candidate: String
  private let session: Session
  private let journals: OralFollower
  private let openedAt: Stamp
  private var hearing = Hearing()
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
    journals = try OralFollower(session, of: candidate.id, by: session.authors.filter { own == nil || $0 != viewer })
    if let own {
      let entries = try session.entries(of: own, journal: "")
      ownTimes = entries.map(\.at)
      fold.receive(entries, from: viewer)
    }
    _ = poll()
  }

  /// The others' journals, each as far as it was read.
  var sources: [JournalSource] {
    journals.begun.map { JournalSource(path: session.path(of: $0.path), head: $0.head, lines: $0.count) }
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
    let news = journals.poll()
    for (author, entries) in news { fold.receive(entries, from: author) }
    return !news.isEmpty
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
    let found = (journals.alarms.isEmpty ? witnessed ?? [] : []).map {
      Phrase("\($0.reason.fr) (\($0.subject))", "\($0.reason.en) (\($0.subject))")
    }
    return (hearing.neighbours(seenUpTo: seenUpTo), journals.alarms + found + session.alarms)
  }

  /// Puts down how far the others' journals were read, for whoever alters one. What cannot be written is written later.
  private func witness(at now: Stamp) {
    let heads = journals.begun.map { WitnessedHead(author: $0.author, count: $0.count, head: $0.head) }
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
