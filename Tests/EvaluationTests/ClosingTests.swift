import JSON
import Testing

@testable import Evaluation

/// A session of three candidates at the end of its day: one admitted, one absent, one refused a block.
struct ClosingFixture {
  var day = Day()
  var orals: [Oral]
  var grids: [String: Closing.GridStanding] = [:]
  var plan: Plan

  init() throws {
    let candidates = ["lea", "max", "sam"].map { Candidate.fictitious($0) }
    plan = .small(candidates: candidates)
    plan.manager.key = .object(["kid": "m"])
    orals = [try .decided(candidates[0]), try .planned(candidates[1]), try .decided(candidates[2])]
    try orals[2].play([
      .verdictGiven(competency: "C3", acquired: false, unmarkedConfirmed: true),
      .blockDecided(block: "B2", acquired: false, reason: ""),
      .decisionTaken(decision: .partial, comment: "Reprendre C3."),
    ])
    for oral in [orals[0], orals[2]] {
      grids[oral.candidate.id] = .complete(try oral.sampleGrid(), digest: "digest-\(oral.candidate.id)")
    }
    try record(.attendanceTaken(candidate: "max", attendance: .absent(reason: "grippe")))
    try record(.observationsWritten(text: "Rien à signaler."))
  }

  mutating func record(_ event: DayEvent, at stamp: Stamp = .start) throws {
    try day.apply(event, n: day.incidents.count + 1, at: stamp)
  }

  var closing: Closing {
    Closing(
      plan: plan, referential: .small, referentialDigest: "ref-digest", day: day, orals: orals, grids: grids)
  }

  func minutes() throws -> Minutes {
    try closing.minutes(
      sources: [
        JournalSource(path: "orals/lea/jury.jsonl", head: "h", lines: 3),
        JournalSource(path: "manager.jsonl", head: "m", lines: 2),
        JournalSource(path: "orals/max/jury.jsonl", head: "e", lines: 0),
      ], at: Stamp.start.at, thumbprint: { $0["kid"]?.string })
  }
}

@Suite struct ClosingTests {
  private func obstacles(_ change: (inout ClosingFixture) throws -> Void) throws -> [MinutesObstacle] {
    var fixture = try ClosingFixture()
    try change(&fixture)
    return fixture.closing.obstacles
  }

  @Test func `a mock oral has no minutes, whatever else is there`() throws {
    var fixture = try ClosingFixture()
    #expect(fixture.closing.obstacles.isEmpty)
    fixture.plan.isMock = true
    #expect(fixture.closing.obstacles == [.mock])
    #expect(throws: Refusal.self) { try fixture.minutes() }
  }

  @Test func `the minutes say what the grids decided, who came, who sat and what the manager observed`() throws {
    let minutes = try ClosingFixture().minutes()
    #expect(minutes.rows.map(\.result) == [.admitted, .absent, .partial])
    #expect(minutes.rows.map(\.grid) == ["digest-lea", nil, "digest-sam"])
    #expect(minutes.rows[2].refusedBlocks.map(\.block) == ["B2"])
    #expect(minutes.rows[2].comment == "Reprendre C3.")
    #expect(
      minutes.counts == .init(registered: 3, present: 2, absent: 1, admitted: 1, partial: 1, notAdmitted: 0))
    #expect(minutes.signers.map(\.juror) == ["amina", "bruno", "manager"])
    #expect(minutes.sources.map(\.path) == ["manager.jsonl", "orals/lea/jury.jsonl"])
    #expect(minutes.observations == "Rien à signaler." && minutes.edition == 1)
    // Why somebody was away is nobody's business.
    #expect(!minutes.json.text.contains("grippe"))
  }

  @Test func `nothing missing is an empty list`() throws {
    #expect(try obstacles { _ in } == [])
  }

  @Test func `each thing that is missing is on the list`() throws {
    #expect(try obstacles { $0.grids["lea"] = nil } == [.gridNotSealed(name: "DURAND Léa")])
    let fault = Phrase("x", "x")
    #expect(try obstacles { $0.grids["lea"] = .faulty(fault) } == [.gridFaulty(name: "DURAND Léa", fault)])
    #expect(
      try obstacles { try $0.record(.attendanceTaken(candidate: "max", attendance: nil)) }
        == [.unaccounted(name: "DURAND Léa")])
    #expect(
      try obstacles { try $0.record(.attendanceTaken(candidate: "lea", attendance: .absent(reason: ""))) }
        == [.attendanceContradicted(name: "DURAND Léa")])
    #expect(
      try obstacles {
        try $0.orals[1].play([.candidateAbsent(reason: "x")])
        try $0.record(.attendanceTaken(candidate: "max", attendance: .present))
      } == [.attendanceContradicted(name: "DURAND Léa")])
    #expect(
      try obstacles {
        try $0.record(.attendanceTaken(candidate: "max", attendance: nil))
        $0.orals[1] = try .ready(.fictitious("max"))
        try $0.orals[1].play([.clockStarted(backdatedBy: 0)])
      } == [.oralNotEnded(name: "DURAND Léa")])
    #expect(
      try obstacles { try $0.record(.incidentReported(code: .noise, room: nil, candidate: nil, text: "")) }
        == [.incidentOpen(1, .noise)])
    #expect(try obstacles { try $0.record(.observationsWritten(text: " \n")) } == [.observationsMissing])
    #expect(try obstacles { $0.plan.manager.key = nil } == [.keyMissing(name: "Zoé Blanc")])
    #expect(try obstacles { $0.plan.jury[1].key = nil } == [.keyMissing(name: "Bruno NOM-BRUNO")])
  }

  @Test func `once sealed, who has to sign is listed, and who refuses with their reason`() throws {
    var fixture = try ClosingFixture()
    #expect(fixture.closing.unsigned == [])
    try fixture.record(.minutesSealed(digest: "d"))
    try fixture.record(.minutesSigned(signer: "amina", thumbprint: "t"))
    try fixture.record(.minutesRefused(signer: "bruno", reason: "la ligne 3 est fausse"))
    #expect(
      fixture.closing.unsigned == [
        .signatureRefused(name: "Bruno NOM-BRUNO", reason: "la ligne 3 est fausse"),
        .signatureMissing(name: "Zoé Blanc"),
      ])
    #expect(throws: Refusal.self) { try fixture.record(.minutesSigned(signer: "bruno", thumbprint: "t")) }
    #expect(throws: Refusal.self) { try fixture.record(.minutesRefused(signer: "amina", reason: "trop tard")) }
    #expect(throws: Refusal.self) { try fixture.record(.minutesRefused(signer: "manager", reason: " ")) }
    try fixture.record(.minutesReopened(reason: "ligne 3"))
    #expect(fixture.closing.unsigned == [])
  }

  @Test func `no minutes while something is missing`() throws {
    var fixture = try ClosingFixture()
    fixture.grids["sam"] = nil
    let refusal = try #require(throws: Refusal.self) { try fixture.minutes() }
    #expect(refusal.reason.fr == "DURAND Léa : la grille n'est pas scellée")
  }

  @Test func `where nobody was heard, those sign who would have heard`() throws {
    var fixture = try ClosingFixture()
    for id in ["lea", "sam"] {
      try fixture.record(.attendanceTaken(candidate: id, attendance: .absent(reason: "")))
    }
    fixture.plan.jury[1].isSubstitute = true
    #expect(fixture.closing.jury.map(\.id) == ["amina"])
  }

  @Test func `what the jury chose after an interruption is proposed in its place, an extension among them`() throws {
    var fixture = try ClosingFixture()
    fixture.orals[0] = try .ready()
    try fixture.orals[0].play([.clockStarted(backdatedBy: 0), .clockPaused(reason: "coupure")])
    let choice = Settlement(.extended, gap: 120_000, counted: 0, reason: "coupure", by: "amina", pause: 1)
    try fixture.orals[0].play([.interruptionSettled(choice)], at: .second(120))
    try fixture.orals[0].play([.clockResumed(backdatedBy: 0)], at: .second(120))
    let line = try #require(fixture.closing.proposals.first)
    #expect(fixture.closing.proposals.count == 1)
    #expect(line.hasPrefix("Oral de DURAND Léa, 09:02 : interruption de 02:00 (coupure), pas plus de la moitié"))
    #expect(line.hasSuffix("oral prolongé d'autant, choix de Amina NOM-AMINA."))
  }

  @Test func `lateness, incidents, interruptions and extra time are proposed, no reason for an absence is`() throws {
    var fixture = try ClosingFixture()
    let extra = Candidate.fictitious("lea", extra: 9)
    fixture.orals[0] = try .ready(extra)
    try fixture.orals[0].play([.clockStarted(backdatedBy: 0)], at: .second(360))
    try fixture.orals[0].play([.clockPaused(reason: "coupure réseau")], at: .second(400))
    try fixture.orals[0].play([.clockResumed(backdatedBy: 0)], at: .second(400 + 724))
    // Under a minute: nothing to tell.
    try fixture.orals[0].play([.clockPaused(reason: "")], at: .second(1200))
    try fixture.orals[0].play([.clockResumed(backdatedBy: 0)], at: .second(1259))
    try fixture.record(.attendanceTaken(candidate: "lea", attendance: .late(minutes: 6)))
    try fixture.record(
      .incidentReported(code: .network, room: "2", candidate: "lea", text: "box éteinte"), at: .second(400))
    try fixture.record(.incidentClosed(incident: 1, outcome: "prolongé de 12 min"), at: .second(1124))
    try fixture.record(.incidentReported(code: .other, room: nil, candidate: nil, text: "erreur"))
    try fixture.record(.incidentWithdrawn(incident: 2))
    #expect(
      fixture.closing.proposals == [
        "Retard de DURAND Léa\u{A0}: 6 min.", "Débuts après l'heure du planning\u{A0}: DURAND Léa +6 min.",
        "09:06, salle 2, I06 coupure réseau (DURAND Léa)\u{A0}: box éteinte. Clos à 09:18\u{A0}: prolongé de 12 min.",
        "Oral de DURAND Léa interrompu à 09:06 pendant 12 min 04 s (coupure réseau).",
        "Temps supplémentaire prévu au plan\u{A0}: DURAND Léa (+9 min).",
      ])
  }
}
