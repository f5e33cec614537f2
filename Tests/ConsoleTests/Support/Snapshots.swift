import Screen
import Testing

@testable import Console

extension Picture {
  /// The page between the header's two rows and the message and footer rows.
  var body: String {
    frame.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).dropLast(2)
      .joined(separator: "\n")
  }
}

/// The page of a picture is this text. Trailing empty rows need not be written.
func expectBody(_ picture: Picture, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
  expectSame(picture.body, expected, sourceLocation)
}

/// The whole picture is this text, and its roles this map when one is given. Trailing empty rows need not be written.
func expectPicture(
  _ picture: Picture, _ expected: String, roles: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
  expectSame(picture.frame.text, expected, sourceLocation)
  if let roles { expectSame(picture.frame.roleMap, roles, sourceLocation) }
}

/// At every size from 1×1 to `largest`, drawing neither traps nor leaves a frame of another size.
func expectDrawsAtEverySize(
  _ stage: Stage, upTo largest: Size = Size(rows: 45, columns: 130), sourceLocation: SourceLocation = #_sourceLocation
) {
  var stage = stage
  for rows in 1...largest.rows {
    for columns in 1...largest.columns where rows % 3 == 1 || columns % 7 == 1 || rows < 13 && columns < 45 {
      let size = Size(rows: rows, columns: columns)
      stage.console.size = size
      let frame = stage.picture.frame
      let isWhole =
        frame.size == size && frame.text.split(separator: "\n").allSatisfy { Width.columns(String($0)) <= columns }
      if !isWhole { Issue.record("not whole at \(rows)×\(columns)", sourceLocation: sourceLocation) }
    }
  }
}

private func expectSame(_ actual: String, _ expected: String, _ sourceLocation: SourceLocation) {
  let actual = withoutEmptyEnd(actual)
  let expected = withoutEmptyEnd(expected)
  guard actual != expected else { return }
  Issue.record("expected:\n\(expected)\n\ndrawn:\n\(actual)\n", sourceLocation: sourceLocation)
}

private func withoutEmptyEnd(_ text: String) -> String {
  var rows = text.split(separator: "\n", omittingEmptySubsequences: false)
  while rows.last?.isEmpty == true { rows.removeLast() }
  return rows.joined(separator: "\n")
}
