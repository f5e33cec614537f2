import JSON
import Testing

@testable import Evaluation

@Suite struct GridJSONTests {
  private func full() throws -> Grid {
    var oral = try Oral.decided(.fictitious("sam", held: ["B1"]))
    try oral.play([
      .criterionMarked(criterion: "C3.1", mark: .none), .acquired("C3", confirmed: true),
      .blockDecided(block: "B2", acquired: false, reason: "projet non personnel"),
      .decisionTaken(decision: .partial, comment: "revoir le bloc 2"),
    ])
    return try oral.sampleGrid()
  }

  /// Three jurors' grid, with two reservations and two journals.
  private func reserved() throws -> Grid {
    var grid = try GridDifferencesTests.reserved().oral("amina").sampleGrid()
    grid.sources.append(JournalSource(path: "orals/lea/roux.jsonl", head: "other", lines: 2))
    return grid
  }

  @Test func `a grid reads back from its own bytes, and writes the same ones`() throws {
    for grid in [try full(), try Oral.decided().sampleGrid(), try reserved()] {
      let read = try Grid(json: try JSON.parse(grid.json.bytes))
      #expect(read == grid)
      #expect(read.json.bytes == grid.json.bytes)
    }
  }

  @Test func `the payload is this text`() throws {
    var grid = try full()
    grid.signers.removeLast()
    #expect(
      grid.json.text == """
        {"blocks":[{"acquired":true,"held":true,"id":"B1"},\
        {"acquired":false,"id":"B2","reason":"projet non personnel"}],\
        "candidate":{"family":"Durand","format":"title","given":"Léa","id":"sam","route":"training"},\
        "certification":"RNCP1","comment":"revoir le bloc 2",\
        "competencies":[{"acquired":true,"id":"C3","unmarked":1}],"decision":"partial","edition":1,\
        "format":"jury-grid/1","journals":[{"head":"head","lines":12,"path":"orals/lea/jury.jsonl"}],\
        "referential":"ref-digest","sealedAt":"2026-12-01T09:00:00.000+01:00",\
        "session":{"centre":"Lille","from":"2026-12-01","id":"essai","sample":true,\
        "title":"Session d'essai","to":"2026-12-02"},\
        "signers":[{"capacity":"Président du jury","company":"Exemple SARL","juror":"amina","key":{"kid":"k"},\
        "name":"Amina NOM-AMINA","post":"développeuse","thumbprint":"k"}]}
        """)
  }

  @Test func `no mark, note, question, tie or pause ever stands in it`() throws {
    var oral = try Oral.ready()
    try oral.play([
      .tieDeclared(juror: "amina", reason: "SECRET lien"), .noTieDeclared(juror: "amina"),
      .clockStarted(backdatedBy: 0), .clockPaused(reason: "SECRET pause"), .noted(subject: "oral", text: "SECRET note"),
      .noted(subject: "C1", text: "SECRET C1"), .noted(subject: "C1.1", text: "SECRET C1.1"),
      .questionPrepared(criterion: "C1.1", text: "SECRET question"), .questionAsked(criterion: "C1.1"), .oralEnded,
    ])
    for (criterion, mark) in [("C1.1", Mark.notMet), ("C1.2", .toProbe), ("C1.3", .met)] {
      try oral.play([.criterionMarked(criterion: criterion, mark: mark)])
    }
    for competency in oral.competencies { try oral.play([.acquired(competency.id, confirmed: true)]) }
    for block in oral.blocks { try oral.play([.blockDecided(block: block.id, acquired: true, reason: "")]) }
    try oral.play([.decisionTaken(decision: .admitted, comment: ""), .gridSealed(digest: "d")])
    try oral.play([.gridReopened(reason: "SECRET réouverture")])
    let text = try oral.sampleGrid().json.text
    for secret in ["SECRET", "notMet", "toProbe", "\"met\"", "C1.1", "mark\"", "asked"] {
      #expect(!text.contains(secret), "\(secret)")
    }
  }

  @Test func `reservations are this text`() throws {
    #expect(
      try reserved().json["reservations"]?.text == """
        [{"juror":"bruno","text":"C2 tient à peu"},{"juror":"claire","text":"projet très guidé"}]
        """)
  }

  @Test func `a juror's own marks, notes, votes, opinions and motives never stand in it`() throws {
    var consoles = try Consoles.handedIn(against: ["bruno": ["C2"]])
    try consoles.say("amina", .voteOpened(competency: "C2"))
    for juror in consoles.order { try consoles.say(juror, .voteCast(competency: "C2", acquired: juror != "bruno")) }
    let leader = "amina"
    for id in ["C1", "C2", "C3"] {
      try consoles.say(
        leader, .verdictGiven(competency: id, acquired: true, unmarkedConfirmed: false, motive: "SECRET motif"))
    }
    for block in ["B1", "B2"] { try consoles.say(leader, .blockDecided(block: block, acquired: true, reason: "")) }
    try consoles.say(leader, .decisionTaken(decision: .admitted, comment: ""))
    try consoles.say("claire", .reservationMade(text: "SECRET réserve", inGrid: false))
    let revision = try consoles.oral(leader).revision
    for juror in consoles.order { try consoles.say(juror, .wholeConfirmed(revision: revision)) }
    let json = try consoles.oral("bruno").sampleGrid().json
    #expect(
      json.members?.map(\.key) == [
        "blocks", "candidate", "certification", "competencies", "decision", "edition", "format", "journals",
        "referential", "sealedAt", "session", "signers",
      ])
    #expect(json["competencies"]?.array?.allSatisfy { $0.members?.map(\.key) == ["acquired", "id"] } == true)
    #expect(!json.text.contains("SECRET"))
  }

  /// The grid's JSON with a member replaced, taken away (nil), or added.
  private func changed(_ json: JSON, _ path: ArraySlice<String>, to value: JSON?) -> JSON {
    guard let key = path.first else { return value ?? .null }
    if let items = json.array, let index = Int(key) {
      return .array(items.enumerated().map { $0 == index ? changed($1, path.dropFirst(), to: value) : $1 })
    }
    let members = json.members ?? []
    let kept = members.filter { $0.key != key }
    if path.count == 1 {
      let added = value.map { [JSON.Member(key, $0)] } ?? []
      return .members((kept + added).sorted { $0.key < $1.key })
    }
    let inner = changed(json[key] ?? .null, path.dropFirst(), to: value)
    return .members((kept + [JSON.Member(key, inner)]).sorted { $0.key < $1.key })
  }

  @Test(
    arguments: [
      ("format", "jury-grid/2", "format", "« jury-grid/1 » attendu"),
      ("marks", "x", "marks", "est inconnu"),
      ("decision", nil, "decision", "manque"),
      ("decision", "maybe", "decision", "décision inconnue"),
      ("edition", 0, "edition", "un nombre de 1 à 1000 est attendu"),
      ("sealedAt", "hier", "sealedAt", "une date et une heure comme 2026-12-01T09:30:00+01:00 sont attendues"),
      ("session/extra", 1, "session.extra", "est inconnu"),
      ("candidate/route", "door", "candidate.route", "« training » ou « vae » attendu"),
      ("candidate/id", "../etc", "candidate.id", "un identifiant ne contient que a–z, 0–9 et - (64 au plus)"),
      ("competencies/0/acquired", nil, "competencies[0].acquired", "manque"),
      ("competencies/0/acquired", "yes", "competencies[0].acquired", "true ou false est attendu"),
      ("competencies/0/mark", "met", "competencies[0].mark", "est inconnu"),
      ("blocks/1/acquired", nil, "blocks[1].acquired", "manque"),
      ("signers/1/key", nil, "signers[1].key", "manque"),
      ("signers/1/key", "k", "signers[1].key", "un objet est attendu"),
      ("journals/0/lines", 0, "journals[0].lines", "un nombre de 1 à 10000000 est attendu"),
    ] as [(String, JSON?, String, String)])
  func `a fault of a grid is told with its place`(path: String, value: JSON?, place: String, reason: String) throws {
    try expectFault(of: full(), path, value, place, reason)
  }

  @Test(
    arguments: [
      ("reservations/0/text", nil, "reservations[0].text", "manque"),
      ("reservations/0/text", "", "reservations[0].text", "un texte non vide est attendu"),
      ("reservations/0/mark", "met", "reservations[0].mark", "est inconnu"),
      ("reservations/1/juror", "dora", "reservations[1].juror", "n'a pas à signer cette grille"),
      ("reservations/1/juror", "bruno", "reservations[1].juror", "figure deux fois, ou n'est pas à sa place"),
      ("reservations/1/juror", "amina", "reservations[1].juror", "figure deux fois, ou n'est pas à sa place"),
      ("reservations", "x", "reservations", "une liste est attendue"),
      ("journals/1/path", "orals/lea/jury.jsonl", "journals[1].path", "figure deux fois, ou n'est pas à sa place"),
      ("journals/1/path", "orals/lea/amina.jsonl", "journals[1].path", "figure deux fois, ou n'est pas à sa place"),
    ] as [(String, JSON?, String, String)])
  func `a reservation or a journal that is not one signer's, once, in order, is refused`(
    path: String, value: JSON?, place: String, reason: String
  ) throws {
    try expectFault(of: reserved(), path, value, place, reason)
  }

  private func expectFault(
    of grid: Grid, _ path: String, _ value: JSON?, _ place: String, _ reason: String
  ) throws {
    let json = changed(grid.json, path.split(separator: "/").map(String.init)[...], to: value)
    let refusal = try #require(throws: Refusal.self) { try Grid(json: json) }
    #expect(refusal.place == place)
    #expect(refusal.reason.fr == reason)
    #expect(refusal.code == .badData)
  }

  @Test(
    arguments: [
      ("session/mock", false), ("competencies/0/unmarked", 0), ("blocks/0/held", false), ("comment", ""),
      ("reservations", []),
      ("sealedAt", "2026-12-01T09:00:00+01:00"),
    ] as [(String, JSON)])
  func `a second way to write the same grid is refused`(path: String, value: JSON) throws {
    var grid = try full()
    grid.blocks[0].isHeld = false
    grid.verdicts[0].unmarked = 0
    grid.comment = ""
    let json = changed(grid.json, path.split(separator: "/").map(String.init)[...], to: value)
    #expect(throws: Refusal.self) { try Grid(json: json) }
  }
}
