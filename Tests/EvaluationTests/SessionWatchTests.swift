import Testing

@testable import Evaluation

/// One room, two candidates of 6 minutes in slots of 10, from 09:00 on.
@Suite struct SessionWatchTests {
  private func watch(_ events: [(Event, Int)] = [], heard: Int? = nil, day: Day = Day()) -> SessionWatch {
    var plan = Plan.small(candidates: [.fictitious("lea"), .fictitious("tom"), .fictitious("zoe")])
    plan.slots = [("lea", 0), ("tom", 10), ("zoe", 30)].map { id, minute in
      Slot(
        candidate: id, room: "2", start: Stamp.second(minute * 60).at, minutes: 10, jury: plan.jury.map(\.id))
    }
    let format = Referential.small.formats[0]
    var glances: [String: Glance] = [:]
    for candidate in plan.candidates {
      var fold = GlanceFold(Glance(of: candidate, format: format, plan: plan, referential: .small))
      if candidate.id == "lea" {
        for (index, (event, second)) in events.enumerated() {
          fold.receive([GlanceEntry(Entry(n: index + 1, fact: Fact(event), at: .second(second)))], from: Oral.jury)
        }
      }
      glances[candidate.id] = fold.glance
    }
    return SessionWatch(
      plan: plan, rules: Referential.small.rules, glances: glances, day: day,
      heardAt: heard.map { ["lea": Stamp.second($0)] } ?? [:])
  }

  private func started(at second: Int) -> [(Event, Int)] {
    [
      (.jurorPresent(juror: "amina", true), 0), (.jurorPresent(juror: "bruno", true), 0),
      (.clockStarted(backdatedBy: 0), second),
    ]
  }

  private func status(_ watch: SessionWatch, at second: Int) throws -> RoomStatus {
    try #require(watch.statuses(at: .second(second)).first)
  }

  @Test func `an oral that started on time is on time`() throws {
    #expect(try status(watch(started(at: 0), heard: 60), at: 60).verdict == .onTime)
  }

  @Test func `a late start is late by as much, and moves those who follow but for the break`() throws {
    let room = try status(watch(started(at: 240), heard: 300), at: 300)
    #expect(room.verdict == .late(4))
    #expect(room.expectedEnd == Stamp.second(600).at)
    #expect(room.next.map(\.drift) == [4, 0])
    #expect(room.next.first?.expected == Stamp.second(14 * 60).at)
  }

  @Test func `a room not heard of is stale within seconds`() throws {
    #expect(try status(watch(started(at: 0), heard: 60), at: 65).verdict == .onTime)
    #expect(try status(watch(started(at: 0), heard: 60), at: 66).verdict == .stale(6000))
  }

  @Test func `an interruption needs the manager, before and after it ends`() throws {
    let cut = started(at: 0) + [(Event.clockPaused(reason: "panne"), 60)]
    #expect(try status(watch(cut, heard: 200), at: 200).verdict == .needed(Phrase("coupure de 02:20", "cut for 02:20")))
    let over = watch(cut + [(.clockResumed(backdatedBy: 0), 240)], heard: 250)
    #expect(
      try status(over, at: 250).verdict == .needed(Phrase("décider, coupure de 03:00", "to decide, cut of 03:00")))
  }

  @Test func `a jury too small at the hour needs the manager`() throws {
    let room = try status(watch([(.jurorPresent(juror: "amina", true), 0)], heard: 61), at: 61)
    #expect(room.verdict == .needed(Phrase("1 juré présent sur 2", "1 of 2 jurors present")))
  }

  @Test func `before its hour a room waits`() throws {
    #expect(try status(watch(), at: -600).verdict == .waiting(Stamp.start.at))
  }

  @Test func `an absent candidate leaves the room to the next`() throws {
    var day = Day()
    try day.apply(.attendanceTaken(candidate: "lea", attendance: .absent(reason: "malade")), n: 1, at: .start)
    #expect(try status(watch(day: day), at: 30).candidate?.id == "tom")
  }

  @Test func `rooms that need somebody come first, then those late, by how much`() {
    #expect(SessionWatch.isBefore("2", "10"))
    #expect(SessionWatch.isBefore("10", "Salle bleue"))
    let ranks = [
      RoomStatus.Verdict.needed(Phrase("", "")), .stale(1), .late(1), .onTime, .waiting(Stamp.start.at), .finished,
    ]
    #expect(ranks.map(\.rank) == [0, 1, 2, 3, 4, 5])
  }
}
