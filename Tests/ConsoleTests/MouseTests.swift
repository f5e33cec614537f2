import Screen
import Testing

@testable import Console
@testable import Evaluation

@Suite struct MouseTests {
  /// Where a text stands on the screen.
  private func place(of text: String, in stage: Stage) throws -> Position {
    let rows = stage.picture.frame.text.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(rows.firstIndex { $0.contains(text) })
    return Position(row: row, column: 10)
  }

  private func mouse(_ act: Mouse.Act, on text: String, in stage: inout Stage) throws {
    stage.act(.clicked(Mouse(act, at: try place(of: text, in: stage))))
  }

  @Test func `a press selects a candidate, and opens nothing`() throws {
    var stage = try Stage()
    try mouse(.press, on: "MÜLLER", in: &stage)
    #expect(stage.console.row(of: .home) == 2)
    #expect(stage.effects == [.load])
  }

  @Test func `a double press opens the candidate's oral`() throws {
    var stage = try Stage()
    try mouse(.doublePress, on: "GARÇON", in: &stage)
    #expect(stage.console.candidate == "garcon")
  }

  @Test func `a double press confirms a line before the oral`() throws {
    var stage = try Stage(opening: "durand")
    try mouse(.doublePress, on: "Identité", in: &stage)
    #expect(stage.facts == [.identityChecked(true)])
  }

  @Test func `a double press marks a criterion of the agenda as met`() throws {
    var stage = try Stage(opening: "ndiaye", given: ["ndiaye": Session.started])
    stage.play("g")
    try mouse(.press, on: "C1.4 ", in: &stage)
    #expect(stage.console.agendaCriterion?.id == "C1.4")
    try mouse(.doublePress, on: "C1.3 ", in: &stage)
    #expect(stage.facts == [.criterionMarked(criterion: "C1.3", mark: .met)])
  }

  @Test func `the wheel moves a line`() throws {
    var stage = try Stage()
    let anywhere = Position(row: 0, column: 0)
    for act in [Mouse.Act.scrollDown, .scrollDown, .scrollUp] { stage.act(.clicked(Mouse(act, at: anywhere))) }
    #expect(stage.console.row(of: .home) == 1)
  }

  @Test func `a press beside everything changes nothing`() throws {
    var stage = try Stage()
    let before = stage.console
    stage.act(.clicked(Mouse(.doublePress, at: Position(row: 0, column: 0))))
    stage.act(.clicked(Mouse(.press, at: Position(row: 900, column: -3))))
    #expect(stage.console == before)
  }

  @Test func `no press answers a prompt`() throws {
    var stage = try Stage(opening: "durand", given: ["durand": Session.started])
    stage.play("f")
    let before = stage.console
    for row in 0..<24 { stage.act(.clicked(Mouse(.doublePress, at: Position(row: row, column: 5)))) }
    #expect(stage.console == before)
    #expect(stage.facts.isEmpty)
  }
}
