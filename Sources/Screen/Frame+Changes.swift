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
    for place in changes(since: before) {
      if let change = change(at: place, in: part) { body(change) }
    }
  }

  /// The same, with changes that stand side by side in one role, each one scalar in one column, given together to `run`:
  /// nearly all of a picture is such.
  public func eachChange(
    since before: Frame?, in part: Size, _ body: (Change) -> Void,
    run: (_ row: Int, _ column: Int, _ scalars: [UInt32], _ role: Role) -> Void
  ) {
    let places = changes(since: before)
    var scalars: [UInt32] = []
    var next = 0
    while next < places.count {
      let first = places[next]
      let role = slots[first].role
      let (row, column) = first.quotientAndRemainder(dividingBy: size.columns)
      let end = row < part.rows ? row * size.columns + min(part.columns, size.columns) : first
      scalars.removeAll(keepingCapacity: true)
      while next < places.count, case let place = places[next], place == first + scalars.count, place < end,
        slots[place].role == role, isNarrow(place)
      {
        scalars.append(slots[place].glyph)
        next += 1
      }
      if scalars.isEmpty {
        if let change = change(at: first, in: part) { body(change) }
        next += 1
      } else {
        run(row, column, scalars, roles[Int(role)])
      }
    }
  }

  private func changes(since before: Frame?) -> [Int] {
    before.flatMap { $0.size == size ? places(unlike: $0) : nil } ?? Array(slots.indices)
  }

  /// Whether a slot is one scalar in one column.
  private func isNarrow(_ place: Int) -> Bool {
    let slot = slots[place]
    return !slot.isTail && slot.glyph < Slot.firstCluster && !isWide(place)
  }

  private func isWide(_ place: Int) -> Bool {
    (place + 1) % size.columns != 0 && slots[place + 1].isTail
  }

  /// The glyph at a place; nil outside the part, and in a wide glyph's second column.
  private func change(at place: Int, in part: Size) -> Change? {
    let (row, column) = place.quotientAndRemainder(dividingBy: size.columns)
    let slot = slots[place]
    if slot.isTail || row >= part.rows || column >= part.columns { return nil }
    return Change(
      row: row, column: column, columns: isWide(place) ? 2 : 1, text: text(of: slot), role: roles[Int(slot.role)])
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
