extension Frame: Equatable {
  /// Whether two frames show the same, however each counts its roles.
  public static func == (a: Frame, b: Frame) -> Bool {
    a.size == b.size && a.cursor == b.cursor && a.places(unlike: b).isEmpty
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
    for place in before.map(places(unlike:)) ?? Array(slots.indices) {
      let (row, column) = place.quotientAndRemainder(dividingBy: size.columns)
      let slot = slots[place]
      if slot.isTail || row >= part.rows || column >= part.columns { continue }
      let isWide = column + 1 < size.columns && slots[place + 1].isTail
      body(
        Change(row: row, column: column, columns: isWide ? 2 : 1, text: text(of: slot), role: roles[Int(slot.role)]))
    }
  }

  /// Where this frame does not show what another of its size does.
  private func places(unlike other: Frame) -> [Int] {
    // For each of our roles, where it stands among the other's.
    let twins = roles.map { other.known($0) ?? .max }
    return slots.withUnsafeBufferPointer { ours in
      other.slots.withUnsafeBufferPointer { theirs in
        twins.withUnsafeBufferPointer { twins in
          ours.indices.filter { place in
            let (slot, twin) = (ours[place], theirs[place])
            if twins[Int(slot.role)] != twin.role { return true }
            if slot.glyph < Slot.firstCluster || twin.glyph < Slot.firstCluster { return slot.glyph != twin.glyph }
            return text(of: slot) != other.text(of: twin)
          }
        }
      }
    }
  }
}
