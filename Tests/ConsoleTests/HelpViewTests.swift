import Evaluation
import Screen
import Testing

@testable import Console

@Test func `the help of a page lists every binding that acts there, and no other`() throws {
  for page in Page.allCases {
    var stage = try Stage(opening: "durand", given: ["durand": Session.ended], size: Size(rows: 90, columns: 120))
    stage.console.page = page
    stage.play("<f1>")
    let text = stage.picture.frame.text
    for binding in OralKeys.table.bindings(on: page) { #expect(text.contains(binding.help.fr), "\(binding.command)") }
  }
}

@Test func `the help tells what can act now before the rest`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started], size: Size(rows: 90, columns: 120))
  stage.play("<f1>")
  let text = stage.picture.frame.text
  func place(_ command: Command) throws -> String.Index {
    let binding = try #require(OralKeys.table.bindings(on: .oral).first { $0.command == command })
    return try #require(text.range(of: binding.help.fr)).lowerBound
  }
  // Nothing was interrupted, and the oral has not ended.
  for idle in [Command.interruption, .takeHand, .deliberate] {
    for acting in [Command.markMet, .note, .time] { #expect(try place(acting) < place(idle)) }
  }
}

@Test func `the help scrolls to its last line on a small screen`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started], size: Size(rows: 12, columns: 40))
  stage.play("? <end>")
  #expect(stage.picture.frame.text.contains("suspendre"))
}
