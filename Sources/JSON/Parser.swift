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
    var parser = Parser(text: text)
    do throws(Parser.Raised) {
      let value = try parser.value(depth: 0)
      parser.skipSpaces()
      guard parser.at == text.count else { throw Fault.Reason.trailingText.asError }
      isCanonical = parser.isCanonical
      return value
    } catch {
      let offset = Swift.min(parser.at, text.count)
      let position = Position(offset: offset, in: text)
      throw Fault(reason: error.reason, offset: offset, line: position.line, column: position.column)
    }
  }
}

extension JSON.Fault.Reason {
  struct Raised: Error { let reason: JSON.Fault.Reason }
  var asError: Raised { Raised(reason: self) }
}

/// Reads one text from its start; on a fault `at` stays where the fault is.
struct Parser {
  typealias Raised = JSON.Fault.Reason.Raised

  let text: [UInt8]
  var at = 0
  /// No space, no escape but the shortest, no member out of order so far; whatever else has two forms is refused.
  var isCanonical = true

  init(text: [UInt8]) { self.text = text }

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
    at += 1
    skipSpaces()
    var members: [JSON.Member] = []
    if try peek() == UInt8(ascii: "}") {
      at += 1
      return .members(members)
    }
    members.reserveCapacity(4)
    var sorted = true
    // Of an object whose members are not in order, those so far: looking each up among the others would take for ever.
    var names: Set<[UInt8]> = []
    repeat {
      skipSpaces()
      guard try peek() == UInt8(ascii: "\"") else { throw JSON.Fault.Reason.unexpectedByte(text[at]).asError }
      let start = at
      let key = try string()
      // A key that follows those before it, themselves in order, is none of them.
      if sorted, let last = members.last, !last.key.precedesAsName(key) {
        sorted = false
        names = Set(members.map { Array($0.key.utf8) })
      }
      if !sorted, !names.insert(Array(key.utf8)).inserted {
        at = start
        throw JSON.Fault.Reason.duplicateMember(key).asError
      }
      try expect(UInt8(ascii: ":"))
      members.append(JSON.Member(key, try value(depth: depth + 1)))
    } while try goesOn(until: UInt8(ascii: "}"))
    guard !sorted else { return .members(members) }
    isCanonical = false
    return .members(members.sorted { $0.key.precedesAsName($1.key) })
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
    let first = text.indices.contains(start + (negative ? 1 : 0)) ? text[start + (negative ? 1 : 0)] : 0
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
