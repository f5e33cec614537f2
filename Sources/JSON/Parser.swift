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
  /// over 64 levels are refused. Spaces and escapes are free; compare with ``bytes`` where the text must be
  /// canonical.
  public static func parse(_ text: [UInt8]) throws(Fault) -> JSON {
    var parser = Parser(text: text)
    do throws(Parser.Raised) {
      let value = try parser.value(depth: 0)
      parser.skipSpaces()
      guard parser.at == text.count else { throw Fault.Reason.trailingText.asError }
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

  mutating func skipSpaces() {
    while at < text.count {
      switch text[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
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
    var sorted = true
    repeat {
      skipSpaces()
      guard try peek() == UInt8(ascii: "\"") else { throw JSON.Fault.Reason.unexpectedByte(text[at]).asError }
      let start = at
      let key = try string()
      // A key that follows those before it, themselves in order, is none of them.
      sorted = sorted && members.last.map { JSON.precedes($0.key, key) } ?? true
      if !sorted, members.contains(where: { $0.key.utf8.elementsEqual(key.utf8) }) {
        at = start
        throw JSON.Fault.Reason.duplicateMember(key).asError
      }
      try expect(UInt8(ascii: ":"))
      members.append(JSON.Member(key, try value(depth: depth + 1)))
    } while try goesOn(until: UInt8(ascii: "}"))
    return .members(sorted ? members : members.sorted { JSON.precedes($0.key, $1.key) })
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

  mutating func string() throws(Raised) -> String {
    at += 1
    let start = at
    var bits: UInt8 = 0
    while at < text.count, text[at] != UInt8(ascii: "\""), text[at] != UInt8(ascii: "\\"), text[at] >= 0x20 {
      bits |= text[at]
      at += 1
    }
    if at < text.count, text[at] == UInt8(ascii: "\"") {
      at += 1
      let bytes = text[start..<(at - 1)]
      // ASCII, which most strings are, needs no validation.
      return bits < 0x80 ? String(decoding: bytes, as: UTF8.self) : try decoded(bytes, from: start)
    }
    at = start
    return try escapedString(from: start)
  }

  private mutating func escapedString(from start: Int) throws(Raised) -> String {
    var unescaped: [UInt8] = []
    while true {
      let byte = try peek()
      guard byte >= 0x20 else { throw JSON.Fault.Reason.controlCharacter.asError }
      at += 1
      if byte == UInt8(ascii: "\"") { return try decoded(unescaped[...], from: start) }
      if byte == UInt8(ascii: "\\") { try escape(into: &unescaped) } else { unescaped.append(byte) }
    }
  }

  private mutating func decoded(_ bytes: ArraySlice<UInt8>, from start: Int) throws(Raised) -> String {
    guard let string = String(validating: bytes, as: UTF8.self) else {
      at = start
      throw JSON.Fault.Reason.invalidUTF8.asError
    }
    return string
  }

  private mutating func escape(into out: inout [UInt8]) throws(Raised) {
    let byte = try peek()
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "u"):
      var units = [try codeUnit()]
      if UTF16.isLeadSurrogate(units[0]), text[at...].starts(with: "\\u".utf8) {
        at += 2
        units.append(try codeUnit())
      }
      guard let string = String(validating: units, as: UTF16.self) else {
        throw JSON.Fault.Reason.loneSurrogate.asError
      }
      out += string.utf8
    default: throw JSON.Fault.Reason.invalidEscape.asError
    }
  }

  private mutating func codeUnit() throws(Raised) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard at < text.count, let digit = Character(Unicode.Scalar(text[at])).hexDigitValue, text[at] < 0x80 else {
        throw JSON.Fault.Reason.invalidEscape.asError
      }
      unit = unit << 4 | UInt16(digit)
      at += 1
    }
    return unit
  }
}
