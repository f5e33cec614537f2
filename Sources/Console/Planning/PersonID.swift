import Screen

/// Ids for people of a plan, made from their names.
public enum PersonID {
  /// Letters a to z, digits and hyphens, 1 to 56: room is left for a number.
  public static func slug(_ text: String) -> String {
    let words = Folding.fold(text).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let slug = words.joined(separator: "-").prefix(56)
    return slug.isEmpty ? "x" : String(slug)
  }

  /// The family name, with the given one where it is taken, with a number where both are.
  public static func free(family: String, given: String, taken: Set<String>) -> String {
    let short = slug(family)
    if !taken.contains(short) { return short }
    let long = slug("\(family) \(given)")
    if !taken.contains(long) { return long }
    return (2...).lazy.map { "\(long)-\($0)" }.first { !taken.contains($0) } ?? long
  }
}
