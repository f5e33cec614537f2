/// How many character cells a screen or a part of it has.
public struct Size: Equatable, Sendable {
  public var rows: Int
  public var columns: Int

  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

/// A cell's place, counted from 0 at the top left.
public struct Position: Equatable, Sendable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells. It may be empty or lie outside the frame: drawing in it is clipped, never a fault.
public struct Area: Equatable, Sendable {
  public var row: Int
  public var column: Int
  public var rows: Int
  public var columns: Int

  public init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// The whole of a frame of this size.
  public init(_ size: Size) { self.init(row: 0, column: 0, rows: size.rows, columns: size.columns) }

  /// The row after the last one.
  public var endRow: Int { row + rows }
  /// The column after the last one.
  public var endColumn: Int { column + columns }
  public var isEmpty: Bool { rows == 0 || columns == 0 }

  public func contains(_ position: Position) -> Bool {
    (row..<endRow).contains(position.row) && (column..<endColumn).contains(position.column)
  }

  /// The part left of `atColumn` (counted from the area's own left edge) and the rest.
  public func split(atColumn: Int) -> (left: Area, right: Area) {
    let left = min(max(0, atColumn), columns)
    return (
      Area(row: row, column: column, rows: rows, columns: left),
      Area(row: row, column: column + left, rows: rows, columns: columns - left)
    )
  }

  /// The part above `atRow` (counted from the area's own top edge) and the rest.
  public func split(atRow: Int) -> (top: Area, bottom: Area) {
    let top = min(max(0, atRow), rows)
    return (rows(from: 0, count: top), rows(from: top, count: rows - top))
  }

  /// The area less a margin of `rows` above and below, `columns` left and right.
  public func inset(rows: Int = 0, columns: Int = 0) -> Area {
    Area(
      row: row + rows, column: column + columns, rows: self.rows - 2 * rows, columns: self.columns - 2 * columns)
  }

  /// `count` rows starting at the area's own row `from`, clipped to the area.
  public func rows(from: Int, count: Int) -> Area {
    let start = min(max(0, from), rows)
    let end = min(max(start, from + max(0, count)), rows)
    return Area(row: row + start, column: column, rows: end - start, columns: columns)
  }
}
