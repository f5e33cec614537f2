import Console
import Evaluation
import Foundation
import Glibc
import Screen
import Testing

@testable import jury

/// The whole program in a real terminal.
@Suite(.serialized) struct LoopTests {
  /// A session whose oral is under way.
  private func underWay() throws -> Sitting {
    let sitting = try Sitting()
    let desk = try sitting.desk()
    let facts = sitting.complete(try #require(desk.console.oral))
    let start = try #require(facts.firstIndex(of: Fact(.clockStarted(backdatedBy: 0))))
    desk.play(Array(facts[...start]))
    desk.close()
    return sitting
  }

  private func marks(_ sitting: Sitting) throws -> [String: Mark] { try sitting.onDisk().marks }

  @Test func `a mark typed is on disk, and quitting gives the terminal back`() throws {
    let sitting = try underWay()
    let terminal = try Tmux("open", sitting.directory, "--candidate", sitting.candidate)
    try terminal.shows("C6")
    try terminal.type("Space")
    try terminal.waits { try marks(sitting) == ["C6.1": .met] }
    try terminal.type("C-q")
    try terminal.shows("LEFT-0-")
    #expect(try terminal.screen.contains(" echo "))
    #expect(try terminal.screen.contains(" icanon "))
  }

  @Test func `keys typed at once are all applied, in order`() throws {
    let sitting = try underWay()
    let terminal = try Tmux("open", sitting.directory, "--candidate", sitting.candidate)
    try terminal.shows("C6")
    try terminal.type("Space", "Down", "n", "Down", "p", "Down", "Space", "u", "C-q")
    try terminal.shows("LEFT-0-")
    #expect(try marks(sitting).filter { $0.value != .none } == ["C6.1": .met, "C6.2": .notMet, "C6.3": .toProbe])
  }

  @Test func `killed in the middle of an oral, nothing that was shown is lost`() throws {
    let sitting = try underWay()
    let first = try Tmux("open", sitting.directory, "--candidate", sitting.candidate)
    try first.shows("C6")
    try first.type("Space", "Down", "Space", "Down", "n")
    try first.waits { try marks(sitting).count == 3 }
    try first.signal(SIGKILL)
    try first.shows("LEFT-137-")
    let second = try Tmux("open", sitting.directory, "--candidate", sitting.candidate)
    try second.shows("oral resumed")
    #expect(try marks(sitting) == ["C6.1": .met, "C6.2": .met, "C6.3": .notMet])
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal to end gives the terminal back`(signal: Int32) throws {
    let sitting = try underWay()
    let terminal = try Tmux("open", sitting.directory, "--candidate", sitting.candidate)
    try terminal.shows("C6")
    try terminal.signal(signal)
    try terminal.shows("LEFT-0-")
    #expect(try terminal.screen.contains(" echo "))
    // Nobody holds the journal.
    #expect(try sitting.desk().console.candidate == sitting.candidate)
  }

  @Test func `the demo works on a copy and says where`() throws {
    let sitting = try Sitting()
    let copy = sitting.directory + "/demo"
    let terminal = try Tmux("demo", "--format", "block1", "--directory", copy, columns: 200)
    try terminal.shows(copy)
    try terminal.shows(SampleSession.passphrase)
    try terminal.shows("GARCÍA-MORENO Inès")
    try terminal.type("C-q")
    try terminal.shows("jury open \(copy)")
    #expect(try Session(path: copy).plan.candidates.map(\.id) == ["garcia-moreno", "traore"])
  }
}
