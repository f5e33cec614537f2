import Testing

@testable import Evaluation

@Suite struct TimeTests {
  @Test(arguments: [
    ("2026-12-01T09:12:33.412+01:00", 1_796_112_753_412, 60),
    ("1970-01-01T00:00:00.000+00:00", 0, 0),
    ("1969-12-31T23:59:59.999+00:00", -1, 0),
    ("1969-12-31T18:30:00.000-05:30", 0, -330),
    ("2024-02-29T23:59:59.000+00:00", 1_709_251_199_000, 0),
    ("2000-02-29T00:00:00.000+14:00", 951_732_000_000, 840),
    ("2026-12-31T20:00:00.000-04:00", 1_798_761_600_000, -240),
  ])
  func `a moment has one text, and its text gives it back`(text: String, unix: Int, offset: Int) {
    #expect(WallTime(unixMilliseconds: unix, offsetMinutes: offset).text == text)
    #expect(WallTime(text) == WallTime(unixMilliseconds: unix, offsetMinutes: offset))
  }

  @Test func `a plan may leave milliseconds out`() {
    #expect(WallTime("2026-12-01T09:00:00+01:00") == Stamp.start.at)
  }

  @Test(arguments: [
    "", "2026-12-01", "2026-12-01T09:12:33Z", "2026-12-01 09:12:33+01:00", "2026-12-01T24:00:00+01:00",
    "2026-12-01T09:60:00+01:00", "2026-12-01T09:12:60+01:00", "2026-12-01T09:12:33.4+01:00",
    "2026-12-01T09:12:33.412+24:00", "2026-12-01T09:12:33.412+01:60", "2026-12-01T09:12:33.412+0100",
    "2026-12-01T09:12:33.412+01:00 ", "2026-02-29T09:12:33.412+01:00", "2026-12-0\u{301}1T09:12:33.412+01:00",
    "2026-12-01T09:12:33.412-00:00",  // RFC 3339 §4.3: a local offset that nobody knows
  ])
  func `another text is no moment`(text: String) {
    #expect(WallTime(text) == nil)
  }

  @Test func `a label reads in local time, before 1970 too`() {
    let evening = WallTime(unixMilliseconds: -1, offsetMinutes: -60)
    #expect(evening.timeOfDayText == "22:59:59")
    #expect(evening.minuteText == "22:59")
    #expect(evening.date.text == "1969-12-31")
    #expect(WallTime(unixMilliseconds: -1, offsetMinutes: 60).date.text == "1970-01-01")
  }

  @Test(arguments: ["2024-02-29", "2000-02-29", "2026-12-31", "0001-01-01", "9999-12-31", "1969-07-20"])
  func `a date that exists reads and writes itself`(text: String) {
    #expect(CalendarDate(text)?.text == text)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-01", "26-01-01",
  ])
  func `a date that does not exist is refused`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `every day of four centuries follows the one before`() {
    var last = ""
    for day in -146_097...0 {
      let date = CalendarDate(daysSince1970: day)
      #expect(CalendarDate(date.text) == date && date.text > last)
      last = date.text
    }
  }

  @Test func `a long date is the language's own`() {
    let first = CalendarDate("2026-12-01")
    #expect(first?.longText(.fr) == "1er décembre 2026")
    #expect(first?.longText(.en) == "1 December 2026")
    #expect(CalendarDate("2026-08-02")?.longText(.fr) == "2 août 2026")
  }

  @Test func `a step of the wall clock changes no duration`() {
    var later = Stamp.second(90)
    later.at.unixMilliseconds -= 7_200_000
    #expect(later.elapsed(since: .start) == (90_000, true))
  }

  @Test func `across a reboot the wall clock measures, and says it is uncertain`() {
    let later = Stamp(at: Stamp.second(90).at, boot: "boot-2", up: 12)
    #expect(later.elapsed(since: .start) == (90_000, false))
    let earlier = Stamp(at: Stamp.second(-90).at, boot: "boot-2", up: 12)
    #expect(earlier.elapsed(since: .start) == (0, false))
  }

  @Test(arguments: [
    (0, "00:00"), (59_999, "00:59"), (60_000, "01:00"), (5_400_000, "90:00"), (6_000_000, "100:00"),
    (-999, "00:00"), (-1000, "−00:01"), (-80_000, "−01:20"),
  ])
  func `durations are minutes and seconds`(milliseconds: Int, text: String) {
    #expect(minutesText(milliseconds) == text)
  }
}
