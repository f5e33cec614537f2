import Evaluation
import Screen

extension Picture {
  /// Writes one line of a page's list: a filled background and ▸ under the cursor, and a place to click.
  ///
  /// - Parameters:
  ///   - row: of the list, from 0.
  ///   - runs: after the margin of three columns, in the roles of plain text.
  ///   - right: at the right edge; it is whole, what passes it is cut.
  mutating func listLine(_ runs: [Run], right: [Run] = [], row: Int, isHere: Bool, in area: Area) {
    if isHere { frame.clear(area, role: "row.selected") }
    func here(_ runs: [Run]) -> [Run] { isHere ? runs.map { Run($0.text, Role.selected($0.role)) } : runs }
    if isHere { frame.put("▸", row: area.row, column: area.column + 1, role: "row.selected.accent") }
    var end = area.endColumn - 1
    if !right.isEmpty { end = frame.put(right: here(right), row: area.row, endColumn: end) - 1 }
    frame.put(here(runs), row: area.row, column: area.column + 3, width: max(0, end - area.column - 3))
    target(area, .row(row))
  }
}

extension Role {
  /// The role of a text when its line is under the cursor.
  static func selected(_ role: Role) -> Role {
    switch role {
    case "text.dim", "verdict.undecided": "row.selected.dim"
    case "text.strong": "row.selected.strong"
    case "accent", "accent.strong": "row.selected.accent"
    case "mark.met", "verdict.acquired", "signed", "room.onTime": "row.selected.met"
    case "mark.notMet", "verdict.notAcquired", "room.needed": "row.selected.notMet"
    case "mark.toProbe", "question", "sealed", "room.stale", "room.late": "row.selected.toProbe"
    case "mark.none": "row.selected.none"
    default: "row.selected"
    }
  }
}
