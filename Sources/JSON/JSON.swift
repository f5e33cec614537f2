/// A JSON value that has exactly one text.
///
/// Its law: parsing refuses whatever would make two texts of one value or two values of one text
/// (duplicate members, fractions, lone surrogates), and `bytes` is canonical: members sorted by UTF-16
/// code units, no spaces, shortest escapes (RFC 8785, limited to integers).
public enum JSON: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case string(String)
  case array([JSON])
  /// Members sorted by key; use ``object(_:)`` to build one from members in any order.
  case members([Member])

  public struct Member: Sendable {
    public let key: String
    public let value: JSON

    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// The object of these members, sorted. A member whose value is nil is left out.
  public static func object(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    var kept: [Member] = []
    kept.reserveCapacity(members.count)
    for (key, value) in members {
      if let value { kept.append(Member(key, value)) }
    }
    return object(of: kept)
  }

  /// The object of these members, sorted.
  public static func object(of members: [Member]) -> JSON {
    .members(members.sorted { $0.key.precedesAsName($1.key) })
  }

  /// The value of a member, or nil when this is no object or has no such member.
  public subscript(key: String) -> JSON? {
    guard case .members(let members) = self else { return nil }
    // Most names differ at once; "é" composed and decomposed do not.
    return members.first { $0.key == key && $0.key.hasBytes(of: key) }?.value
  }

  public var string: String? { if case .string(let text) = self { text } else { nil } }
  public var int: Int? { if case .int(let number) = self { number } else { nil } }
  public var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }
  public var array: [JSON]? { if case .array(let items) = self { items } else { nil } }
  public var members: [Member]? { if case .members(let members) = self { members } else { nil } }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral
{
  public init(stringLiteral text: String) { self = .string(text) }
  public init(integerLiteral number: Int) { self = .int(number) }
  public init(booleanLiteral flag: Bool) { self = .bool(flag) }
  public init(arrayLiteral items: JSON...) { self = .array(items) }
}

extension JSON: Equatable {
  /// Byte equality: "é" composed and decomposed are two values, as they are two texts.
  public static func == (a: JSON, b: JSON) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.string(let a), .string(let b)): a.hasBytes(of: b)
    case (.array(let a), .array(let b)): a == b
    case (.members(let a), .members(let b)):
      a.elementsEqual(b) { $0.key.hasBytes(of: $1.key) && $0.value == $1.value }
    default: false
    }
  }
}
