extension SessionWatch {
  /// - Parameter slots: the room's, in order.
  func status(of room: String, _ slots: [Slot], at now: Stamp) -> RoomStatus {
    let slot = current(of: slots)
    let candidate = slot.flatMap { plan.candidate($0.candidate) }
    let glance = candidate.flatMap { glances[$0.id] }
    let age = slot.flatMap { self.age(of: $0.candidate, at: now) }
    let jury = slot?.jury ?? []
    let interruption = glance.flatMap { self.interruption(of: $0, in: room, at: now) }
    let drift = slot.map { OralClock.nearestMinutes(self.drift(of: $0, at: now)) } ?? 0
    let isUnderWay = glance?.stage == .underWay
    return RoomStatus(
      room: room, candidate: candidate, slot: slot, glance: glance,
      expectedEnd: isUnderWay ? glance?.clock.expectedEnd(at: now) : nil, drift: drift, age: age,
      jurorsPresent: glance?.sitting.count ?? 0, jurorsPlanned: jury.count, interruption: interruption,
      verdict: verdict(
        slot, glance, in: room, age: age, drift: drift, interruption: interruption, at: now),
      next: forecasts(of: slots, after: slot, at: now))
  }

  /// What the room is at: the oral under way, else the first that is not over.
  private func current(of slots: [Slot]) -> Slot? {
    slots.first { glances[$0.candidate]?.stage == .underWay } ?? slots.first { !isOver($0.candidate) }
  }

  private func isOver(_ candidate: String) -> Bool {
    if case .absent = day.attendance[candidate] { return true }
    return glances[candidate]?.isOver ?? false
  }

  /// Milliseconds since the last sign of life or the last fact, whichever is later.
  private func age(of candidate: String, at now: Stamp) -> Int? {
    let signs = [heardAt[candidate], glances[candidate]?.lastAt].compactMap { $0 }
    return signs.map { now.elapsed(since: $0).milliseconds }.min()
  }

  /// The gap that the jury of an oral has not settled, if it is long enough to be one.
  public func interruption(of glance: Glance, in room: String, at now: Stamp) -> Interruption? {
    let incidents = day.incidents.filter { $0.candidate == glance.candidate || $0.candidate == nil && $0.room == room }
    return glance.clock.interruption(
      incidents, settled: glance.settlements.map(\.settlement), minutes: plan.settings.interruption.minutes, at: now)
  }

  /// Milliseconds behind the plan: of the expected end for an oral under way or ended, of the start for one that waits.
  /// None half a day away: the oral is heard on another day than planned.
  private func drift(of slot: Slot, at now: Stamp) -> Int {
    if let clock = glances[slot.candidate]?.clock, clock.state != .notStarted {
      return clock.lateness(plannedFrom: slot.start, at: now) ?? 0
    }
    let late = max(0, now.at.unixMilliseconds - slot.start.unixMilliseconds)
    return late < 12 * 3_600_000 ? late : 0
  }

  // MARK: The verdict

  private func verdict(
    _ slot: Slot?, _ glance: Glance?, in room: String, age: Int?, drift: Int, interruption: Interruption?, at now: Stamp
  ) -> RoomStatus.Verdict {
    guard let slot else { return .finished }
    let isToday = abs(now.at.unixMilliseconds - slot.start.unixMilliseconds) < 12 * 3_600_000
    let isPast = isToday && now.at.unixMilliseconds > slot.start.unixMilliseconds
    let stage = glance?.stage ?? .planned
    if let need = need(slot, stage, glance, in: room, isPast: isPast, interruption) { return .needed(need) }
    if let age, age > Self.patience, stage == .underWay || stage == .preparing && isPast { return .stale(age) }
    switch stage {
    case .planned, .preparing:
      if drift > 0 { return .late(drift) }
      return .waiting(slot.start)
    case .underWay: return drift > 0 ? .late(drift) : .onTime
    case .deliberating, .signing:
      // The slot holds the deliberation too.
      let over = OralClock.nearestMinutes(now.at.unixMilliseconds - slot.start.unixMilliseconds - slot.minutes * 60_000)
      return isToday && over > 0 ? .late(over) : .onTime
    case .signed, .absent, .refused: return .onTime
    }
  }

  /// What the manager alone can mend.
  private func need(
    _ slot: Slot, _ stage: Oral.Stage, _ glance: Glance?, in room: String, isPast: Bool,
    _ interruption: Interruption?
  ) -> Phrase? {
    if stage == .refused { return Phrase("un juré refuse de signer", "a juror refuses to sign") }
    if let interruption, stage == .underWay {
      let length = minutesText(interruption.gap)
      return interruption.lasts
        ? Phrase("coupure de \(length)", "cut for \(length)")
        : Phrase("décider, coupure de \(length)", "to decide, cut of \(length)")
    }
    if let incident = day.standingIncidents.last(where: {
      $0.closedAt == nil && ($0.candidate == slot.candidate || $0.candidate == nil && $0.room == room)
    }) {
      return Phrase("incident : \(incident.code.phrase.fr)", "incident: \(incident.code.phrase.en)")
    }
    if glance?.isAbsent == true, day.attendance[slot.candidate] == nil {
      return Phrase("le jury note une absence", "the jury records an absence")
    }
    guard isPast, stage == .planned || stage == .preparing else { return nil }
    let present = plan.jury.filter { glance?.sits($0.id) ?? false }
    if present.count < rules.minimumMembers {
      let count = present.count
      return Phrase(
        "\(count) juré\(count > 1 ? "s" : "") présent\(count > 1 ? "s" : "") sur \(rules.minimumMembers)",
        "\(count) of \(rules.minimumMembers) jurors present")
    }
    return nil
  }

  // MARK: The forecast

  /// When each candidate still to come is likely to begin: the room is free when its slot ends, later by what the oral
  /// drifts; breaks take up what they can, and nobody is called before their time.
  private func forecasts(of slots: [Slot], after current: Slot?, at now: Stamp) -> [Forecast] {
    guard let current else { return [] }
    var free = freeAt(current, at: now)
    var forecasts: [Forecast] = []
    for slot in slots where slot.candidate != current.candidate && !isOver(slot.candidate) {
      let stage = glances[slot.candidate]?.stage ?? .planned
      guard stage == .planned || stage == .preparing, let candidate = plan.candidate(slot.candidate) else { continue }
      let start = max(free, slot.start.unixMilliseconds)
      forecasts.append(
        Forecast(
          room: slot.room, candidate: candidate, planned: slot.start,
          expected: slot.start.advanced(by: start - slot.start.unixMilliseconds)))
      free = start + slot.minutes * 60_000
    }
    return forecasts
  }

  /// Milliseconds since 1970 when the room is likely to be free of a candidate.
  private func freeAt(_ slot: Slot, at now: Stamp) -> Int {
    let length = slot.minutes * 60_000
    let late = max(0, drift(of: slot, at: now))
    let end = slot.start.unixMilliseconds + length + late
    switch glances[slot.candidate]?.stage ?? .planned {
    case .deliberating, .signing, .refused: return max(end, now.at.unixMilliseconds)
    default: return end
    }
  }
}
