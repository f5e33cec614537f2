import JSON
import Testing

@testable import Evaluation

/// Another certification's file, right as it stands; each test spoils one thing in it.
private let other = """
  {
    "certification": {
      "id": "RNCP99999", "title": "Tailleur de pierre", "gridTitle": "TAILLEUR DE PIERRE",
      "committee": "Comité", "committeeAddress": "jury@exemple.fr"
    },
    "blocks": [
      { "id": "BC-1", "code": "RNCP99999BC01", "title": "Tailler", "competencies": [
        { "id": "A1", "title": "Choisir la pierre.", "label": "Choisir", "assessment": "P1", "criteria": [
          { "id": "A1.1", "label": "Pierre saine", "text": "La pierre est saine.", "details": [] },
          { "id": "A1.2", "label": "Lit repéré", "text": "Le lit est repéré :", "details": ["au son", "à l'œil"] }
        ] },
        { "id": "A2", "title": "Tracer.", "label": "Tracer", "assessment": "P2", "criteria": [
          { "id": "A2.1", "label": "Tracé juste", "text": "Le tracé est juste.", "details": [] }
        ] }
      ] }
    ],
    "assessments": [
      { "id": "P1", "kind": "cas-pratique", "name": "Pratique 1", "label": "Pierre", "expected": ["Une pierre."],
        "competencies": ["A1"], "deliverables": [], "evaluation": ["Oral"] },
      { "id": "P2", "kind": "mise-en-situation", "name": "Situation", "label": "Tracé", "expected": [],
        "competencies": ["A2"], "deliverables": ["un tracé"], "evaluation": [] }
    ],
    "formats": [
      { "id": "title", "title": "Titre", "blocks": ["BC-1"], "phases": [
        { "id": "work", "title": "Ouvrage", "minutes": 60, "assessments": ["P1", "P2"] },
        { "id": "talk", "title": "Entretien", "minutes": 15, "assessments": [] }
      ] }
    ],
    "rules": { "minimumMembers": 3, "minimumYears": 5, "minimumExternalPercent": 100, "deliverablesDays": 0,
      "documentsDays": 30 },
    "source": "Règlement du titre."
  }
  """

/// One spoiling and the faults it must give, as `path: reason`.
struct Spoiling: CustomTestStringConvertible, Sendable {
  let from: String
  let to: String
  let faults: [String]

  init(_ from: String, _ to: String, _ faults: String...) {
    self.from = from
    self.to = to
    self.faults = faults
  }

  var testDescription: String { "\(from) → \(to)" }
}

@Suite struct ReferentialCheckTests {
  func faults(_ text: String) -> [Referential.Fault] {
    switch Referential.check(Array(text.utf8)) {
    case .success: []
    case .failure(let faults): faults.all
    }
  }

  func told(_ text: String) -> [String] { faults(text).map { "\($0.path): \($0.reason.en)" } }

  @Test func `another certification is accepted as it is`() throws {
    let referential = try Referential.check(Array(other.utf8)).get()
    #expect(referential.certification.id == "RNCP99999")
    #expect(referential.competencies.map(\.criteria.count) == [2, 1])
    #expect(referential.format("title")?.minutes == 75)
    #expect(referential.block(of: "A2")?.id == "BC-1")
    #expect(try Referential(json: JSON.parse(referential.json.bytes)) == referential)
  }

  @Test(arguments: [
    Spoiling(#""title": "Tracer.", "#, "", "blocks[0].competencies[1].title: missing member"),
    Spoiling(
      #""details": ["au son", "à l'œil"]"#, #""detail": []"#,
      "blocks[0].competencies[0].criteria[1].details: missing member",
      "blocks[0].competencies[0].criteria[1].detail: unknown member"),
    Spoiling(#""source": "#, #""éditeur": 1, "source": "#, #"["éditeur"]: unknown member"#),
    Spoiling(
      #""minutes": 60"#, #""minutes": "60""#, "formats[0].phases[0].minutes: an integer is expected here, not a text"),
    Spoiling(
      #""text": "Le tracé est juste.""#, #""text": null"#,
      "blocks[0].competencies[1].criteria[0].text: a text is expected here, not null"),
    Spoiling(
      #""deliverables": ["un tracé"]"#, #""deliverables": "un tracé""#,
      "assessments[1].deliverables: a list is expected here, not a text"),
    Spoiling(
      #"["au son", "à l'œil"]"#, #"["au son", 2]"#,
      "blocks[0].competencies[0].criteria[1].details[1]: a text is expected here, not a number"),
    Spoiling(
      #"{ "id": "talk", "title": "Entretien", "minutes": 15, "assessments": [] }"#, "[]",
      "formats[0].phases[1]: an object is expected here, not a list"),
  ])
  func `form`(spoiling: Spoiling) { check(spoiling) }

  @Test(arguments: [
    Spoiling(#""Le tracé est juste.""#, #""""#, "blocks[0].competencies[1].criteria[0].text: empty text"),
    Spoiling(#""Tailleur de pierre""#, #""   ""#, "certification.title: empty text"),
    Spoiling(
      #""au son""#, #""au son ""#,
      "blocks[0].competencies[0].criteria[1].details[0]: space at the start or the end"),
    Spoiling(
      "La pierre est", #"La\u001b[31m pierre est"#,
      "blocks[0].competencies[0].criteria[0].text: control or invisible character U+1B"),
    Spoiling(
      "La pierre est", #"La\npierre est"#,
      "blocks[0].competencies[0].criteria[0].text: control or invisible character U+A"),
    Spoiling(
      "La pierre est", "La pierre\u{202E} est",
      "blocks[0].competencies[0].criteria[0].text: control or invisible character U+202E"),
    Spoiling(
      "La pierre est", "La pierre\u{85} est",
      "blocks[0].competencies[0].criteria[0].text: control or invisible character U+85"),
    Spoiling(
      #""label": "Pierre saine""#, #""label": "\#(String(repeating: "é", count: 45))""#,
      "blocks[0].competencies[0].criteria[0].label: 45 columns, at most 44"),
    Spoiling(
      #""label": "Tracer""#, #""label": "\#(String(repeating: "石", count: 18))""#,
      "blocks[0].competencies[1].label: 36 columns, at most 34"),
    Spoiling(
      #""label": "Pierre""#, #""label": "Pierre et lit de pose""#,
      "assessments[0].label: 21 columns, at most 14"),
    Spoiling(
      #""id": "talk""#, #""id": "entretien final""#,
      #"formats[0].phases[1].id: identifier refused: at most 32 plain letters, digits, ".", "_" or "-""#),
    Spoiling(
      #""id": "title""#, #""id": "../title""#,
      #"formats[0].id: identifier refused: at most 32 plain letters, digits, ".", "_" or "-""#),
    Spoiling("cas-pratique", "oral", #"assessments[0].kind: unknown kind: "cas-pratique" or "mise-en-situation""#),
  ])
  func `texts`(spoiling: Spoiling) { check(spoiling) }

  @Test(arguments: [
    Spoiling(#""minutes": 15"#, #""minutes": 0"#, "formats[0].phases[1].minutes: 0 is out of bounds 1–1440"),
    Spoiling(#""minutes": 15"#, #""minutes": -5"#, "formats[0].phases[1].minutes: -5 is out of bounds 1–1440"),
    Spoiling(#""minimumMembers": 3"#, #""minimumMembers": 0"#, "rules.minimumMembers: 0 is out of bounds 1–99"),
    Spoiling(#""minimumYears": 5"#, #""minimumYears": -1"#, "rules.minimumYears: -1 is out of bounds 0–99"),
    Spoiling(#"Percent": 100"#, #"Percent": 101"#, "rules.minimumExternalPercent: 101 is out of bounds 0–100"),
    Spoiling(#""documentsDays": 30"#, #""documentsDays": 400"#, "rules.documentsDays: 400 is out of bounds 0–366"),
    Spoiling(
      #""deliverablesDays": 0"#, #""deliverablesDays": -1"#, "rules.deliverablesDays: -1 is out of bounds 0–366"),
  ])
  func `bounds`(spoiling: Spoiling) { check(spoiling) }

  @Test(arguments: [
    Spoiling(
      #""id": "A2.1""#, #""id": "A1.1""#,
      #"blocks[0].competencies[1].criteria[0].id: "A1.1" instead of "A2.1""#),
    Spoiling(
      #""id": "A1.2""#, #""id": "A1.3""#,
      #"blocks[0].competencies[0].criteria[1].id: "A1.3" instead of "A1.2""#),
    Spoiling(
      #""id": "A1.2""#, #""id": "A1.1""#,
      #"blocks[0].competencies[0].criteria[1].id: "A1.1" instead of "A1.2""#),
    Spoiling(
      "Lit repéré", "Pierre saine",
      #"blocks[0].competencies[0].criteria[1].label: "Pierre saine" is taken already"#),
    Spoiling(#""id": "talk""#, #""id": "work""#, #"formats[0].phases[1].id: "work" is taken already"#),
    Spoiling(#"["P1", "P2"]"#, #"["P1", "P1"]"#, #"formats[0].phases[0].assessments[1]: "P1" is taken already"#),
    Spoiling(
      #""competencies": ["A2"]"#, #""competencies": ["A2", "A2"]"#,
      #"assessments[1].competencies[1]: "A2" is taken already"#),
  ])
  func `numbers and names told apart`(spoiling: Spoiling) { check(spoiling) }

  @Test(arguments: [
    Spoiling(
      #""assessment": "P2""#, #""assessment": "P9""#,
      #"blocks[0].competencies[1].assessment: unknown assessment "P9""#,
      #"assessments[1].competencies[0]: A2 says it is judged on "P9""#),
    Spoiling(
      #""assessment": "P2""#, #""assessment": "P1""#,
      "blocks[0].competencies[1].assessment: assessment P1 does not list A2",
      #"assessments[1].competencies[0]: A2 says it is judged on "P1""#),
    Spoiling(
      #""competencies": ["A1"]"#, #""competencies": ["A1", "A2"]"#,
      #"assessments[0].competencies[1]: A2 says it is judged on "P2""#),
    Spoiling(
      #""competencies": ["A1"]"#, #""competencies": ["A1", "A7"]"#,
      #"assessments[0].competencies[1]: unknown competency "A7""#),
    Spoiling(
      #""competencies": ["A1"]"#, #""competencies": []"#,
      "blocks[0].competencies[0].assessment: assessment P1 does not list A1",
      "assessments[0].competencies: empty list"),
    Spoiling(#""blocks": ["BC-1"]"#, #""blocks": ["BC-1", "BC-2"]"#, #"formats[0].blocks[1]: unknown block "BC-2""#),
    Spoiling(#""blocks": ["BC-1"]"#, #""blocks": []"#, "formats[0].blocks: empty list"),
    Spoiling(#"["P1", "P2"]"#, #"["P1", "P3"]"#, #"formats[0].phases[0].assessments[1]: unknown assessment "P3""#),
  ])
  func `parts that name each other`(spoiling: Spoiling) { check(spoiling) }

  @Test(arguments: ["blocks", "assessments", "formats"])
  func `a referential has blocks, assessments and formats`(member: String) throws {
    var members = try #require(JSON.parse(Array(other.utf8)).members)
    let index = try #require(members.firstIndex { $0.key == member })
    members[index] = JSON.Member(member, [])
    #expect(told(JSON.members(members).text).contains("\(member): empty list"))
  }

  @Test(arguments: [
    ("blocks", ["id", "code"]), ("assessments", ["id"]), ("formats", ["id"]),
  ])
  func `a part written twice is refused`(member: String, names: [String]) throws {
    var members = try #require(JSON.parse(Array(other.utf8)).members)
    let index = try #require(members.firstIndex { $0.key == member })
    let items = try #require(members[index].value.array)
    members[index] = JSON.Member(member, .array(items + items.prefix(1)))
    let found = told(JSON.members(members).text)
    for name in names {
      let taken = try #require(items.first?[name]?.string)
      #expect(found.contains("\(member)[\(items.count)].\(name): \"\(taken)\" is taken already"))
    }
  }

  @Test func `a competency is in one block only`() {
    #expect(
      told(other.replacing("\"A2\"", with: "\"A1\"").replacing("A2.1", with: "A1.1"))
        .contains(#"blocks[0].competencies[1].id: "A1" is taken already"#))
  }

  @Test func `every fault is told, in the file's order, each with its line`() {
    let spoiled = other.replacing("\"Lit repéré\"", with: "7").replacing("\"minutes\": 60", with: "\"minutes\": 0")
      .replacing("\"source\"", with: "\"origin\"").replacing("\"P2\", \"criteria\"", with: "\"P3\", \"criteria\"")
    #expect(
      faults(spoiled).map(\.place) == [
        "1: source", "10: blocks[0].competencies[0].criteria[1].label", "12: blocks[0].competencies[1].assessment",
        "21: assessments[1].competencies[0]", "25: formats[0].phases[0].minutes", "31: origin",
      ])
  }

  @Test func `what is not JSON has a line and a column, and one fault`() {
    #expect(faults("{\n  \"blocks\": [,]\n}").map(\.place) == ["2:14"])
    #expect(faults("").map(\.reason.en) == ["the text ends too early"])
    #expect(faults("[]").map(\.reason.en).first == "an object is expected here, not a list")
    #expect(faults("[]").count == 1)
  }

  @Test func `each fault is told in French too`() {
    #expect(
      faults(other.replacing("minutes\": 15", with: "minutes\": 0")).map(\.reason.fr) == [
        "0 est hors des bornes 1–1440"
      ])
    #expect(faults("{\"a\":1,\"a\":1}").map(\.reason.fr) == ["le membre « a » est écrit deux fois"])
  }

  @Test func `one refusal stands for all the faults`() throws {
    guard case .failure(let faults) = Referential.check(Array("{}".utf8)) else {
      Issue.record("accepted")
      return
    }
    #expect(faults.all.count == 6)
    #expect(faults.refusal.code == .badData)
    #expect(faults.refusal.place == "1: certification")
    #expect(faults.refusal.hint?.en == #"6 fault(s) in all; "jury referential check FILE" names each."#)
  }

  private func check(_ spoiling: Spoiling, location: SourceLocation = #_sourceLocation) {
    let count = other.ranges(of: spoiling.from).count
    #expect(count == 1, "the spoiling must hit one place", sourceLocation: location)
    #expect(
      told(other.replacing(spoiling.from, with: spoiling.to)).sorted() == spoiling.faults.sorted(),
      sourceLocation: location)
  }

  @Test func `thousands of faults are placed in no time`() throws {
    let blocks = String(repeating: "{},\n", count: 3000)
    let clock = ContinuousClock()
    var faults: Referential.Faults?
    let time = clock.measure {
      if case .failure(let found) = Referential.check(Array("{\"blocks\":[\(blocks){}]}".utf8)) { faults = found }
    }
    let lines = faults?.all.compactMap { $0.position?.line } ?? []
    #expect(lines.count > 12_000)
    #expect(lines.last == 3001)
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(time < .seconds(5))
  }
}
