import Evaluation
import Screen
import Testing

@testable import Console

@Suite struct DossierViewTests {
  /// Müller, on the VAE route, with a piece of evidence on C1.
  private static var plan: Plan {
    var plan = Session.plan
    plan.candidates[2].evidence = [
      Evidence(
        competency: "C1", mission: "Collecte des relevés", organisation: "Régie des eaux", period: "2022–2024",
        number: "7")
    ]
    return plan
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120)])
  func `evidence stands beside the criteria of its competency, and of no other`(size: Size) throws {
    var stage = try Stage(opening: "muller", given: ["muller": Session.started], size: size, plan: Self.plan)
    stage.console.page = .oral
    var shown = stage.picture.frame.text
    #expect(shown.contains("Livret 2") && shown.contains("pr. 7") && shown.contains("Collecte des relevés"))
    stage.play("<right>")
    shown = stage.picture.frame.text
    #expect(!shown.contains("Livret 2") && !shown.contains("Collecte des relevés"))
  }

  @Test func `the decision page of a VAE candidate has the four outcomes, and asks for what each obliges to write`()
    throws
  {
    var stage = try Stage(opening: "muller", given: ["muller": Session.ended], plan: Self.plan)
    let oral = try stage.oral
    var events = oral.competencies.map {
      Event.verdictGiven(competency: $0.id, acquired: $0.id == "C1", unmarkedConfirmed: true)
    }
    events += oral.blocks.map { .blockDecided(block: $0.id, acquired: false, reason: "") }
    stage = try Stage(opening: "muller", given: ["muller": Session.ended + events], plan: Self.plan)
    stage.console.page = .decision
    let shown = stage.picture.frame.text
    #expect(shown.contains("Commentaire (obligatoire dès qu'un bloc est refusé)"))
    for outcome in Decision.all(on: .vae) { #expect(shown.contains(outcome.phrase(on: .vae).fr)) }
    stage.play("<end> <up> <up> <enter>")
    #expect(stage.picture.frame.text.contains("À écrire : compétences ou expériences encore à acquérir"))
    stage.play("C 4 <enter>")
    #expect(try stage.oral.decision == .partial)
  }

  @Test func `a VAE candidate's dossier is typed in the editor, a bad line is refused and kept`() throws {
    var editor = PlanEditor(Self.plan, .rncp37827, language: .fr, size: Size(rows: 40, columns: 120))
    func fields() -> [PlanField] { editor.fields(of: .candidate("muller")) }
    #expect(fields().map(\.label.fr).contains("Livret 2 : déclaration sur l'honneur"))
    #expect(fields().map(\.text).contains("C1 ; Collecte des relevés ; Régie des eaux ; 2022–2024 ; 7"))
    #expect(!editor.fields(of: .candidate("durand")).map(\.label.fr).contains { $0.hasPrefix("Livret 2") })
    func type(_ label: String, _ text: String) throws {
      let field = try #require(fields().first { $0.label.fr == label })
      guard case .text(let set) = field.kind else { return }
      try set(&editor.plan, text)
    }
    try type("Livret 2 : lettre de motivation", "1")
    try type("Preuve 2", "C4 ; a ; b ; c")
    #expect(editor.plan.candidates[2].dossier == DossierList([.letter: 1]))
    #expect(editor.plan.candidates[2].evidence.map(\.competency) == ["C1", "C4"])
    #expect(throws: Refusal.self) { try type("Preuve 3", "C99 ; a ; b ; c") }
    try type("Preuve 1", "")
    #expect(editor.plan.candidates[2].evidence.map(\.competency) == ["C4"])
  }
}
