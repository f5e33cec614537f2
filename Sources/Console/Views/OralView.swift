import Evaluation
import Screen

extension Console {
  /// The live oral: competencies on the left, the criteria of one on the right.
  func oralView(at now: Stamp, in area: Area, _ picture: inout Picture) {
    guard let oral, let competency else { return }
    var area = area
    if area.rows > 14, oral.assessments.count > 1 {
      assessmentTimesView(oral, at: now, in: area, &picture)
      area = area.split(atRow: 1).bottom
    } else if area.rows > 20 {
      area = area.split(atRow: 1).bottom
    }
    guard area.columns >= 60 else {
      criteriaView(oral, competency, in: area.inset(columns: 1), &picture)
      return
    }
    let (left, right) = area.split(atColumn: area.columns >= 110 ? 27 : 22)
    competenciesView(oral, in: left, &picture)
    picture.frame.rule(column: right.column, row: right.row, rows: right.rows, role: "rule")
    let pane = Area(row: right.row, column: right.column + 2, rows: right.rows, columns: right.columns - 3)
    criteriaView(oral, competency, in: pane, &picture)
  }

  /// « E1 12:10  ▸E2 08:00  E3 –  … »: the time spent on each assessment.
  private func assessmentTimesView(_ oral: Oral, at now: Stamp, in area: Area, _ picture: inout Picture) {
    var column = area.column + 1
    for assessment in oral.assessments {
      let spent = oral.clock.spent(on: assessment.id, at: now)
      let isCurrent =
        oral.clock.assessment == assessment.id && (oral.clock.state == .running || oral.clock.state == .paused)
      let time = spent == 0 && !isCurrent ? "–" : minutesText(spent)
      column += picture.frame.put(
        [
          Run(isCurrent ? "▸" : " ", "accent"), Run(assessment.id, isCurrent ? "accent.strong" : "text.dim"),
          Run(" " + time, isCurrent ? "text.strong" : "text.dim"),
        ], row: area.row, column: column, width: area.endColumn - column)
      column += 3
    }
  }

  // MARK: Left

  private enum LeftLine {
    case assessment(Assessment)
    case competency(Int)
    case blank
  }

  private func leftLines(_ oral: Oral, height: Int) -> [LeftLine] {
    var lines: [LeftLine] = []
    let airy = oral.assessments.count * 2 - 1 + oral.competencies.count <= height
    for assessment in oral.assessments {
      if airy, !lines.isEmpty { lines.append(.blank) }
      lines.append(.assessment(assessment))
      for index in oral.competencies.indices where oral.competencies[index].assessment == assessment.id {
        lines.append(.competency(index))
      }
    }
    return lines
  }

  private func competenciesView(_ oral: Oral, in area: Area, _ picture: inout Picture) {
    let lines = leftLines(oral, height: area.rows)
    let tallies = oral.competencies.map { oral.tally(of: $0) }
    let cursor =
      lines.firstIndex { if case .competency(spot.competency) = $0 { true } else { false } } ?? 0
    let first = Line.window(around: cursor, count: lines.count, height: area.rows)
    for (offset, line) in lines[first...].prefix(area.rows).enumerated() {
      let place = area.rows(from: offset, count: 1)
      switch line {
      case .blank: break
      case .assessment(let assessment): assessmentLine(oral, assessment, tallies, in: place, &picture)
      case .competency(let index):
        competencyLine(oral.competencies[index].id, tallies[index], index, in: place, &picture)
      }
    }
  }

  private func assessmentLine(
    _ oral: Oral, _ assessment: Assessment, _ tallies: [Tally], in area: Area, _ picture: inout Picture
  ) {
    var (marked, total) = (0, 0)
    for (index, tally) in tallies.enumerated() where oral.competencies[index].assessment == assessment.id {
      marked += tally.marked
      total += tally.total
    }
    let tally = "\(marked)/\(total)"
    let end = picture.frame.put(right: tally, row: area.row, endColumn: area.endColumn - 1, role: "text.dim")
    picture.frame.put(
      [Run(assessment.id, "accent.strong"), Run(" " + assessment.label, "accent")], row: area.row,
      column: area.column + 1, width: end - area.column - 2)
  }

  private func competencyLine(
    _ competency: String, _ tally: Tally, _ index: Int, in area: Area, _ picture: inout Picture
  ) {
    let isHere = index == spot.competency
    if isHere { picture.frame.clear(area, role: "row.selected") }
    var right: [Run] = []
    if tally.toProbe > 0 { right.append(Run("?\(tally.toProbe) ", isHere ? "row.selected.toProbe" : "mark.toProbe")) }
    if tally.notMet > 0 { right.append(Run("✗\(tally.notMet) ", isHere ? "row.selected.notMet" : "mark.notMet")) }
    let isWhole = tally.met == tally.total
    let count = "\(isWhole ? "✓ " : "")\(tally.marked)/\(tally.total)"
    right.append(
      Run(count, isWhole ? (isHere ? "row.selected.met" : "mark.met") : (isHere ? "row.selected.dim" : "text.dim")))
    picture.frame.put(right: right, row: area.row, endColumn: area.endColumn - 1)
    picture.frame.put(
      [
        Run(isHere ? "▸ " : "  ", isHere ? "row.selected.accent" : "text"),
        Run(competency, isHere ? "row.selected.strong" : "text"),
      ],
      row: area.row, column: area.column + 1)
    picture.target(area, .competency(index))
  }
}
