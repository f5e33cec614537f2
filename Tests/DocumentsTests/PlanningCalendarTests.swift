import Evaluation
import Testing

@testable import Documents

@Suite struct PlanningCalendarTests {
  private func lines(_ text: String) -> [String] {
    text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  private let calendar = PlanningCalendar.render(
    PlanningTests.planning(), stamp: WallTime(unixMilliseconds: 1_795_000_000_000, offsetMinutes: 60), sequence: 3)

  @Test func `a slot is an event in UTC`() {
    let unfolded = lines(calendar)
    #expect(unfolded.prefix(6).last == #"X-WR-CALNAME:Lille\; décembre\, 2026"#)
    #expect(
      Array(unfolded.dropFirst(6).prefix(12)) == [
        "BEGIN:VEVENT", "UID:lille.durand@jury-console", "DTSTAMP:20261118T110640Z", "SEQUENCE:3",
        "DTSTART:20261201T080000Z", "DTEND:20261201T103000Z", "SUMMARY:Oral : DURAND Léa",
        #"LOCATION:salle 2\, Centre Ada\, 12 rue des Essais\, 59000 Lille"#,
        #"DESCRIPTION:Titre à finalité professionnelle\nJury : A. Benali (président·e)\, É. Roux\nConvocation du candidat : 08:45\nVisio : https://visio.exemple/salle-2\nResponsable de session : Hélène MARCHAND"#,
        "URL:https://visio.exemple/salle-2", "STATUS:CONFIRMED", "END:VEVENT",
      ])
    #expect(unfolded.last == "END:VCALENDAR")
    #expect(unfolded.count { $0 == "BEGIN:VEVENT" } == 2)
  }

  @Test func `every line ends in CR LF and has at most 75 octets, characters whole`() {
    #expect(!calendar.replacing("\r\n", with: "").contains { $0 == "\n" || $0 == "\r" })
    for line in calendar.split(separator: "\r\n", omittingEmptySubsequences: false) { #expect(line.utf8.count <= 75) }
    let folded = PlanningCalendar.folded("X:" + String(repeating: "é", count: 100))
    #expect(folded.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(folded.replacing("\r\n ", with: "") == "X:" + String(repeating: "é", count: 100))
  }

  @Test func `texts are escaped and cannot end a line`() {
    #expect(PlanningCalendar.text("a;b,c\\d\r\nEND:VEVENT") == #"a\;b\,c\\d  END:VEVENT"#)
  }
}
