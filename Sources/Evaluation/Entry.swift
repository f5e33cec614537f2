/// A fact as its author's journal holds it.
public struct Entry: Equatable, Sendable {
  /// Its number in that journal, from 1.
  public let n: Int
  public let fact: Fact
  public let at: Stamp
  /// By other author, how many of their facts the writer had seen; only what grew since the writer's last one.
  public let seen: [String: Int]

  public init(n: Int, fact: Fact, at: Stamp, seen: [String: Int] = [:]) {
    self.n = n
    self.fact = fact
    self.at = at
    self.seen = seen
  }
}
