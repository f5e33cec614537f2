import Evaluation
import Screen

extension Console {
  /// The live oral: competencies on the left, the criteria of one on the right.
  func oralView(at now: Stamp, in area: Area, _ picture: inout Picture) {
    guard let oral, let competency else { return }
    var area = area
    if area.rows > 14, oral.assessments.count > 1 {
      let row = area.split(atRow: 1).top
      if picture.part(row, clockReading(at: now).map(Shown.clock) ?? .anything) {
        assessmentTimesView(oral, at: now, in: row, &picture)
      }
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
    if picture.part(right.split(atColumn: 1).left, .rule) {
      picture.frame.rule(column: right.column, row: right.row, rows: right.rows, role: "rule")
    }
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

  private enum LeftLine: Equatable {
    case assessment(Int)
    case competency(Int)
    case blank
  }

  private func leftLines(_ terms: Terms, height: Int) -> [LeftLine] {
    var lines: [LeftLine] = []
    let isAiry = terms.assessments.count * 2 - 1 + terms.competencies.count <= height
    for (assessment, competencies) in terms.competenciesOfAssessments.enumerated() {
      if isAiry, !lines.isEmpty { lines.append(.blank) }
      lines.append(.assessment(assessment))
      lines += competencies.map(LeftLine.competency)
    }
    return lines
  }

  private func competenciesView(_ oral: Oral, in area: Area, _ picture: inout Picture) {
    let terms = oral.terms
    let lines = leftLines(terms, height: area.rows)
    let tallies = terms.competencies.map(oral.tally)
    let cursor = lines.firstIndex(of: .competency(spot.competency)) ?? 0
    let first = Line.window(around: cursor, count: lines.count, height: area.rows)
    for (offset, line) in lines[first...].prefix(area.rows).enumerated() {
      let place = area.rows(from: offset, count: 1)
      switch line {
      case .blank: break
      case .assessment(let index):
        let own = terms.competenciesOfAssessments[index]
        assessmentLine(terms.assessments[index], own.map { tallies[$0] }, in: place, &picture)
      case .competency(let index):
        let (id, tally) = (terms.competencies[index].id, tallies[index])
        if picture.part(place, .competency(id, tally)) { competencyLine(id, tally, index, in: place, &picture) }
      }
    }
  }

  private func assessmentLine(
    _ assessment: Assessment, _ tallies: [Tally], in area: Area, _ picture: inout Picture
  ) {
    let marked = tallies.reduce(0) { $0 + $1.marked }
    let total = tallies.reduce(0) { $0 + $1.total }
    if picture.part(area, .assessment(assessment.id, marked: marked, total: total)) {
      let tally = String(marked) + "/" + String(total)
      let end = picture.frame.put(right: tally, row: area.row, endColumn: area.endColumn - 1, role: "text.dim")
      picture.frame.put(
        [Run(assessment.id, "accent.strong"), Run(" " + assessment.label, "accent")], row: area.row,
        column: area.column + 1, width: end - area.column - 2)
    }
  }

  private func competencyLine(
    _ competency: String, _ tally: Tally, _ index: Int, in area: Area, _ picture: inout Picture
  ) {
    let isHere = index == spot.competency
    let row = area.row
    if isHere {
      picture.frame.clear(area, role: "row.selected")
      picture.frame.put("▸ ", row: row, column: area.column + 1, role: "row.selected.accent")
    }
    picture.frame.put(competency, row: row, column: area.column + 3, role: isHere ? "row.selected.strong" : "text")
    // From the right edge on: the count, then what is not met, then what is to probe.
    var end = area.endColumn - 1
    func put(_ text: String, _ here: Role, _ plain: Role) {
      end = picture.frame.put(right: text, row: row, endColumn: end, role: isHere ? here : plain)
    }
    let count = String(tally.marked) + "/" + String(tally.total)
    if tally.met == tally.total {
      put("✓ " + count, "row.selected.met", "mark.met")
    } else {
      put(count, "row.selected.dim", "text.dim")
    }
    if tally.notMet > 0 { put("✗" + String(tally.notMet) + " ", "row.selected.notMet", "mark.notMet") }
    if tally.toProbe > 0 { put("?" + String(tally.toProbe) + " ", "row.selected.toProbe", "mark.toProbe") }
    picture.target(area, .competency(index))
  }
}
