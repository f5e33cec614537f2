import Console
import Evaluation

/// Gives people of sheets their ids: the plan's when they are in it already, else made from their names.
struct SheetNames {
  private var taken: Set<String>
  private let known: [(id: String, name: String)]
  private var lines: [String: Int] = [:]

  /// - Parameter known: the people of the plan, with their ids.
  init(_ known: [(id: String, family: String, given: String)]) {
    taken = Set(known.map(\.id))
    self.known = known.map { ($0.id, Self.fold($0.family, $0.given)) }
  }

  /// The id of a row's person.
  ///
  /// - Parameter asked: what the sheet gives as their id, if anything.
  /// - Returns: nil with the line on which the same person stands already.
  mutating func id(_ asked: String?, family: String, given: String, line: Int) -> Result<String, Twin> {
    let name = Self.fold(family, given)
    let id: String
    if let asked {
      id = asked
    } else if let found = known.first(where: { $0.name == name }) {
      id = found.id
    } else if let before = lines[name] {
      return .failure(Twin(line: before))
    } else {
      id = PersonID.free(family: family, given: given, taken: taken)
    }
    if let before = lines.updateValue(line, forKey: "#" + id) { return .failure(Twin(line: before)) }
    lines[name] = line
    taken.insert(id)
    return .success(id)
  }

  struct Twin: Error, Equatable { let line: Int }

  static func fold(_ family: String, _ given: String) -> String { PersonID.slug("\(family) \(given)") }
}
