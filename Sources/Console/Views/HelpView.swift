import Evaluation
import Screen

extension Console {
  /// The keys of this page, then those that act anywhere; from the one table.
  func helpView(_ scroll: Int, in area: Area, _ picture: inout Picture) {
    let own = KeyTable.bindings(on: page).filter { $0.pages.count < Page.allCases.count }
    let shared = KeyTable.bindings(on: page).filter { $0.pages.count == Page.allCases.count }
    let lines = own.map(helpLine) + [[]] + shared.map(helpLine)
    scrollPanel(
      [Run(t("Touches de cette page", "Keys of this page"), "panel.title")], lines, scroll, in: area, &picture)
  }

  private func helpLine(_ binding: Binding) -> [Run] {
    let shown = binding.keys.prefix(2).map { $0.name(language) }.joined(separator: " ")
    let keys = binding.command == .jump ? "1 … 9 0" : shown
    return [
      Run(keys + String(repeating: " ", count: max(2, 22 - Width.columns(keys))), "accent"),
      Run(binding.help(language)),
    ]
  }

  /// The arithmetic of the time: each phase, then the sum that gives the end to expect.
  func timeView(at now: Stamp, in area: Area, _ picture: inout Picture) {
    guard let oral else { return }
    let clock = oral.clock
    var lines: [[Run]] = []
    func line(_ label: String, _ amount: String, _ about: String = "") {
      let gap = String(repeating: " ", count: max(1, 34 - Width.columns(label)))
      let pad = String(repeating: " ", count: max(0, 9 - Width.columns(amount)))
      lines.append([Run(label + gap), Run(pad + amount, "text.strong"), Run("   " + about, "text.dim")])
    }
    for (index, phase) in clock.phases.enumerated() {
      let spent = clock.spent(inPhase: index, at: now)
      let about = t("sur ", "of ") + minutesText(phase.planned)
      line((index == clock.phase ? "▸ " : "  ") + phase.title, minutesText(spent), about)
    }
    lines.append([])
    let formatMinutes = oral.format.minutes * 60_000
    line(t("  durée de l'oral", "  length of the oral"), minutesText(formatMinutes))
    if clock.extra > 0 {
      line(t("+ tiers-temps", "+ extra time"), minutesText(clock.extra), t("accordé au plan", "granted by the plan"))
    }
    if clock.state != .notStarted {
      for pause in clock.pauses { line(t("+ pause", "+ pause"), minutesText(pause.length(at: now)), pause.reason) }
      line(
        t("+ dépassements", "+ overruns"), minutesText(clock.drift(at: now)),
        t("négatif : en avance", "negative: ahead"))
      lines.append([])
      line(t("  commencé à", "  started at"), clock.apparentStart(at: now).minuteText)
      line(t("= fin prévue", "= expected end"), clock.expectedEnd(at: now).minuteText)
    }
    if let slot = plan.slot(of: oral.candidate.id) {
      let end = slot.start.advanced(by: clock.totalPlanned)
      line(
        t("  fin au plan", "  planned end"), end.minuteText,
        t(
          "créneau de \(slot.minutes) min dès \(slot.start.minuteText)",
          "slot of \(slot.minutes) min from \(slot.start.minuteText)"))
    }
    if clock.isUncertain(at: now) {
      lines.append([])
      lines.append([
        Run(
          t(
            "≈ la machine a redémarré : le temps d'avant est estimé",
            "≈ the machine was restarted: the time before is an estimate"))
      ])
    }
    scrollPanel([Run(t("Le calcul du temps", "The arithmetic of time"), "panel.title")], lines, 0, in: area, &picture)
  }
}
