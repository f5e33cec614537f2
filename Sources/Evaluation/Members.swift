import JSON

/// The members of a JSON object, read by name; every fault is told with its place.
///
/// Its law: after ``finish()`` no member was left unread, so that a misspelt one is never passed over.
final class Members {
  let place: String
  private let members: [JSON.Member]
  private var read: Set<String> = []

  init(_ json: JSON, at place: String) throws(Refusal) {
    guard let members = json.members else {
      throw Refusal(Phrase("un objet est attendu", "an object is expected"), place: place, code: .badData)
    }
    self.place = place
    self.members = members
  }

  func refusal(_ name: String, _ fr: String, _ en: String) -> Refusal {
    Refusal(Phrase(fr, en), place: place.isEmpty ? name : "\(place).\(name)", code: .badData)
  }

  func optional(_ name: String) -> JSON? {
    read.insert(name)
    return members.first { $0.key == name }?.value
  }

  private func required(_ name: String) throws(Refusal) -> JSON {
    guard let value = optional(name) else { throw refusal(name, "manque", "is missing") }
    return value
  }

  /// Refuses a member that nothing read.
  func finish() throws(Refusal) {
    for member in members where !read.contains(member.key) { throw refusal(member.key, "est inconnu", "is unknown") }
  }

  func text(_ name: String) throws(Refusal) -> String { try text(try required(name), name) }

  func optionalText(_ name: String) throws(Refusal) -> String? {
    guard let value = optional(name) else { return nil }
    return try text(value, name)
  }

  private func text(_ value: JSON, _ name: String) throws(Refusal) -> String {
    guard let text = value.string, !text.isEmpty else {
      throw refusal(name, "un texte non vide est attendu", "a text that is not empty is expected")
    }
    return text
  }

  /// One of a few known words.
  func oneOf<Value: RawRepresentable<String>>(_ name: String) throws(Refusal) -> Value {
    guard let value = Value(rawValue: try text(name)) else {
      throw refusal(name, "ce mot n'est pas prévu ici", "this word is not foreseen here")
    }
    return value
  }

  /// A text that can name a file: 1 to 64 of `a–z`, `0–9` and `-`.
  func identifier(_ name: String) throws(Refusal) -> String {
    let id = try text(name)
    let isPlain = id.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || $0 == UInt8(ascii: "-")
    }
    guard isPlain, id.utf8.count <= 64 else {
      throw refusal(
        name, "un identifiant ne contient que a–z, 0–9 et - (64 au plus)",
        "an identifier holds only a–z, 0–9 and - (64 at most)")
    }
    return id
  }

  func texts(_ name: String) throws(Refusal) -> [String] {
    guard let items = try required(name).array else {
      throw refusal(name, "une liste est attendue", "a list is expected")
    }
    var texts: [String] = []
    for item in items { texts.append(try text(item, name)) }
    return texts
  }

  func optionalTexts(_ name: String) throws(Refusal) -> [String]? { optional(name) == nil ? nil : try texts(name) }

  func flag(_ name: String) throws(Refusal) -> Bool {
    guard let value = optional(name) else { return false }
    guard let flag = value.bool else { throw refusal(name, "true ou false est attendu", "true or false is expected") }
    return flag
  }

  /// A flag that must be said, because its absence would decide something.
  func saidFlag(_ name: String) throws(Refusal) -> Bool {
    guard let flag = try required(name).bool else {
      throw refusal(name, "true ou false est attendu", "true or false is expected")
    }
    return flag
  }

  func number(_ name: String, in range: ClosedRange<Int>) throws(Refusal) -> Int {
    try number(try required(name), name, in: range)
  }

  func optionalNumber(_ name: String, in range: ClosedRange<Int>) throws(Refusal) -> Int? {
    guard let value = optional(name) else { return nil }
    return try number(value, name, in: range)
  }

  func optionalNumbers(_ name: String, in range: ClosedRange<Int>) throws(Refusal) -> [Int]? {
    guard let value = optional(name) else { return nil }
    guard let items = value.array else { throw refusal(name, "une liste est attendue", "a list is expected") }
    var numbers: [Int] = []
    for item in items { numbers.append(try number(item, name, in: range)) }
    return numbers
  }

  private func number(_ value: JSON, _ name: String, in range: ClosedRange<Int>) throws(Refusal) -> Int {
    guard let number = value.int, range.contains(number) else {
      throw refusal(
        name, "un nombre de \(range.lowerBound) à \(range.upperBound) est attendu",
        "a number from \(range.lowerBound) to \(range.upperBound) is expected")
    }
    return number
  }

  func date(_ name: String) throws(Refusal) -> CalendarDate {
    guard let date = CalendarDate(try text(name)) else {
      throw refusal(name, "une date AAAA-MM-JJ est attendue", "a date YYYY-MM-DD is expected")
    }
    return date
  }

  func optionalDate(_ name: String) throws(Refusal) -> CalendarDate? { optional(name) == nil ? nil : try date(name) }

  func optionalTimeOfDay(_ name: String) throws(Refusal) -> TimeOfDay? {
    guard let text = try optionalText(name) else { return nil }
    guard let time = TimeOfDay(text) else {
      throw refusal(name, "une heure comme 09:30 est attendue", "a time of day such as 09:30 is expected")
    }
    return time
  }

  /// The names of the members, as they stand.
  var names: [String] { members.map(\.key) }

  func instant(_ name: String) throws(Refusal) -> WallTime {
    guard let instant = WallTime(try text(name)) else {
      throw refusal(
        name, "une date et une heure comme 2026-12-01T09:30:00+01:00 sont attendues",
        "a date and time such as 2026-12-01T09:30:00+01:00 are expected")
    }
    return instant
  }

  func object(_ name: String) throws(Refusal) -> Members { try Members(try required(name), at: path(name)) }

  func optionalObject(_ name: String) throws(Refusal) -> Members? {
    guard let value = optional(name) else { return nil }
    return try Members(value, at: path(name))
  }

  /// A value that must be an object, kept as it is.
  func verbatimObject(_ name: String) throws(Refusal) -> JSON {
    let value = try required(name)
    guard value.members != nil else { throw refusal(name, "un objet est attendu", "an object is expected") }
    return value
  }

  /// The list of objects under a name, each read whole.
  func objects<Item>(_ name: String, _ item: (Members) throws(Refusal) -> Item) throws(Refusal) -> [Item] {
    guard let values = try required(name).array else {
      throw refusal(name, "une liste est attendue", "a list is expected")
    }
    var items: [Item] = []
    for (index, value) in values.enumerated() {
      let members = try Members(value, at: "\(path(name))[\(index)]")
      items.append(try item(members))
      try members.finish()
    }
    return items
  }

  func optionalObjects<Item>(
    _ name: String, _ item: (Members) throws(Refusal) -> Item
  ) throws(Refusal) -> [Item]? { optional(name) == nil ? nil : try objects(name, item) }

  private func path(_ name: String) -> String { place.isEmpty ? name : "\(place).\(name)" }
}
