extension Parser {
  mutating func string() throws(Raised) -> String {
    at += 1
    let start = at
    let isASCII = skipPlain()
    if at < text.count, text[at] == UInt8(ascii: "\"") {
      at += 1
      let bytes = UnsafeBufferPointer(rebasing: text[start..<(at - 1)])
      // ASCII, which most strings are, needs no validation.
      return isASCII ? String(decoding: bytes, as: UTF8.self) : try decoded(bytes, from: start)
    }
    at = start
    return try escapedString(from: start)
  }

  /// Goes to the next quote, backslash or control character, or to the end. Returns whether all on the way is ASCII.
  private mutating func skipPlain() -> Bool {
    let highest: UInt64 = 0x8080_8080_8080_8080
    var bits: UInt64 = 0
    // Eight bytes at once: the first that stops has its highest bit set in `stops`.
    while text.count - at >= 8, let start = text.baseAddress {
      let bytes = UInt64(littleEndian: UnsafeRawPointer(start + at).loadUnaligned(as: UInt64.self))
      let (quote, backslash) = (bytes ^ 0x2222_2222_2222_2222, bytes ^ 0x5C5C_5C5C_5C5C_5C5C)
      let stops =
        ((bytes &- 0x2020_2020_2020_2020) & ~bytes | (quote &- 0x0101_0101_0101_0101) & ~quote
          | (backslash &- 0x0101_0101_0101_0101) & ~backslash) & highest
      if stops != 0 {
        let plain = stops.trailingZeroBitCount / 8
        at += plain
        return (bits | bytes & (1 << UInt64(plain * 8) - 1)) & highest == 0
      }
      bits |= bytes
      at += 8
    }
    while at < text.count, case let byte = text[at],
      byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20
    {
      bits |= UInt64(byte)
      at += 1
    }
    return bits & highest == 0
  }

  private mutating func escapedString(from start: Int) throws(Raised) -> String {
    var unescaped: [UInt8] = []
    while true {
      let byte = try peek()
      guard byte >= 0x20 else { throw JSON.Fault.Reason.controlCharacter.asError }
      at += 1
      if byte == UInt8(ascii: "\"") { return try decoded(unescaped, from: start) }
      if byte == UInt8(ascii: "\\") { try escape(into: &unescaped) } else { unescaped.append(byte) }
    }
  }

  private mutating func decoded(_ bytes: some Collection<UInt8>, from start: Int) throws(Raised) -> String {
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
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): out.append(byte)
    case UInt8(ascii: "/"):
      out.append(byte)
      isCanonical = false
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
      if !isShortest(units) { isCanonical = false }

    default: throw JSON.Fault.Reason.invalidEscape.asError
    }
  }

  /// Whether the escape just read is the only one these units have: a control character without a letter of its own.
  private func isShortest(_ units: [UInt16]) -> Bool {
    guard units[0] < 0x20, ![0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(units[0]) else { return false }
    return !(UInt8(ascii: "A")...UInt8(ascii: "F")).contains(text[at - 1])
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
