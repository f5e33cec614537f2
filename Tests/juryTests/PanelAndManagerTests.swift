import Console
import Evaluation
import Screen
import Store
import Testing

@testable import jury

/// A jury of three consoles and the session's manager, on one disk.
@Suite struct PanelAndManagerTests {
  /// The manager's console, at the first machine.
  private func manager(_ panel: Panel) throws -> WatchPost {
    try WatchPost(panel.session(), isReadOnly: false, at: panel.now("benali"))
  }

  private func glance(_ post: WatchPost, _ panel: Panel) throws -> Glance {
    post.look(at: panel.now("benali"))
    return try #require(post.watch.glances[panel.candidate])
  }

  @Test func `a message stands on each juror's console until one of them acknowledges it, and the manager sees it`()
    throws
  {
    let panel = try Panel.started()
    let post = try manager(panel)
    try post.record(.messageSent(rooms: [], text: "Venez me voir."), at: panel.now("benali"))
    panel.pass(2000)
    for juror in panel.jurors { #expect(try panel.at(juror).screen.contains("Venez me voir.   (m : vu)"), "\(juror)") }
    #expect(try glance(post, panel).acknowledged == [])
    try panel.press("roux", .character("m"))
    panel.follow()
    for juror in panel.jurors { #expect(try !panel.at(juror).screen.contains("Venez me voir."), "\(juror)") }
    #expect(try glance(post, panel).acknowledged == [1])
  }

  @Test func `a message to another room is shown to none of them`() throws {
    let panel = try Panel.started()
    try manager(panel).record(.messageSent(rooms: ["ailleurs"], text: "Pas ici."), at: panel.now("benali"))
    panel.pass(2000)
    for juror in panel.jurors { #expect(try !panel.at(juror).screen.contains("Pas ici.")) }
  }

  @Test func `the president chooses from their console after a cut, whoever conducts, and every clock obeys`() throws {
    let panel = try Panel(3)
    for juror in panel.jurors { try panel.sit(juror) }
    try panel.start(by: "roux")
    let post = try manager(panel)
    try post.record(
      .incidentReported(code: .network, room: nil, candidate: panel.candidate, text: ""), at: panel.now("benali"))
    try panel.say("roux", .clockPaused(reason: "coupure"))
    panel.pass(12 * 60_000, tick: 1000)
    #expect(try glance(post, panel).clock.paused(at: panel.now("benali")) == 12 * 60_000)
    // Roux conducts, and does not preside.
    try panel.press("roux", .character("i"))
    #expect(try panel.at("roux").screen.contains("ce choix revient à Amina BENALI, qui préside"))
    try panel.press("benali", .character("i"))
    #expect(try panel.at("benali").screen.contains("Interruption 12:00"))
    #expect(try panel.at("benali").screen.contains("coupure réseau"))
    try panel.press("benali", .character("1"))
    panel.follow()
    for juror in panel.jurors {
      let settled = try panel.oral(juror).settlements.map(\.settlement)
      #expect(settled.map(\.by) == ["benali"] && settled.map(\.choice) == [.extended], "\(juror)")
    }
    try panel.press("roux", .character("t"))
    panel.follow()
    panel.pass(1000)
    let seen = try glance(post, panel)
    let ends = try panel.jurors.map { try panel.oral($0).clock.expectedEnd(at: panel.now($0)) }
    #expect(Set(ends.map(\.unixMilliseconds)) == [seen.clock.expectedEnd(at: panel.now("benali")).unixMilliseconds])
    #expect(seen.settlements.map(\.settlement.incident) == [1])
    #expect(post.watch.interruption(of: seen, in: "2", at: panel.now("benali")) == nil)
  }

  @Test func `the president may have the oral start again, which moves the clock of the one who conducts`() throws {
    let panel = try Panel(3)
    for juror in panel.jurors { try panel.sit(juror) }
    try panel.start(by: "roux")
    panel.pass(60_000)
    try panel.say("roux", .clockPaused(reason: "coupure"))
    panel.pass(40 * 60_000, tick: 1000)
    try panel.press("benali", .character("i"), .character("1"), .character("o"))
    panel.follow()
    for juror in panel.jurors { #expect(try panel.oral(juror).clock.totalSpent(at: panel.now(juror)) == 0, "\(juror)") }
    let post = try manager(panel)
    #expect(try glance(post, panel).clock.totalSpent(at: panel.now("benali")) == 0)
    #expect(try glance(post, panel).settlements.map(\.settlement.choice) == [.restarted])
  }
}
