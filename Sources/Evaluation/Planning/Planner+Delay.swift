extension Planner {
  /// The plan with a room's coming slots put off: the next one by so many minutes, each further one only as far as it must.
  ///
  /// Breaks are kept as they were, up to the plan's setting, and a meal keeps its time; what is longer takes up the delay.
  /// - Returns: nil when the room has no slot to come.
  public func delaying(_ room: String, by minutes: Int) -> Plan? {
    let settings = plan.settings.planning
    let coming = Self.inOrder(plan.slots.filter { $0.room == room && !isHeld($0) })
    guard let first = coming.first else { return nil }
    var moved: [String: Slot] = [:]
    var before = first
    var moving = first
    moving.start = first.start.advanced(by: minutes * 60_000)
    moved[first.candidate] = moving
    for slot in coming.dropFirst() {
      // A delay is not carried over to another day.
      guard slot.start.date == first.start.date else { break }
      let gap = (slot.start.unixMilliseconds - before.end.unixMilliseconds) / 60_000
      let least =
        settings.lunchMinutes > 0 && gap >= settings.lunchMinutes ? settings.lunchMinutes : settings.breakMinutes
      let earliest = moving.end.advanced(by: max(0, min(gap, least)) * 60_000)
      before = slot
      moving = slot
      if earliest.unixMilliseconds > slot.start.unixMilliseconds { moving.start = earliest }
      moved[slot.candidate] = moving
    }
    var plan = plan
    plan.slots = plan.slots.map { moved[$0.candidate] ?? $0 }
    return plan
  }
}
