import Evaluation
import Screen
import Testing

@testable import Console

/// Every page of an oral, and every prompt, as they are reached by keys.
private let scenes: [(keys: String, given: [Event])] = [
  ("", Session.started), ("g", Session.started), ("c", Session.started), ("q", Session.started),
  ("t", Session.started), ("s", Session.started), ("C 1", Session.started), ("/ a", Session.started),
  ("<f1>", Session.started), ("h", Session.started), ("<enter>", Session.started), ("N", Session.started),
  ("t 1 ␣", Session.started), ("", Session.ended), ("a", Session.ended), ("b", Session.ended),
  ("b c", Session.ended), ("l", Session.ended), ("g", Session.ended), ("", Session.ready),
]

@Test(arguments: scenes.indices)
func `every page and prompt is drawn at every size`(scene: Int) throws {
  var stage = try Stage(
    opening: "durand", given: ["durand": scenes[scene].given + noted(scenes[scene].given)])
  stage.play(scenes[scene].keys)
  expectDrawsAtEverySize(stage, upTo: Size(rows: 17, columns: 62))
}

@Test(arguments: scenes.indices)
func `the footer of every page and prompt ends before the screen's edge, its labels whole`(scene: Int) throws {
  for language in [Language.fr, .en] {
    var stage = try Stage(opening: "durand", given: ["durand": scenes[scene].given], language: language)
    stage.play(scenes[scene].keys)
    for columns in [40, 60, 80, 100, 120, 200] {
      stage.console.size = Size(rows: 24, columns: columns)
      let footer = stage.picture.frame.text.split(separator: "\n", omittingEmptySubsequences: false)[23]
      #expect(Width.columns(String(footer)) < columns && !footer.contains("…"), "\(footer)")
      #expect(!footer.isEmpty)
    }
  }
}

@Test(arguments: scenes.indices)
func `a page uses only roles that themes know`(scene: Int) throws {
  var stage = try Stage(opening: "durand", given: ["durand": scenes[scene].given + noted(scenes[scene].given)])
  stage.play(scenes[scene].keys)
  let known = Set(Theme.scopes)
  let frame = stage.picture.frame
  for row in 0..<frame.size.rows {
    for column in 0..<frame.size.columns {
      let role = frame[row, column].role
      if !known.contains(role) { Issue.record("\(role.scope) at \(row), \(column)") }
    }
  }
}

@Test(arguments: scenes.indices)
func `every page has its language's spaces`(scene: Int) throws {
  for language in [Language.fr, .en] {
    var stage = try Stage(opening: "durand", given: ["durand": scenes[scene].given], language: language)
    stage.play(scenes[scene].keys)
    let rows = stage.picture.frame.text.split(separator: "\n").map(String.init)
    // The règlement's own words stay French: only what the console says is English.
    for row in [rows[1]] + rows.suffix(2) {
      if language == .fr { expectFrenchSpaces(row) } else { expectEnglishSpaces(row) }
    }
  }
}

private func noted(_ given: [Event]) -> [Event] {
  [.noted(subject: "C1.1", text: "vu à l'écran, 日本語"), .questionPrepared(criterion: "C1.1", text: "Comment ?")]
}

@Test(arguments: [
  (["abc", "d"], "ab…"), (["abc", "", "  "], "abc"), (["ab", "c", " d"], "ab…"), (["abcd"], "ab…"), (["ab"], "ab"),
  (["a", "日", "x"], "a…"),
])
func `a line that is cut ends in an ellipsis, wherever its parts end`(texts: [String], drawn: String) {
  var frame = Frame(size: Size(rows: 1, columns: 8))
  frame.put(texts.map { Run($0) }, row: 0, column: 0, width: 3)
  #expect(frame.text == drawn)
}
