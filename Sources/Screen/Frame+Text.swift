extension Frame {
  /// The picture as text: rows joined by line feeds, spaces at their ends removed.
  public var text: String {
    (0..<size.rows).map { row in
      var line = ""
      for cell in cells(ofRow: row) { line += cell.text }
      return line.withoutTrailingSpaces
    }.joined(separator: "\n")
  }

  /// The roles as text: a letter a cell ("." for `text`), then a legend, a line for each letter. Letters follow the
  /// scopes' alphabetical order, so that moving a text leaves the legend alone.
  public var roleMap: String {
    let scopes = Set(cells.map(\.role.scope)).subtracting([Role.text.scope]).sorted()
    var letters: [String: Character] = [Role.text.scope: "."]
    for (scope, letter) in zip(scopes, Self.letters) { letters[scope] = letter }
    let map = (0..<size.rows).map { row in
      String(cells(ofRow: row).map { letters[$0.role.scope] ?? "*" }).withoutTrailing(".")
    }
    let legend = scopes.map { "\(letters[$0] ?? "*") \($0)" }
    return (map + legend).joined(separator: "\n")
  }

  /// The cells of a row inside the frame.
  public func cells(ofRow row: Int) -> [Cell] {
    (row * size.columns..<(row + 1) * size.columns).map(cell)
  }

  private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
}

extension String {
  var withoutTrailingSpaces: String { withoutTrailing(" ") }

  func withoutTrailing(_ character: Character) -> String {
    guard let last = lastIndex(where: { $0 != character }) else { return "" }
    return String(self[...last])
  }
}
