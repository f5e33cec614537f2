import Testing

@testable import Evaluation

@Suite struct PlannerTests {
  /// Six jurors, half of them external, two rooms; nobody has a slot.
  static func plan(_ count: Int, rooms: Int = 2) -> Plan {
    let jury: [Juror] =
      ["a", "b", "c"].map { .fictitious($0, external: true) } + ["d", "e", "f"].map { .fictitious($0) }
    var plan = Plan.small(jury: jury, candidates: (0..<count).map { .fictitious("k\($0)") })
    plan.slots = []
    plan.certification = "RNCP37827"
    plan.rooms = (1...rooms).map { Room(name: "\($0)") }
    return plan
  }

  private func planner(_ plan: Plan) -> Planner { Planner(plan, .small) { _ in 60 } }

  /// `k0 09:00–11:00 1 a,c,d`, a line a slot.
  private func picture(_ slots: [Slot]) -> [String] {
    slots.map {
      let day = $0.start.date == CalendarDate("2026-12-01") ? "" : "+1 "
      return
        "\($0.candidate) \(day)\($0.start.minuteText)–\($0.end.minuteText) \($0.room) \($0.jury.joined(separator: ","))"
    }
  }

  @Test func `title candidates get annex 2's 120 minutes, breaks and a meal, in two rooms`() {
    let outcome = planner(Self.plan(7)).placing()
    #expect(outcome.unplaced == [])
    #expect(
      picture(outcome.slots) == [
        "k0 09:00–11:00 1 a,c,d,f", "k1 09:00–11:00 2 b,e", "k2 11:15–13:15 1 a,c,d,f", "k3 11:15–13:15 2 b,e",
        "k4 14:15–16:15 1 a,c,d,f", "k5 14:15–16:15 2 b,e", "k6 16:30–18:30 1 a,c,d,f",
      ])
  }

  @Test func `extra time lengthens the slot`() {
    var plan = Self.plan(2, rooms: 1)
    plan.candidates[0].extraMinutes = 30
    #expect(picture(planner(plan).placing().slots).map { $0.prefix(14) } == ["k0 09:00–11:30", "k1 13:00–15:00"])
  }

  @Test func `other formats take their oral and what is besides, or their setting`() {
    var plan = Self.plan(1)
    plan.candidates[0].format = "block1"
    #expect(planner(plan).placing().slots.map(\.minutes) == [34])
    plan.settings.planning.besidesMinutes = 10
    #expect(planner(plan).placing().slots.map(\.minutes) == [14])
    plan.settings.planning.slotMinutes["block1"] = 45
    #expect(planner(plan).placing().slots.map(\.minutes) == [45])
  }

  @Test func `a tied juror is avoided by another room, or left out, or replaced`() {
    var plan = Self.plan(1)
    plan.ties = [Tie(candidate: "k0", juror: "a", kind: .personal)]
    #expect(planner(plan).placing().slots.map(\.room) == ["2"])
    plan.ties.append(Tie(candidate: "k0", juror: "e", kind: .training))
    #expect(picture(planner(plan).placing().slots) == ["k0 09:00–11:00 1 c,d"])
    plan.rooms = [Room(name: "1", jury: ["a", "d"]), Room(name: "2", jury: ["b", "f"])]
    plan.ties = [
      Tie(candidate: "k0", juror: "a", kind: .personal), Tie(candidate: "k0", juror: "b", kind: .personal),
    ]
    #expect(picture(planner(plan).placing().slots) == ["k0 09:00–11:00 1 d,c"])
  }

  @Test func `a candidate whom no lawful jury may hear is told, not placed`() {
    var plan = Self.plan(1)
    plan.ties = plan.jury.filter(\.isExternal).map { Tie(candidate: "k0", juror: $0.id, kind: .professional) }
    let outcome = planner(plan).placing()
    #expect(outcome.slots == [])
    #expect(outcome.unplaced.map(\.reason) == [NoPlace.noJury.phrase])
  }

  @Test func `days that are full are told`() {
    let outcome = planner(Self.plan(18)).placing()
    #expect(outcome.slots.count == 16)
    #expect(outcome.unplaced.map(\.candidate) == ["k16", "k17"])
    #expect(outcome.unplaced.first?.reason == NoPlace.noTime.phrase)
  }

  @Test func `whoever has a slot keeps it when others are placed`() {
    var plan = Self.plan(2, rooms: 1)
    plan.slots = [Slot(candidate: "k1", room: "1", start: Stamp.start.at, minutes: 60, jury: ["a"])]
    #expect(picture(planner(plan).placing().slots) == ["k1 09:00–10:00 1 a", "k0 10:15–12:15 1 a,b,c,d,e,f"])
  }

  @Test func `planning a planned session anew moves nothing`() {
    var plan = Self.plan(9)
    plan.slots = planner(plan).placing().slots
    #expect(planner(plan).replanning().slots == plan.slots)
  }

  @Test func `a juror who cannot come is replaced where they sit, and nobody moves`() {
    var plan = Self.plan(4)
    plan.slots = planner(plan).placing().slots
    var reserve = Juror.fictitious("g", external: true)
    reserve.isSubstitute = true
    plan.jury.append(reserve)
    var planner = planner(plan)
    planner.absent = ["b"]
    let slots = planner.replanning().slots
    #expect(slots.map(\.start) == plan.slots.map(\.start) && slots.map(\.room) == plan.slots.map(\.room))
    #expect(slots.filter { $0.room == "1" } == plan.slots.filter { $0.room == "1" })
    #expect(slots.allSatisfy { !$0.jury.contains("b") && planner.isLawful($0.jury) })
  }

  @Test func `a closed room's candidates go elsewhere the same day, the others stay`() {
    var plan = Self.plan(4)
    plan.slots = planner(plan).placing().slots
    var planner = planner(plan)
    planner.closed = ["2"]
    let slots = planner.replanning().slots
    #expect(slots.filter { ["k0", "k2"].contains($0.candidate) } == plan.slots.filter { $0.room == "1" })
    #expect(slots.allSatisfy { $0.room == "1" })
    #expect(PlanCheck(with(plan, slots), .small).slots == [])
  }

  @Test func `an oral that has begun stays whatever is wrong with it`() {
    var plan = Self.plan(2, rooms: 1)
    plan.slots = [
      Slot(candidate: "k0", room: "9", start: Stamp.start.at, minutes: 10, jury: ["a"]),
      Slot(candidate: "k1", room: "1", start: Stamp.start.at.advanced(by: 3600_000), minutes: 10, jury: ["a"]),
    ]
    var planner = planner(plan)
    planner.held = ["k0"]
    let slots = planner.replanning().slots
    #expect(slots.first == plan.slots.first)
    #expect(slots.last?.minutes == 120)
    planner.held = []
    planner.now = Stamp.start.at
    #expect(planner.replanning().slots.first == plan.slots.first)
  }

  @Test func `on the day nobody is heard sooner than they were told, nor in the past`() throws {
    var plan = Self.plan(2, rooms: 1)
    plan.slots = planner(plan).placing().slots
    plan.slots[1].room = "9"
    var planner = planner(plan)
    planner.now = Stamp.start.at.advanced(by: -3600_000)
    let moved = try #require(planner.replanning().slots.first { $0.candidate == "k1" })
    #expect(moved.start.minuteText == "11:15" && moved.room == "1")
  }

  @Test func `a delay is taken up by breaks, and a meal is kept`() throws {
    var plan = Self.plan(3, rooms: 1)
    plan.slots = planner(plan).placing().slots
    #expect(plan.slots.map(\.start.minuteText) == ["09:00", "11:15", "14:15"])
    let late = try #require(planner(plan).delaying("1", by: 20))
    #expect(late.slots.map(\.start.minuteText) == ["09:20", "11:35", "14:35"])
    plan.slots[1].start = plan.slots[1].start.advanced(by: 10 * 60_000)
    let less = try #require(planner(plan).delaying("1", by: 20))
    #expect(less.slots.map(\.start.minuteText) == ["09:20", "11:35", "14:15"])
    #expect(planner(plan).delaying("7", by: 20) == nil)
  }

  @Test func `fifty rooms and two hundred candidates are placed soundly, in seconds`() {
    var plan = Self.plan(200, rooms: 50)
    plan.jury = (0..<150).map { .fictitious("j\($0)", external: $0 % 3 > 0) }
    plan.ties = (0..<200).map { Tie(candidate: "k\($0)", juror: "j\($0 % 150)", kind: .training) }
    let clock = ContinuousClock()
    var outcome = Planner.Outcome(slots: [], unplaced: [])
    let time = clock.measure { outcome = planner(plan).placing() }
    #expect(outcome.unplaced == [] && outcome.slots.count == 200)
    #expect(PlanCheck(with(plan, outcome.slots), .small).slots == [])
    #expect(outcome.slots.allSatisfy { slot in slot.jury.allSatisfy { plan.tie(of: $0, with: slot.candidate) == nil } })
    #expect(time < .seconds(60))
  }

  @Test func `without rooms the slots' own are used, and without slots there is one`() {
    var plan = Self.plan(1)
    plan.rooms = []
    #expect(planner(plan).placing().slots.map(\.room) == ["1"])
    plan.candidates.append(.fictitious("k9"))
    plan.slots = [Slot(candidate: "k9", room: "B", start: Stamp.start.at, minutes: 120, jury: ["a", "d"])]
    #expect(picture(planner(plan).placing().slots).last == "k0 11:15–13:15 B a,d")
  }

  private func with(_ plan: Plan, _ slots: [Slot]) -> Plan {
    var plan = plan
    plan.slots = slots
    return plan
  }
}
