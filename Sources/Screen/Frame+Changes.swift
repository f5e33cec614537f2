extension Frame: Equatable {
  /// Whether two frames show the same, however each counts its roles.
  public static func == (a: Frame, b: Frame) -> Bool {
    guard a.size == b.size, a.cursor == b.cursor else { return false }
    let twins = a.twins(of: b)
    return a.slots.indices.allSatisfy { a.shows(at: $0, as: b, twins) }
  }

  /// A glyph that an earlier picture does not show in the same place and role.
  public struct Change: Sendable {
    public let row: Int
    public let column: Int
    /// 1 or 2.
    public let columns: Int
    public let text: String
    public let role: Role
  }

  /// Calls `body` for each glyph in the top left `part` that differs from an earlier frame of the same size; for every
  /// glyph when there is none.
  public func eachChange(since before: Frame?, in part: Size, _ body: (Change) -> Void) {
    let before = before?.size == size ? before : nil
    let twins = before.map(twins) ?? []
    let columns = Self.overlap(0, part.columns, size.columns)
    for row in Self.overlap(0, part.rows, size.rows) {
      let start = row * size.columns
      for column in columns {
        if let before, shows(at: start + column, as: before, twins) { continue }
        let slot = slots[start + column]
        if slot.isTail { continue }
        let isWide = column + 1 < size.columns && slots[start + column + 1].isTail
        body(
          Change(
            row: row, column: column, columns: isWide ? 2 : 1, text: text(of: slot), role: roles[Int(slot.role)]))
      }
    }
  }

  /// For each of our roles, where it stands among another frame's; `absent` where that frame does not use it.
  private func twins(of other: Frame) -> [UInt16] { roles.map { other.known($0) ?? Self.absent } }

  private static let absent = UInt16.max

  private func shows(at index: Int, as other: Frame, _ twins: [UInt16]) -> Bool {
    let (ours, theirs) = (slots[index], other.slots[index])
    guard twins[Int(ours.role)] == theirs.role else { return false }
    if ours.glyph < Slot.firstCluster || theirs.glyph < Slot.firstCluster { return ours.glyph == theirs.glyph }
    return text(of: ours) == other.text(of: theirs)
  }
}
