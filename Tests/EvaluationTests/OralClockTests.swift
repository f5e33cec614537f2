import Testing

@testable import Evaluation

@Suite struct OralClockTests {
  @Test func `phases count from start to pause, from resume to the next, and to the end`() throws {
    let picture = try Picture("s--p---r--n---e--")
    #expect(picture.phases == [6, 4])
    #expect(picture.total == 10)
    #expect(picture.paused == 4)
    #expect(picture.clock.state == .ended)
    #expect(picture.end == 14)
  }

  @Test func `nothing counts before the start`() throws {
    let picture = try Picture("-----")
    #expect(picture.phases == [0, 0])
    #expect(picture.end == 5 + 360)
    #expect(picture.clock.state == .notStarted)
  }

  @Test func `a pause under way is counted up to now`() throws {
    #expect(try Picture("s-p--").paused == 3)
    #expect(try Picture("s-p--r-p-e").paused == 5)
  }

  @Test func `a pause keeps its reason`() throws {
    #expect(try Picture("s-p--r-").clock.pauses.map(\.reason) == ["panne"])
  }

  @Test(arguments: ["s--w--", "s--w--p-r-", "s-pw-r---"])
  func `a step of the wall clock changes no count`(drawing: String) throws {
    let stepped = try Picture(drawing)
    let straight = try Picture(drawing.replacing("w", with: "-"))
    #expect(stepped.phases == straight.phases)
    #expect(stepped.paused == straight.paused)
    #expect(!stepped.clock.isUncertain(at: stepped.now))
  }

  @Test func `after a step the expected end reads on the new clock`() throws {
    let picture = try Picture("s--w--")
    #expect(picture.end == 360 + 3600)
  }

  @Test func `a reboot while running goes on by wall clock, uncertain`() throws {
    let picture = try Picture("s--z--")
    #expect(picture.total == 6)
    #expect(picture.clock.isUncertain(at: picture.now))
    #expect(!picture.clock.isUncertain)
    #expect(try Picture("s--z--n-").clock.isUncertain)
  }

  @Test func `a reboot during a pause leaves the time spent certain`() throws {
    let picture = try Picture("s--p-z--r--")
    #expect(picture.total == 6)
    #expect(picture.paused == 5)
    #expect(!picture.clock.isUncertain(at: picture.now))
  }

  @Test func `the length of a pause across a reboot is uncertain, while it lasts and once it ended`() throws {
    for drawing in ["s--p-z-", "s--p-z--r--"] {
      let picture = try Picture(drawing)
      #expect(picture.clock.isUncertain(picture.clock.pauses[0], at: picture.now))
    }
    for drawing in ["s--p---", "s--p---r--"] {
      let picture = try Picture(drawing)
      #expect(!picture.clock.isUncertain(picture.clock.pauses[0], at: picture.now))
    }
  }

  @Test func `a start back-dated across a reboot is uncertain`() throws {
    for (drawing, isUncertain) in [("--c--z--", true), ("--c-----", false)] {
      var picture = try Picture(drawing)
      try picture.oral.play([.clockStarted(backdatedBy: 2000)], at: picture.now)
      #expect(picture.clock.isUncertain == isUncertain)
    }
  }

  @Test(arguments: [(0, 0), (29_999, 0), (30_000, 1), (89_999, 1), (-29_999, 0), (-30_000, -1), (-90_000, -2)])
  func `minutes are the nearest, halves away from none`(milliseconds: Int, minutes: Int) {
    #expect(OralClock.nearestMinutes(milliseconds) == minutes)
  }

  @Test func `no number of absurd readings overflows a count`() throws {
    let format = try #require(Referential.small.format("title"))
    var clock = OralClock(format: format, extraMinutes: 0)
    let label = WallTime(unixMilliseconds: 0, offsetMinutes: 0)
    let (early, late) = (Stamp(at: label, boot: "a", up: 0), Stamp(at: label, boot: "a", up: 9_007_199_254_740_991))
    clock.take(.started(backdatedBy: 0), at: early)
    for _ in 0..<3000 {
      clock.take(.paused(reason: ""), at: late)
      clock.take(.resumed(backdatedBy: 0), at: early)
    }
    #expect(clock.totalSpent(at: early) == 3000 * 36_525 * 86_400_000)
  }

  // MARK: Extra time

  @Test(arguments: [0, 1, 7, 30, 31])
  func `extra time is shared to the second and sums up exactly`(minutes: Int) {
    for phases in [[80, 10], [15, 20, 10], [7, 7, 7], [1]] {
      let format = OralFormat(
        id: "f", title: "F", blocks: [],
        phases: phases.map { OralFormat.Phase(id: "p\($0)", title: "P", minutes: $0, assessments: []) })
      let clock = OralClock(format: format, extraMinutes: minutes)
      #expect(clock.totalPlanned == (format.minutes + minutes) * 60_000)
      #expect(clock.phases.allSatisfy { $0.planned % 1000 == 0 })
    }
  }

  @Test func `a third more makes each phase a third longer`() throws {
    let format = OralFormat(
      id: "title", title: "Titre", blocks: [],
      phases: [80, 10].map { OralFormat.Phase(id: "p\($0)", title: "P", minutes: $0, assessments: []) })
    let planned = OralClock(format: format, extraMinutes: 30).phases.map { minutesText($0.planned) }
    #expect(planned == ["106:40", "13:20"])
  }

  // MARK: Warnings and overrun

  @Test func `warnings come at their seconds and the shortest one reached is in force`() throws {
    let warnings = [180, 60]
    func warning(_ drawing: String) throws -> Int? {
      let picture = try Picture(drawing)
      return picture.clock.warning(of: warnings, at: picture.now)
    }
    #expect(try warning("") == nil)
    #expect(try warning("s" + String(repeating: "-", count: 58)) == nil)
    #expect(try warning("s" + String(repeating: "-", count: 59)) == 180)
    #expect(try warning("mmsmm" + String(repeating: "-", count: 58)) == 180)
    #expect(try warning("mmsmm" + String(repeating: "-", count: 59)) == 60)
    #expect(try warning("smmm" + String(repeating: "-", count: 58)) == 60)
    #expect(try warning("smmm" + String(repeating: "-", count: 59)) == nil)
    #expect(try warning("smmm-e") == nil)
  }

  @Test func `at zero the clock counts on`() throws {
    let picture = try Picture("smmmmmm-")
    #expect(picture.clock.phaseLeft(at: picture.now) == -122_000)
    #expect(picture.clock.state == .running)
    #expect(picture.drift == 122)
  }

  // MARK: Back-dating

  @Test func `a back-dated start counts what went before it`() throws {
    let picture = try Picture("----s---", backdatedBy: 3000)
    #expect(picture.total == 7)
    #expect(picture.clock.startedAt == .second(1))
  }

  @Test func `a back-dated resume shortens the pause`() throws {
    var picture = try Picture("s--p-----")
    try picture.oral.play([.clockResumed(backdatedBy: 2000)], at: picture.now)
    #expect(picture.total == 5)
    #expect(picture.paused == 4)
  }

  @Test func `a resume is never back-dated before its pause`() throws {
    var picture = try Picture("s--p--")
    try picture.oral.play([.clockResumed(backdatedBy: 60_000)], at: picture.now)
    #expect(picture.total == 6)
    #expect(picture.paused == 0)
  }

  @Test func `across a reboot neither, and then it is uncertain`() throws {
    var picture = try Picture("s--p--z-")
    try picture.oral.play([.clockResumed(backdatedBy: 60_000)], at: picture.now)
    #expect(picture.total == 8)
    #expect(picture.paused == 0)
    #expect(picture.clock.isUncertain)
  }

  @Test func `nothing is dated ahead`() throws {
    #expect(try Picture("").oral.reason(against: .clockStarted(backdatedBy: -1)) != nil)
    #expect(try Picture("s-p-").oral.reason(against: .clockResumed(backdatedBy: -1)) != nil)
  }

  @Test func `the first mark while nothing runs is remembered until the clock runs`() throws {
    #expect(try Picture("--c-c-").clock.markedWhileStopped == .second(2))
    #expect(try Picture("s-p-c-").clock.markedWhileStopped == .second(4))
    #expect(try Picture("s-p-c-r-").clock.markedWhileStopped == nil)
    #expect(try Picture("s-c-").clock.markedWhileStopped == nil)
    #expect(try Picture("s-e-c-").clock.markedWhileStopped == nil)
  }

  @Test func `undoing a mark while nothing runs is no sign that the oral goes on`() throws {
    var picture = try Picture("scp")
    try picture.oral.playUndo(at: picture.now)
    #expect(picture.clock.markedWhileStopped == nil)
  }

  // MARK: The expected end

  @Test(arguments: [
    "", "----", "s--", "s--p---", "s--p---r--", "s--p---r--n--", "smmmmm--", "smmmmm--n-", "smmmmm--n-p-", "s-n-b--",
    "s-n-bmmmm", "smmmmmnmmmb--", "s-nmmmmb-n-", "s--e--", "s--p-e--", "smmn-e-", "smmmmmm-nmmm-e-", "s--e--o--",
    "s--p-e-o--r--", "s-n--e-o--r--p-", "s--w--", "s--p-w-r--e-", "s-pz--r-", "s--z--", "s--z--p-",
  ])
  func `start, plan, pauses and drift add up to the expected end`(drawing: String) throws {
    let picture = try Picture(drawing)
    #expect(picture.sum == picture.end)
  }

  @Test func `the next phase early brings the end forward`() throws {
    let picture = try Picture("s---n-")
    #expect(picture.drift == 4 - 240)
    #expect(picture.end == 4 + 120)
  }

  @Test func `back in an earlier phase, what was spent in the later one is not to come again`() throws {
    let picture = try Picture("s---n--b-")
    #expect(picture.phases == [6, 3])
    #expect(picture.drift == 0)
    #expect(picture.end == 360)
  }

  @Test func `an oral ended in its first phase is short by all that was not used`() throws {
    #expect(try Picture("s---e---").drift == 4 - 360)
  }

  // MARK: Assessments

  @Test func `a title oral counts each assessment while it is presented`() throws {
    let picture = try Picture("s--a---p-r-n--")
    #expect(picture.clock.spent(on: "E1", at: picture.now) == 3000)
    #expect(picture.clock.spent(on: "E2", at: picture.now) == 6000)
    #expect(picture.clock.assessment == nil)
  }

  @Test func `a block oral counts its assessment by phase`() throws {
    let picture = try Picture("s--n--", of: .fictitious("max", format: "block1"))
    #expect(picture.clock.spent(on: "E1", at: picture.now) == 3000)
  }

  @Test func `back from the questions, the assessment last presented goes on`() throws {
    let picture = try Picture("s--a--n-b--")
    #expect(picture.clock.assessment == "E2")
    #expect(picture.clock.spent(on: "E2", at: picture.now) == 6000)
  }

  // MARK: Reopening

  @Test func `a reopened oral is paused since its end, and resumes in its phase`() throws {
    let waiting = try Picture("s--n--e---o--")
    #expect(waiting.clock.state == .paused)
    #expect(waiting.clock.endedAt == nil)
    #expect(waiting.paused == 7)
    let resumed = try Picture("s--n--e---o--r--")
    #expect(resumed.phases == [3, 6])
    #expect(resumed.paused == 7)
  }

  @Test func `reopened by mistake, it can be resumed as if it had never ended`() throws {
    var picture = try Picture("s--e---o-")
    try picture.oral.play([.clockResumed(backdatedBy: 3_600_000)], at: picture.now)
    #expect(picture.total == 9)
    #expect(picture.paused == 0)
  }
}
