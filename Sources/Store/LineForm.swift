/// The forms of a line's time stamp.
enum LineForm {
  /// `2026-12-01T09:12:33.412+01:00`: a day that exists, milliseconds always, the offset always as hours and minutes.
  static func isWallTime(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(isWallTime)
  }

  /// How many bytes such a text has.
  static let wallTimeLength = 29

  static func isWallTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == wallTimeLength else { return false }
    for at in bytes.indices {
      let (byte, form) = (bytes[at], pattern.utf8Start[at])
      switch form {
      case zero: guard byte >= zero, byte <= zero + 9 else { return false }
      case plus: guard byte == plus || byte == UInt8(ascii: "-") else { return false }
      default: guard byte == form else { return false }
      }
    }
    func pair(_ at: Int) -> Int { Int(bytes[at] - zero) * 10 + Int(bytes[at + 1] - zero) }
    // "-00:00" would be a second text of one time.
    guard bytes[23] == plus || pair(24) + pair(27) > 0 else { return false }
    return (1...12).contains(pair(5)) && (1...days(in: pair(5), of: pair(0) * 100 + pair(2))).contains(pair(8))
      && pair(11) < 24 && pair(14) < 60 && pair(17) < 60 && pair(24) < 24 && pair(27) < 60
  }

  /// A digit for each 0, a sign for the "+", the rest as it is.
  private static let pattern: StaticString = "0000-00-00T00:00:00.000+00:00"
  private static let zero = UInt8(ascii: "0")
  private static let plus = UInt8(ascii: "+")

  /// 1 to 64 letters, digits and hyphens.
  static func isBoot(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
