import Testing

@testable import Evaluation

/// A fact of a drawn history.
private struct Note: Mergeable {
  let n: Int
  let seen: [String: Int]
  let isPersonal: Bool
  let rank: Int
  let name: String
}

private let authors = ["amina", "bruno", "claire"]

extension Draws {
  /// What three authors wrote, each having read so much of the others.
  fileprivate mutating func history() -> [String: [Note]] {
    var journals: [String: [Note]] = [:]
    var read: [String: [String: Int]] = [:]
    for place in 0..<int(1...14) {
      let author = one(of: authors)
      for other in authors where other != author && oneIn(2) {
        let known = read[author]?[other] ?? 0
        read[author, default: [:]][other] = int(known...(journals[other]?.count ?? 0))
      }
      let isPersonal = oneIn(4)
      let note = Note(
        n: (journals[author]?.count ?? 0) + 1, seen: isPersonal ? [:] : (read[author] ?? [:]).filter { $0.value > 0 },
        isPersonal: isPersonal, rank: int(0...2), name: "\(author)-\(place)")
      journals[author, default: []].append(note)
    }
    return journals
  }

  /// The history as one console receives it: the journals in parts, in some order.
  fileprivate mutating func received(_ history: [String: [Note]]) -> Merge<Note> {
    var merge = Merge<Note>()
    var left = history.filter { !$0.value.isEmpty }
    while let author = left.keys.sorted().randomElement(using: &self), let notes = left[author] {
      let count = int(1...notes.count)
      for note in notes.prefix(count) { merge.receive(note, from: author) }
      left[author] = notes.count > count ? Array(notes.dropFirst(count)) : nil
      // Asking meanwhile changes nothing.
      _ = merge.order.count
    }
    return merge
  }
}

@Suite struct MergeProperties {
  @Test func `two consoles have one order, however the journals arrived`() {
    always { draws in
      let history = draws.history()
      return draws.received(history).order.map(\.entry) == draws.received(history).order.map(\.entry)
    }
  }

  @Test func `every fact that concerns the jury counts once`() {
    always { draws in
      let history = draws.history()
      let names = draws.received(history).order.map(\.entry.name)
      return names.sorted() == history.values.joined().filter { !$0.isPersonal }.map(\.name).sorted()
    }
  }

  @Test func `a fact comes after all that its writer had seen, and after their own before it`() {
    always { draws in
      let order = draws.received(draws.history()).order
      var counted: [String: Int] = [:]
      for (place, entry) in order {
        let later = order.drop { $0.place != place }.dropFirst()
        let isEarly = later.contains { other in
          other.place.author == place.author && other.place.n < place.n
            || other.place.n <= entry.seen[other.place.author] ?? 0
        }
        if isEarly { return false }
        counted[place.author] = place.n
      }
      return true
    }
  }

  @Test func `what is still to come never changes the order of those that had seen each other`() {
    always { draws in
      let history = draws.history()
      let part = history.mapValues { Array($0.prefix(draws.int(0...$0.count))) }
      let whole = draws.received(history).order.map(\.entry.name)
      let early = draws.received(part).order.map(\.entry.name)
      // None counts early that would not count at all.
      return early.allSatisfy(whole.contains)
    }
  }
}
