import Evaluation
import Foundation
import Glibc
import Testing

@testable import jury

/// Three jurors' consoles in real terminals, on one session.
@Suite struct ConsolesTests {
  private func console(_ panel: Panel, _ juror: String) throws -> Tmux {
    let console = try Tmux(
      "open", panel.directory, "--as", juror, "--candidate", panel.candidate, columns: 120, language: "fr_FR")
    try console.shows("MÜLLER Chloé")
    return console
  }

  private func oral(_ panel: Panel, _ juror: String) throws -> Oral {
    let session = try panel.session()
    return try session.oral(of: try session.candidate(panel.candidate), viewer: juror)
  }

  private func milliseconds(_ clock: ContinuousClock.Duration) -> Int { Int(clock / .milliseconds(1)) }

  @Test func `a mark is a count elsewhere at once, and a killed console's clock goes on at another`() throws {
    let panel = try Panel(3)
    let clock = ContinuousClock()
    let benali = try console(panel, "benali")
    let (roux, oster) = (try console(panel, "roux"), try console(panel, "oster"))
    for terminal in [benali, roux, oster] { try terminal.type("Space") }
    try benali.waits { try oral(panel, "benali").sittingJurors.count == 3 }
    try benali.type("Up", "Up", "Space")
    try benali.shows("Tout est prêt")
    try benali.type("t")
    for terminal in [roux, oster] { try terminal.shows("A. Benali (conduit) 0/") }
    let start = try #require(try oral(panel, "benali").clock.startedAt)

    try benali.type("Space")
    try benali.waits { try oral(panel, "benali").marks == ["C6.1": .met] }
    let marked = clock.now
    for terminal in [roux, oster] { try terminal.shows("A. Benali (conduit) 1/") }
    #expect(milliseconds(clock.now - marked) < 2000)
    try roux.type("n")
    try oster.shows("É. Roux 1/")

    try benali.signal(SIGKILL)
    let killed = clock.now
    for terminal in [roux, oster] { try terminal.shows("A. Benali (conduit) muet") }
    #expect(milliseconds(clock.now - killed) < 8000)
    try roux.type("T")
    try roux.shows("vous avez la main")
    try oster.shows("Étienne ROUX a pris la main")
    let now = SystemClock().now()
    let lost = try oral(panel, "oster").clock.totalSpent(at: now) - now.elapsed(since: start).milliseconds
    #expect(abs(lost) <= 100, "\(lost) ms")

    let back = try console(panel, "benali")
    try back.shows("oral repris")
    #expect(try oral(panel, "benali").marks == ["C6.1": .met])
    try back.type("Down", "Space")
    try back.shows("É. Roux (conduit) 1/")
    try roux.shows("A. Benali 2/")
    #expect(try oral(panel, "roux").marks == ["C6.1": .notMet])
    #expect(try oral(panel, "roux").common == oral(panel, "benali").common)
  }
}
