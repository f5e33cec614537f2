extension Frame: Equatable {
  /// Whether two frames show the same, however each counts its roles.
  public static func == (a: Frame, b: Frame) -> Bool {
    a.size == b.size && a.cursor == b.cursor && a.places(unlike: b, isOver: a.isDrawn(over: b)).isEmpty
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

  /// Tells what differs in the top left `part` from an earlier frame of the same size, or all of it when there is none: changes
  /// that stand side by side in one role, each one scalar in one column, together to `run`, as nearly all do; any other to
  /// `body`. The earlier frame is this one then.
  public func eachChange(
    replacing before: inout Frame?, in part: Size, _ body: (Change) -> Void,
    run: (_ row: Int, _ column: Int, _ scalars: [UInt32], _ role: Role) -> Void
  ) {
    let isOver = before.map(isDrawn(over:)) ?? false
    let changed =
      before.flatMap { $0.size == size ? places(unlike: $0, isOver: isOver) : nil } ?? Array(slots.indices)
    eachChange(at: changed, in: part, body, run: run)
    if isOver {
      // With cells of its own still, so that neither is copied when the other is drawn over.
      before?.take(changed, of: self)
    } else {
      before = self
    }
  }

  private mutating func take(_ places: [Int], of frame: Frame) {
    for place in places { slots[place] = frame.slots[place] }
    takeVocabulary(of: frame)
    cursor = frame.cursor
  }

  private func eachChange(
    at places: [Int], in part: Size, _ body: (Change) -> Void,
    run: (_ row: Int, _ column: Int, _ scalars: [UInt32], _ role: Role) -> Void
  ) {
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

  /// Whether equal slots show the same here and in another frame: it was drawn over that one, as nearly every picture is.
  private func isDrawn(over other: Frame) -> Bool {
    size == other.size && roles.starts(with: other.roles) && clusters.starts(with: other.clusters)
  }

  /// Where this frame does not show what another of its size does.
  private func places(unlike other: Frame, isOver: Bool) -> [Int] {
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

  /// Whether two frames' slots are equal on a row: without a branch for each, and each as one number.
  private static func isSame(
    _ row: Range<Int>, in ours: UnsafeBufferPointer<Slot>, _ theirs: UnsafeBufferPointer<Slot>
  ) -> Bool {
    guard let ours = ours.baseAddress, let theirs = theirs.baseAddress else { return true }
    let (a, b) = (UnsafeRawPointer(ours + row.lowerBound), UnsafeRawPointer(theirs + row.lowerBound))
    var difference: UInt64 = 0
    for slot in 0..<row.count {
      let offset = slot &* MemoryLayout<Slot>.stride
      difference |=
        a.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        ^ b.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
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
