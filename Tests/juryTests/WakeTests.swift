import Console
import Evaluation
import Testing

@testable import jury

@Suite struct WakeTests {
  private func delay(_ desk: Desk, at now: Stamp) -> Int {
    Wake.delay(desk.console, isUnsaved: desk.isUnsaved, at: now)
  }

  @Test func `an idle console sleeps until the minute changes`() throws {
    let sitting = try Sitting()
    let desk = try sitting.desk(opening: false)
    var now = sitting.now()
    now.at.unixMilliseconds = 600_000 + 12_345
    #expect(delay(desk, at: now) == 60_000 - 12_345)
  }

  @Test func `a running clock wakes the console when its seconds change`() throws {
    let sitting = try Sitting()
    let desk = try sitting.desk()
    let facts = sitting.complete(try #require(desk.console.oral))
    desk.play(Array(facts.prefix { $0.event != .oralEnded }))
    let start = try #require(desk.console.oral?.clock.startedAt)
    #expect(delay(desk, at: start.advanced(by: 61_250)) == 750)
    #expect(delay(desk, at: start.advanced(by: 61_000)) == 1000)
  }
}
