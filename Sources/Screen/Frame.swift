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
public struct Frame: Sendable {
  public let size: Size
  /// Where the terminal's cursor blinks; nil hides it.
  public var cursor: Position?
  /// Row after row; the cell at a row and column is at `row * size.columns + column`.
  var slots: [Slot]
  /// What the slots' `role` counts into: the roles drawn with so far.
  private(set) var roles: [Role] = [.text]
  /// What the slots' `glyph` counts into, beyond the scalars: glyphs of several scalars.
  private(set) var clusters: [String] = []

  /// A cell in a few bytes: a picture is made and compared anew for every key.
  struct Slot: Equatable {
    /// 0 in the second column of a wide glyph; a scalar; or, from ``firstCluster``, a place in `clusters`.
    var glyph: UInt32
    var role: UInt32

    static let space = UInt32(0x20)
    static let firstCluster = UInt32(0x11_0000)
    var isTail: Bool { glyph == 0 }
  }

  /// A frame of spaces in the role `text`. A negative size counts as 0.
  public init(size: Size) {
    let size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
    self.size = size
    slots = Array(repeating: Slot(glyph: Slot.space, role: 0), count: size.rows * size.columns)
  }

  /// The frame's whole area.
  public var area: Area { Area(size) }

  /// The cell at a place inside the frame.
  public subscript(row: Int, column: Int) -> Cell { cell(at: row * size.columns + column) }

  /// Every cell, row after row.
  public var cells: [Cell] { slots.indices.map(cell) }

  func cell(at index: Int) -> Cell { Cell(text(of: slots[index]), role: roles[Int(slots[index].role)]) }

  func text(of slot: Slot) -> String {
    if slot.glyph >= Slot.firstCluster { return clusters[Int(slot.glyph - Slot.firstCluster)] }
    return slot.isTail ? "" : Unicode.Scalar(slot.glyph).map { String($0) } ?? ""
  }

  /// The slot of a glyph in a role.
  mutating func slot(_ glyph: Glyph, _ role: UInt32) -> Slot {
    guard !glyph.marks.isEmpty else { return Slot(glyph: glyph.first.value, role: role) }
    let text = glyph.text
    let place = clusters.firstIndex { $0.utf8.elementsEqual(text.utf8) } ?? clusters.count
    if place == clusters.count { clusters.append(text) }
    return Slot(glyph: Slot.firstCluster + UInt32(place), role: role)
  }

  /// Where a role stands in `roles`.
  mutating func place(of role: Role) -> UInt32 {
    if let known = known(role) { return known }
    roles.append(role)
    return UInt32(roles.count - 1)
  }

  /// Where a role stands in `roles`, if it was drawn with.
  func known(_ role: Role) -> UInt32? {
    var place = roles.count
    while place > 0 {
      place -= 1
      if roles[place] == role { return UInt32(place) }
    }
    return nil
  }

  /// Takes the roles and clusters of a frame that was drawn over this one, whose slots count into them.
  mutating func takeVocabulary(of frame: Frame) {
    if roles.count < frame.roles.count { roles = frame.roles }
    if clusters.count < frame.clusters.count { clusters = frame.clusters }
  }

  /// Changes the role of an area and keeps its glyphs. One that straddles an edge has the role of its first column.
  public mutating func fill(_ area: Area, role: Role) {
    let role = place(of: role)
    eachRow(of: area) { frame, range in
      for i in range { frame.slots[i].role = role }
      for i in [range.lowerBound, range.upperBound] where i > 0 && i < frame.slots.count && frame.slots[i].isTail {
        frame.slots[i].role = frame.slots[i - 1].role
      }
    }
  }

  /// Makes an area spaces in a role.
  public mutating func clear(_ area: Area, role: Role) {
    let space = Slot(glyph: Slot.space, role: place(of: role))
    eachRow(of: area) { frame, range in
      frame.releaseWideGlyphs(at: range)
      for i in range { frame.slots[i] = space }
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
    if range.lowerBound > 0, slots[range.lowerBound].isTail { slots[range.lowerBound - 1].glyph = Slot.space }
    if range.upperBound < slots.count, slots[range.upperBound].isTail { slots[range.upperBound].glyph = Slot.space }
  }
}
