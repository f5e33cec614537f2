import Screen

/// A piece of a line: a text and what it is for.
struct Run: Equatable, Sendable {
  let text: String
  let role: Role

  init(_ text: String, _ role: Role = .text) {
    self.text = text
    self.role = role
  }

  /// Whether there is more to it than spaces.
  var isInk: Bool { text.contains { $0 != " " } }
}

extension Frame {
  /// Writes runs one after the other, and returns the columns they take; what passes `width` is cut, and ends in "…".
  @discardableResult
  mutating func put(_ runs: [Run], row: Int, column: Int, width: Int = .max) -> Int {
    var used = 0
    for (place, run) in runs.enumerated() where used < width {
      func put(_ text: String) -> Int {
        self.put(text, row: row, column: column + used, role: run.role, width: width == .max ? nil : width - used)
      }
      let columns = put(run.text)
      // It ends with the line, and others do not fit: it is cut as well.
      if used + columns == width, runs[(place + 1)...].contains(where: \.isInk) { _ = put(run.text + " ") }
      used += columns
    }
    return used
  }

  /// Writes runs that end just before `endColumn`, and returns the column they start at.
  @discardableResult
  mutating func put(right runs: [Run], row: Int, endColumn: Int) -> Int {
    let start = endColumn - Line.columns(runs)
    put(runs, row: row, column: max(0, start), width: endColumn - max(0, start))
    return max(0, start)
  }
}

enum Line {
  static func columns(_ runs: [Run]) -> Int { runs.reduce(0) { $0 + Width.columns($1.text) } }

  /// A bar of `width` columns, filled to a share of 0…1 in eighths of a column.
  static func bar(_ done: Int, of whole: Int, width: Int) -> (done: String, rest: String) {
    guard whole > 0, width > 0 else { return ("", String(repeating: " ", count: max(0, width))) }
    let eighths = max(0, min(width * 8, done * width * 8 / whole))
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let full = String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    return (full, String(repeating: " ", count: width - (eighths + 7) / 8))
  }

  /// The first line to show so that `row` is in a window of `height` lines of `count`.
  static func window(around row: Int, count: Int, height: Int) -> Int {
    guard count > height else { return 0 }
    return max(0, min(count - height, row - height / 2))
  }
}
