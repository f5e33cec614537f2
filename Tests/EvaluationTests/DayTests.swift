import Evaluation
import JSON
import Testing

struct DayTests {
  private func stamp(_ minute: Int) -> Stamp {
    Stamp(at: WallTime(unixMilliseconds: minute * 60_000, offsetMinutes: 60), boot: "b", up: minute * 60_000)
  }

  private func day(_ events: DayEvent...) throws -> Day {
    var day = Day()
    for (index, event) in events.enumerated() { try day.apply(event, n: index + 1, at: stamp(index)) }
    return day
  }

  @Test(arguments: [
    DayEvent.attendanceTaken(candidate: "durand", attendance: .present),
    .attendanceTaken(candidate: "durand", attendance: .late(minutes: 6)),
    .attendanceTaken(candidate: "durand", attendance: .absent(reason: "maladie")),
    .attendanceTaken(candidate: "durand", attendance: nil),
    .incidentReported(code: .network, room: "3", candidate: "martin", text: "12 min"),
    .incidentReported(code: .evacuation, room: nil, candidate: nil, text: ""),
    .incidentClosed(incident: 2, outcome: "prolongé"), .incidentWithdrawn(incident: 2),
    .messageSent(rooms: ["1", "2"], text: "Cinq minutes"), .messageSent(rooms: [], text: "Attendez"),
    .observationsWritten(text: "Rien à signaler."), .minutesSealed(digest: "d"), .minutesReopened(reason: "erreur"),
    .minutesSigned(signer: "manager", thumbprint: "t"), .minutesRefused(signer: "roux", reason: "faux"),
  ])
  func `an event's JSON gives it back`(event: DayEvent) throws {
    #expect(DayEvent(json: try JSON.parse(event.json.bytes)) == event)
  }

  @Test(arguments: [
    #"{"attendanceTaken":{"candidate":"durand"}}"#, #"{"incidentReported":{"code":"flood"}}"#,
    #"{"attendanceTaken":{"attendance":{"late":{"minutes":0}},"candidate":"durand"}}"#,
    #"{"messageSent":{"rooms":[1],"text":"x"}}"#, #"{"messageSent":{"rooms":[],"text":"x","undo":true}}"#, "{}", "[]",
  ])
  func `any other JSON is no event`(text: String) throws {
    #expect(DayEvent(json: try JSON.parse(Array(text.utf8))) == nil)
  }

  @Test func `the last attendance taken counts, and can be taken back`() throws {
    let day = try day(
      .attendanceTaken(candidate: "a", attendance: .absent(reason: "")),
      .attendanceTaken(candidate: "a", attendance: .late(minutes: 4)),
      .attendanceTaken(candidate: "b", attendance: .present), .attendanceTaken(candidate: "b", attendance: nil))
    #expect(day.attendance == ["a": .late(minutes: 4)])
  }

  @Test func `an incident is open until it is closed, once`() throws {
    var day = try day(.incidentReported(code: .network, room: "3", candidate: "martin", text: "coupure"))
    #expect(day.incident(1)?.closedAt == nil)
    try day.apply(.incidentClosed(incident: 1, outcome: "prolongé"), n: 2, at: stamp(12))
    #expect(day.incident(1)?.closedAt == stamp(12))
    #expect(day.incident(1)?.outcome == "prolongé")
    #expect(throws: Refusal.self) { try day.apply(.incidentClosed(incident: 1, outcome: ""), n: 3, at: stamp(13)) }
    #expect(throws: Refusal.self) { try day.apply(.incidentClosed(incident: 9, outcome: ""), n: 3, at: stamp(13)) }
  }

  @Test func `a withdrawn incident stands no more`() throws {
    let day = try day(
      .incidentReported(code: .other, room: nil, candidate: nil, text: "x"), .incidentWithdrawn(incident: 1))
    #expect(day.standingIncidents.isEmpty)
    #expect(day.incidents.count == 1)
  }

  @Test func `a message without a room is for all of them`() throws {
    let day = try day(.messageSent(rooms: [], text: "a"), .messageSent(rooms: ["2"], text: "b"))
    #expect(day.messages.map { $0.concerns(room: "1") } == [true, false])
    #expect(day.messages.map { $0.concerns(room: "2") } == [true, true])
  }

  @Test func `sealed minutes refuse what would change them, until they are reopened`() throws {
    var day = try day(.observationsWritten(text: "a"), .minutesSealed(digest: "d"))
    let late = DayEvent.observationsWritten(text: "b")
    #expect(throws: Refusal.self) { try day.apply(late, n: 3, at: stamp(3)) }
    #expect(throws: Refusal.self) { try day.apply(.minutesSealed(digest: "e"), n: 3, at: stamp(3)) }
    #expect(throws: Refusal.self) { try day.apply(.minutesReopened(reason: ""), n: 3, at: stamp(3)) }
    try day.apply(.messageSent(rooms: [], text: "merci"), n: 3, at: stamp(3))
    try day.apply(.minutesReopened(reason: "erreur"), n: 4, at: stamp(4))
    try day.apply(late, n: 5, at: stamp(5))
    #expect(day.observations == "b")
    #expect(day.minutesEdition == 1)
  }

  @Test func `each kind of incident has its own number on paper`() {
    #expect(IncidentCode.network.number == "I06")
    #expect(IncidentCode.other.number == "I14")
    #expect(Set(IncidentCode.allCases.map(\.number)).count == IncidentCode.allCases.count)
  }
}
