/// Bytes as text, RFC 4648 §5 without padding.
///
/// Its law: one text for some bytes; whatever ``encode(_:)`` would not have written is refused.
public enum Base64URL {
  private static let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

  public static func encode(_ bytes: [UInt8]) -> String {
    let length = (bytes.count * 4 + 2) / 3
    return String(unsafeUninitializedCapacity: length) { text in
      for (group, start) in stride(from: 0, to: bytes.count, by: 3).enumerated() {
        // After the last byte, bits of zero fill the last character.
        var bits = 0
        for at in start..<(start + 3) { bits = bits << 8 | (at < bytes.count ? Int(bytes[at]) : 0) }
        for at in (group * 4)..<min(group * 4 + 4, length) {
          text[at] = alphabet.utf8Start[bits >> 18 & 63]
          bits <<= 6
        }
      }
      return length
    }
  }

  /// The bytes of a text, or nil when it has padding, a foreign character, a length no bytes have, or bits set
  /// after the last byte.
  public static func decode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count * 3 / 4)
    var bits: UInt32 = 0
    var count = 0
    for character in text.utf8 {
      guard let value = value(of: character) else { return nil }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    let leftover = bits & (1 << UInt32(count) - 1)
    return count < 6 && leftover == 0 ? bytes : nil
  }

  private static func value(of character: UInt8) -> UInt32? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "-"): 62
    case UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
