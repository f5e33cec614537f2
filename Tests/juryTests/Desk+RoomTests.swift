import Console
import Evaluation
import Foundation
import JSON
import Screen
import Store
import Testing

@testable import jury

@Suite struct DeskRoomTests {
  private let secret = "SECRET-Étienne"

  /// Everything that a juror's screen shows on any of its pages, and what scripts are given.
  private func allShown(_ panel: Panel, to juror: String) throws -> String {
    let desk = try panel.at(juror)
    var shown = ""
    for keys in ["", "N", "g", "h", "d", "dg", "dl", "dy", "db", "dbe"] {
      try returnToOral(panel, juror)
      for key in keys { try panel.press(juror, .character(key)) }
      shown += desk.screen
    }
    try returnToOral(panel, juror)
    let oral = try desk.session.oral(of: try desk.session.candidate(panel.candidate), viewer: juror)
    return shown + desk.session.shown([oral], at: panel.now(juror), .fr).text
  }

  /// From whatever page, by the list of candidates.
  private func returnToOral(_ panel: Panel, _ juror: String) throws {
    try panel.press(juror, .escape, .escape, .escape, .escape, .escape, .enter)
    #expect(try panel.at(juror).screen.contains("MÜLLER Chloé"))
  }

  @Test(arguments: [2, 3])
  func `from before the oral to the whole confirmed, and no mark is seen before all are in`(jurors: Int) throws {
    let panel = try Panel(jurors)
    for juror in panel.jurors { try panel.sit(juror) }
    panel.pass(1200)
    for juror in panel.jurors {
      // On the viewer's own line: one key says that they are here and have no tie.
      try panel.press(juror, .character(" "))
      panel.pass(1200)
    }
    try panel.say("benali", .identityChecked(true))
    try panel.press("benali", .character("t"))
    panel.pass(1200)
    for juror in panel.jurors {
      #expect(try panel.oral(juror).clock.state == .running)
      #expect(try panel.at(juror).screen.contains(juror == "benali" ? "vous avez la main" : "A. Benali (conduit) 0/"))
    }
    try panel.say(
      "roux", .criterionMarked(criterion: "C6.1", mark: .notMet), .noted(subject: "C6.1", text: secret),
      .questionPrepared(criterion: "C6.2", text: secret), .opinionGiven(competency: "C6", acquired: false))
    panel.pass(1200)
    #expect(try panel.at("benali").screen.contains("É. Roux 1/"))
    #expect(try panel.oral("benali").markedCount(by: "roux") == 1)
    try panel.say("benali", .oralEnded)
    for juror in panel.jurors {
      panel.pass(1200)
      for other in panel.jurors where other != "roux" {
        let shown = try allShown(panel, to: other)
        #expect(!shown.contains(secret) && !shown.contains("✗"), "\(other) sees before \(juror) is in:\n\(shown)")
        #expect(try panel.oral(other).sheet(of: "roux") == nil)
      }
      try panel.say(juror, .handedIn)
    }
    panel.pass(1200)
    for juror in panel.jurors {
      #expect(try panel.oral(juror).isDeliberating)
      #expect(try panel.oral(juror).sheet(of: "roux")?.mark(of: "C6.1") == .notMet)
    }
    #expect(try allShown(panel, to: "benali").contains("É. Roux : \(secret)"))
    for competency in try panel.oral("benali").competencies {
      try panel.say(
        "benali",
        .verdictGiven(competency: competency.id, acquired: true, unmarkedConfirmed: true, motive: "vu à l'oral"))
    }
    for block in try panel.oral("benali").blocks {
      try panel.say("benali", .blockDecided(block: block.id, acquired: true, reason: ""))
    }
    try panel.say("benali", .decisionTaken(decision: .admitted, comment: ""))
    for juror in panel.jurors {
      try panel.say(juror, .wholeConfirmed(revision: try panel.oral(juror).revision))
    }
    panel.pass(1200)
    let common = try panel.oral("benali").common
    #expect(common.obstacles.isEmpty)
    for juror in panel.jurors {
      #expect(try panel.oral(juror).common == common)
      // As another program finds it.
      let session = try panel.session()
      #expect(try session.oral(of: try session.candidate(panel.candidate), viewer: juror).common == common)
    }
  }

  @Test func `the others see the clock, who is there and how far along at their next look`() throws {
    let panel = try Panel.started()
    panel.pass(2000)
    let late = try panel.at("oster")
    try panel.at("roux").play(.criterionMarked(criterion: "C6.1", mark: .met))
    try panel.at("benali").play(.clockPaused(reason: "alarme"))
    #expect(late.console.oral?.clock.state == .running)
    late.changed(["orals/\(panel.candidate)/roux.jsonl", "orals/\(panel.candidate)/benali.jsonl"])
    #expect(late.console.oral?.clock.state == .paused)
    #expect(late.console.oral?.markedCount(by: "roux") == 1)
    // Where nothing tells of changes, the beat looks.
    try panel.at("benali").play(.clockResumed(backdatedBy: 0))
    panel.pass(1000)
    #expect(late.console.oral?.clock.state == .running)
    #expect(late.console.neighbours.map(\.juror) == ["benali", "roux"])
    try panel.at("roux").close()
    panel.die("roux")
    panel.pass(1200)
    #expect(late.screen.contains("É. Roux parti") == false, "who closes their console is no longer heard of")
  }

  @Test func `a console that dies is silent within six seconds, and its hand is taken, time going on`() throws {
    let panel = try Panel.started()
    let started = panel.time.now
    panel.pass(10_000)
    panel.die("benali")
    // Its last sign of life came up to a second before.
    panel.pass(3800)
    #expect(try !panel.at("roux").screen.contains("muet"))
    panel.pass(2200)
    #expect(try panel.at("roux").screen.contains("A. Benali (conduit) muet"))
    try panel.press("roux", .character("T"))
    panel.pass(1200)
    for juror in ["roux", "oster"] {
      #expect(try panel.oral(juror).hand == "roux")
      #expect(try panel.oral(juror).clock.totalSpent(at: panel.now(juror)) == panel.time.now - started)
    }
    // Comes back, finds the oral under way, and conducts no more.
    try panel.sit("benali")
    #expect(try panel.oral("benali").clock.totalSpent(at: panel.now("benali")) == panel.time.now - started)
    try panel.press("benali", .character("s"))
    #expect(try panel.oral("benali").hand == "roux")
    #expect(try panel.oral("benali").common == panel.oral("roux").common)
  }
}
