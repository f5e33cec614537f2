import Evaluation
import Screen

// Panels at the bottom of a page, which any screen's questions are drawn in.

extension Size {
  /// Rows left free around a panel's text, where the screen has some to spare.
  var panelMargin: Int { rows >= 16 ? 1 : 0 }

  /// Columns of a panel's text.
  var panelColumns: Int { max(1, columns - (columns >= 60 ? 6 : 2)) }

  /// The page's place between two rows of header and two of footer.
  var pageArea: Area { Area(row: 2, column: 0, rows: rows - 4, columns: columns) }

  /// Rows for the lines of a panel to read, below its title.
  var readingRows: Int { max(0, pageArea.rows - 1 - 3 * panelMargin) }
}

extension Picture {
  /// Clears a panel for `rows` rows of text at the bottom of the page and returns the place for the text.
  mutating func panelArea(rows: Int, in area: Area) -> Area {
    let size = frame.size
    let rows = min(area.rows, rows + 2 * size.panelMargin)
    let whole = Area(row: area.endRow - rows, column: 0, rows: rows, columns: size.columns)
    frame.clear(whole, role: "panel")
    targets = []
    panelRow = whole.row
    return whole.inset(rows: size.panelMargin, columns: size.columns >= 60 ? 3 : 1)
  }

  /// A sentence to answer yes or no.
  mutating func confirmPanel(_ text: String, in area: Area) {
    let lines = Wrap.lines(text, width: frame.size.panelColumns)
    let panel = panelArea(rows: lines.count, in: area)
    for (offset, line) in lines.enumerated() {
      frame.put(line, row: panel.row + offset, column: panel.column, role: "panel.title")
    }
  }

  /// A title and the text typed under it, as many lines as it takes; `under`: a line that may follow.
  mutating func fieldPanel(_ title: [Run], _ field: TextField, under: String? = nil, in area: Area) {
    let shown = field.display(width: frame.size.panelColumns)
    let others = under == nil ? 1 : 2
    let panel = panelArea(rows: shown.lines.count + others, in: area)
    frame.put(title, row: panel.row, column: panel.column, width: panel.columns)
    let visible = max(1, min(shown.lines.count, panel.rows - others))
    let first = Line.window(around: shown.cursor.row, count: shown.lines.count, height: visible)
    for (offset, line) in shown.lines[first...].prefix(visible).enumerated() {
      let row = panel.row + 1 + offset
      frame.clear(Area(row: row, column: panel.column, rows: 1, columns: panel.columns), role: "field")
      frame.put(line, row: row, column: panel.column, role: "field", width: panel.columns)
    }
    frame.cursor = Position(row: panel.row + 1 + shown.cursor.row - first, column: panel.column + shown.cursor.column)
    if let under {
      frame.put(under, row: panel.row + 1 + visible, column: panel.column, role: "panel.dim", width: panel.columns)
    }
  }

  /// A title and one of several texts to choose; `own`, where there is one, is typed after the last of them.
  mutating func choicePanel(_ title: String, _ choices: [String], index: Int, own: TextField?, in area: Area) {
    let panel = panelArea(rows: choices.count + 1, in: area)
    frame.put(title, row: panel.row, column: panel.column, role: "panel.title", width: panel.columns)
    let visible = max(1, panel.rows - 1)
    let first = Line.window(around: index, count: choices.count, height: visible)
    for (offset, text) in choices[first...].prefix(visible).enumerated() {
      let row = panel.row + 1 + offset
      let line = first + offset
      let isHere = line == index
      let isOwn = own != nil && line == choices.count - 1
      let number = line < 9 && !isOwn ? "\(line + 1)  " : "   "
      let used = frame.put(
        [
          Run(isHere ? "▸ " : "  ", "panel.key"), Run(number, "panel.key"), Run(text, isHere ? "panel.title" : "panel"),
        ], row: row, column: panel.column, width: panel.columns)
      guard isOwn, let own else { continue }
      let start = panel.column + used
      let shown = own.display(width: max(1, panel.endColumn - start))
      frame.clear(
        Area(row: row, column: start, rows: 1, columns: panel.endColumn - start), role: isHere ? "field" : "panel")
      frame.put(shown.lines.first ?? "", row: row, column: start, role: isHere ? "field" : "panel")
      if isHere { frame.cursor = Position(row: row, column: start + shown.cursor.column) }
    }
  }

  /// A title, and lines that may be more than the page holds.
  mutating func readingPanel(_ title: String, _ lines: [[Run]], scroll: Int, in area: Area) {
    let gap = lines.isEmpty ? 0 : frame.size.panelMargin
    let panel = panelArea(rows: lines.count + 1 + gap, in: area)
    let rows = max(0, panel.rows - 1 - gap)
    let first = max(0, min(scroll, lines.count - rows))
    var titleEnd = panel.endColumn
    if lines.count > rows {
      let range = "\(first + 1)–\(min(lines.count, first + rows)) / \(lines.count)"
      titleEnd = frame.put(right: range, row: panel.row, endColumn: panel.endColumn, role: "panel.dim") - 1
    }
    frame.put(title, row: panel.row, column: panel.column, role: "panel.title", width: max(0, titleEnd - panel.column))
    for (offset, runs) in lines[first...].prefix(rows).enumerated() {
      frame.put(
        runs.map { Run($0.text, Role.onPanel($0.role)) }, row: panel.row + 1 + gap + offset, column: panel.column,
        width: panel.columns)
    }
  }
}

extension Role {
  /// A role's like on a panel's background.
  fileprivate static func onPanel(_ role: Role) -> Role {
    switch role {
    case "text.dim": "panel.dim"
    case "accent", "accent.strong": "panel.key"
    case "text.strong": "panel.title"
    default: "panel"
    }
  }
}

extension Key {
  /// Where a panel that shows `rows` of its lines scrolls to by this key; nil when the key closes it.
  ///
  /// - Parameter furthest: how far it can scroll.
  func scrolled(from scroll: Int, rows: Int, furthest: Int) -> Int? {
    let page = max(1, rows - 1)
    let scroll = min(scroll, furthest)
    let wanted: Int
    switch self {
    case .down, .character("j"): wanted = scroll + 1
    case .up, .character("k"): wanted = scroll - 1
    case .pageDown, .character(" "): wanted = scroll + page
    case .pageUp: wanted = scroll - page
    case .home: wanted = 0
    case .end: wanted = furthest
    default: return nil
    }
    return max(0, min(furthest, wanted))
  }
}
