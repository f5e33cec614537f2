extension TextField {
  /// The text as it shows in `width` columns, and where the cursor stands in it.
  ///
  /// A field of several lines is wrapped, each space kept, so that the cursor can stand on any. A field of one line
  /// scrolls sideways to keep the cursor in view.
  public func display(width: Int) -> (lines: [String], cursor: Position) {
    let width = max(1, width)
    let shown = secret ? characters.map { _ in Character("•") } : characters
    return lines ? wrapped(shown, width: width) : scrolled(shown, width: width)
  }

  private func scrolled(_ shown: [Character], width: Int) -> (lines: [String], cursor: Position) {
    // The cursor needs a column of its own after the last character.
    var start = cursor
    var before = 0
    while start > 0, before + Width.columns(shown[start - 1]) <= width - 1 {
      start -= 1
      before += Width.columns(shown[start])
    }
    var end = start
    var used = 0
    while end < shown.count, used + Width.columns(shown[end]) <= width {
      used += Width.columns(shown[end])
      end += 1
    }
    return ([String(shown[start..<end])], Position(row: 0, column: before))
  }

  private func wrapped(_ shown: [Character], width: Int) -> (lines: [String], cursor: Position) {
    let starts = lineStarts(shown, width: width)
    let row = (starts.lastIndex { $0 <= cursor }) ?? 0
    let lines = starts.indices.map { i in
      let end = i + 1 < starts.count ? starts[i + 1] : shown.count
      return String(shown[starts[i]..<end].filter { $0 != "\n" })
    }
    let column = shown[starts[row]..<cursor].reduce(0) { $0 + Width.columns($1) }
    return (lines, Position(row: row, column: min(column, width - 1)))
  }

  /// The index of the first character of each line shown.
  private func lineStarts(_ shown: [Character], width: Int) -> [Int] {
    var starts = [0]
    var used = 0
    var afterSpace: Int?
    for (i, character) in shown.enumerated() {
      if character == "\n" {
        starts.append(i + 1)
        (used, afterSpace) = (0, nil)
        continue
      }
      let columns = Width.columns(character)
      if used + columns > width, used > 0 {
        let start = afterSpace ?? i
        starts.append(start)
        used = shown[start..<i].reduce(0) { $0 + Width.columns($1) }
        afterSpace = nil
      }
      used += columns
      if character == " " { afterSpace = i + 1 }
    }
    // A full last line leaves the cursor no column: it goes to the next.
    if used >= width { starts.append(shown.count) }
    return starts
  }
}
