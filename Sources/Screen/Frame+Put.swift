extension Frame {
  /// Writes a text on one row and returns the columns it takes, clipped parts on the left included, so that
  /// `column + put(…)` is where the next text goes.
  ///
  /// The text is made safe (`SafeText.line`). What does not fit in `width` columns, or before the frame's right
  /// edge, is cut and ends in "…". Rows and columns outside the frame are clipped.
  @discardableResult
  public mutating func put(_ text: String, row: Int, column: Int, role: Role, width: Int? = nil) -> Int {
    let column = max(column, -Self.farthest)
    let room = min(size.columns - min(column, size.columns), max(0, width ?? .max))
    guard room > 0 else { return 0 }
    if let columns = text.plainColumns {
      return put(plain: text, columns: columns, row: row, column: column, role: place(of: role), room: room)
    }
    let glyphs = Glyphs(SafeText.line(text))
    let total = glyphs.columns(upTo: room + 1)
    let isCut = total > room
    var used = 0
    let limit = isCut ? room - 1 : room
    let role = place(of: role)
    for glyph in glyphs {
      guard used + glyph.columns <= limit else { break }
      set(glyph, row: row, column: column + used, role: role)
      used += glyph.columns
    }
    if isCut {
      set(Glyph("…"), row: row, column: column + used, role: role)
      used += 1
    }
    return used
  }

  /// Writes a plain text, a cell a scalar: what nearly every text is, and the quick way for it.
  private mutating func put(plain text: String, columns: Int, row: Int, column: Int, role: UInt32, room: Int) -> Int {
    let used = min(columns, room)
    let shown = Self.overlap(column, used, size.columns)
    guard (0..<size.rows).contains(row), !shown.isEmpty else { return used }
    let start = row * size.columns
    releaseWideGlyphs(at: start + shown.lowerBound..<start + shown.upperBound)
    var text = text
    text.withUTF8 { bytes in
      slots.withUnsafeMutableBufferPointer { slots in
        if bytes.count == columns {  // ASCII
          for place in shown { slots[start + place] = Slot(glyph: UInt32(bytes[place - column]), role: role) }
          return
        }
        var scalars = Scalars(bytes)
        for _ in column..<shown.lowerBound { _ = scalars.next() }
        for place in shown { slots[start + place] = Slot(glyph: scalars.next()?.value ?? Slot.space, role: role) }
      }
    }
    if columns > room { slots[start + shown.upperBound - 1].glyph = Self.ellipsis }
    return used
  }

  /// Writes a text that ends just before `endColumn`, and returns the column it starts at. What does not fit on the
  /// left of it is cut at its end, as by `put`.
  @discardableResult
  public mutating func put(right text: String, row: Int, endColumn: Int, role: Role) -> Int {
    let end = min(max(0, endColumn), size.columns)
    let columns = Width.columns(SafeText.line(text))
    let start = max(0, end - columns)
    put(text, row: row, column: start, role: role, width: end - start)
    return start
  }

  /// A horizontal line of "─".
  public mutating func rule(row: Int, column: Int, columns: Int, role: Role) {
    let role = place(of: role)
    for column in Self.overlap(column, columns, size.columns) {
      set(Glyph("─"), row: row, column: column, role: role)
    }
  }

  /// A vertical line of "│".
  public mutating func rule(column: Int, row: Int, rows: Int, role: Role) {
    let role = place(of: role)
    for row in Self.overlap(row, rows, size.rows) {
      set(Glyph("│"), row: row, column: column, role: role)
    }
  }

  /// "…", which ends a text that was cut.
  private static let ellipsis: UInt32 = 0x2026

  /// No text starts farther left than this many columns; keeps the sums below from overflowing.
  private static var farthest: Int { 1 << 20 }

  /// Writes one glyph; the visible half of one cut by the left edge is a space.
  private mutating func set(_ glyph: Glyph, row: Int, column: Int, role: UInt32) {
    guard (0..<size.rows).contains(row), column < size.columns else { return }
    if column < 0 {
      if column + glyph.columns > 0 { set(Glyph(" "), row: row, column: 0, role: role) }
      return
    }
    let start = row * size.columns + column
    releaseWideGlyphs(at: start..<start + glyph.columns)
    slots[start] = slot(glyph, role)
    if glyph.columns == 2 { slots[start + 1] = Slot(glyph: 0, role: role) }
  }
}
