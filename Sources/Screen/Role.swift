/// What a piece of text is for, as a dotted scope: `clock.warning`, `row.selected`.
///
/// Views name roles; only a theme knows how a role looks.
public struct Role: Hashable, Sendable, ExpressibleByStringLiteral {
  public let scope: String

  public init(_ scope: String) { self.scope = scope }
  public init(stringLiteral value: String) { scope = value }

  /// Text like any other.
  public static let text: Role = "text"

  /// The scope one dot up (`clock` for `clock.warning`), nil at the top.
  public var parent: Role? { scope.lastIndex(of: ".").map { Role(String(scope[..<$0])) } }

  /// The scope one dot down: `"row.selected"` with `"dim"` is `row.selected.dim`.
  public func appending(_ scope: String) -> Role { Role(self.scope + "." + scope) }
}
