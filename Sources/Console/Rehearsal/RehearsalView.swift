import Evaluation
import Screen

extension RehearsalConsole {
  /// What the screen shows.
  public func picture(at now: Stamp) -> Picture {
    Picture.page(of: size, language) { picture, area in draw(at: now, in: area, &picture) }
  }

  private func draw(at now: Stamp, in area: Area, _ picture: inout Picture) {
    header(at: now, in: &picture)
    let lines = criteria.map { (sign: ReviewConsole.sign(of: marked($0)), id: $0.id, label: $0.label) }
    picture.checklist(
      lines, text: criteria[row].text, done: criteria.count { marked($0) != nil }, row: row, in: area)
    picture.footer(
      RehearsalKeys.table.footerKeys(on: .rehearsal), asked: asked, unsaved: unsaved, message: message,
      help: (t("Touches", "Keys"), helpLines), language)
  }

  var helpLines: [[Run]] { RehearsalKeys.table.helpLines(on: .rehearsal, language, columns: size.panelColumns) }

  private func marked(_ criterion: Criterion) -> Mark? {
    let mark = rehearsal.mark(of: criterion.id)
    return mark == .none ? nil : mark
  }

  /// « RÉPÉTITION », then the phase with what is left of it, and the whole.
  private func header(at now: Stamp, in picture: inout Picture) {
    picture.frame.clear(Area(row: 0, column: 0, rows: 2, columns: size.columns), role: "header")
    let mark = t("RÉPÉTITION", "REHEARSAL")
    let end = picture.frame.put(right: [Run(mark, "header.watermark")], row: 0, endColumn: size.columns - 1) - 2
    let clock = rehearsal.clock
    picture.frame.put(
      [
        Run(rehearsal.format.title, "header.strong"),
        Run("  \(clock.phase + 1)/\(clock.phases.count)  \(rehearsal.format.minutes) min", "header.dim"),
      ], row: 0, column: 1, width: max(0, end))
    let whole = "\(minutesText(clock.totalSpent(at: now))) / \(minutesText(clock.totalPlanned))"
    let right = picture.frame.put(
      right: [Run(t("total ", "total ") + whole, "header.dim")], row: 1, endColumn: size.columns - 1)
    let left = clock.phaseLeft(at: now)
    let role: Role = left < 0 ? "clock.over" : left <= 60_000 ? "clock.warning" : "clock"
    let state: String? =
      switch clock.state {
      case .notStarted: t("t : commencer", "t: start")
      case .paused: t("EN PAUSE", "PAUSED")
      case .running, .ended: nil
      }
    picture.frame.put(
      [
        Run(clock.phases[clock.phase].title + "  ", "header.strong"),
        Run(left < 0 ? t("dépassé de ", "over by ") : t("reste ", "left "), "header.dim"),
        Run(minutesText(abs(left)), role), Run(state.map { "   " + $0 } ?? "", "clock.paused"),
      ], row: 1, column: 1, width: max(0, right - 2))
  }
}

extension Picture {
  /// Criteria, each with its sign; below them the whole text of the one under the cursor, and how many are done.
  mutating func checklist(
    _ lines: [(sign: Run, id: String, label: String)], text: String, done: Int, row: Int, in area: Area
  ) {
    let (list, below) = area.split(atRow: area.rows - 5)
    let first = Line.window(around: row, count: lines.count, height: list.rows)
    for (offset, line) in lines[first...].prefix(list.rows).enumerated() {
      let id = line.id + String(repeating: " ", count: max(0, 6 - line.id.utf8.count))
      listLine(
        [Run("[", "text.dim"), line.sign, Run("]  ", "text.dim"), Run(id, "text.dim"), Run(line.label)],
        row: first + offset, isHere: first + offset == row, in: list.rows(from: offset, count: 1))
    }
    frame.rule(row: below.row, column: 3, columns: below.columns - 6, role: "rule")
    frame.put(right: " \(done)/\(lines.count) ", row: below.row, endColumn: below.endColumn - 3, role: "text.dim")
    for (offset, part) in Wrap.lines(text, width: below.columns - 6).prefix(below.rows - 1).enumerated() {
      frame.put(part, row: below.row + 1 + offset, column: 3, role: .text)
    }
  }
}
