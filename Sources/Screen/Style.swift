/// How a role looks: what a theme states of it. What it leaves out comes from the role's parent.
public struct Style: Equatable, Sendable {
  public var foreground: Colour?
  public var background: Colour?
  public var attributes: Attributes?
  /// Attributes added where colours cannot tell the role apart: in monochrome, and where a palette is so small that the
  /// role's background becomes that of `text`.
  public var plain: Attributes?

  public init(
    foreground: Colour? = nil, background: Colour? = nil, attributes: Attributes? = nil, plain: Attributes? = nil
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
    self.plain = plain
  }

  public var bold: Bool { attributes?.contains(.bold) ?? false }
  public var dim: Bool { attributes?.contains(.dim) ?? false }
  public var underline: Bool { attributes?.contains(.underline) ?? false }
  public var reverse: Bool { attributes?.contains(.reverse) ?? false }

  /// This style, with another's where it says nothing.
  func over(_ parent: Style) -> Style {
    Style(
      foreground: foreground ?? parent.foreground, background: background ?? parent.background,
      attributes: attributes ?? parent.attributes, plain: plain ?? parent.plain)
  }
}

/// What a terminal can do to a glyph besides colour.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let underline = Attributes(rawValue: 4)
  public static let reverse = Attributes(rawValue: 8)

  /// The attribute of this name in a theme file.
  public init?(name: String) {
    switch name {
    case "bold": self = .bold
    case "dim": self = .dim
    case "underline": self = .underline
    case "reverse": self = .reverse
    default: return nil
    }
  }
}
