import JSON

extension Plan {
  /// The members in which two objects differ, with short values: `extraMinutes – → 30, key`.
  static func differing(_ old: JSON, _ new: JSON) -> String {
    let names = (new.members ?? []).map(\.key) + (old.members ?? []).map(\.key).filter { new[$0] == nil }
    return names.filter { old[$0] != new[$0] }.map { name in
      guard let before = short(old[name]), let after = short(new[name]) else { return name }
      return "\(name) \(before) → \(after)"
    }.joined(separator: ", ")
  }

  /// A value that fits in a sentence; nil for any other.
  private static func short(_ json: JSON?) -> String? {
    switch json {
    case nil: "–"
    case .string(let text): text.count <= 40 ? text : nil
    case .int(let number): String(number)
    case .bool(let flag): flag ? "true" : "false"
    case .array(let items): items.count <= 3 ? shortList(items) : nil
    default: nil
    }
  }

  private static func shortList(_ items: [JSON]) -> String? {
    let texts = items.compactMap { short($0) }
    return texts.count == items.count ? "[" + texts.joined(separator: ", ") + "]" : nil
  }
}
