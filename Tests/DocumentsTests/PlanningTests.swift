import Evaluation
import Testing

@testable import Documents

@Suite struct PlanningTests {
  static let plan: Plan = {
    var plan = Plan(
      id: "lille", title: "Lille; décembre, 2026", certification: "RNCP37827",
      from: CalendarDate(daysSince1970: 20_788),
      to: CalendarDate(daysSince1970: 20_788),
      centre: .init(name: "Centre Ada", address: "12 rue des Essais, 59000 Lille"),
      manager: .init(name: "Hélène MARCHAND", function: "Responsable de session"))
    plan.jury = [("benali", "Benali", "Amina", true), ("roux", "Roux", "Étienne", false)].map {
      Juror(
        id: $0.0, family: $0.1, given: $0.2, post: "p", company: "c", years: 5, isExternal: true, isPresident: $0.3)
    }
    plan.candidates = [("durand", "Durand", "Léa", "title", 30), ("le-goff", "Le Goff", "Maël", "block1", 0)].map {
      Candidate(
        id: $0.0, family: $0.1, given: $0.2, route: .training, format: $0.3, interviewMinutes: nil, extraMinutes: $0.4,
        heldBlocks: [])
    }
    let start = WallTime(unixMilliseconds: 1_796_112_000_000, offsetMinutes: 60)
    plan.rooms = [Room(name: "2", link: "https://visio.exemple/salle-2")]
    plan.slots = [
      Slot(candidate: "durand", room: "2", start: start, minutes: 150, jury: ["benali", "roux"]),
      Slot(candidate: "le-goff", room: "2", start: start.advanced(by: 165 * 60_000), minutes: 55, jury: ["roux"]),
    ]
    return plan
  }()

  static func planning(room: String? = nil, juror: String? = nil, candidate: String? = nil) -> Planning {
    Planning(plan, .rncp37827, room: room, juror: juror, candidate: candidate, standing: "Plan non signé")
  }

  @Test func `a mock session's planning says so, as text and on paper`() {
    var plan = Self.plan
    #expect(!PlanningText.render(Self.planning()).contains("ORAL BLANC"))
    plan.isMock = true
    let planning = Planning(plan, .rncp37827, standing: "")
    #expect(PlanningText.render(planning).hasPrefix("ORAL BLANC · Lille"))
    #expect(HTML.render(PlanningDocument.document(planning)).contains("ORAL BLANC"))
  }

  @Test func `as text, a day is its rooms, a room its jury and its slots`() {
    let text = PlanningText.render(Self.planning())
    #expect(
      text.hasPrefix(
        """
        Lille; décembre, 2026
        Plan non signé

        1er décembre 2026

          salle 2      A. Benali (président·e), É. Roux
                       https://visio.exemple/salle-2
          09:00–11:30  DURAND Léa    Titre à finalité professionnelle, 120 min
          11:45–12:40  LE GOFF Maël  Bloc 1, 25 min
                         jury : É. Roux

        Durées et réglages
        """))
  }

  @Test func `annex 2's number and the settings are told apart, and extra time is not told of anybody`() {
    let text = PlanningText.render(Self.planning(), width: 200)
    #expect(text.contains("120 min par candidat (annexe 2), dont 90 min d'oral"))
    #expect(
      text.contains("55 min par candidat : 25 min d'oral (Soutenance E1 15, Questions du jury 10) et 30 min (réglage)"))
    #expect(text.contains("60 min entre 12:00 et 14:30 (réglage)"))
    #expect(!text.contains("tiers-temps") && !text.contains("150"))
  }

  @Test func `a room, a juror or a candidate sees their slots alone`() {
    #expect(Self.planning(juror: "benali").slots.map(\.candidate) == ["durand"])
    #expect(Self.planning(candidate: "le-goff").slots.map(\.candidate) == ["le-goff"])
    #expect(Self.planning(room: "1").slots == [])
    #expect(!PlanningText.render(Self.planning(candidate: "le-goff")).contains("DURAND"))
  }

  @Test func `whoever has no slot is listed`() {
    var plan = Self.plan
    plan.slots.removeLast()
    let text = PlanningText.render(Planning(plan, .rncp37827, standing: ""))
    #expect(text.contains("\nSans créneau\n  LE GOFF Maël\n"))
  }

  @Test func `the document carries the same on paper`() {
    let html = HTML.render(PlanningDocument.document(Self.planning()))
    for text in ["Planning de session", "09:00–11:30", "08:45", "DURAND Léa", "salle 2", "annexe 2", "Plan non signé"] {
      #expect(html.contains(text))
    }
  }
}
