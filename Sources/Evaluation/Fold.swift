/// What the journals of an oral add up to, as one of its authors may see it.
///
/// Its law: the same facts make the same oral at every console, whatever the order in which the journals arrived. A fact
/// that the rules do not allow where it counts is void: it stays in its journal, without effect (two jurors acted at once).
public struct Fold: Equatable, Sendable {
  public private(set) var oral: Oral
  private let blank: Oral
  private var merge = Merge<Entry>()
  /// The jury's facts as they were counted.
  private var counted: [JournalPlace] = []
  private var voidOnes: [JournalPlace] = []
  /// What the viewer's own facts have said to have seen.
  private var told: [String: Int] = [:]
  /// When the viewer's last fact was recorded, of all kinds.
  private var lastOwnAt: Stamp?

  /// - Parameter blank: the oral before any fact.
  public init(_ blank: Oral) {
    self.blank = blank
    oral = blank
  }

  /// How many facts of an author were received.
  public func count(of author: String) -> Int { merge.count(of: author) }

  /// By author, how many facts were received.
  public var counts: [String: Int] { merge.counts }

  /// How many facts stay without effect.
  public var voidCount: Int { voidOnes.count }

  /// How many of the jury's facts wait for one that their writer had seen, and that has not arrived here.
  public var waitingCount: Int { merge.juryFactCount - counted.count }

  /// What the viewer's next fact that concerns the jury must say to have seen: what grew since their last one.
  public func seen(by event: Event) -> [String: Int] {
    event.isPersonal ? [:] : merge.counts.filter { $0.key != oral.viewer && $0.value > told[$0.key] ?? 0 }
  }

  /// What this machine measured of others' clocks, for the readings of now.
  public mutating func measured(_ bridges: [Bridge]) { oral.clock.bridges = bridges }

  /// Takes an author's next facts.
  ///
  /// - Precondition: `entries` follow those received from that author, in order.
  public mutating func receive(_ entries: [Entry], from author: String) {
    guard oral.isIndividual else { return receiveInOrder(entries, from: author) }
    var concernsJury = false
    for entry in entries {
      precondition(entry.n == merge.count(of: author) + 1, "entries in order")
      merge.receive(entry, from: author)
      if author == oral.viewer { told.merge(entry.seen) { $1 } }
      if entry.fact.event.isPersonal {
        // What an author saw counts for itself: no other's fact changes whether it is allowed.
        apply(entry, JournalPlace(author: author, n: entry.n))
      } else {
        // From here on the author's sheet is closed, wherever the fact comes to count.
        if entry.fact.event == .handedIn { oral[sheetOf: author].isHandedIn = true }
        concernsJury = true
      }
    }
    // What concerns its author alone may be what another's fact waited for.
    if concernsJury || waitingCount > 0 { count() }
    if author == oral.viewer, let last = entries.last { lastOwnAt = last.at }
    oral.lastFactAt = lastOwnAt
  }

  /// The same of the console that the jury shares: its one journal is in order, what its author saw and what the jury decided
  /// in turn, and an undo takes back the last of both.
  private mutating func receiveInOrder(_ entries: [Entry], from author: String) {
    for entry in entries {
      precondition(entry.n == merge.count(of: author) + 1, "entries in order")
      merge.receive(entry, from: author)
      let place = JournalPlace(author: author, n: entry.n)
      if !entry.fact.event.isPersonal { counted.append(place) }
      apply(entry, place)
    }
    if author == oral.viewer, let last = entries.last { lastOwnAt = last.at }
    oral.lastFactAt = lastOwnAt
  }

  /// Counts the jury's facts in their order: those that are new, or all of them again when one came in between.
  private mutating func count() {
    let order = merge.order
    let isLonger = order.count >= counted.count && zip(order, counted).allSatisfy { $0.place == $1 }
    if !isLonger {
      counted = []
      voidOnes.removeAll { place in merge.entry(at: place) != nil }
      oral = blank.keeping(oral)
    }
    for (place, entry) in order.dropFirst(counted.count) {
      counted.append(place)
      apply(entry, place)
    }
  }

  private mutating func apply(_ entry: Entry, _ place: JournalPlace) {
    do throws(Refusal) { try oral.apply(entry.fact, by: place.author, at: entry.at) } catch { voidOnes.append(place) }
  }
}

extension Oral {
  /// This oral with what its authors saw, which stands apart from the jury's facts.
  fileprivate func keeping(_ other: Oral) -> Oral {
    var oral = self
    oral.sheet = other.sheet
    oral.others = other.others
    oral.clock.bridges = other.clock.bridges
    return oral
  }
}
