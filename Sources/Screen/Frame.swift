/// One cell of a picture.
public struct Cell: Equatable, Sendable {
  /// One glyph with the marks that combine with it; empty in the second column of a wide glyph.
  public var text: String
  public var role: Role

  public init(_ text: String, role: Role) {
    self.text = text
    self.role = role
  }

  /// The second column of a wide glyph.
  public var isTail: Bool { text.isEmpty }
}

/// One picture of the screen, as a value: what stands in each cell, what it is for, and where the cursor is.
///
/// No drawing traps: what falls outside is clipped. A wide glyph is whole or absent, never half.
public struct Frame: Equatable, Sendable {
  public let size: Size
  /// Where the terminal's cursor blinks; nil hides it.
  public var cursor: Position?
  /// Row after row; the cell at a row and column is at `row * size.columns + column`.
  public internal(set) var cells: [Cell]

  /// A frame of spaces in the role `text`. A negative size counts as 0.
  public init(size: Size) {
    let size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
    self.size = size
    cells = Array(repeating: Cell(" ", role: .text), count: size.rows * size.columns)
  }

  /// The frame's whole area.
  public var area: Area { Area(size) }

  /// The cell at a place inside the frame.
  public subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }

  /// Changes the role of an area and keeps its glyphs.
  public mutating func fill(_ area: Area, role: Role) {
    eachRow(of: area) { frame, range in for i in range { frame.cells[i].role = role } }
  }

  /// Makes an area spaces in a role.
  public mutating func clear(_ area: Area, role: Role) {
    eachRow(of: area) { frame, range in
      frame.releaseWideGlyphs(at: range)
      for i in range { frame.cells[i] = Cell(" ", role: role) }
    }
  }

  /// Runs `body` on the cell indices of each row of the area that lies inside the frame.
  private mutating func eachRow(of area: Area, _ body: (inout Frame, Range<Int>) -> Void) {
    let columns = Self.overlap(area.column, area.columns, size.columns)
    guard !columns.isEmpty else { return }
    for row in Self.overlap(area.row, area.rows, size.rows) {
      let start = row * size.columns
      body(&self, start + columns.lowerBound..<start + columns.upperBound)
    }
  }

  /// `start ..< start + count` within `0 ..< limit`, whatever the numbers.
  static func overlap(_ start: Int, _ count: Int, _ limit: Int) -> Range<Int> {
    let end = start.addingReportingOverflow(max(0, count))
    let upper = min(limit, end.overflow ? limit : end.partialValue)
    let lower = max(0, start)
    return lower < upper ? lower..<upper : 0..<0
  }

  /// Before the cells of `range` (on one row) are overwritten: a wide glyph that straddles an edge becomes spaces.
  mutating func releaseWideGlyphs(at range: Range<Int>) {
    guard !range.isEmpty else { return }
    if range.lowerBound > 0, cells[range.lowerBound].isTail { cells[range.lowerBound - 1].text = " " }
    if range.upperBound < cells.count, cells[range.upperBound].isTail { cells[range.upperBound].text = " " }
  }
}
