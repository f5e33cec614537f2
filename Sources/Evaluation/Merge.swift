/// The order in which several authors' facts count.
///
/// Its law: the same facts have one order, however they arrived; a fact comes after all that its writer had seen
/// (L. Lamport, "Time, Clocks, and the Ordering of Events in a Distributed System", 1978: the happened-before relation;
/// ties are broken here by what the fact is, then by its author's id).
struct Merge: Equatable, Sendable {
  /// Where a fact stands: an author's journal, and its number there.
  struct Place: Equatable, Sendable {
    let author: String
    let n: Int
  }

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
    if !entry.fact.event.isPersonal { journals[author, default: Journal()].entries.append(entry) }
  }

  func entry(at place: Place) -> Entry? { journals[place.author]?.entries.first { $0.n == place.n } }

  /// The facts that concern the jury, in order. Those whose writer had seen what was not received yet wait.
  var order: [(place: Place, entry: Entry)] {
    let authors = journals.keys.sorted()
    var next = Dictionary(uniqueKeysWithValues: authors.map { ($0, 0) })
    var ordered: [(place: Place, entry: Entry)] = []

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
      guard let first = ready.min(by: { $0.entry.fact.event.rank < $1.entry.fact.event.rank }) else { return ordered }
      ordered.append((Place(author: first.author, n: first.entry.n), first.entry))
      next[first.author, default: 0] += 1
    }
  }
}

extension Event {
  /// Of facts that did not know of each other, the lower counts first: who takes the hand of a silent console has it
  /// before what that console still says; a grid handed in closes the oral before it is reopened.
  fileprivate var rank: Int {
    switch self {
    case .handTaken: 0
    case .handedIn: 1
    default: 2
    }
  }
}
