import Evaluation
import Screen

extension Watch {
  /// A clock to be read from afar: what is left in the room under the cursor, its end, and who comes next.
  func clockView(_ all: [Row], at now: Stamp, in area: Area, _ picture: inout Picture) {
    guard let row = row(at: now) else { return }
    let status = row.status
    let clock = status.glance?.stage == .underWay ? status.glance?.clock : nil
    let left = clock.map { $0.phaseLeft(at: now) }
    let text = left.map(minutesText) ?? now.at.minuteText
    let digits = BigDigits(text)
    let scale = max(1, min(3, area.columns / max(1, digits.columns), (area.rows - 8) / 5))
    let height = 5 * scale
    let top = area.row + max(1, (area.rows - height - 6) / 3)
    func centred(_ runs: [Run], row: Int) {
      let width = Line.columns(runs)
      picture.frame.put(runs, row: row, column: max(1, (area.columns - width) / 2), width: area.columns - 2)
    }
    let room = Run(Room.title(row.place.room)(language), "accent.strong")
    centred([room, Run("   " + phaseText(status), "text.strong")], row: top)
    let role: Role =
      left.map { $0 < 0 ? "room.late" : clock?.state == .paused ? "text.dim" : "text.strong" } ?? "text.dim"
    digits.draw(
      row: top + 2, column: max(0, (area.columns - digits.columns * scale) / 2), scale: scale, role, &picture.frame)
    var below = top + 3 + height
    if let clock {
      centred([Run(t("fin prévue ", "expected end ") + clock.expectedEnd(at: now).minuteText, "text")], row: below)
      below += 2
    }
    for forecast in status.next.prefix(max(0, area.endRow - below)) {
      centred(forecastRuns(forecast, room: ""), row: below)
      below += 1
    }
  }
}

/// Figures of three by five blocks, each block `2 × scale` columns wide.
struct BigDigits {
  private let glyphs: [[UInt8]]

  init(_ text: String) { glyphs = text.map { Self.shapes[$0] ?? Self.blank } }

  /// Columns at scale 1.
  var columns: Int { glyphs.reduce(0) { $0 + Self.width(of: $1) + 2 } - (glyphs.isEmpty ? 0 : 2) }

  func draw(row: Int, column: Int, scale: Int, _ role: Role, _ frame: inout Frame) {
    var start = column
    for glyph in glyphs {
      let width = Self.width(of: glyph)
      for (line, bits) in glyph.enumerated() {
        let cells = (0..<width / 2).map { bit in
          String(repeating: bits & (1 << UInt8(width / 2 - 1 - bit)) == 0 ? " " : "█", count: 2 * scale)
        }.joined()
        for repeated in 0..<scale { frame.put(cells, row: row + line * scale + repeated, column: start, role: role) }
      }
      start += (width + 2) * scale
    }
  }

  /// A colon is one block wide, all else three.
  private static func width(of glyph: [UInt8]) -> Int { glyph == shapes[":"] ? 2 : 6 }

  private static let blank: [UInt8] = [0, 0, 0, 0, 0]
  private static let shapes: [Character: [UInt8]] = [
    "0": [7, 5, 5, 5, 7], "1": [2, 6, 2, 2, 7], "2": [7, 1, 7, 4, 7], "3": [7, 1, 7, 1, 7], "4": [5, 5, 7, 1, 1],
    "5": [7, 4, 7, 1, 7], "6": [7, 4, 7, 5, 7], "7": [7, 1, 1, 2, 2], "8": [7, 5, 7, 5, 7], "9": [7, 5, 7, 1, 7],
    ":": [0, 1, 0, 1, 0], "−": [0, 0, 7, 0, 0],
  ]
}
