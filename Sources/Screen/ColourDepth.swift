/// How many colours a terminal shows, fewest first.
public enum ColourDepth: Int, Comparable, Sendable, CaseIterable {
  /// None: bold, dim, underline and reverse only.
  case mono
  case c8, c16, c256
  case trueColour

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// The colours an environment promises: `NO_COLOR` (any text but none: https://no-color.org), `COLORTERM`, `TERM`.
  /// What the terminal's own description says still bounds it.
  public static func detected(term: String?, colorterm: String?, noColor: String?) -> ColourDepth {
    if let noColor, !noColor.isEmpty { return .mono }
    let term = term ?? ""
    // GNU screen passes the outer terminal's COLORTERM on without passing its colours.
    let promisesAll = ["truecolor", "24bit"].contains(colorterm ?? "") && !term.hasPrefix("screen")
    let knownForAll = ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm"].contains { term.hasPrefix($0) }
    if term.hasPrefix("linux") || term.hasPrefix("vt") { return .c8 }
    return promisesAll || knownForAll || term.hasSuffix("-direct") ? .trueColour : .c256
  }
}

/// A colour in a terminal's palette of 256, 16 or 8.
extension Colour {
  /// The palette's entry closest to this colour, nil for the terminal's own colour and in monochrome.
  ///
  /// Of 256, the closest in OKLab among the 240 that no one redefines. Of 16 or 8, a colour stays a colour: its hue
  /// decides, and lightness between the two of that hue; a grey is a matter of lightness alone.
  public func index(in depth: ColourDepth) -> Int? {
    guard let perceived = linear?.perceived else { return nil }
    switch depth {
    case .mono: return nil
    case .c8: return Self.basic(perceived, bright: false)
    case .c16: return Self.basic(perceived, bright: true)
    case .c256, .trueColour:
      var nearest = (index: 0, distance: Double.infinity)
      for (index, colour) in Self.palette.enumerated() {
        let distance = perceived.distance(to: colour)
        if distance < nearest.distance { nearest = (index, distance) }
      }
      return nearest.index + 16
    }
  }

  private static func basic(_ colour: PerceivedColour, bright: Bool) -> Int {
    if colour.chroma < 0.045 {
      if !bright { return colour.lightness < 0.5 ? 0 : 7 }
      return switch colour.lightness {
      case ..<0.28: 0
      case ..<0.6: 8
      case ..<0.87: 7
      default: 15
      }
    }
    let closest = hues.max { alignment($0.hue, colour) < alignment($1.hue, colour) }
    return (closest?.index ?? 7) + (bright && colour.lightness > 0.62 ? 8 : 0)
  }

  /// The cosine of the angle between two hues.
  private static func alignment(_ hue: PerceivedColour, _ colour: PerceivedColour) -> Double {
    (hue.a * colour.a + hue.b * colour.b) / (hue.chroma * colour.chroma)
  }

  private static let hues: [(index: Int, hue: PerceivedColour)] = [
    (1, (1.0, 0.0, 0.0)), (2, (0, 1, 0)), (3, (1, 1, 0)), (4, (0, 0, 1)), (5, (1, 0, 1)), (6, (0, 1, 1)),
  ].map { ($0, LinearColour(red: $1.0, green: $1.1, blue: $1.2).perceived) }

  /// xterm's colours 16 to 255: a cube of six levels, then 24 greys.
  private static let palette: [PerceivedColour] = {
    let levels = ([0, 95, 135, 175, 215, 255] as [UInt8]).map(light)
    let cube = levels.flatMap { red in
      levels.flatMap { green in levels.map { LinearColour(red: red, green: green, blue: $0) } }
    }
    let greys = (0..<24).map { light(UInt8(8 + 10 * $0)) }.map { LinearColour(red: $0, green: $0, blue: $0) }
    return (cube + greys).map { $0.perceived }
  }()
}
