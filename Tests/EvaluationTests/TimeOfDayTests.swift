import Testing

@testable import Evaluation

@Suite struct TimeOfDayTests {
  @Test(arguments: [("09:30", 570), ("9:30", 570), ("9h30", 570), ("9h", 540), ("9 h 05", 545), ("24:00", 1440)])
  func `a time is read as people write it`(text: String, minutes: Int) {
    #expect(TimeOfDay(text)?.minutes == minutes)
  }

  @Test(arguments: ["", "930", "9:3", "9:60", "24:01", "25:00", "9:30:00", "neuf h", ":30"])
  func `any other text is no time`(text: String) { #expect(TimeOfDay(text) == nil) }

  @Test func `a time on a date is an instant, and back`() {
    let date = CalendarDate(daysSince1970: 20_788)
    let time = TimeOfDay(unchecked: 9 * 60)
    #expect(WallTime(date, time, offsetMinutes: 60) == Stamp.start.at)
    #expect(Stamp.start.at.timeOfDay == time)
    #expect(WallTime(date, .midnight, offsetMinutes: -600).timeOfDay == .midnight)
  }
}
