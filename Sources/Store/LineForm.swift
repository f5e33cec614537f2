/// The forms of a line's time stamp.
enum LineForm {
  /// `2026-12-01T09:12:33.412+01:00`: a day that exists, milliseconds always, the offset always as hours and minutes.
  static func isWallTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 29 else { return false }
    for (index, mark) in [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":"), (19, "."), (26, ":")]
      as [(Int, Unicode.Scalar)]
    where bytes[index] != UInt8(ascii: mark) { return false }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
      let minute = number(14..<16), let second = number(17..<19), number(20..<23) != nil,
      let offsetHour = number(24..<26),
      let offsetMinute = number(27..<29)
    else { return false }
    let sign = bytes[23]
    let isPositive = sign == UInt8(ascii: "+")
    // "-00:00" would be a second text of one time.
    guard isPositive || sign == UInt8(ascii: "-") && offsetHour + offsetMinute > 0 else { return false }
    return (1...12).contains(month) && (1...days(in: month, of: year)).contains(day) && hour < 24 && minute < 60
      && second < 60 && offsetHour < 24 && offsetMinute < 60
  }

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
