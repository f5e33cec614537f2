import CTerminal
import Screen

/// Gives curses the cells that differ from the picture before.
struct Painter {
  typealias Drawing = (attributes: UInt32, pair: Int32)

  private let palette: Palette
  private let substitutes: [String: String]
  /// Of the roles seen so far: a few dozen, and cells that change side by side mostly share one.
  private var drawings: [(role: Role, drawing: Drawing)] = []
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
      let (attributes, pair) = drawing(of: .text)
      terminal_erase(attributes, pair)
      shown = Frame(size: frame.size)
    }
    frame.eachChange(since: shown, in: screen) { change in
      let drawing = drawing(of: change.role)
      put(change.text, row: change.row, column: change.column, columns: change.columns, drawing)
    }
    shown = frame
    flush()
  }

  /// Sends what changed, with the cursor where the last picture has it.
  func flush() {
    let cursor = shown?.cursor
    terminal_flush(Int32(clamping: cursor?.row ?? -1), Int32(clamping: cursor?.column ?? 0))
  }

  private func put(
    _ text: String, row: Int, column: Int, columns: Int, _ drawing: Drawing
  ) {
    let glyph = substitutes.isEmpty ? text : substitutes[text] ?? text
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

  private mutating func drawing(of role: Role) -> Drawing {
    if let known = drawings.first(where: { $0.role == role }) { return known.drawing }
    let drawing = palette.drawing(of: role)
    drawings.append((role, drawing))
    return drawing
  }
}
