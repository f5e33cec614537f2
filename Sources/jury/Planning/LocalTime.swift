import Evaluation
import Glibc

/// What local time adds to UTC where the session is held.
enum LocalTime {
  /// On a date at noon, in minutes: that of the plan's slots on that date, else this machine's.
  static func offset(on date: CalendarDate, _ plan: Plan) -> Int {
    if let slot = plan.slots.first(where: { $0.start.date == date }) { return slot.start.offsetMinutes }
    let (year, month, day) = date.components
    var noon = tm()
    noon.tm_year = Int32(year - 1900)
    noon.tm_mon = Int32(month - 1)
    noon.tm_mday = Int32(day)
    noon.tm_hour = 12
    // Summer time or not: the system knows.
    noon.tm_isdst = -1
    guard mktime(&noon) != -1 else { return 0 }
    return noon.tm_gmtoff / 60
  }
}
