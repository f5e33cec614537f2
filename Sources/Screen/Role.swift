/// What a piece of text is for, as a dotted scope: `clock.warning`, `row.selected`.
///
/// Views name roles; only a theme knows how a role looks.
public struct Role: Sendable, ExpressibleByStringLiteral {
  public let scope: String
  /// A digest of the scope's end, where scopes differ: tells two roles apart without reading them.
  private let digest: UInt32

  public init(_ scope: String) {
    self.scope = scope
    var text = scope
    // FNV-1a.
    digest = text.withUTF8 { $0.suffix(8).reduce(UInt32($0.count)) { ($0 ^ UInt32($1)) &* 0x0100_0193 } }
  }

  public init(stringLiteral value: String) { self.init(value) }

  /// Text like any other.
  public static let text: Role = "text"

  /// The scope one dot up (`clock` for `clock.warning`), nil at the top.
  public var parent: Role? { scope.lastIndex(of: ".").map { Role(String(scope[..<$0])) } }
}

extension Role: Hashable {
  public static func == (a: Role, b: Role) -> Bool { a.digest == b.digest && a.scope == b.scope }

  public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
