/// Slots on rooms and days, and where one more could stand.
struct Board {
  var slots: [Slot]
  let planner: Planner

  private var settings: PlanningSettings { planner.plan.settings.planning }

  /// Whether no other slot takes the slot's room meanwhile.
  func isRoomFree(_ slot: Slot, gap: Int = 0) -> Bool {
    !slots.contains { $0.room == slot.room && $0.candidate != slot.candidate && $0.overlaps(slot, gap: gap) }
  }

  /// Whether a juror can sit for a slot.
  ///
  /// - Parameter changing: minutes they need from another room.
  func isFree(_ juror: String, for slot: Slot, changing: Int) -> Bool {
    !slots.contains {
      $0.jury.contains(juror) && $0.candidate != slot.candidate
        && $0.overlaps(slot, gap: $0.room == slot.room ? 0 : changing)
    }
  }

  /// The best place for a candidate: soonest, and before the jury that a room has; one that had a slot stays near it.
  func best(for candidate: Candidate, minutes: Int, near old: Slot?) -> Result<Slot, NoPlace> {
    let halls = planner.halls.enumerated().filter { !planner.closed.contains($0.element.name) }
    guard !halls.isEmpty else { return .failure(.noRoom) }
    var hasTime = false
    // The nearest day that has a place is the best: the others need not be looked at.
    for date in planner.plan.days.sorted(by: { distance($0, old) < distance($1, old) }) {
      // Slots of other days take nothing of this one.
      let today = Board(slots: slots.filter { $0.start.date == date }, planner: planner)
      let found = today.best(for: candidate, minutes: minutes, near: old, on: date, in: halls)
      if let slot = found.slot { return .success(slot) }
      hasTime = hasTime || found.hasTime
    }
    let isHearable = halls.contains { planner.jury(for: candidate.id, from: $0.element.jury) { _ in true } != nil }
    return .failure(!isHearable ? .noJury : hasTime ? .noFreeJury : .noTime)
  }

  /// Days from where a slot was; from the session's start where there was none.
  private func distance(_ date: CalendarDate, _ old: Slot?) -> Int {
    abs(date.daysSince1970 - (old?.start.date ?? planner.plan.from).daysSince1970)
  }

  /// The best place on a day, of whose slots alone this board knows; `hasTime`: some room would have the time.
  private func best(
    for candidate: Candidate, minutes: Int, near old: Slot?, on date: CalendarDate,
    in halls: [(offset: Int, element: Planner.Hall)]
  ) -> (slot: Slot?, hasTime: Bool) {
    var best: (slot: Slot, rank: [Int])?
    var hasTime = false
    for (index, hall) in halls {
      let room = Board(slots: slots.filter { $0.room == hall.name }, planner: planner)
      for start in room.starts(in: hall.name, on: date, minutes: minutes) {
        // Times come in order: once a whole jury is found for one, a later one is no better.
        if old == nil, let best, best.rank[0] == 0, best.slot.start.unixMilliseconds < start.unixMilliseconds { break }
        var slot = Slot(candidate: candidate.id, room: hall.name, start: start, minutes: minutes, jury: [])
        guard room.isOpen(slot, on: date), mayComeThen(slot, old) else { continue }
        hasTime = true
        guard
          let (jury, cost) = planner.jury(
            for: candidate.id, from: hall.jury,
            isFree: { isFree($0, for: slot, changing: settings.roomChangeMinutes) && eats($0, on: date, with: slot) })
        else { continue }
        slot.jury = jury
        let rank = rank(slot, cost: cost, near: old, room: index)
        if best.map({ rank.lexicographicallyPrecedes($0.rank) }) ?? true { best = (slot, rank) }
      }
    }
    return (best?.slot, hasTime)
  }

  /// What makes a place of a day better, the gravest first; less is better.
  private func rank(_ slot: Slot, cost: Int, near old: Slot?, room: Int) -> [Int] {
    let load = slots.count { $0.room == slot.room }
    guard let old else {
      return [cost, slot.start.unixMilliseconds, load, room]
    }
    return [
      cost, abs(slot.start.unixMilliseconds - old.start.unixMilliseconds), slot.room == old.room ? 0 : 1, room,
    ]
  }

  /// On the day itself nobody is heard sooner than they were told: they may not be there yet.
  private func mayComeThen(_ slot: Slot, _ old: Slot?) -> Bool {
    guard let now = planner.now, let old, old.start.date == now.date, slot.start.date == now.date else { return true }
    return slot.start.unixMilliseconds >= old.start.unixMilliseconds
  }

  /// When a slot could start in a room: as the day begins, after another, after a meal; on five minutes.
  private func starts(in room: String, on date: CalendarDate, minutes: Int) -> [WallTime] {
    let lunch = settings.lunchMinutes
    let busy = slots.filter { $0.room == room && $0.start.date == date }.map(\.end)
    let now = planner.now.flatMap { $0.date == date ? $0 : nil }
    var times = [at(settings.dayFrom, date)] + [now].compactMap { $0 }
    times += busy.map { $0.advanced(by: settings.breakMinutes * 60_000) }
    if lunch > 0 {
      times.append(at(settings.lunchFrom, date).advanced(by: lunch * 60_000))
      times.append(at(settings.lunchTo, date))
      times += busy.map { $0.advanced(by: lunch * 60_000) }
    }
    // Before what is there already, too.
    times += slots.filter { $0.room == room && $0.start.date == date }.map {
      $0.start.advanced(by: -(minutes + settings.breakMinutes) * 60_000)
    }
    return Array(Set(times.map(onFiveMinutes))).sorted { $0.unixMilliseconds < $1.unixMilliseconds }
  }

  private func onFiveMinutes(_ time: WallTime) -> WallTime {
    let step = 5 * 60_000
    let past = time.unixMilliseconds % step
    return past == 0 ? time : time.advanced(by: step - past)
  }

  func at(_ time: TimeOfDay, _ date: CalendarDate) -> WallTime {
    WallTime(date, time, offsetMinutes: planner.offset(date))
  }

  /// Whether a slot is inside the day, not in the past, its room free with a break around it and a meal left.
  private func isOpen(_ slot: Slot, on date: CalendarDate) -> Bool {
    let from = max(at(settings.dayFrom, date).unixMilliseconds, planner.now?.unixMilliseconds ?? .min)
    guard slot.start.unixMilliseconds >= from,
      slot.end.unixMilliseconds <= at(settings.dayTo, date).unixMilliseconds,
      isRoomFree(slot, gap: settings.breakMinutes)
    else { return false }
    return keepsMeal(on: date, adding: slot, to: slots.filter { $0.room == slot.room })
  }

  private func eats(_ juror: String, on date: CalendarDate, with slot: Slot) -> Bool {
    keepsMeal(on: date, adding: slot, to: slots.filter { $0.jury.contains(juror) })
  }

  /// Whether a meal that these slots leave is still left with one more.
  private func keepsMeal(on date: CalendarDate, adding slot: Slot, to others: [Slot]) -> Bool {
    settings.lunchMinutes == 0 || !hasMeal(on: date, others) || hasMeal(on: date, others + [slot])
  }

  /// Whether these slots leave time for a meal.
  func hasMeal(on date: CalendarDate, _ slots: [Slot]) -> Bool {
    var free = at(settings.lunchFrom, date).unixMilliseconds
    let last = at(settings.lunchTo, date).unixMilliseconds
    let needed = settings.lunchMinutes * 60_000
    for slot in slots.sorted(by: { $0.start.unixMilliseconds < $1.start.unixMilliseconds }) {
      if min(slot.start.unixMilliseconds, last) - free >= needed { return true }
      free = max(free, slot.end.unixMilliseconds)
    }
    return last - free >= needed
  }
}

extension Plan {
  /// The session's days, in order.
  public var days: [CalendarDate] {
    (from.daysSince1970...max(from.daysSince1970, to.daysSince1970)).map(CalendarDate.init(daysSince1970:))
  }
}
