/// A time of day on a clock that people read, to the minute.
public struct TimeOfDay: Equatable, Hashable, Comparable, Sendable {
  /// Since midnight, 0 to 1440: a day may end at 24:00.
  public let minutes: Int

  /// Nil outside a day.
  public init?(minutes: Int) {
    guard (0...1440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// `09:30`, `9:30`, « 9h30 » or « 9 h »; nil for any other text.
  public init?(_ text: String) {
    let parts = text.split(whereSeparator: { $0 == ":" || $0 == "h" || $0 == "H" }).map {
      $0.drop { $0 == " " }.prefix { $0 != " " }
    }
    guard let first = parts.first, parts.count <= 2, text.contains(where: { ":hH".contains($0) }),
      let hour = Self.number(first), let minute = parts.count == 2 ? Self.number(parts[1]) : 0, minute < 60,
      parts.count == 1 || parts[1].utf8.count == 2
    else { return nil }
    self.init(minutes: hour * 60 + minute)
  }

  private static func number(_ digits: Substring) -> Int? {
    (1...2).contains(digits.utf8.count) && digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
  }

  public static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.minutes < b.minutes }

  /// `09:30`.
  public var text: String { pad(minutes / 60) + ":" + pad(minutes % 60) }
}

extension WallTime {
  /// A time of day on a date, where local time is this far from UTC.
  public init(_ date: CalendarDate, _ time: TimeOfDay, offsetMinutes: Int) {
    let minutes = date.daysSince1970 * 1440 + time.minutes - offsetMinutes
    self.init(unixMilliseconds: minutes * 60_000, offsetMinutes: offsetMinutes)
  }

  /// The local time of day, its seconds left out.
  public var timeOfDay: TimeOfDay {
    let minute = unixMilliseconds.flooredDivision(by: 60_000) + offsetMinutes
    return TimeOfDay(minutes: minute - minute.flooredDivision(by: 1440) * 1440) ?? .midnight
  }
}

extension TimeOfDay {
  public static let midnight = TimeOfDay(unchecked: 0)

  /// For constants, which are in a day.
  init(unchecked minutes: Int) { self.minutes = minutes }
}
