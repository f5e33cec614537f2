import Screen
import Testing

@testable import Console
@testable import Evaluation

@Suite struct PlanEditorTests {
  private func editor(begun: Set<String> = [], rows: Int = 24, columns: Int = 80) -> PlanEditor {
    PlanEditor(
      Session.plan, .rncp37827, begun: begun, language: .fr, size: Size(rows: rows, columns: columns))
  }

  /// Presses keys; a text is typed character by character.
  @discardableResult
  private func press(_ editor: inout PlanEditor, _ keys: Key...) -> [PlanEditor.Effect] {
    keys.flatMap { editor.update(.pressed($0)) }
  }

  private func type(_ editor: inout PlanEditor, _ text: String) {
    press(&editor, .control("u"))
    for character in text { press(&editor, .character(character)) }
  }

  private func screen(_ editor: PlanEditor) -> String { editor.picture.frame.text }

  @Test func `pages follow one another, and the list says what is wrong with the one under the cursor`() {
    var editor = editor()
    let shown = screen(editor)
    #expect(shown.contains("[Candidats 4]"))
    #expect(shown.contains("DURAND Léa"))
    #expect(shown.contains("✗ DURAND Léa : rien ne dit que ses livrables ont été transmis"))
    var pages: [PlanEditor.Page] = []
    for _ in 0..<6 {
      pages.append(editor.page)
      press(&editor, .tab)
    }
    #expect(pages == [.candidates, .jury, .rooms, .slots, .session, .check])
    #expect(editor.page == .candidates)
    press(&editor, .backTab)
    #expect(editor.page == .check)
  }

  @Test func `a field is typed, taken, undone and saved`() {
    var editor = editor()
    press(&editor, .enter)
    #expect(editor.page == .record)
    #expect(screen(editor).contains("Tiers-temps, minutes"))
    press(&editor, .down, .down, .down, .down, .enter)
    type(&editor, "30")
    press(&editor, .enter)
    #expect(editor.plan.candidates[0].extraMinutes == 30)
    #expect(screen(editor).contains("à enregistrer"))
    #expect(press(&editor, .character("s")) == [.save(editor.plan)])
    _ = editor.update(.saved)
    #expect(editor.isSaved)
    press(&editor, .character("u"))
    #expect(editor.plan == Session.plan && !editor.isSaved)
    press(&editor, .escape)
    #expect(editor.page == .candidates)
  }

  @Test func `what is no value is refused, and stays to be mended`() {
    var editor = editor()
    press(&editor, .enter, .down, .down, .down, .down, .enter)
    type(&editor, "beaucoup")
    press(&editor, .enter)
    #expect(editor.message?.text.fr == "un nombre de 0 à 600 est attendu")
    #expect(editor.asked?.field?.text == "beaucoup")
    #expect(editor.plan == Session.plan)
  }

  @Test func `a plan that its reader would refuse is never taken`() {
    var editor = editor()
    press(&editor, .tab, .tab, .tab, .tab, .down, .down, .enter)
    type(&editor, "01/01/2020")
    press(&editor, .enter)
    #expect(editor.message?.text.fr == "la session finit avant d'avoir commencé")
    #expect(editor.plan == Session.plan)
  }

  @Test(arguments: [[], ["1", "2"]])
  func `a choice takes no answer before there is one to take`(rooms: [String]) {
    var plan = Session.plan
    plan.slots = []
    plan.rooms = rooms.map { Evaluation.Room(name: $0) }
    var editor = PlanEditor(plan, .rncp37827, language: .fr, size: Size(rows: 24, columns: 80))
    press(&editor, .tab, .tab, .tab, .enter, .down, .down, .down, .enter)
    #expect(screen(editor).contains("Salle"))
    let asked = editor
    press(&editor, .enter, .character("9"))
    #expect(editor == asked)
    press(&editor, .down, .enter)
    #expect(editor.plan.slots.map(\.room) == Array(rooms.prefix(1)))
  }

  @Test func `route and oral are one choice, ties another`() {
    var editor = editor()
    press(&editor, .enter, .down, .down, .enter, .character("2"))
    #expect(editor.plan.candidates[0].format == "block1")
    press(&editor, .end, .enter, .character("4"))
    #expect(editor.plan.ties == [Tie(candidate: "durand", juror: "oster", kind: .training)])
    press(&editor, .enter, .character("1"))
    #expect(editor.plan.ties == [])
  }

  @Test func `people and rooms are added and removed, and nothing points to who is gone`() {
    var editor = editor()
    press(&editor, .character("a"))
    type(&editor, "LE GOFF Maël")
    press(&editor, .enter)
    #expect(editor.plan.candidates.last?.id == "le-goff")
    #expect(editor.plan.candidates.last?.name == "LE GOFF Maël")
    press(&editor, .escape, .tab, .character("x"), .enter)
    #expect(editor.plan.jury.map(\.id) == ["roux", "oster"])
    #expect(editor.plan.slots.allSatisfy { $0.jury == ["roux"] })
    press(&editor, .tab, .character("a"))
    type(&editor, "Salle 9")
    press(&editor, .enter, .down, .down, .enter)
    #expect(editor.plan.rooms == [Evaluation.Room(name: "Salle 9", jury: ["roux"])])
    press(&editor, .home, .enter)
    type(&editor, "B")
    press(&editor, .enter)
    #expect(editor.plan.rooms.map(\.name) == ["B"] && editor.record == .room("B"))
  }

  @Test func `a public key is pasted, a private one and anything else refused`() {
    var editor = editor()
    press(&editor, .tab, .enter, .end)
    let keys = [#"{"kty":"OKP","x":"new"}"#, #"{"kty":"OKP","x":"a","d":"secret"}"#, "abc"]
    for key in keys {
      press(&editor, .enter, .control("u"))
      _ = editor.update(.pasted(key))
      press(&editor, .enter)
      #expect((editor.asked == nil) == (key == keys[0]))
      if editor.asked != nil { press(&editor, .escape) }
      #expect(editor.page == .record)
    }
    #expect(editor.plan.jury[0].keyText == keys[0])
  }

  @Test func `a slot is moved, and what clashes is said at once`() {
    var editor = editor()
    press(&editor, .tab, .tab, .tab, .enter, .down, .enter)
    type(&editor, "11h30")
    press(&editor, .enter)
    #expect(editor.plan.slot(of: "durand")?.start.minuteText == "11:30")
    #expect(editor.findings.contains { $0.code == .roomTaken })
    #expect(press(&editor, .escape, .character("p")) == [.plan(editor.plan)])
  }

  @Test func `an oral that has begun is not changed`() {
    var editor = editor(begun: ["durand"])
    press(&editor, .character("x"))
    #expect(editor.message?.text.fr == "son oral a commencé")
    press(&editor, .enter, .enter)
    #expect(editor.message?.text.fr == "son oral a commencé" && editor.asked == nil)
  }

  @Test func `once an oral has begun, whether each juror has a console is not changed`() {
    let cases: [(begun: Set<String>, marking: Plan.Marking)] = [([], .individual), (["durand"], .shared)]
    for (begun, marking) in cases {
      var editor = editor(begun: begun)
      press(&editor, .tab, .tab, .tab, .tab)
      for _ in 0..<8 { press(&editor, .down) }
      press(&editor, .enter)
      #expect(editor.plan.marking == marking)
      #expect(editor.message?.text.fr == (begun.isEmpty ? nil : "un oral a commencé"))
      let line = screen(editor).split(separator: "\n").first { $0.contains("Chaque juré a sa console") }
      #expect(line?.hasSuffix(begun.isEmpty ? "oui" : "non") == true)
    }
  }

  @Test func `the check leads to where a finding is mended`() {
    var editor = editor()
    press(&editor, .backTab)
    let index = editor.findings.firstIndex { $0.code == .documentsMissing } ?? 0
    for _ in 0..<index { press(&editor, .down) }
    press(&editor, .enter)
    #expect(editor.page == .record && editor.record == .juror("benali"))
    press(&editor, .escape)
    #expect(editor.page == .check)
  }

  @Test func `what is known outside of the plan is on the check page as well`() {
    var editor = editor()
    let unsigned = PlanFinding(
      .planUnsigned, .program, about: [], Phrase("le plan n'est pas signé", "the plan is not signed"),
      mend: Phrase("jury session sign.", "jury session sign."))
    #expect(editor.update(.checked([unsigned])) == [])
    #expect(editor.findings.last(where: \.blocks) == unsigned)
    press(&editor, .backTab, .end)
    editor.take(with(editor.plan) { $0.title = "Autre" })
    #expect(editor.findings.contains(unsigned))
    editor.update(.resized(Size(rows: 60, columns: 120))).forEach { _ in }
    #expect(screen(editor).contains("le plan n'est pas signé"))
  }

  @Test func `leaving with changes asks, and asks in no case with the key of another act`() {
    var editor = editor()
    #expect(press(&editor, .control("q")) == [.quit])
    editor.take(with(editor.plan) { $0.title = "Autre" })
    #expect(press(&editor, .control("q")) == [])
    #expect(press(&editor, .character(" "), .character("n")) == [])
    #expect(press(&editor, .control("q"), .character("o")) == [.quit])
  }

  @Test(arguments: [(24, 80), (40, 120), (12, 40), (3, 10)])
  func `every page is drawn at every size`(rows: Int, columns: Int) {
    var editor = editor(rows: rows, columns: columns)
    for _ in 0..<6 {
      #expect(!screen(editor).isEmpty)
      press(&editor, .enter)
      #expect(!screen(editor).isEmpty)
      press(&editor, .escape, .escape, .tab)
    }
  }

  @Test func `no key means two things on a page`() {
    for page in PlanEditor.Page.allCases {
      let keys = PlanEditorKeys.table.bindings(on: page).flatMap(\.keys)
      #expect(keys.count == Set(keys).count)
    }
  }

  private func with(_ plan: Plan, _ change: (inout Plan) -> Void) -> Plan {
    var plan = plan
    change(&plan)
    return plan
  }
}
