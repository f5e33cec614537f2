import JSON
import Testing

@testable import Evaluation

@Suite struct PlanJSONTests {
  /// A whole `session.json`.
  static let text = """
    {"format":"jury-session/1","id":"lille-2026","title":"Lille, décembre 2026","certification":"RNCP37827",
     "from":"2026-12-01","to":"2026-12-02","centre":{"name":"Lille","address":"1 rue d'Essai"},
     "manager":{"name":"Zoé Blanc","function":"Responsable de session",
                "key":{"crv":"Ed25519","kty":"OKP","x":"def"}},
     "settings":{"warnings":[60,300],"bell":true,
                 "planning":{"dayFrom":"08:30","breakMinutes":10,"slotMinutes":{"block1":50}}},"sample":true,
     "jury":[{"id":"amina","family":"Benali","given":"Amina","post":"lead","company":"X","years":9,"external":true,
              "president":true,"key":{"crv":"Ed25519","kty":"OKP","x":"abc"}},
             {"id":"bruno","family":"Caron","given":"Bruno","post":"dev","company":"Y","years":2,"external":false,"documentsOn":"2026-11-20"}],
     "rooms":[{"name":"Salle 2","link":"https://visio.exemple/2","jury":["amina"]}],
     "ties":[{"candidate":"vera","juror":"bruno","kind":"training"}],
     "candidates":[{"id":"lea","family":"Durand","given":"Léa","route":"training","format":"title",
                    "extraMinutes":30,"heldBlocks":["B1"],"askedBlocks":["B2"],"deliverablesOn":"2026-11-19"},
                   {"id":"vera","family":"Vidal","given":"Vera","route":"vae","interviewMinutes":45}],
     "slots":[{"candidate":"lea","room":"Salle 2","start":"2026-12-01T09:00:00+01:00","minutes":120,
               "jury":["amina","bruno"]}]}
    """

  private func plan(_ text: String = text) throws -> Plan { try Plan(json: try JSON.parse(Array(text.utf8))) }

  @Test func `a plan is read whole`() throws {
    let plan = try plan()
    #expect(plan.jury.map(\.name) == ["Amina BENALI", "Bruno CARON"])
    #expect(plan.jury.map(\.isExternal) == [true, false])
    #expect(plan.candidates.map(\.route) == [.training, .vae])
    #expect(plan.candidates.map(\.extraMinutes) == [30, 0])
    #expect(plan.candidates.map(\.heldBlocks) == [["B1"], []])
    #expect(plan.slots.first?.start == Stamp.start.at)
    #expect(plan.isSample && !plan.isMock)
    #expect(plan.manager.key?["x"] == "def")
    #expect(plan.candidates.map(\.askedBlocks) == [["B2"], nil])
    #expect(plan.candidates.map(\.deliverablesOn) == [CalendarDate("2026-11-19"), nil])
    #expect(plan.jury.map(\.documentsOn) == [nil, CalendarDate("2026-11-20")])
    #expect(plan.rooms == [Room(name: "Salle 2", link: "https://visio.exemple/2", jury: ["amina"])])
    #expect(plan.slots.map { plan.link(of: $0) } == ["https://visio.exemple/2"])
    #expect(plan.tie(of: "bruno", with: "vera")?.kind == .training)
    #expect(plan.settings.planning.dayFrom.text == "08:30" && plan.settings.planning.dayTo.text == "18:30")
    #expect(plan.settings.planning.slotMinutes == ["block1": 50])
  }

  @Test func `warnings come longest first, and without settings at 5 and 1 minutes`() throws {
    #expect(try plan().settings.warnings == [300, 60])
    let start = try #require(Self.text.firstRange(of: #""settings":"#))
    let end = try #require(Self.text.firstRange(of: #""sample""#))
    let plain = try plan(Self.text.replacingCharacters(start.lowerBound..<end.lowerBound))
    #expect(plain.settings == Plan.Settings())
    #expect(plain.settings.warnings == [300, 60] && !plain.settings.bell)
  }

  @Test func `what a plan writes gives it back`() throws {
    for plan in [try plan(), .small(candidates: [.fictitious("lea"), .fictitious("max", format: "block1", extra: 7)])] {
      let json = try JSON.parse(plan.json.bytes)
      #expect(try Plan(json: json) == plan)
    }
  }

  @Test(arguments: [
    (#""jury-session/1""#, #""jury-session/2""#, "format", "« jury-session/1 » attendu"),
    (#""id":"lille-2026","#, "", "id", "manque"),
    (#""title":"Lille, décembre 2026""#, #""title":"""#, "title", "un texte non vide est attendu"),
    (#""from":"2026-12-01""#, #""from":"1er décembre""#, "from", "une date AAAA-MM-JJ est attendue"),
    (#""to":"2026-12-02""#, #""to":"2026-11-30""#, "to", "la session finit avant d'avoir commencé"),
    (#""address":"1 rue d'Essai""#, #""city":"x""#, "centre.address", "manque"),
    (#""bell":true"#, #""bel":true"#, "settings.bel", "est inconnu"),
    (#"{"id":"bruno","#, #"{"id":"manager","#, "jury[1].id", "« manager » est le responsable"),
    (#"[60,300]"#, #"[0]"#, "settings.warnings", "un nombre de 1 à 7200 est attendu"),
    (#""sample":true"#, #""sampel":true"#, "sampel", "est inconnu"),
    (#""sample":true"#, #""sample":"yes""#, "sample", "true ou false est attendu"),
    (#""years":2"#, #""years":-2"#, "jury[1].years", "un nombre de 0 à 70 est attendu"),
    (#""id":"bruno""#, #""id":"Bruno""#, "jury[1].id", "un identifiant ne contient que a–z, 0–9 et - (64 au plus)"),
    (#""id":"bruno""#, #""id":"amina""#, "jury[1]", "« amina » figure deux fois"),
    (#"{"crv":"Ed25519","kty":"OKP","x":"abc"}"#, "null", "jury[0].key", "un objet est attendu"),
    (#""external":false"#, #""externe":false"#, "jury[1].external", "manque"),
    (#""route":"vae""#, #""route":"door""#, "candidates[1].route", "« training » ou « vae » attendu"),
    (
      #""interviewMinutes":45"#, #""interviewMinutes":0"#, "candidates[1].interviewMinutes",
      "un nombre de 1 à 600 est attendu"
    ),
    (#""heldBlocks":["B1"]"#, #""heldBlocks":"B1""#, "candidates[0].heldBlocks", "une liste est attendue"),
    (#""id":"vera""#, #""id":"lea""#, "candidates[1]", "« lea » figure deux fois"),
    (#""candidate":"lea""#, #""candidate":"leo""#, "slots[0].candidate", "« leo » est inconnu du plan"),
    (#"["amina","bruno"]"#, #"["amina","zoe"]"#, "slots[0].jury", "« zoe » est inconnu du plan"),
    (#""jury":["amina"]"#, #""jury":["zoe"]"#, "rooms[0].jury", "« zoe » est inconnu du plan"),
    (#""kind":"training""#, #""kind":"x""#, "ties[0].kind", "« professional », « personal » ou « training » attendu"),
    (#""juror":"bruno""#, #""juror":"zoe""#, "ties[0].juror", "« zoe » est inconnu du plan"),
    (#""08:30""#, #""8.30""#, "settings.planning.dayFrom", "une heure comme 09:30 est attendue"),
    (#""08:30""#, #""18:30""#, "settings.planning.dayTo", "la journée finit avant d'avoir commencé"),
    (#""2026-11-19""#, #""19/11/2026""#, "candidates[0].deliverablesOn", "une date AAAA-MM-JJ est attendue"),
    (#"["amina","bruno"]"#, #"["amina","amina"]"#, "slots[0].jury[1]", "« amina » figure deux fois"),
    (
      "09:00:00+01:00", "09:00", "slots[0].start",
      "une date et une heure comme 2026-12-01T09:30:00+01:00 sont attendues"
    ),
  ])
  func `a fault of a plan is told with its place`(whole: String, faulty: String, place: String, reason: String) throws {
    #expect(Self.text.contains(whole))
    let refusal = try #require(throws: Refusal.self) { try plan(Self.text.replacing(whole, with: faulty)) }
    #expect(refusal.place == place)
    #expect(refusal.reason.fr == reason)
    #expect(refusal.code == .badData)
  }
}

extension String {
  /// Without a part.
  fileprivate func replacingCharacters(_ range: Range<String.Index>) -> String {
    String(self[..<range.lowerBound] + self[range.upperBound...])
  }
}
