/// The order in which several authors' facts count.
///
/// Its law: the same facts have one order, however they arrived; a fact comes after all that its writer had seen
/// (L. Lamport, "Time, Clocks, and the Ordering of Events in a Distributed System", 1978: the happened-before relation;
/// ties are broken here by what the fact is, then by its author's id).
struct Merge<Entry: Mergeable>: Equatable, Sendable {
  private struct Journal: Equatable, Sendable {
    /// Those that concern the jury, in order.
    var entries: [Entry] = []
    /// How many facts were received, all kinds.
    var count = 0
  }

  private var journals: [String: Journal] = [:]

  /// How many facts of an author were received.
  func count(of author: String) -> Int { journals[author]?.count ?? 0 }

  /// By author, how many facts were received.
  var counts: [String: Int] { journals.mapValues(\.count) }

  var juryFactCount: Int { journals.values.reduce(0) { $0 + $1.entries.count } }

  mutating func receive(_ entry: Entry, from author: String) {
    journals[author, default: Journal()].count = entry.n
    if !entry.isPersonal { journals[author, default: Journal()].entries.append(entry) }
  }

  func entry(at place: JournalPlace) -> Entry? { journals[place.author]?.entries.first { $0.n == place.n } }

  /// The facts that concern the jury, in order. Those whose writer had seen what was not received yet wait.
  var order: [(place: JournalPlace, entry: Entry)] {
    let authors = journals.keys.sorted()
    var next = Dictionary(uniqueKeysWithValues: authors.map { ($0, 0) })
    var ordered: [(place: JournalPlace, entry: Entry)] = []

    // Of a journal, everything up to this number was taken, facts that concern its author alone included.
    func taken(_ author: String) -> Int {
      guard let journal = journals[author], let index = next[author] else { return 0 }
      return index < journal.entries.count ? journal.entries[index].n - 1 : journal.count
    }

    func candidate(_ author: String) -> Entry? {
      guard let journal = journals[author], let index = next[author], index < journal.entries.count else { return nil }
      let entry = journal.entries[index]
      return entry.seen.allSatisfy { $0.key == author || taken($0.key) >= $0.value } ? entry : nil
    }

    while true {
      let ready = authors.compactMap { author in candidate(author).map { (author: author, entry: $0) } }
      // Stable: authors are in order, and the first of the least rank is taken.
      guard let first = ready.min(by: { $0.entry.rank < $1.entry.rank }) else { return ordered }
      ordered.append((JournalPlace(author: first.author, n: first.entry.n), first.entry))
      next[first.author, default: 0] += 1
    }
  }
}

/// Where a fact stands: an author's journal, and its number there.
struct JournalPlace: Equatable, Sendable {
  let author: String
  let n: Int
}

/// What a fact must tell for its place among others'.
protocol Mergeable: Equatable, Sendable {
  /// Its number in its author's journal, from 1.
  var n: Int { get }
  /// By other author, how many of their facts the writer had seen.
  var seen: [String: Int] { get }
  /// Whether it concerns its author alone.
  var isPersonal: Bool { get }
  /// Of facts that did not know of each other, the lower counts first: who takes the hand of a silent console has it
  /// before what that console still says; a grid handed in closes the oral before it is reopened.
  var rank: Int { get }
}

extension Entry: Mergeable {
  var isPersonal: Bool { fact.event.isPersonal }

  var rank: Int {
    switch fact.event {
    case .handTaken: 0
    case .handedIn: 1
    default: 2
    }
  }
}
