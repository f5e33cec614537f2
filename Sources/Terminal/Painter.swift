import CTerminal
import Screen

/// Gives curses the cells that differ from the picture before.
struct Painter {
  private var palette: Palette
  private let substitutes: [String: String]
  /// Of the roles seen so far: a few dozen, and cells that change side by side mostly share one.
  private var drawings: [(role: Role, drawing: Drawing)] = []
  /// The last run drawn: its row, the column after it, its drawing.
  private var last: (row: Int, end: Int, drawing: Drawing)?
  /// What curses has; nil when that is unknown.
  private var shown: Frame?

  init(palette: Palette, substitutes: [String: String]) {
    self.palette = palette
    self.substitutes = substitutes
  }

  /// Makes the next picture be painted whole.
  mutating func forget() { shown = nil }

  /// Paints a frame on a screen, clipped where the screen is the smaller.
  mutating func paint(_ frame: Frame, on screen: Size) {
    if shown?.size != frame.size {
      let text = drawing(of: .text)
      terminal_erase(text.attributes, text.pair)
      shown = Frame(size: frame.size)
    }
    // Taken, so that it is changed in its place.
    var shown = shown.take()
    frame.eachChange(replacing: &shown, in: screen) {
      put($0.text, row: $0.row, column: $0.column, columns: $0.columns, role: $0.role)
    } run: { row, column, scalars, role in
      guard substitutes.isEmpty else {
        for (offset, scalar) in scalars.enumerated() {
          let text = Unicode.Scalar(scalar).map { String($0) } ?? ""
          put(text, row: row, column: column + offset, columns: 1, role: role)
        }
        return
      }
      let drawing = drawing(of: role, scalars, row: row, column: column)
      terminal_put_run(Int32(row), Int32(column), scalars, Int32(scalars.count), drawing.attributes, drawing.pair)
    }
    self.shown = shown
    flush()
  }

  /// Sends what changed, with the cursor where the last picture has it.
  func flush() {
    let cursor = shown?.cursor
    terminal_flush(Int32(clamping: cursor?.row ?? -1), Int32(clamping: cursor?.column ?? 0))
  }

  private mutating func put(_ text: String, row: Int, column: Int, columns: Int, role: Role) {
    let drawing = drawing(of: role)
    let glyph = substitutes[text] ?? text
    // A letter and four marks.
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 5) { scalars in
      var count = 0
      for scalar in glyph.unicodeScalars where count < scalars.count {
        scalars[count] = scalar.value
        count += 1
      }
      terminal_put(
        Int32(row), Int32(column), scalars.baseAddress, Int32(count), Int32(columns), drawing.attributes, drawing.pair)
    }
  }

  /// How a run is drawn. Spaces that look alike in the role of what stands before them take that one's, so that colours
  /// change less often on the way to the terminal.
  private mutating func drawing(of role: Role, _ scalars: [UInt32], row: Int, column: Int) -> Drawing {
    var drawing = drawing(of: role)
    if let last, last.row == row, last.end == column, last.drawing.ground == drawing.ground,
      scalars.allSatisfy({ $0 == 0x20 })
    {
      drawing = last.drawing
    }
    last = (row, column + scalars.count, drawing)
    return drawing
  }

  private mutating func drawing(of role: Role) -> Drawing {
    if let known = drawings.first(where: { $0.role == role }) { return known.drawing }
    let drawing = palette.drawing(of: role)
    drawings.append((role, drawing))
    return drawing
  }
}
