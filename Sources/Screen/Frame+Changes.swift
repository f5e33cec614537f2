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
    // Drawn over the other, as nearly every picture is: then equal slots show the same, and most rows have no others.
    let isOver = roles.starts(with: other.roles) && clusters.starts(with: other.clusters)
    // For each of our roles, where it stands among the other's.
    let twins = roles.map { other.known($0) ?? .max }
    return slots.withUnsafeBufferPointer { ours in
      other.slots.withUnsafeBufferPointer { theirs in
        twins.withUnsafeBufferPointer { twins in
          var places: [Int] = []
          for row in 0..<size.rows {
            let row = row * size.columns..<(row + 1) * size.columns
            if isOver, Self.isSame(row, in: ours, theirs) { continue }
            for place in row where !shows(ours[place], as: theirs[place], of: other, twins) { places.append(place) }
          }
          return places
        }
      }
    }
  }

  /// Whether two frames' slots are equal on a row: without a branch for each, so that several are compared at once.
  private static func isSame(
    _ row: Range<Int>, in ours: UnsafeBufferPointer<Slot>, _ theirs: UnsafeBufferPointer<Slot>
  ) -> Bool {
    var difference: UInt32 = 0
    for place in row {
      difference |= (ours[place].glyph ^ theirs[place].glyph) | (ours[place].role ^ theirs[place].role)
    }
    return difference == 0
  }

  /// Whether a slot shows what one of another frame does. Of roles, `twins` says where ours stand there.
  private func shows(_ slot: Slot, as twin: Slot, of other: Frame, _ twins: UnsafeBufferPointer<UInt32>) -> Bool {
    guard twins[Int(slot.role)] == twin.role else { return false }
    if slot.glyph < Slot.firstCluster || twin.glyph < Slot.firstCluster { return slot.glyph == twin.glyph }
    return text(of: slot) == other.text(of: twin)
  }
}
