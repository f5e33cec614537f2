import JSON

/// Reads the members of JSON values, noting each fault with its path and going on.
///
/// Where a value is missing or wrong it stands in an empty one, so that one pass finds every fault; what was
/// read counts only when `faults` is empty at the end.
struct Reading {
  private(set) var faults: [Referential.Fault] = []
  private var steps: [JSON.Path.Step] = []

  /// Notes a fault of the value that is being read.
  mutating func note(_ reason: Phrase) { faults.append(Referential.Fault(path: JSON.Path(steps), reason: reason)) }

  /// Does something with the value of a step.
  mutating func at<Value>(_ step: JSON.Path.Step, _ body: (inout Reading) -> Value) -> Value {
    steps.append(step)
    defer { steps.removeLast() }
    return body(&self)
  }

  /// What a reader makes of nothing, to stand where a value is missing: its own faults are forgotten.
  func blank<Value>(_ read: (inout Reading, JSON) -> Value) -> Value {
    var forgotten = Reading()
    return read(&forgotten, .null)
  }

  /// Goes through items in order, each at its index under a member.
  mutating func each<Item>(_ name: String, _ items: [Item], _ body: (inout Reading, Int, Item) -> Void) {
    at(.member(name)) { reading in
      for (index, item) in items.enumerated() { reading.at(.item(index)) { body(&$0, index, item) } }
    }
  }

  /// Notes a value that is no object, and members that have no meaning here.
  mutating func object(_ json: JSON, members known: [String]) {
    guard let members = json.members else { return noteKind(Phrase("un objet", "an object"), json) }
    for member in members where !known.contains(where: { $0.hasBytes(of: member.key) }) {
      at(.member(member.key)) { $0.note(Phrase("membre inconnu", "unknown member")) }
    }
  }

  /// The value of a member; a missing one is noted (unless its owner is no object, noted already).
  mutating func member<Value>(
    _ name: String, of json: JSON, _ read: (inout Reading, JSON) -> Value?
  ) -> Value? {
    guard json.members != nil else { return nil }
    return at(.member(name)) { reading in
      guard let value = json[name] else {
        reading.note(Phrase("membre manquant", "missing member"))
        return nil
      }
      return read(&reading, value)
    }
  }

  /// A text that is not empty, safe to show, and at most `columns` wide.
  mutating func text(_ name: String, of json: JSON, columns: Int? = nil) -> String {
    member(name, of: json) { $0.text($1, columns: columns) } ?? ""
  }

  /// A list of texts, which may be empty.
  mutating func texts(_ name: String, of json: JSON) -> [String] { list(name, of: json) { $0.text($1) ?? "" } }

  /// An identifier: ASCII letters, digits, `.`, `_` and `-`, at most 32, because it is typed and stands in file names.
  mutating func id(_ name: String, of json: JSON) -> String {
    member(name, of: json) { $0.id($1) } ?? ""
  }

  /// A list of identifiers, each once.
  mutating func ids(_ name: String, of json: JSON, orNone: Bool = false) -> [String] {
    let ids = list(name, of: json, orNone: orNone) { $0.id($1) ?? "" }
    unique(name, ids)
    return ids
  }

  mutating func integer(_ name: String, of json: JSON, in bounds: ClosedRange<Int>) -> Int {
    let number = member(name, of: json) { reading, value -> Int? in
      guard let number = value.int else { return reading.wrong(Phrase("un entier", "an integer"), value) }
      if !bounds.contains(number) {
        let range = "\(bounds.lowerBound)–\(bounds.upperBound)"
        reading.note(Phrase("\(number) est hors des bornes \(range)", "\(number) is out of bounds \(range)"))
      }
      return number
    }
    return number ?? bounds.lowerBound
  }

  /// A list; an empty one is noted unless `orNone`.
  mutating func list<Item>(
    _ name: String, of json: JSON, orNone: Bool = true, _ read: (inout Reading, JSON) -> Item
  ) -> [Item] {
    let items = member(name, of: json) { reading, value -> [Item]? in
      guard let items = value.array else { return reading.wrong(Phrase("une liste", "a list"), value) }
      if items.isEmpty && !orNone { reading.note(Phrase("liste vide", "empty list")) }
      var values: [Item] = []
      values.reserveCapacity(items.count)
      for (index, item) in items.enumerated() { values.append(reading.at(.item(index)) { read(&$0, item) }) }
      return values
    }
    return items ?? []
  }

  /// Notes each text of a list that stands there already. Empty ones are faults of their own, noted elsewhere.
  mutating func unique(_ name: String, _ texts: [String], member: String? = nil) {
    guard Set(texts).count < texts.count else { return }
    var seen: Set<String> = []
    each(name, texts) { reading, _, text in
      guard !text.isEmpty, !seen.insert(text).inserted else { return }
      let twice = Phrase("« \(text) » est déjà pris", "\"\(text)\" is taken already")
      if let member { reading.at(.member(member)) { $0.note(twice) } } else { reading.note(twice) }
    }
  }

  private mutating func id(_ json: JSON) -> String? {
    guard let id = text(json), !id.isEmpty else { return nil }
    let plain = id.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    if !plain || id.utf8.count > 32 || id.utf8.first == UInt8(ascii: ".") {
      note(
        Phrase(
          "identifiant refusé : 32 lettres sans accent, chiffres, « . », « _ » ou « - » au plus",
          "identifier refused: at most 32 plain letters, digits, \".\", \"_\" or \"-\""))
    }
    return id
  }

  private mutating func text(_ json: JSON, columns limit: Int? = nil) -> String? {
    guard let text = json.string else { return wrong(Phrase("un texte", "a text"), json) }
    if text.isEmpty || text.utf8.first == 0x20 || text.utf8.last == 0x20 {
      note(
        text.utf8.allSatisfy { $0 == 0x20 }
          ? Phrase("texte vide", "empty text") : Phrase("espace en tête ou en queue", "space at the start or the end"))
    }
    if Referential.mayHoldUnseen(text), let scalar = text.unicodeScalars.first(where: Referential.isUnseen) {
      let code = "U+" + String(scalar.value, radix: 16, uppercase: true)
      note(Phrase("caractère de contrôle ou invisible \(code)", "control or invisible character \(code)"))
    }
    // A column takes at least a byte, so a short text needs no counting.
    if let limit, text.utf8.count > limit, case let columns = Referential.columns(text), columns > limit {
      note(Phrase("\(columns) colonnes, \(limit) au plus", "\(columns) columns, at most \(limit)"))
    }
    return text
  }

  private mutating func wrong<Value>(_ expected: Phrase, _ found: JSON) -> Value? {
    noteKind(expected, found)
    return nil
  }

  private mutating func noteKind(_ expected: Phrase, _ found: JSON) {
    let kind = found.kind
    note(Phrase("\(expected.fr) est attendu ici, pas \(kind.fr)", "\(expected.en) is expected here, not \(kind.en)"))
  }
}
