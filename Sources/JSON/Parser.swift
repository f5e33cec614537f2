extension JSON {
  /// Why a text is not the JSON we accept, and where.
  public struct Fault: Error, Equatable, Sendable {
    public enum Reason: Equatable, Sendable {
      case unexpectedEnd
      case unexpectedByte(UInt8)
      case trailingText
      case duplicateMember(String)
      case invalidUTF8
      case invalidEscape
      case loneSurrogate
      case controlCharacter
      /// A fraction, an exponent, a leading zero, or a magnitude over 2^53 − 1.
      case notAnInteger
      case tooDeep
    }

    public let reason: Reason
    /// Bytes from the start of the text.
    public let offset: Int
    /// From 1.
    public let line: Int
    /// In bytes, from 1.
    public let column: Int
  }

  /// The value of a text.
  ///
  /// Stricter than RFC 8259: duplicate members, numbers that are not integers within ±(2^53 − 1) and nesting
  /// over 64 levels are refused. Spaces, escapes and the members' order are free; see ``parse(_:isCanonical:)``.
  public static func parse(_ text: [UInt8]) throws(Fault) -> JSON {
    var isCanonical = true
    return try parse(text, isCanonical: &isCanonical)
  }

  /// The value of a text, and whether the text is the value's canonical one: whether ``bytes`` would give it again.
  public static func parse(_ text: [UInt8], isCanonical: inout Bool) throws(Fault) -> JSON {
    let (result, canonical) = text.withUnsafeBufferPointer { text in
      var parser = Parser(text: text)
      return (parser.whole(), parser.isCanonical)
    }
    isCanonical = canonical
    return try result.mapError { (fault) in
      let position = Position(offset: fault.offset, in: text)
      return Fault(reason: fault.reason, offset: fault.offset, line: position.line, column: position.column)
    }.get()
  }
}

extension JSON.Fault.Reason {
  struct Raised: Error { let reason: JSON.Fault.Reason }
  var asError: Raised { Raised(reason: self) }
}

/// Reads one text from its start; on a fault `at` stays where the fault is.
///
/// Its law: each byte is asked for only once its place is known to be inside the text.
struct Parser {
  typealias Raised = JSON.Fault.Reason.Raised

  let text: UnsafeBufferPointer<UInt8>
  var at = 0
  /// No space, no escape but the shortest, no member out of order so far; whatever else has two forms is refused.
  var isCanonical = true

  init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// A fault and its offset.
  struct Place: Error {
    let reason: JSON.Fault.Reason
    let offset: Int
  }

  mutating func whole() -> Result<JSON, Place> {
    do throws(Raised) {
      let value = try value(depth: 0)
      skipSpaces()
      guard at == text.count else { throw JSON.Fault.Reason.trailingText.asError }
      return .success(value)
    } catch {
      return .failure(Place(reason: error.reason, offset: Swift.min(at, text.count)))
    }
  }

  mutating func skipSpaces() {
    while at < text.count {
      switch text[at] {
      case 0x20, 0x0A, 0x0D, 0x09:
        at += 1
        isCanonical = false
      default: return
      }
    }
  }

  mutating func value(depth: Int) throws(Raised) -> JSON {
    skipSpaces()
    switch try peek() {
    case UInt8(ascii: "{") where depth == 64, UInt8(ascii: "[") where depth == 64:
      throw JSON.Fault.Reason.tooDeep.asError
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .int(try integer())
    case let byte: throw JSON.Fault.Reason.unexpectedByte(byte).asError
    }
  }

  func peek() throws(Raised) -> UInt8 {
    guard at < text.count else { throw JSON.Fault.Reason.unexpectedEnd.asError }
    return text[at]
  }

  mutating func expect(_ byte: UInt8) throws(Raised) {
    skipSpaces()
    let found = try peek()
    guard found == byte else { throw JSON.Fault.Reason.unexpectedByte(found).asError }
    at += 1
  }

  /// Whether a list goes on after an item: "," goes on, `close` ends it.
  mutating func goesOn(until close: UInt8) throws(Raised) -> Bool {
    skipSpaces()
    let found = try peek()
    guard found == UInt8(ascii: ",") || found == close else {
      throw JSON.Fault.Reason.unexpectedByte(found).asError
    }
    at += 1
    return found != close
  }

  mutating func array(depth: Int) throws(Raised) -> JSON {
    at += 1
    skipSpaces()
    var items: [JSON] = []
    if try peek() == UInt8(ascii: "]") {
      at += 1
      return .array(items)
    }
    repeat { items.append(try value(depth: depth + 1)) } while try goesOn(until: UInt8(ascii: "]"))
    return .array(items)
  }

  mutating func object(depth: Int) throws(Raised) -> JSON {
    let start = at
    at += 1
    skipSpaces()
    var members: [JSON.Member] = []
    if try peek() == UInt8(ascii: "}") {
      at += 1
      return .members(members)
    }
    members.reserveCapacity(4)
    var isSorted = true
    repeat {
      let key = try name()
      // A name that follows those before it, themselves in order, is none of them.
      if isSorted, let last = members.last, !last.key.precedesAsName(key) { isSorted = false }
      try expect(UInt8(ascii: ":"))
      members.append(JSON.Member(key, try value(depth: depth + 1)))
    } while try goesOn(until: UInt8(ascii: "}"))
    return isSorted ? .members(members) : .members(try sorted(members, from: start, depth: depth))
  }

  private mutating func name() throws(Raised) -> String {
    skipSpaces()
    guard try peek() == UInt8(ascii: "\"") else { throw JSON.Fault.Reason.unexpectedByte(text[at]).asError }
    return try string()
  }

  /// The members, of the object that starts there, in order. Two of one name are then side by side.
  private mutating func sorted(
    _ members: [JSON.Member], from start: Int, depth: Int
  ) throws(Raised) -> [JSON.Member] {
    isCanonical = false
    let order = members.indices.sorted { a, b in
      if members[a].key.precedesAsName(members[b].key) { return true }
      return a < b && !members[b].key.precedesAsName(members[a].key)
    }
    let doubled = zip(order, order.dropFirst()).filter { members[$0].key.hasBytes(of: members[$1].key) }.map(\.1)
    if let first = doubled.min() {
      at = start + 1
      for _ in 0..<first {
        _ = try name()
        try expect(UInt8(ascii: ":"))
        _ = try value(depth: depth + 1)
        try expect(UInt8(ascii: ","))
      }
      skipSpaces()
      throw JSON.Fault.Reason.duplicateMember(members[first].key).asError
    }
    return order.map { members[$0] }
  }

  mutating func word(_ word: StaticString, _ value: JSON) throws(Raised) -> JSON {
    for offset in 0..<word.utf8CodeUnitCount {
      let found = try peek()
      guard found == word.utf8Start[offset] else { throw JSON.Fault.Reason.unexpectedByte(found).asError }
      at += 1
    }
    return value
  }

  mutating func integer() throws(Raised) -> Int {
    let start = at
    let negative = text[at] == UInt8(ascii: "-")
    if negative { at += 1 }
    var magnitude = 0
    var digits = 0
    while at < text.count, case let digit = text[at], (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) {
      magnitude = magnitude * 10 + Int(digit - UInt8(ascii: "0"))
      digits += 1
      at += 1
      if digits > 16 { break }
    }
    let first = start + (negative ? 1 : 0) < text.count ? text[start + (negative ? 1 : 0)] : 0
    let follows = at < text.count ? text[at] : 0
    let fraction = [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(follows)
    let padded = digits > 1 && first == UInt8(ascii: "0") || negative && magnitude == 0
    guard digits > 0, !padded, !fraction, magnitude <= 9_007_199_254_740_991 else {
      at = start
      throw JSON.Fault.Reason.notAnInteger.asError
    }
    return negative ? -magnitude : magnitude
  }
}
