import JSON
import Testing

@testable import Evaluation

extension Candidate {
  /// On the VAE route, heard for an hour.
  fileprivate static func vae(asked: [String]? = nil, held: [String] = []) -> Candidate {
    var candidate = Candidate.fictitious("vae", format: nil, held: held)
    (candidate.interviewMinutes, candidate.askedBlocks) = (60, asked)
    return candidate
  }
}

@Suite struct OutcomeTests {
  /// A VAE interview that has ended, these competencies acquired and the others not; blocks as they follow.
  private func oral(_ acquired: [String], _ candidate: Candidate = .vae()) throws -> Oral {
    var oral = try Oral.ended(candidate)
    for competency in oral.competencies {
      try oral.play([.acquired(competency.id, acquired.contains(competency.id), confirmed: true)])
    }
    for block in oral.blocks {
      try oral.play([.blockDecided(block: block.id, acquired: oral.derived(block) == true, reason: "")])
    }
    return oral
  }

  @Test func `the four outcomes of annex 5 follow from what was acquired, and the jury chooses among them`() throws {
    #expect(try oral(["C1", "C2", "C3"]).possibleDecisions == [.admitted])
    #expect(try oral(["C1", "C2"]).possibleDecisions == [.blocks, .partial])
    #expect(try oral(["C1"]).possibleDecisions == [.partial, .notAdmitted])
    #expect(try oral([]).possibleDecisions == [.notAdmitted])
    #expect(try oral([], .vae(held: ["B1"])).possibleDecisions == [.partial, .notAdmitted])
    #expect(try oral(["C3"], .vae(held: ["B1"])).possibleDecisions == [.admitted])
  }

  @Test func `an interview judges the blocks asked for, and all of those are not the title`() throws {
    let one = try oral(["C1", "C2"], .vae(asked: ["B1"]))
    #expect(one.blocks.map(\.id) == ["B1"] && one.assessments.map(\.id) == ["E1"])
    #expect(one.format.phases.flatMap(\.assessments) == ["E1"])
    #expect(one.possibleDecisions == [.blocks])
    #expect(!one.needsComment(.blocks))
  }

  @Test func `what must be written is told: what is still to acquire, reasons, the refused blocks`() throws {
    var oral = try oral(["C1", "C2"])
    func reason(_ decision: Decision) -> String? {
      oral.reason(against: .decisionTaken(decision: decision, comment: " "))
    }
    #expect(reason(.partial) == "compétences ou expériences encore à acquérir (annexe 5)")
    #expect(reason(.blocks) == "commentaire sur les blocs refusés (annexe 3)")
    let none = try self.oral([])
    #expect(
      none.reason(against: .decisionTaken(decision: .notAdmitted, comment: ""))
        == "motifs de la non-validation (annexe 5)")
    try oral.play([.decisionTaken(decision: .blocks, comment: "C3")])
    #expect(oral.obstacles.isEmpty)
  }

  @Test func `one or several blocks are an outcome of the VAE route alone`() throws {
    var oral = try Oral.decided()
    try oral.play([
      .verdictGiven(competency: "C3", acquired: false, unmarkedConfirmed: true),
      .blockDecided(block: "B2", acquired: false, reason: ""),
    ])
    #expect(oral.possibleDecisions == [.partial] && oral.decisions == [.admitted, .partial, .notAdmitted])
    #expect(oral.reason(against: .decisionTaken(decision: .blocks, comment: "C3")) != nil)
    var grid = try Oral.decided().sampleGrid()
    grid.decision = .blocks
    #expect(throws: Refusal.self) { try Grid(json: grid.json) }
    grid.route = .vae
    #expect(try Grid(json: grid.json) == grid)
  }

  @Test func `minutes count it as a partial admission, and name the outcome`() throws {
    var fixture = try ClosingFixture()
    let candidate = Candidate.vae()
    fixture.plan.candidates[2] = candidate
    var oral = try oral(["C1", "C2"], candidate)
    try oral.play([.decisionTaken(decision: .blocks, comment: "Le bloc 2.")])
    fixture.orals[2] = oral
    fixture.grids = ["lea": try #require(fixture.grids["lea"]), "vae": .complete(try oral.sampleGrid(), digest: "d")]
    let minutes = try fixture.minutes()
    #expect(minutes.rows[2].result == .partial && minutes.rows[2].outcome == .blocks)
    #expect(minutes.rows[0].outcome == nil && minutes.counts.partial == 1)
    #expect(try Minutes(json: minutes.json) == minutes)
    var wrong = minutes
    wrong.rows[2].outcome = .admitted
    #expect(throws: Refusal.self) { try Minutes(json: wrong.json) }
  }
}

@Suite struct DossierTests {
  private static let evidence = Evidence(
    competency: "C1", mission: "Chaîne d'import", organisation: "Ville de Lyon", period: "2023–2024", number: "3")

  @Test func `evidence is typed between semicolons, its number may be missing`() throws {
    #expect(try Evidence(typed: " c1; Chaîne d'import ;Ville de Lyon; 2023–2024 ; 3") == Self.evidence)
    #expect(try Evidence(typed: Self.evidence.typed) == Self.evidence)
    #expect(try Evidence(typed: "C1 ; a ; b ; c").number == nil)
    for text in ["C1 ; a ; b", "C1 ; a ;  ; c", "C1 ; a ; b ; c ; d ; e", ""] {
      #expect(throws: Refusal.self) { try Evidence(typed: text) }
    }
  }

  @Test func `a plan keeps a dossier's evidence and list, and reads them back`() throws {
    var plan = Plan.small(candidates: [.vae()])
    plan.candidates[0].evidence = [Self.evidence]
    plan.candidates[0].dossier = DossierList([.letter: 1, .annexes: 12])
    #expect(try Plan(json: JSON.parse(plan.json.bytes)) == plan)
    #expect(plan.json.text.contains(#""dossier":{"annexes":12,"letter":1}"#))
  }

  @Test func `the check tells what the dossier lacks, and the competencies of which it says nothing`() throws {
    var plan = Plan.small(candidates: [.vae()])
    func codes() -> [PlanFinding.Code] {
      PlanCheck(plan, .small).findings.map(\.code).filter {
        $0.rawValue.hasPrefix("dossier") || $0.rawValue.hasPrefix("evi")
      }
    }
    #expect(codes() == [.dossierUnchecked])
    plan.candidates[0].dossier = DossierList(
      Dictionary(uniqueKeysWithValues: DossierList.Piece.allCases.map { ($0, $0 == .annexes ? 0 : 1) }))
    #expect(codes().isEmpty)
    plan.candidates[0].dossier?.counts[.declaration] = 0
    plan.candidates[0].evidence = [Self.evidence]
    let told = PlanCheck(plan, .small).findings.filter { [.dossierIncomplete, .evidenceMissing].contains($0.code) }
    #expect(told.map(\.what.fr).contains { $0.hasSuffix("manque : déclaration sur l'honneur") })
    #expect(told.map(\.what.fr).contains { $0.hasSuffix("pour C2, C3") })
    plan.candidates[0].evidence[0].competency = "C99"
    #expect(codes().contains(.evidenceUnknown))
    plan.candidates[0].route = .training
    #expect(codes().isEmpty)
  }

  @Test func `an interview without a length neither opens nor passes the check`() throws {
    var candidate = Candidate.vae()
    candidate.interviewMinutes = nil
    let plan = Plan.small(candidates: [candidate])
    #expect(PlanCheck(plan, .small).findings.contains { $0.code == .interviewUntimed && $0.blocks })
    #expect(throws: Refusal.self) { try Oral(of: candidate, plan: plan, referential: .small) }
  }
}
