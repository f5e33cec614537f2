/// Bytes as text, RFC 4648 §5 without padding.
///
/// Its law: one text for some bytes; whatever ``encode(_:)`` would not have written is refused.
public enum Base64URL {
  private static let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

  public static func encode(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes(encode) }

  public static func encode(_ bytes: UnsafeRawBufferPointer) -> String {
    let length = (bytes.count * 4 + 2) / 3
    return String(unsafeUninitializedCapacity: length) { text in
      var (read, written) = (0, 0)
      while written < length {
        // After the last byte, bits of zero fill the last character.
        func next(_ offset: Int) -> Int { read + offset < bytes.count ? Int(bytes[read + offset]) : 0 }
        let bits = next(0) << 16 | next(1) << 8 | next(2)
        var shift = 18
        while shift >= 0, written < length {
          text[written] = alphabet.utf8Start[bits >> shift & 63]
          written += 1
          shift -= 6
        }
        read += 3
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
