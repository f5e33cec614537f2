import CTerminal
import Screen

/// A theme as curses takes it: each role as attributes and a pair of colour numbers.
struct Palette {
  let depth: ColourDepth
  private let theme: Theme
  private var known: Inks

  init(theme: Theme, depth: ColourDepth) {
    self.theme = theme
    self.depth = depth
    known = Inks(depth: depth)
  }

  /// What its colour numbers are.
  var numbers: Int32 {
    switch depth {
    case .mono: Int32(TERMINAL_PLAIN)
    case .trueColour: Int32(TERMINAL_DIRECT)
    case .c8, .c16, .c256: Int32(TERMINAL_PALETTE)
    }
  }

  mutating func drawing(of role: Role) -> Drawing {
    let look = theme.rendition(for: role, &known)
    let pair = depth == .mono ? 0 : terminal_pair(number(look.foreground), number(look.background))
    let lines = look.attributes.intersection([.underline, .reverse])
    // Reversed, a space shows the other colour.
    let ground = lines.isEmpty ? look.background : look.foreground
    return Drawing(
      attributes: UInt32(look.attributes.rawValue), pair: pair,
      ground: Drawing.Ground(colour: ground, behind: look.background, attributes: lines.isEmpty ? [] : look.attributes))
  }

  /// Of a palette's entry its place, of another colour 0xRRGGBB (``ColourDepth/trueColour``).
  private func number(_ ink: Ink) -> Int32 {
    switch ink {
    case .default: -1
    case .index(let index): Int32(index)
    case .rgb(let red, let green, let blue): Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
    }
  }
}

/// A role as curses takes it.
struct Drawing {
  let attributes: UInt32
  let pair: Int32
  let ground: Ground

  /// What a space of the role looks like: two alike look alike.
  struct Ground: Equatable {
    let colour, behind: Ink
    let attributes: Attributes
  }
}
