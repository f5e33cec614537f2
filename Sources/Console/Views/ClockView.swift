import Evaluation
import Screen

extension Console {
  /// The row of the clocks: the phase and what is left of it, the whole, the end to expect.
  func clockView(at now: Stamp, in picture: inout Picture) {
    guard let oral else { return }
    let clock = oral.clock
    let end = size.columns - 1
    let right = wholeRuns(oral, at: now, room: size.columns)
    let rightStart = picture.frame.put(right: right, row: 1, endColumn: end)
    let room = rightStart - 3
    switch clock.state {
    case .notStarted:
      let since = clock.markedWhileStopped.map { minutesText(now.elapsed(since: $0).milliseconds) }
      let said = since.map { notRunningText($0) } ?? t("Minuterie prête", "Clock ready")
      picture.frame.put(said, row: 1, column: 1, role: since == nil ? "header.dim" : "clock.warning", width: room)
    case .paused:
      let length = clock.pauses.last.map { minutesText($0.length(at: now)) } ?? ""
      var said = t("EN PAUSE \(length)", "PAUSED \(length)")
      if let reason = clock.pauses.last?.reason { said += " (\(reason))" }
      if let since = clock.markedWhileStopped {
        said += " · " + notRunningText(minutesText(now.elapsed(since: since).milliseconds))
      }
      picture.frame.put(said, row: 1, column: 1, role: "clock.paused", width: room)
    case .ended:
      let at = clock.endedAt?.at.minuteText ?? ""
      picture.frame.put(
        t("Oral terminé à \(at)", "Oral ended at \(at)"), row: 1, column: 1, role: "header.strong", width: room)
    case .running: runningView(clock, at: now, room: room, in: &picture)
    }
  }

  private func notRunningText(_ since: String) -> String {
    t("la minuterie ne tourne pas depuis \(since) · b : antidater", "clock not running since \(since) · b: back-date")
  }

  private func runningView(_ clock: OralClock, at now: Stamp, room: Int, in picture: inout Picture) {
    let phase = clock.phases[clock.phase]
    // Whole seconds spent and left add up to the plan on screen.
    let left = phase.planned - clock.phaseSpent(at: now) / 1000 * 1000
    let role = clockRole(clock, at: now)
    let words = leftWords(clock, at: now)
    var title = phase.title
    let about = clock.isUncertain(at: now) ? "≈" : ""
    let count = Run(about + (left <= -1000 ? "+" : "") + minutesText(abs(left)), role)
    var tail = Run(" " + words.long, left < 0 || role != "clock" ? role : "header.dim")
    func used() -> Int { Width.columns(title) + Line.columns([count, tail]) + 2 }
    if used() > room { tail = Run(" " + words.short, tail.role) }
    if used() > room { title = String(title.prefix { $0 != " " }) }
    var column = 1 + picture.frame.put(title, row: 1, column: 1, role: "header.accent", width: max(0, room)) + 2
    let barWidth = min(30, room - used() - 2)
    if barWidth >= 6 {
      let bar = Line.bar(clock.phaseSpent(at: now), of: phase.planned, width: barWidth)
      column +=
        picture.frame.put(
          [Run(bar.done, "bar.done"), Run(bar.rest, "bar.todo")], row: 1, column: column) + 2
    }
    picture.frame.put([count, tail], row: 1, column: column, width: max(0, room + 1 - column))
  }

  /// What is left, in words: warnings and overruns are said, not only coloured.
  private func leftWords(_ clock: OralClock, at now: Stamp) -> (long: String, short: String) {
    let planned = minutesText(clock.phases[clock.phase].planned)
    if clock.phaseLeft(at: now) < 0 {
      return (t("de plus que \(planned)", "over \(planned)"), t("au-delà", "over"))
    }
    if let warning = clock.warning(of: plan.settings.warnings, at: now) {
      let minutes = warning % 60 == 0 ? "\(warning / 60) min" : "\(warning) s"
      return (
        t("moins de \(minutes) sur \(planned)", "under \(minutes) of \(planned)"), t("< \(minutes)", "< \(minutes)")
      )
    }
    return (t("restent sur \(planned)", "left of \(planned)"), "/ \(planned)")
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

  /// « total 42:10 / 90:00   fin 10:32 (+2) », shorter where there is less room.
  private func wholeRuns(_ oral: Oral, at now: Stamp, room: Int) -> [Run] {
    let clock = oral.clock
    let total = "\(minutesText(clock.totalSpent(at: now))) / \(minutesText(clock.totalPlanned))"
    let whole = [Run(t("total ", "total "), "header.dim"), Run(total, "header")]
    guard clock.state != .notStarted else {
      let start = plan.slot(of: oral.candidate.id).map { t("prévu à ", "planned at ") + $0.start.minuteText } ?? ""
      return [Run("\(minutesText(clock.totalPlanned))", "header"), Run("   " + start, "header.dim")]
    }
    if clock.state == .ended { return whole }
    var end = [Run(t("fin ", "end "), "header.dim"), Run(clock.expectedEnd(at: now).minuteText, "header")]
    if let late = lateness(oral, at: now), late != 0 {
      end.append(Run(" (\(late > 0 ? "+" : "−")\(abs(late)))", late > 0 ? "clock.warning" : "header.dim"))
    }
    return room >= 76 ? whole + [Run("   ", "header")] + end : end
  }

  /// Whole minutes by which the expected end is later than the plan's; nil without a slot, and half a day away from
  /// it, when the oral is heard on another day than planned.
  func lateness(_ oral: Oral, at now: Stamp) -> Int? {
    guard let slot = plan.slot(of: oral.candidate.id) else { return nil }
    let planned = slot.start.unixMilliseconds + oral.clock.totalPlanned
    let late = oral.clock.expectedEnd(at: now).unixMilliseconds - planned
    guard abs(late) < 12 * 3_600_000 else { return nil }
    return late >= 0 ? (late + 30_000) / 60_000 : -((30_000 - late) / 60_000)
  }
}
