/// How each role looks. A role the theme does not state looks like its parent scope, and at the top like `text`.
public struct Theme: Equatable, Sendable {
  public let name: String
  /// What the theme states, each role once.
  public let styles: [Statement]

  /// A role, and what is stated of it.
  public struct Statement: Equatable, Sendable {
    public let role: Role
    public let style: Style

    public init(_ role: Role, _ style: Style) {
      self.role = role
      self.style = style
    }
  }

  public init(name: String, styles: [Statement]) {
    self.name = name
    self.styles = styles
  }

  private func stated(_ role: Role) -> Style? { styles.first { $0.role == role }?.style }

  /// A role's whole style: no part of it is nil but `plain`.
  public func style(for role: Role) -> Style {
    var style = Style()
    var next: Role? = role
    while let role = next {
      if let stated = stated(role) { style = style.over(stated) }
      next = role.parent
    }
    return style.over(stated(.text) ?? Style())
      .over(Style(foreground: .default, background: .default, attributes: []))
  }

  /// A role's style on a terminal with so many colours.
  public func rendition(for role: Role, depth: ColourDepth) -> Rendition {
    var inks = Inks(depth: depth)
    return rendition(for: role, &inks)
  }

  /// The same, with the inks of the roles before it: a theme has few colours.
  public func rendition(for role: Role, _ inks: inout Inks) -> Rendition {
    let style = style(for: role)
    var foreground = inks.ink(of: style.foreground)
    let background = inks.ink(of: style.background)
    var attributes = style.attributes ?? []
    let ground = self.style(for: .text).background
    let hasLostBackground = style.background != ground && background == inks.ink(of: ground)
    if inks.depth == .mono || hasLostBackground { attributes.formUnion(style.plain ?? []) }
    // Two colours that became one would hide the text.
    if foreground == background, foreground != .default, style.foreground != style.background {
      foreground = background.isDark ? .index(7) : .index(0)
    }
    return Rendition(foreground: foreground, background: background, attributes: attributes)
  }
}

/// A theme's colours as a terminal with so many takes them: each is looked for once.
public struct Inks: Sendable {
  public let depth: ColourDepth
  private var known: [(colour: Colour?, ink: Ink)] = []

  public init(depth: ColourDepth) { self.depth = depth }

  mutating func ink(of colour: Colour?) -> Ink {
    if let known = known.first(where: { $0.colour == colour }) { return known.ink }
    let ink = Ink(colour, depth: depth)
    known.append((colour, ink))
    return ink
  }
}

/// What a terminal is told to show a role.
public struct Rendition: Hashable, Sendable {
  public var foreground: Ink
  public var background: Ink
  public var attributes: Attributes
}

/// A colour as a terminal takes it.
public enum Ink: Hashable, Sendable {
  case `default`
  /// An entry of the palette.
  case index(Int)
  case rgb(UInt8, UInt8, UInt8)

  init(_ colour: Colour?, depth: ColourDepth) {
    if depth == .trueColour, case .rgb(let red, let green, let blue) = colour {
      self = .rgb(red, green, blue)
    } else {
      self = colour?.index(in: depth).map(Ink.index) ?? .default
    }
  }

  /// Whether light text shows on it, by the palette's usual values.
  var isDark: Bool {
    switch self {
    case .default, .rgb: false
    case .index(let index):
      [0, 1, 4, 5, 8].contains(index) || (16..<124).contains(index) || (232..<244).contains(index)
    }
  }
}
