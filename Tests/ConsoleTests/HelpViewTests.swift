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

@Test func `the help scrolls to its last line on a small screen`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started], size: Size(rows: 12, columns: 40))
  stage.play("? <end>")
  #expect(stage.picture.frame.text.contains("suspendre"))
}
