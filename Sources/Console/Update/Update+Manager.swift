import Evaluation
import Screen

// What passes between the jury and the session's manager: messages, and what follows an interruption.

extension Console {
  /// The oldest message of the manager that concerns the open oral's room, and that nobody there has acknowledged.
  ///
  /// One older than the plan's setting is left alone: what it said is no longer so.
  func pendingMessage(at now: Stamp) -> Day.Message? {
    guard let candidate, !day.messages.isEmpty, let room = plan.slot(of: candidate)?.room else { return nil }
    let seen = plan.slots.filter { $0.room == room }.reduce(into: putAway) { seen, slot in
      seen.formUnion(oral(of: slot.candidate)?.acknowledged ?? [])
    }
    return day.messages.first { message in
      message.concerns(room: room) && !seen.contains(message.n)
        && now.at.unixMilliseconds - message.at.at.unixMilliseconds < plan.settings.messageMinutes * 60_000
    }
  }

  mutating func acknowledge(at now: Stamp) -> [Effect] {
    guard let pending = pendingMessage(at: now) else {
      refuse("aucun message du responsable n'attend", "no message of the manager waits")
      return []
    }
    let seen = Event.messageAcknowledged(message: pending.n)
    // A sealed grid names its journals, nothing more goes into them; who does not sit says nothing for the jury.
    if isWatching || oral?.refusal(of: seen, at: now) != nil {
      putAway.insert(pending.n)
      return []
    }
    return record(seen, at: now)
  }

  /// The gap in the open oral that the jury has not settled; `minutes`: of a pause at least so long.
  func interruption(minutes: Int, at now: Stamp) -> Interruption? {
    guard let oral else { return nil }
    let room = plan.slot(of: oral.candidate.id)?.room
    let incidents = day.incidents.filter {
      $0.candidate == oral.candidate.id || $0.candidate == nil && $0.room != nil && $0.room == room
    }
    return oral.clock.interruption(incidents, settled: oral.settlements.map(\.settlement), minutes: minutes, at: now)
  }

  mutating func askSettlement(at now: Stamp) {
    guard let oral else { return }
    guard interruption(minutes: 0, at: now) != nil else {
      refuse("aucune interruption à mesurer : t met en pause", "no interruption to measure: t pauses")
      return
    }
    guard !oral.isIndividual || oral.presiding.contains(where: { $0.id == viewer }) else {
      let names = oral.presiding.map(\.name).joined(separator: ", ")
      refuse("ce choix revient à \(names), qui préside", "this is the choice of \(names), who presides")
      return
    }
    prompt = .settlement(index: 0)
  }

  /// What may follow an interruption, the plan's proposal first.
  func settlementChoices(_ interruption: Interruption) -> [Settlement.Choice] {
    interruption.proposed(by: plan.settings.interruption) == .extended
      ? [.extended, .restarted, .unchanged] : [.restarted, .extended, .unchanged]
  }

  mutating func settled(_ index: Int, _ key: Key, at now: Stamp) -> [Effect] {
    guard let oral, let interruption = interruption(minutes: 0, at: now) else {
      prompt = nil
      return []
    }
    let choices = settlementChoices(interruption)
    let chosen: Int
    switch key {
    case .up, .backTab:
      prompt = .settlement(index: max(0, index - 1))
      return []
    case .down, .tab:
      prompt = .settlement(index: min(choices.count - 1, index + 1))
      return []
    case .enter: chosen = index
    default:
      guard let digit = key.digit, choices.indices.contains(digit - 1) else { return [] }
      chosen = digit - 1
    }
    let by = oral.isIndividual ? viewer : oral.presiding.first?.id ?? viewer
    let settlement = interruption.settled(choices[chosen], by: by, language)
    if let refusal = oral.refusal(of: .interruptionSettled(settlement), at: now) {
      refuse(refusal)
      return []
    }
    prompt = nil
    if settlement.choice == .restarted {
      prompt = .confirm(.restart(settlement))
      return []
    }
    return record(.interruptionSettled(settlement), at: now)
  }

  /// The measure, the choices and the source of the proportion.
  func settlementPanel(_ index: Int, at now: Stamp, in area: Area, _ picture: inout Picture) {
    guard let oral, let interruption = interruption(minutes: 0, at: now) else { return }
    let settings = plan.settings.interruption
    let side = settings.side(ofGap: interruption.gap, inOral: interruption.oral)(language)
    let names = oral.presiding.map(\.name).joined(separator: ", ")
    let gap = minutesText(interruption.gap)
    let isPause = interruption.counted == 0
    let words: [Settlement.Choice: String] = [
      .extended: isPause
        ? t(
          "prolonger de \(gap) : la pause n'est pas comptée, la fin recule d'autant",
          "extend by \(gap): the pause is not counted, the end moves by as much")
        : t(
          "prolonger de \(minutesText(interruption.counted)), que la minuterie a comptées",
          "extend by \(minutesText(interruption.counted)), which the clock counted"),
      .restarted: t(
        "recommencer l'oral ; les coches restent, le jury peut les changer",
        "start the oral again; marks stay, the jury may change them"),
      .unchanged: t("poursuivre sans rien changer", "go on unchanged"),
    ]
    let goesOn = interruption.lasts ? t(" · mesurée jusqu'ici, elle dure", " · measured so far, it goes on") : ""
    let about = Wrap.lines("\(interruption.reason(language)) · \(side)\(goesOn)", width: size.panelColumns)
    let source = Wrap.lines(settings.sourcePhrase(language), width: size.panelColumns)
    let choices = settlementChoices(interruption)
    let panel = picture.panelArea(rows: about.count + choices.count + source.count + 1, in: area)
    var lines: [[Run]] = [
      [
        Run(t("Interruption \(gap)", "Interruption \(gap)"), "panel.title"),
        Run(t("   le choix est à la présidence : \(names)", "   the choice is the president's: \(names)"), "panel.dim"),
      ]
    ]
    lines += about.map { [Run($0, "panel")] }
    lines += choices.enumerated().map { place, choice in
      let isHere = place == index
      return [
        Run(isHere ? "▸ " : "  ", "panel.key"), Run("\(place + 1)  ", "panel.key"),
        Run(words[choice] ?? "", isHere ? "panel.title" : "panel"),
      ]
    }
    lines += source.map { [Run($0, "panel.dim")] }
    for (offset, runs) in lines.prefix(panel.rows).enumerated() {
      picture.frame.put(runs, row: panel.row + offset, column: panel.column, width: panel.columns)
    }
  }

  /// What the jury is told once a choice is recorded.
  func settledText(_ settlement: Settlement) -> Phrase {
    switch settlement.choice {
    case .extended where settlement.counted > 0:
      Phrase("prolongé de \(minutesText(settlement.counted))", "extended by \(minutesText(settlement.counted))")
    case .extended:
      Phrase("prolongé : la pause n'est pas comptée", "extended: the pause is not counted")
    case .restarted: Phrase("l'oral recommence : t lance la minuterie", "the oral starts again: t runs the clock")
    case .unchanged: Phrase("choix noté : l'oral se poursuit", "recorded: the oral goes on")
    }
  }
}
