import Evaluation
import Foundation
import Screen
import Testing

@testable import Console

/// README's parts that are made from the program. `UPDATE_README=1 swift test --filter Readme` writes them anew.
@Suite(.serialized) struct ReadmeTests {
  @Test func `README's table of keys is the console's`() throws {
    try expectPart("keys", Self.keys(of: OralKeys.table) { $0 == .jump })
  }

  @Test func `README's table of the plan's keys is the editor's`() throws {
    try expectPart("plan keys", Self.keys(of: PlanEditorKeys.table))
  }

  @Test func `README's table of the manager's keys is their console's`() throws {
    try expectPart("watch keys", Self.keys(of: WatchKeys.table))
  }

  @Test func `README's tables of the candidate's keys are their consoles'`() throws {
    try expectPart("review keys", Self.keys(of: ReviewKeys.table))
    try expectPart("rehearsal keys", Self.keys(of: RehearsalKeys.table))
  }

  @Test func `README's picture is drawn by the console`() throws {
    try expectPart("picture", "```\n\(try Self.picture)\n```")
  }

  /// A line of a table a line of README, told in English; the characters between ` are the keys as typed.
  ///
  /// - Parameter isJump: whether the line stands for all the digits.
  private static func keys<Command, Page: Hashable & CaseIterable>(
    of table: KeyTable<Command, Page>, isJump: (Command) -> Bool = { _ in false }
  ) -> String {
    let lines = table.bindings.map { binding in
      let pages =
        binding.pages.count == Page.allCases.count
        ? ["anywhere"] : Page.allCases.filter(binding.pages.contains).map { "\($0)" }
      let keys = isJump(binding.command) ? ["1 … 9 0"] : binding.keys.map { $0.name(.en) }
      let row = [pages.joined(separator: ", "), keys.map { "`\($0)`" }.joined(separator: " "), binding.help(.en)]
      return "| " + row.map { $0.replacingOccurrences(of: "|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    return (["| where | key | does |", "|---|---|---|"] + lines).joined(separator: "\n")
  }

  /// A title oral 42 minutes after its start, at its fourth competency.
  private static var picture: String {
    get throws {
      let met = Referential.rncp37827.blocks[0].competencies.prefix(3).flatMap(\.criteria).map(\.id)
      let marks: [Mark] = [.met, .met, .toProbe, .met, .met, .notMet, .none, .met]
      let facts: [Event] =
        Session.started + met.map { .criterionMarked(criterion: $0, mark: .met) }
        + marks.enumerated().map { .criterionMarked(criterion: "C4.\($0 + 1)", mark: $1) } + [
          .noted(subject: "C1", text: "quatre sources, le scraping gère les erreurs 429"),
          .noted(subject: "C4.6", text: "README d'import présent, mais dans un autre dépôt"),
          .questionPrepared(criterion: "C4.3", text: "Qu'est-ce qui aurait mené à une base documentaire ?"),
        ]
      var stage = try Stage(opening: "durand", given: ["durand": facts], size: Size(rows: 30, columns: 100))
      stage.wait(seconds: 42 * 60 + 10)
      stage.play("C 4 3")
      return stage.picture.frame.text
    }
  }

  private func expectPart(_ name: String, _ expected: String) throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../README.md")
      .standardizedFileURL
    let text = try String(contentsOf: path, encoding: .utf8)
    let begin = "<!-- \(name): see Tests/ConsoleTests/ReadmeTests.swift -->\n"
    let start = try #require(text.range(of: begin)).upperBound
    let end = try #require(text.range(of: "\n<!-- /\(name) -->", range: start..<text.endIndex)).lowerBound
    if ProcessInfo.processInfo.environment["UPDATE_README"] == "1" {
      try text.replacingCharacters(in: start..<end, with: expected).write(to: path, atomically: false, encoding: .utf8)
    } else {
      #expect(text[start..<end] == expected, "README is stale: UPDATE_README=1 swift test --filter Readme")
    }
  }
}
