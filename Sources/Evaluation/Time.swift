/// A wall-clock label: an instant and the local offset it was read at. Never used to measure (law 4).
public struct WallTime: Equatable, Hashable, Sendable {
  /// Since 1970-01-01T00:00:00Z.
  public var unixMilliseconds: Int
  /// Of local time, east positive.
  public var offsetMinutes: Int

  public init(unixMilliseconds: Int, offsetMinutes: Int) {
    self.unixMilliseconds = unixMilliseconds
    self.offsetMinutes = offsetMinutes
  }

  /// This label moved by some milliseconds.
  public func advanced(by milliseconds: Int) -> WallTime {
    WallTime(unixMilliseconds: unixMilliseconds + milliseconds, offsetMinutes: offsetMinutes)
  }

  private var localMilliseconds: Int { unixMilliseconds + offsetMinutes * 60_000 }

  /// `10:12`, local.
  public var minuteText: String { String(timeOfDayText.prefix(5)) }

  /// `10:12:07`, local.
  public var timeOfDayText: String {
    let second = localMilliseconds.flooredDivision(by: 1000)
    let ofDay = second - second.flooredDivision(by: 86_400) * 86_400
    return pad(ofDay / 3600) + ":" + pad(ofDay / 60 % 60) + ":" + pad(ofDay % 60)
  }

  /// The local calendar date.
  public var date: CalendarDate {
    CalendarDate(daysSince1970: localMilliseconds.flooredDivision(by: 86_400_000))
  }

  /// RFC 3339 with milliseconds and the local offset: `2026-12-01T09:12:33.412+01:00`.
  public var text: String {
    let millisecond = localMilliseconds - localMilliseconds.flooredDivision(by: 1000) * 1000
    let sign = offsetMinutes < 0 ? "-" : "+"
    let offset = "\(pad(abs(offsetMinutes) / 60)):\(pad(abs(offsetMinutes) % 60))"
    return "\(date.text)T\(timeOfDayText).\(pad(millisecond, 3))\(sign)\(offset)"
  }

  /// The label that ``text`` wrote; seconds' fraction may be absent. Nil for any other text.
  public init?(_ text: String) {
    var text = text
    guard let time = text.withUTF8(WallTime.init(bytes:)) else { return nil }
    self = time
  }

  private init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 25, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"),
      let date = CalendarDate(digits: bytes[..<10]),
      let hour = number(bytes[11..<13]), hour < 24, let minute = number(bytes[14..<16]), minute < 60,
      let second = number(bytes[17..<19]), second < 60
    else { return nil }
    var zone = bytes[19...]
    var millisecond = 0
    if zone.first == UInt8(ascii: ".") {
      guard zone.count == 10, let value = number(zone[20..<23]) else { return nil }
      millisecond = value
      zone = zone[23...]
    }
    guard zone.count == 6, let sign = zone.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      zone[zone.startIndex + 3] == UInt8(ascii: ":"),
      let hours = number(zone.dropFirst().prefix(2)), hours < 24,
      let minutes = number(zone.suffix(2)), minutes < 60,
      // "-00:00" says that nobody knows the local offset (RFC 3339 §4.3): no label of ours.
      sign == UInt8(ascii: "+") || hours + minutes > 0
    else { return nil }
    offsetMinutes = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
    let local = (date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second) * 1000 + millisecond
    unixMilliseconds = local - offsetMinutes * 60_000
  }
}

/// A day of the Gregorian calendar.
public struct CalendarDate: Equatable, Hashable, Sendable, Comparable {
  public let daysSince1970: Int

  public init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.daysSince1970 < b.daysSince1970 }

  /// `2026-12-01`; nil for another form or a day that does not exist.
  public init?(_ text: String) {
    var text = text
    guard let date = text.withUTF8({ CalendarDate(digits: $0[...]) }) else { return nil }
    self = date
  }

  /// - Parameter bytes: a slice that begins at 0.
  fileprivate init?(digits bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
      (1...12).contains(month), day >= 1
    else { return nil }
    // Days from civil, Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let y = month <= 2 ? year - 1 : year
    let era = y.flooredDivision(by: 400)
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSince1970 = era * 146_097 + dayOfEra - 719_468
    guard components == (year, month, day) else { return nil }
  }

  /// Year, month from 1, day from 1.
  public var components: (year: Int, month: Int, day: Int) {
    // Civil from days, same source.
    let z = daysSince1970 + 719_468
    let era = z.flooredDivision(by: 146_097)
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// `2026-12-01`.
  public var text: String {
    let (year, month, day) = components
    return "\(pad(year, 4))-\(pad(month))-\(pad(day))"
  }

  /// « 1er décembre 2026 » or “1 December 2026”.
  public func longText(_ language: Language) -> String {
    let (year, month, day) = components
    let french = [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre",
    ]
    let english = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return switch language {
    case .fr: "\(day)\(day == 1 ? "er" : "") \(french[month - 1]) \(year)"
    case .en: "\(day) \(english[month - 1]) \(year)"
    }
  }
}

/// When something happened: a label for people, and a reading of the boot-time clock to measure with (law 4).
public struct Stamp: Equatable, Sendable {
  public var at: WallTime
  /// The id of the boot that `up` counts from.
  public var boot: String
  /// Milliseconds since that boot, suspensions included.
  public var up: Int

  public init(at: WallTime, boot: String, up: Int) {
    self.at = at
    self.boot = boot
    self.up = up
  }

  /// This stamp moved by some milliseconds, on both clocks.
  public func advanced(by milliseconds: Int) -> Stamp {
    Stamp(at: at.advanced(by: milliseconds), boot: boot, up: up + milliseconds)
  }

  /// The longest time that is measured, in milliseconds: a century. So nothing that a journal may say, however absurd and
  /// however often, adds up to more than an `Int` holds.
  static let longest = 36_525 * 86_400_000

  /// Milliseconds from an earlier stamp, never negative, ``longest`` at most. Exact within one boot; across boots only the
  /// wall clocks are left, and `isCertain` is false.
  public func elapsed(since earlier: Stamp) -> (milliseconds: Int, isCertain: Bool) {
    let isSameBoot = boot == earlier.boot
    let elapsed = isSameBoot ? up - earlier.up : at.unixMilliseconds - earlier.at.unixMilliseconds
    return (min(max(0, elapsed), Self.longest), isSameBoot)
  }
}

extension Int {
  /// Division rounded towards minus infinity.
  func flooredDivision(by divisor: Int) -> Int { self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor) }
}

/// A count of milliseconds as `42:10`, hours running into the minutes; negative ones as `−01:20`.
public func minutesText(_ milliseconds: Int) -> String {
  let seconds = abs(milliseconds) / 1000
  return (milliseconds <= -1000 ? "−" : "") + pad(seconds / 60) + ":" + pad(seconds % 60)
}

func pad(_ number: Int, _ width: Int = 2) -> String {
  let digits = String(number)
  let missing = width - digits.utf8.count
  return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
}

private func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
  var value = 0
  for digit in digits {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
    value = value * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return value
}
