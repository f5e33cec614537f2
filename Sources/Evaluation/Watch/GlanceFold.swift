/// What the journals of an oral add up to for the session's manager, whatever the order in which they arrived: the same
/// order as at the jurors' consoles.
public struct GlanceFold: Equatable, Sendable {
  public private(set) var glance: Glance
  private let blank: Glance
  private var merge = Merge<GlanceEntry>()
  private var counted: [JournalPlace] = []

  /// - Parameter blank: the oral before any fact.
  public init(_ blank: Glance) {
    self.blank = blank
    glance = blank
  }

  public mutating func measured(_ bridges: [Bridge]) { glance.measured(bridges) }

  /// Takes an author's next facts.
  public mutating func receive(_ entries: [GlanceEntry], from author: String) {
    for entry in entries {
      if !glance.isIndividual {
        // One journal alone: its order is the order.
        if entry.isPersonal { glance.touch(entry, by: author) } else { glance.apply(entry, by: author) }
        continue
      }
      merge.receive(entry, from: author)
      if entry.isPersonal { glance.touch(entry, by: author) }
    }
    if glance.isIndividual { count() }
  }

  private mutating func count() {
    let order = merge.order
    let isLonger = order.count >= counted.count && zip(order, counted).allSatisfy { $0.place == $1 }
    if !isLonger {
      counted = []
      glance = blank.keeping(glance)
    }
    for (place, entry) in order.dropFirst(counted.count) {
      counted.append(place)
      glance.apply(entry, by: place.author)
    }
  }
}
