import Evaluation
import Screen

extension Console {
  /// The row of the clocks: the phase and what is left of it, the whole, the end to expect.
  func clockView(at now: Stamp, in picture: inout Picture) {
    guard let oral else { return }
    let clock = oral.clock
    // What must be said in words takes the room of the total, where there is little.
    let isTold = oral.markedWhileStopped != nil || clock.state == .running && clockRole(clock, at: now) != "clock"
    let isShort = size.columns < 76 || isTold && size.columns < 100
    let right = wholeRuns(oral, at: now, isShort: isShort)
    let room = picture.frame.put(right: right, row: 1, endColumn: size.columns - 1) - 3
    switch clock.state {
    case .running: runningView(clock, at: now, room: room, in: &picture)
    case .ended:
      let said = t("Oral terminé à ", "Oral ended at ") + (clock.endedAt?.at.minuteText ?? "")
      picture.frame.put(said, row: 1, column: 1, role: "header.strong", width: room)
    case .notStarted, .paused: standingView(clock, at: now, room: room, in: &picture)
    }
  }

  /// A clock that stands still; marks that come meanwhile say since when, and which key counts that time.
  private func standingView(_ clock: OralClock, at now: Stamp, room: Int, in picture: inout Picture) {
    let pause = clock.state == .paused ? clock.pauses.last : nil
    let state = pause.map { t("EN PAUSE ", "PAUSED ") + lengthText($0, of: clock, at: now) }
    let head = state.map { [Run($0, "clock.paused")] } ?? []
    var wordings: [[Run]] = [
      head
        + (pause.map { [Run(" · " + $0.reason, "clock.paused")] } ?? [
          Run(t("Minuterie prête", "Clock ready"), "header.dim")
        ]),
      head,
    ]
    if let since = oral?.markedWhileStopped {
      let time = minutesText(now.elapsed(since: since).milliseconds)
      let still = Run(t("ne tourne pas depuis ", "not running since ") + time, "clock.warning")
      let key = t("b : antidater", "b: back-date")
      let dot = Run(" · ", "clock.paused")
      let before = head.isEmpty ? [] : head + [dot]
      wordings = [
        before + [still, Run(" · " + key, "clock.warning")], before + [still], [still],
        [Run(key + " (\(time))", "clock.warning")],
      ]
    }
    let said = wordings.first { Line.columns($0) <= room } ?? wordings.last ?? []
    picture.frame.put(said, row: 1, column: 1, width: max(0, room))
  }

  /// « 02:10 », and « ≈02:10 » across a reboot.
  func lengthText(_ pause: OralClock.Pause, of clock: OralClock, at now: Stamp) -> String {
    (clock.isUncertain(pause, at: now) ? "≈" : "") + minutesText(clock.length(of: pause, at: now))
  }

  private func runningView(_ clock: OralClock, at now: Stamp, room: Int, in picture: inout Picture) {
    let phase = clock.phases[clock.phase]
    let about = clock.isUncertain(at: now) ? "≈" : ""
    let role = clockRole(clock, at: now)
    let isPlain = role == "clock"
    // The count is never cut: words around it go first, then the phase's title.
    let short = String(phase.title.prefix { $0 != " " })
    let words = leftWords(clock, at: now)
    let wordings = [(phase.title, 0), (phase.title, 1), (short, 1), (short, 2)].lazy.map { title, index in
      let (count, tail) = words[index]
      return [Run(title + "  ", "header.strong"), Run(about + count, role), Run(tail, isPlain ? "header.dim" : role)]
    }
    guard let said = wordings.first(where: { Line.columns($0) <= room }) ?? wordings.last else { return }
    let spare = room - Line.columns(said) - 2
    var column = 1 + picture.frame.put([said[0]], row: 1, column: 1, width: max(0, room))
    if spare >= 6 {
      let bar = Line.bar(clock.phaseSpent(at: now) / 1000 * 1000, of: phase.planned, width: min(30, spare))
      column +=
        picture.frame.put([Run(bar.done, "bar.done"), Run(bar.rest, "bar.todo")], row: 1, column: column) + 2
    }
    picture.frame.put(Array(said.dropFirst()), row: 1, column: column, width: max(0, room + 1 - column))
  }

  /// What is left, in words, the longest first: warnings and overruns are said, not only coloured.
  private func leftWords(_ clock: OralClock, at now: Stamp) -> [(count: String, tail: String)] {
    let planned = minutesText(clock.phases[clock.phase].planned)
    // Whole seconds spent and left add up to the plan on screen.
    let left = clock.phases[clock.phase].planned - clock.phaseSpent(at: now) / 1000 * 1000
    guard left >= 0 else {
      let over = (left <= -1000 ? "+" : "") + minutesText(abs(left))
      return [(over, t(" au-delà de \(planned)", " over \(planned)")), (over, t(" au-delà", " over")), (over, "")]
    }
    let count = t("reste \(minutesText(left))", "\(minutesText(left)) left")
    guard let warning = clock.warning(of: plan.settings.warnings, at: now) else {
      return [(count, " / \(planned)"), (count, ""), (minutesText(left), "")]
    }
    let minutes = warning % 60 == 0 ? "\(warning / 60) min" : "\(warning) s"
    return [
      (count, t(", moins de \(minutes)", ", under \(minutes)")), (count, " < \(minutes)"),
      (minutesText(left), " < \(minutes)"),
    ]
  }

  /// The role of the phase's count.
  func clockRole(_ clock: OralClock, at now: Stamp) -> Role {
    switch clock.state {
    case .paused: return "clock.paused"
    case .notStarted, .ended: return "clock"
    case .running: break
    }
    if clock.phaseLeft(at: now) < 0 { return "clock.over" }
    guard let warning = clock.warning(of: plan.settings.warnings, at: now) else { return "clock" }
    return warning == plan.settings.warnings.last ? "clock.urgent" : "clock.warning"
  }

  /// « total 42:10 / 90:00   fin 10:32 (+2) », or the end alone.
  private func wholeRuns(_ oral: Oral, at now: Stamp, isShort: Bool) -> [Run] {
    let clock = oral.clock
    let total = "\(minutesText(clock.totalSpent(at: now))) / \(minutesText(clock.totalPlanned))"
    let whole = [Run(t("total ", "total "), "header.dim"), Run(total, "header")]
    guard clock.state != .notStarted else {
      let start = plan.slot(of: oral.candidate.id).map { t("prévu à ", "planned at ") + $0.start.minuteText } ?? ""
      return isShort
        ? [Run(start, "header.dim")]
        : [Run(minutesText(clock.totalPlanned), "header"), Run("   " + start, "header.dim")]
    }
    if clock.state == .ended { return whole }
    var end = [Run(t("fin ", "end "), "header.dim"), Run(clock.expectedEnd(at: now).minuteText, "header")]
    if let late = lateness(oral, at: now), late != 0 {
      end.append(Run(" (\(late > 0 ? "+" : "−")\(abs(late)))", late > 0 ? "clock.warning" : "header.dim"))
    }
    return isShort ? end : whole + [Run("   ", "header")] + end
  }

  /// Whole minutes by which the expected end is later than the plan's; nil without a slot, and half a day away from
  /// it, when the oral is heard on another day than planned.
  func lateness(_ oral: Oral, at now: Stamp) -> Int? {
    guard let slot = plan.slot(of: oral.candidate.id) else { return nil }
    return oral.clock.lateness(plannedFrom: slot.start, at: now).map(OralClock.nearestMinutes)
  }
}
