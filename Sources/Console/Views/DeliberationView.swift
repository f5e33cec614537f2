import Evaluation
import Screen

extension Console {
  /// The competencies, undecided first; and what was seen of the one under the cursor.
  func deliberationView(at now: Stamp, in area: Area, _ picture: inout Picture) {
    guard let oral else { return }
    if oral.isIndividual, !isJudgingAlone, !oral.isDeliberating || !oral.sits(viewer) {
      awaitedView(oral, at: now, in: area, &picture)
      return
    }
    let area = area.rows > 14 ? area.split(atRow: 1).bottom : area
    if area.columns >= 90 {
      let (left, right) = area.split(atColumn: min(62, area.columns * 11 / 20))
      verdictList(oral, in: left, &picture)
      picture.frame.rule(column: right.column, row: right.row, rows: right.rows, role: "rule")
      evidenceView(
        oral, in: Area(row: right.row, column: right.column + 2, rows: right.rows, columns: right.columns - 3), &picture
      )
    } else if area.rows >= 16 {
      let (top, bottom) = area.split(atRow: area.rows / 2)
      verdictList(oral, in: top, &picture)
      picture.frame.rule(row: bottom.row, column: 1, columns: area.columns - 2, role: "rule")
      evidenceView(oral, in: bottom.split(atRow: 1).bottom.inset(columns: 1), &picture)
    } else {
      verdictList(oral, in: area, &picture)
    }
  }

  // MARK: The list

  private enum VerdictLine {
    case title(String, Int)
    case competency(Int)
    case blank
  }

  private func verdictLines(_ oral: Oral) -> [VerdictLine] {
    var lines: [VerdictLine] = []
    for part in deliberationParts(oral) {
      let held = oral.competencies.indices.filter { part.holds(oral.competencies[$0]) }
      guard !held.isEmpty else { continue }
      if !lines.isEmpty { lines.append(.blank) }
      lines += [.title(part.title(language), held.count)] + held.map { .competency($0) }
    }
    return lines
  }

  private func verdictList(_ oral: Oral, in area: Area, _ picture: inout Picture) {
    let lines = verdictLines(oral)
    let here = row(of: .deliberation)
    let cursor = lines.firstIndex { if case .competency(here) = $0 { true } else { false } } ?? 0
    let first = Line.window(around: cursor, count: lines.count, height: area.rows)
    for (offset, line) in lines[first...].prefix(area.rows).enumerated() {
      let place = area.rows(from: offset, count: 1)
      switch line {
      case .blank: break
      case .title(let title, let count):
        picture.frame.put(
          [Run(title, "accent.strong"), Run("  \(count)", "text.dim")], row: place.row, column: place.column + 1,
          width: place.columns - 1)
        if offset == 0, oral.isIndividual, !isJudgingAlone {
          picture.frame.put(right: opinionHeads(oral), row: place.row, endColumn: place.endColumn - verdictColumns - 1)
        }
      case .competency(let index): verdictLine(oral, index, isHere: index == here, in: place, &picture)
      }
    }
  }

  /// Columns at the right of a line, for the verdict.
  private var verdictColumns: Int { 13 }

  private func verdictLine(_ oral: Oral, _ index: Int, isHere: Bool, in area: Area, _ picture: inout Picture) {
    let competency = oral.competencies[index]
    let tally = oral.tally(of: competency)
    if isHere { picture.frame.clear(area, role: "row.selected") }
    func role(_ name: String, _ plain: Role) -> Role { isHere ? Role("row.selected.\(name)") : plain }
    let isVoting = !isJudgingAlone && oral.verdicts[competency.id] == nil && oral.vote(on: competency.id) != nil
    let verdict =
      judged(competency.id).map { verdictRun($0, isHere: isHere) }
      ?? (isVoting ? Run(t("vote", "vote"), role("toProbe", "mark.toProbe")) : Run(""))
    let verdictStart = area.endColumn - verdictColumns
    picture.frame.put([verdict], row: area.row, column: verdictStart, width: verdictColumns - 1)
    let marks =
      oral.isIndividual && !isJudgingAlone
      ? opinionRuns(oral, competency.id, isHere: isHere) : markRuns(tally, isHere: isHere)
    let end = picture.frame.put(right: marks, row: area.row, endColumn: verdictStart - 1)
    let id = competency.id + String(repeating: " ", count: max(1, 5 - competency.id.count))
    picture.frame.put(
      [
        Run(isHere ? "▸ " : "  ", role("accent", "accent")), Run(id, role("strong", "text.strong")),
        Run(competency.label, role("strong", "text")),
      ], row: area.row, column: area.column + 1, width: end - area.column - 2)
    picture.target(area, .row(index))
  }

  /// « ✓ acquis », « ✗ non acquis ».
  func verdictRun(_ acquired: Bool, isHere: Bool = false) -> Run {
    let text = acquired ? t("✓ acquis", "✓ acquired") : t("✗ non acquis", "✗ not acqu.")
    let role: Role =
      isHere
      ? (acquired ? "row.selected.met" : "row.selected.notMet")
      : (acquired ? "verdict.acquired" : "verdict.notAcquired")
    return Run(text, role)
  }

  /// The counts of a competency's marks: « ✓7 ✗1 ?1 ·1 », those that are not zero.
  private func markRuns(_ tally: Tally, isHere: Bool) -> [Run] {
    let counts: [(Mark, Int)] = [(.met, tally.met), (.notMet, tally.notMet), (.toProbe, tally.toProbe)]
    var runs = counts.filter { $0.1 > 0 }.map { Run(" \($0.0.glyph)\($0.1)", $0.0.role(selected: isHere)) }
    if tally.none > 0 { runs.append(Run(" ·\(tally.none)", isHere ? "row.selected.dim" : "text.dim")) }
    return runs
  }

  // MARK: The evidence

  /// What the jury saw of the competency under the cursor: its criteria with their marks, notes and questions.
  private func evidenceView(_ oral: Oral, in area: Area, _ picture: inout Picture) {
    guard let competency = deliberationCompetency else { return }
    let isShort = area.rows < 14
    let lines =
      oral.isIndividual && !isJudgingAlone
      ? disagreementLines(oral, competency, width: area.columns, isShort: isShort)
      : evidenceLines(oral, competency, width: area.columns, isShort: isShort)
    let shown = lines.count > area.rows ? area.rows - 1 : area.rows
    for (offset, runs) in lines.prefix(max(0, shown)).enumerated() {
      picture.frame.put(runs, row: area.row + offset, column: area.column, width: area.columns)
    }
    if lines.count > area.rows {
      picture.frame.put(
        t("… Entrée : tous les critères", "… Enter: all criteria"), row: area.endRow - 1, column: area.column,
        role: "text.dim", width: area.columns)
    }
  }

  /// `isShort`: without the competency's own words, which the list shows in short.
  private func evidenceLines(
    _ oral: Oral, _ competency: Competency, width: Int, isShort: Bool
  ) -> [[Run]] {
    let indent = 5
    func blank(_ columns: Int) -> Run { Run(String(repeating: " ", count: max(0, columns))) }
    var lines: [[Run]] = []
    if !isShort {
      lines = Wrap.lines(competency.title, width: max(10, width - indent)).enumerated().map { index, text in
        [
          index == 0 ? Run(competency.id, "accent.strong") : Run(""),
          blank(index == 0 ? indent - Width.columns(competency.id) : indent), Run(text, "text.strong"),
        ]
      }
      lines.append([])
    }
    let tally = oral.tally(of: competency)
    let met = tally.met > 1 ? "critères cochés" : "critère coché"
    lines.append([
      Run(isShort ? competency.id + "  " : "", "accent.strong"),
      Run(
        t("\(tally.met) \(met) sur \(tally.total)", "\(tally.met) of \(tally.total) criteria met")
          + (tally.none > 0 ? t(", \(tally.none) sans coche", ", \(tally.none) without a mark") : ""), "text.dim"),
    ])
    if !oral.isIndividual, let verdict = oral.verdicts[competency.id] {
      let confirmed = verdict.unmarkedConfirmed ? t(" · critères sans coche confirmés", " · unmarked confirmed") : ""
      lines.append([verdictRun(verdict.acquired), Run(" · \(verdict.at.at.minuteText)\(confirmed)", "text.dim")])
    }
    if !isShort { lines.append([]) }
    for note in oral.notes(on: competency.id) { lines += noteLines(note, width: width) }
    for criterion in competency.criteria {
      let mark = oral.mark(of: criterion.id)
      let number = criterion.id + String(repeating: " ", count: max(1, 7 - criterion.id.count))
      lines.append([
        Run(mark == .none ? "· " : mark.glyph + " ", mark == .none ? "text.dim" : mark.role()), Run(number, "text.dim"),
        Run(criterion.label, mark == .none ? "text.dim" : "text"),
      ])
      if let question = oral.questions[criterion.id], let asked = question.askedAt.last {
        let text = question.text.isEmpty ? "" : " « \(question.text) »"
        lines += Wrap.lines(t("question à ", "question at ") + asked.at.minuteText + text, width: max(10, width - 9))
          .map { [blank(9), Run($0, "question")] }
      }
      for note in oral.notes(on: criterion.id) {
        lines += Wrap.lines(note.text, width: max(10, width - 9)).map { [blank(9), Run($0, "note")] }
      }
    }
    return lines
  }
}
