import Evaluation
import Screen

extension Watch {
  /// The room under the cursor, wherever the filter leaves it.
  func row(at now: Stamp) -> Row? {
    guard let here, sessions.indices.contains(here.session) else { return nil }
    return sessions[here.session].statuses(at: now).first { $0.room == here.room }.map { Row(place: here, status: $0) }
  }

  /// One room: who is heard, the interruption if there is one, its story, incidents, messages and candidates.
  func roomView(at now: Stamp, in area: Area, _ picture: inout Picture) {
    guard let row = row(at: now) else { return }
    let status = row.status
    let end = picture.frame.put(right: [verdictRun(status)], row: area.row, endColumn: area.endColumn - 1)
    let name = status.candidate?.name ?? ""
    let letter = sessions.count > 1 ? sessionLetter(row.place.session) + " " : ""
    picture.frame.put(
      [Run(letter + Room.title(row.place.room)(language) + "  ", "accent.strong"), Run(name, "text.strong")],
      row: area.row, column: 1, width: max(0, end - 2))
    let lines = roomLines(at: now)
    let first = max(0, min(scroll, lines.count - pageRows))
    for (offset, runs) in lines[first...].prefix(pageRows).enumerated() {
      picture.frame.put(runs, row: area.row + 2 + offset, column: 1, width: area.columns - 2)
    }
    if lines.count > pageRows {
      let range = "\(first + 1)–\(min(lines.count, first + pageRows)) / \(lines.count)"
      picture.frame.put(right: range, row: area.row + 1, endColumn: area.endColumn - 1, role: "text.dim")
    }
  }

  func roomLines(at now: Stamp) -> [[Run]] {
    guard let row = row(at: now) else { return [] }
    let session = sessions[row.place.session]
    let status = row.status
    var lines: [[Run]] = [[Run("  " + detailText(status), "text.dim")]]
    lines += clockLines(status, at: now) + jurorLines(status, session) + interruptionLines(status, session)
    func section(_ title: String, _ content: [[Run]]) {
      guard !content.isEmpty else { return }
      lines += [[], [Run(title, "accent.strong")]] + content.flatMap { wrapped($0) }
    }
    section(t("Incidents", "Incidents"), roomIncidents(row, session))
    section(t("Messages", "Messages"), roomMessages(row, session))
    section(t("Déroulé", "Story"), status.glance.map { storyLines($0, session) } ?? [])
    section(t("Ensuite", "Next"), status.next.map { forecastRuns($0, room: "") })
    return lines
  }

  /// A line of the page, its last text going on below where it is too long.
  private func wrapped(_ runs: [Run]) -> [[Run]] {
    guard let last = runs.last else { return [] }
    let head = runs.dropLast()
    let indent = 2 + Line.columns(Array(head))
    let texts = Wrap.lines(last.text, width: max(12, size.columns - 4 - indent))
    return texts.enumerated().map { index, text in
      index == 0
        ? [Run("  ")] + head + [Run(text, last.role)]
        : [Run(String(repeating: " ", count: indent)), Run(text, last.role)]
    }
  }

  private func clockLines(_ status: RoomStatus, at now: Stamp) -> [[Run]] {
    guard let clock = status.glance?.clock, clock.state != .notStarted else {
      return status.slot.map { slot in
        [[Run("  " + t("prévu à ", "planned at ") + slot.start.minuteText, "text")]]
      } ?? []
    }
    let end = clock.state == .ended ? t("terminé à ", "ended at ") : t("fin prévue ", "expected end ")
    let paused = clock.paused(at: now)
    let phase = Run("  " + phaseText(status) + "  ", "text.strong")
    return [
      [phase] + leftRuns(clock, at: now),
      [
        Run("  " + end + clock.expectedEnd(at: now).minuteText + driftText(status.drift), "text"),
        Run(clock.isUncertain(at: now) ? " ≈" : "", "text.dim"),
        Run(
          "   " + t("total ", "total ")
            + "\(minutesText(clock.totalSpent(at: now))) / \(minutesText(clock.totalPlanned))"
            + (paused > 0 ? t("   pauses ", "   pauses ") + minutesText(paused) : ""), "text.dim"),
      ],
    ]
  }

  /// « 12:30 restent », « dépassement 02:13 »; nothing once the oral has ended.
  private func leftRuns(_ clock: OralClock, at now: Stamp) -> [Run] {
    guard clock.state != .ended else { return [] }
    let left = clock.phaseLeft(at: now)
    return left < 0
      ? [Run(t("dépassement ", "overrun "), "text.dim"), Run(minutesText(-left), "room.late")]
      : [Run(minutesText(left), "text"), Run(t(" restent", " left"), "text.dim")]
  }

  private func jurorLines(_ status: RoomStatus, _ session: SessionWatch) -> [[Run]] {
    guard let glance = status.glance, let slot = status.slot else { return [] }
    let runs = slot.jury.compactMap(session.plan.juror).flatMap { juror in
      let isHere = glance.sits(juror.id)
      return [
        Run(isHere ? "● " : "○ ", isHere ? "room.onTime" : "text.dim"),
        Run(juror.shortName + "   ", isHere ? "text" : "text.dim"),
      ]
    }
    let known = session.day.attendance[glance.candidate].map(attendanceText)
    let attendance = known.map { [Run(t("candidat : ", "candidate: ") + $0, "text.dim")] } ?? []
    return [[Run("  ")] + runs + attendance]
  }

  /// What the interruption assistant measures, and what it leaves to the jury's president.
  private func interruptionLines(_ status: RoomStatus, _ session: SessionWatch) -> [[Run]] {
    guard let interruption = status.interruption else { return [] }
    let settings = session.plan.settings.interruption
    let side = settings.side(ofGap: interruption.gap, inOral: interruption.oral)(language)
    let choice = interruption.proposed(by: settings)
    let proposed =
      choice == .extended
      ? t("prolonger de \(minutesText(interruption.gap))", "extend by \(minutesText(interruption.gap))")
      : t("recommencer l'oral", "start the oral again")
    return [
      [],
      [
        Run("  " + t("Interruption ", "Interruption ") + minutesText(interruption.gap), "room.needed"),
        Run(" · \(interruption.reason(language)) · \(side)"),
      ],
      [
        Run("  " + t("proposé d'abord : ", "proposed first: ") + proposed, "text"),
        Run(
          t(
            " ; le choix est à la présidence du jury (i sur sa console)",
            "; the choice is the jury president's (i on their console)"), "text.dim"),
      ],
      [Run("  " + settings.sourcePhrase(language), "text.dim")],
    ]
  }

  private func roomIncidents(_ row: Row, _ session: SessionWatch) -> [[Run]] {
    session.day.standingIncidents.reversed().filter {
      $0.room == row.place.room || $0.candidate != nil && $0.candidate == row.status.candidate?.id
    }.map { incidentLine($0, place: "") }
  }

  private func roomMessages(_ row: Row, _ session: SessionWatch) -> [[Run]] {
    let orals = session.slots(in: row.place.room).compactMap { session.glances[$0.candidate] }
    return session.day.messages.reversed().filter { $0.concerns(room: row.place.room) }.prefix(5).map { message in
      let isSeen = orals.contains { $0.acknowledged.contains(message.n) }
      return [
        Run(message.at.at.minuteText + "  ", "text.dim"), Run(message.text),
        isSeen
          ? Run("   " + t("vu", "seen"), "room.onTime") : Run("   " + t("pas encore vu", "not seen yet"), "room.late"),
      ]
    }
  }
}
