import Evaluation
import Screen

extension Watch {
  /// The rooms, needs first; below, who comes next and the last incidents, where there is room.
  ///
  /// - Parameters:
  ///   - rows: those that the filter leaves.
  ///   - all: reckoned once a picture: fifty rooms are long to go through.
  func roomsView(_ rows: [Row], of all: [Row], at now: Stamp, in area: Area, _ picture: inout Picture) {
    guard !rows.isEmpty else {
      let said = t("Aucune salle à montrer ; Échap : toutes", "No room to show; Esc: all")
      picture.frame.put(said, row: area.row + 1, column: 3, role: "text.dim", width: area.columns - 4)
      return
    }
    // Three rows for each where they fit with what is below, two, then one.
    let next = nextRuns(all)
    let incidents = incidentRuns
    let below = min(8, 2 + next.count + incidents.count)
    let height = [3, 2].first { rows.count * $0 + below + 1 <= area.rows } ?? (rows.count * 2 + 1 <= area.rows ? 2 : 1)
    let isHeaded = area.rows >= 6
    let room = area.rows - (isHeaded ? 1 : 0)
    let visible = min(rows.count, max(1, room / height))
    let here = index(in: rows)
    let first = Line.window(around: here, count: rows.count, height: visible)
    let columns = RoomColumns(of: rows.map(roomName), width: area.columns, isShort: height == 1)
    if isHeaded {
      columns.put(
        [
          t("Salle", "Room"), t("Candidat", "Candidate"), t("Phase", "Phase"), t("Reste", "Left"), t("Fin", "End"),
          t("Vu", "Seen"),
        ]
        .map { [Run($0, "text.dim")] }, bar: nil, row: area.row, in: area, &picture.frame)
      if rows.count > visible {
        let place = "\(first + 1)–\(first + visible) / \(rows.count)"
        picture.frame.put(right: place, row: area.row, endColumn: area.endColumn - 1, role: "text.dim")
      }
    }
    let list = area.split(atRow: isHeaded ? 1 : 0).bottom
    for (offset, row) in rows[first...].prefix(visible).enumerated() {
      let place = list.rows(from: offset * height, count: min(height, 2))
      roomRow(row, index: first + offset, isHere: row.place == rows[here].place, columns, at: now, in: place, &picture)
    }
    let rest = list.split(atRow: visible * height).bottom
    belowView(next, incidents, in: height == 3 ? rest : rest.split(atRow: 1).bottom, &picture)
  }

  private func roomRow(
    _ row: Row, index: Int, isHere: Bool, _ columns: RoomColumns, at now: Stamp, in area: Area, _ picture: inout Picture
  ) {
    let status = row.status
    let isStale = if case .stale = status.verdict { true } else { false }
    func role(_ role: Role) -> Role {
      let shown: Role = isStale && !role.scope.hasPrefix("room.") ? "text.dim" : role
      return isHere ? Role.selected(shown) : shown
    }
    func told(_ run: Run) -> [Run] { [Run(run.text, role(run.role))] }
    if isHere { picture.frame.clear(area, role: "row.selected") }
    let clock = status.glance?.stage == .underWay ? status.glance?.clock : nil
    let left = clock.map { $0.phaseLeft(at: now) }
    let bar = clock.map { clock in
      (done: clock.phaseSpent(at: now), whole: clock.phases[clock.phase].planned)
    }
    var cells: [[Run]] = [
      told(Run(roomName(row), "text.strong")), told(Run(status.candidate?.name ?? "–", "text.strong")),
      told(Run(phaseText(status), "text")),
      told(Run(left.map { (isStale ? "≈" : "") + minutesText($0) } ?? "", leftRole(left, status))),
      told(Run(endText(status), "text")),
      told(Run(status.age.map(ageText) ?? "–", isStale ? "room.stale" : "text.dim")),
    ]
    if columns.isShort { cells.append(told(verdictRun(status))) }
    columns.put(cells, bar: bar, row: area.row, in: area, &picture.frame)
    if isHere { picture.frame.put("▸", row: area.row, column: area.column, role: "row.selected.accent") }
    picture.target(area, .row(index))
    guard !columns.isShort, area.rows > 1 else { return }
    let verdict = told(verdictRun(status))
    let end = picture.frame.put(
      right: verdict, row: area.row + 1, endColumn: area.endColumn - 1)
    picture.frame.put(
      told(Run(detailText(status), "text.dim")), row: area.row + 1, column: columns.nameColumn,
      width: max(0, end - columns.nameColumn - 2))
  }

  private func leftRole(_ left: Int?, _ status: RoomStatus) -> Role {
    guard let left, status.glance?.clock.state == .running else { return "text.dim" }
    return left < 0 ? "room.late" : "text.strong"
  }

  // MARK: Below the rooms

  private func belowView(_ next: [[Run]], _ incidents: [[Run]], in area: Area, _ picture: inout Picture) {
    var row = area.row
    for (title, lines) in [
      (t("Ensuite", "Next"), next), (t("Derniers incidents", "Last incidents"), incidents),
    ] where !lines.isEmpty && area.endRow - row >= 2 {
      picture.frame.put(title, row: row, column: 1, role: "accent.strong")
      let shown = lines.prefix(min(area.endRow - row - 1, row == area.row ? 4 : 3))
      for (offset, runs) in shown.enumerated() {
        picture.frame.put(runs, row: row + 1 + offset, column: 3, width: area.columns - 4)
      }
      row += shown.count + 2
    }
  }

  /// The next candidate of each room, the first to come first, with the start that today's drift gives.
  private func nextRuns(_ all: [Row]) -> [[Run]] {
    let next = all.compactMap { row in row.status.next.first.map { (row, $0) } }
      .sorted { $0.1.expected.unixMilliseconds < $1.1.expected.unixMilliseconds }
    return next.prefix(4).map { row, forecast in
      let letter = sessions.count > 1 ? sessionLetter(row.place.session) + " " : ""
      return forecastRuns(forecast, room: letter + Room.title(forecast.room)(language) + "  ")
    }
  }

  /// « 10:45 → 10:54   salle 2  BERNARD Inès   +9 min ».
  func forecastRuns(_ forecast: Forecast, room: String) -> [Run] {
    let drift = forecast.drift
    return [
      Run("\(forecast.planned.minuteText) → \(forecast.expected.minuteText)   "), Run(room, "text.dim"),
      Run(forecast.candidate.name, "text.strong"),
      Run(forecast.candidate.format.map { " · " + formatText($0) } ?? " · VAE", "text.dim"),
      drift > 0
        ? Run("   +\(drift) min", "room.late") : Run("   " + t("à l'heure", "on time"), "room.onTime"),
    ]
  }

  private var incidentRuns: [[Run]] {
    let incidents = sessions.enumerated().flatMap { index, session in
      session.day.standingIncidents.map { (index, $0) }
    }.sorted { $0.1.at.at.unixMilliseconds > $1.1.at.at.unixMilliseconds }
    return incidents.prefix(3).map { index, incident in
      let letter = sessions.count > 1 ? sessionLetter(index) + " " : ""
      let place = incident.room.map { letter + Room.title($0)(language) + " · " } ?? letter
      return incidentLine(incident, place: place)
    }
  }

  /// « 10:00  salle 3 · coupure réseau · en cours ».
  func incidentLine(_ incident: Day.Incident, place: String) -> [Run] {
    let end = incident.closedAt.map { closed in
      " · " + t("clos à ", "closed at ") + closed.at.minuteText
        + (incident.outcome.isEmpty ? "" : " · " + incident.outcome)
    }
    return [
      Run(incident.at.at.minuteText + "  ", "text.dim"), Run(place), Run(incident.code.phrase(language)),
      Run(incident.text.isEmpty ? "" : " · " + incident.text, "text.dim"),
      end.map { Run($0, "text.dim") } ?? Run(" · " + t("en cours", "going on"), "room.needed"),
    ]
  }
}

/// The columns of the list of rooms.
struct RoomColumns {
  /// One row a room: no bar, and the verdict at the end.
  let isShort: Bool
  let hasPhase: Bool
  private let widths: [Int]
  private let barWidth: Int
  /// Where a candidate's name begins.
  let nameColumn: Int

  init(of rooms: [String], width: Int, isShort: Bool) {
    self.isShort = isShort
    let room = min(max(5, rooms.map { Width.columns($0) }.max() ?? 0), max(5, width / 8))
    let isWide = width >= 110
    let isNarrow = width < 70
    let end = isNarrow ? 0 : isShort && !isWide ? 11 : 12
    // Of what is left, the name has half.
    let bar = isShort ? 0 : isWide ? 18 : isNarrow ? 0 : 8
    let fixed = 1 + room + 7 + end + 6 + bar + 6 + (isShort ? (isNarrow ? 0 : isWide ? width / 3 : 29) : 0)
    let rest = max(12, width - fixed)
    // One row a room on a narrow screen has no phase: it stands in the place of a clock that does not run.
    hasPhase = !isNarrow && (isWide || !isShort)
    let name = hasPhase ? min(28, rest / 2) : rest
    widths = [room, name, hasPhase ? rest - name : 0, 7, end, 6]
    barWidth = bar
    nameColumn = 2 + room
  }

  func put(_ cells: [[Run]], bar: (done: Int, whole: Int)?, row: Int, in area: Area, _ frame: inout Frame) {
    var column = area.column + 1
    let isStill = !hasPhase && cells.count > 4 && cells[3].allSatisfy { $0.text.isEmpty }
    for (index, (width, runs)) in zip(widths, cells).enumerated() where width > 0 {
      if index == 3, isStill { frame.put(cells[2], row: row, column: column, width: width + 1 + widths[4]) }
      if index == 3, barWidth > 0 {
        if let bar {
          let drawn = Line.bar(bar.done, of: bar.whole, width: barWidth)
          frame.put([Run(drawn.done, "bar.done"), Run(drawn.rest, "bar.todo")], row: row, column: column)
        }
        column += barWidth + 1
      }
      frame.put(runs, row: row, column: column, width: width)
      column += width + 1
    }
    if cells.count > widths.count, let last = cells.last {
      frame.put(last, row: row, column: column, width: max(0, area.endColumn - 1 - column))
    }
  }
}
