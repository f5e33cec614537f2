import CTerminal
import Screen

/// A theme as curses takes it: each role as attributes and a pair of colour numbers.
struct Palette {
  let depth: ColourDepth
  /// With true colour, the theme's colours as 0xRRGGBB: a colour's number is its place here. Otherwise empty.
  let inks: [UInt32]
  private let theme: Theme
  private var known: Inks

  init(theme: Theme, depth: ColourDepth) {
    self.theme = theme
    self.depth = depth
    known = Inks(depth: depth)
    guard depth == .trueColour else {
      inks = []
      return
    }
    let renditions = theme.styles.map { theme.rendition(for: $0.role, depth: depth) }
    // Curses counts 256 colours, and a theme has far fewer.
    inks = Array(
      Set(renditions.flatMap { [$0.foreground, $0.background] }.compactMap(Self.packed)).sorted().prefix(256))
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

  private func number(_ ink: Ink) -> Int32 {
    switch ink {
    case .default: -1
    case .index(let index): Int32(index)
    case .rgb: Self.packed(ink).flatMap(inks.firstIndex).map(Int32.init) ?? -1
    }
  }

  private static func packed(_ ink: Ink) -> UInt32? {
    guard case .rgb(let red, let green, let blue) = ink else { return nil }
    return UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
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
