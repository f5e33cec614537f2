import Evaluation
import Screen

extension Console {
  /// The words searched, and the criteria that hold them.
  func searchPanel(_ field: TextField, _ index: Int, in area: Area, _ picture: inout Picture) {
    let found = found(field.text)
    let rows = max(3, min(14, area.rows - 3))
    let panel = picture.panelArea(rows: rows + 2, in: area)
    let label = t("Chercher : ", "Search: ")
    picture.frame.put(label, row: panel.row, column: panel.column, role: "panel.title")
    let start = panel.column + Width.columns(label)
    let shown = field.display(width: max(1, panel.endColumn - start - 14))
    picture.frame.put(shown.lines.first ?? "", row: panel.row, column: start, role: "field")
    picture.frame.cursor = Position(row: panel.row, column: start + shown.cursor.column)
    let count =
      field.isEmpty ? "" : "\(found.count) " + t("trouvé", "found") + (language == .fr && found.count > 1 ? "s" : "")
    picture.frame.put(right: count, row: panel.row, endColumn: panel.endColumn, role: "panel.dim")
    let first = Line.window(around: index, count: found.count, height: rows)
    for (offset, criterion) in found[min(first, found.count)...].prefix(rows).enumerated() {
      let isHere = first + offset == index
      let mark = oral?.mark(of: criterion.id) ?? .none
      let row = panel.row + 1 + offset
      if isHere { picture.frame.clear(Area(row: row, column: 0, rows: 1, columns: size.columns), role: "row.selected") }
      let id = criterion.id + String(repeating: " ", count: max(1, 7 - criterion.id.count))
      picture.frame.put(
        [
          Run(isHere ? "▸ " : "  ", isHere ? "row.selected.accent" : "panel.key"),
          Run(id, isHere ? "row.selected.strong" : "panel.key"),
          Run("\(mark.glyph) ", isHere ? mark.role(selected: true) : "panel"),
          Run(criterion.label, isHere ? "row.selected.strong" : "panel"),
          Run("  " + criterion.text, isHere ? "row.selected.dim" : "panel.dim"),
        ], row: row, column: panel.column, width: panel.columns)
    }
  }
}
