import Evaluation
import Screen

extension Console {
  /// The arithmetic of the time: each phase, then the sum that gives the end to expect.
  func timeLines(at now: Stamp) -> [[Run]] {
    guard let oral else { return [] }
    let clock = oral.clock
    var lines = clock.phases.indices.map { index in
      let phase = clock.phases[index]
      return timeLine(
        index == clock.phase && clock.state != .notStarted ? "▸" : " ", phase.title,
        minutesText(clock.spent(inPhase: index, at: now)), t("sur ", "of ") + minutesText(phase.planned))
    }
    lines.append([])
    lines += clock.state == .notStarted ? [] : [timeLine(" ", t("commencé à", "started at"), startText(oral, at: now))]
    lines.append(timeLine("+", t("durée de l'oral", "length of the oral"), minutesText(oral.format.minutes * 60_000)))
    if clock.extra > 0 {
      lines.append(
        timeLine("+", t("tiers-temps", "extra time"), minutesText(clock.extra), t("donné par le plan", "from the plan"))
      )
    }
    if clock.granted > 0 {
      lines.append(
        timeLine(
          "+", t("prolongation", "extension"), minutesText(clock.granted), t("après interruption", "after interruption")
        ))
    }
    for pause in clock.pauses {
      lines.append(timeLine("+", t("pause", "pause"), lengthText(pause, of: clock, at: now), pause.reason))
    }
    if clock.state != .notStarted {
      let drift = clock.drift(at: now)
      lines.append(
        timeLine(
          drift <= -1000 ? "−" : "+", drift <= -1000 ? t("avance", "ahead") : t("dépassement", "overrun"),
          minutesText(abs(drift))))
      lines.append(
        timeLine(
          "=", clock.state == .ended ? t("fin", "end") : t("fin prévue", "expected end"),
          clock.expectedEnd(at: now).timeOfDayText))
    }
    return lines + planLines(oral) + uncertainty(clock, at: now) + consoleLines(at: now)
  }

  /// When the oral started: the end less every amount shown. Amounts are cut to whole seconds, so the start takes up
  /// what was cut, and the lines add up as they are read.
  private func startText(_ oral: Oral, at now: Stamp) -> String {
    let clock = oral.clock
    let amounts =
      [oral.format.minutes * 60_000, clock.extra, clock.granted, clock.drift(at: now)]
      + clock.pauses.map { clock.length(of: $0, at: now) }
    let sum = amounts.reduce(0) { $0 + $1 / 1000 * 1000 }
    return clock.expectedEnd(at: now).advanced(by: -sum).timeOfDayText
  }

  private func planLines(_ oral: Oral) -> [[Run]] {
    guard let slot = plan.slot(of: oral.candidate.id) else { return [] }
    let end = slot.start.advanced(by: oral.clock.scheduled)
    let about = t(
      "début \(slot.start.minuteText), créneau \(slot.minutes) min",
      "start \(slot.start.minuteText), slot \(slot.minutes) min")
    return [[], timeLine(" ", t("fin selon le plan", "end by the plan"), end.timeOfDayText, about)]
  }

  /// The other consoles: since when they are open, and what their wall clocks are ahead by, which no count uses (law 4).
  private func consoleLines(at now: Stamp) -> [[Run]] {
    guard !neighbours.isEmpty else { return [] }
    return [[]]
      + neighbours.map { neighbour in
        let name = plan.juror(neighbour.juror)?.shortName ?? neighbour.juror
        let state =
          neighbour.silence(at: now).map { t("muette depuis ", "silent for ") + minutesText($0) }
          ?? t("console ouverte", "console open")
        return timeLine(" ", name, neighbour.since.minuteText, state + clockDisagreement(neighbour))
      }
  }

  private func uncertainty(_ clock: OralClock, at now: Stamp) -> [[Run]] {
    let isPauseUncertain = clock.pauses.contains { clock.isUncertain($0, at: now) }
    guard isPauseUncertain || clock.isUncertain(at: now) else { return [] }
    let text = t(
      "≈ la machine a redémarré, ou n'est pas celle-ci : le temps d'avant est estimé",
      "≈ the machine was restarted, or is not this one: the time before is an estimate")
    return [[]] + Wrap.lines(text, width: panelColumns).map { [Run($0)] }
  }

  /// « + pause   02:10   incident technique ».
  private func timeLine(_ sign: String, _ label: String, _ amount: String, _ about: String = "") -> [Run] {
    let width = min(24, max(19, panelColumns / 3))
    let gap = String(repeating: " ", count: max(1, width - Width.columns(label)))
    let pad = String(repeating: " ", count: max(0, 8 - Width.columns(amount)))
    return [
      Run(sign + " ", "accent"), Run(label + gap), Run(pad + amount, "text.strong"), Run("   " + about, "text.dim"),
    ]
  }
}
