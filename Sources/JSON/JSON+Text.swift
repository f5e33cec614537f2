extension JSON {
  /// The canonical text, UTF-8.
  public var bytes: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(256)
    write(to: &out)
    return out
  }

  /// The canonical text as a string.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The same members in the same order, two spaces a level, a final newline: for files that people read.
  public var readableText: String {
    var out: [UInt8] = []
    writeReadable(to: &out, indent: 0)
    out.append(0x0A)
    return String(decoding: out, as: UTF8.self)
  }

  private func write(to out: inout [UInt8]) {
    switch self {
    case .array(let items):
      out.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        item.write(to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .members(let members):
      out.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        JSON.quote(member.key, to: &out)
        out.append(UInt8(ascii: ":"))
        member.value.write(to: &out)
      }
      out.append(UInt8(ascii: "}"))
    case .null, .bool, .int, .string: writeScalar(to: &out)
    }
  }

  private func writeScalar(to out: inout [UInt8]) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let flag): out += (flag ? "true" : "false").utf8
    case .int(let number): out += String(number).utf8
    case .string(let text): JSON.quote(text, to: &out)
    case .array, .members: preconditionFailure("a scalar")
    }
  }

  private func writeReadable(to out: inout [UInt8], indent: Int) {
    func line(_ level: Int) {
      out.append(0x0A)
      out += repeatElement(0x20, count: level * 2)
    }
    switch self {
    case .array(let items) where !items.isEmpty:
      out.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        line(indent + 1)
        item.writeReadable(to: &out, indent: indent + 1)
      }
      line(indent)
      out.append(UInt8(ascii: "]"))
    case .members(let members) where !members.isEmpty:
      out.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        line(indent + 1)
        JSON.quote(member.key, to: &out)
        out += ": ".utf8
        member.value.writeReadable(to: &out, indent: indent + 1)
      }
      line(indent)
      out.append(UInt8(ascii: "}"))
    default: write(to: &out)
    }
  }

  /// A string's literal with the shortest escapes (RFC 8785 §3.2.2.2).
  private static func quote(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    defer { out.append(UInt8(ascii: "\"")) }
    var text = text
    text.withUTF8 { bytes in
      if bytes.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
        escape(bytes, to: &out)
      } else {
        out.append(contentsOf: bytes)
      }
    }
  }

  private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case 0x08: out += "\\b".utf8
      case 0x09: out += "\\t".utf8
      case 0x0A: out += "\\n".utf8
      case 0x0C: out += "\\f".utf8
      case 0x0D: out += "\\r".utf8
      case 0..<0x20:
        out += "\\u00".utf8
        out += [hex(byte >> 4), hex(byte & 15)]
      default: out.append(byte)
      }
    }
  }

  private static func hex(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
  }
}
