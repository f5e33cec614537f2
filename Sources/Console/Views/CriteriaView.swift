import Evaluation
import Screen

extension Mark {
  /// The mark as a glyph: told by shape, not by colour alone.
  var glyph: String {
    switch self {
    case .met: "✓"
    case .notMet: "✗"
    case .toProbe: "?"
    case .none: " "
    }
  }

  func role(selected: Bool = false) -> Role {
    switch self {
    case .met: selected ? "row.selected.met" : "mark.met"
    case .notMet: selected ? "row.selected.notMet" : "mark.notMet"
    case .toProbe: selected ? "row.selected.toProbe" : "mark.toProbe"
    case .none: selected ? "row.selected.none" : "mark.none"
    }
  }
}

extension Console {
  /// The criteria of a competency with their marks, then the whole text of the one under the cursor.
  func criteriaView(_ oral: Oral, _ competency: Competency, in area: Area, _ picture: inout Picture) {
    guard competency.criteria.indices.contains(spot.criterion) else { return }
    titleLine(oral, competency, in: area, &picture)
    let here = competency.criteria[spot.criterion]
    let shown = CriterionDetail(criterion: here.id, question: oral.questions[here.id], width: area.columns)
    let detail = picture.lines(of: shown) { detailLines(oral, here, width: area.columns) }
    let count = competency.criteria.count
    let isAiry = area.rows >= count + detail.count + 5
    let body = area.split(atRow: isAiry ? 2 : 1).bottom
    let listRows = max(min(count, 3), min(count, body.rows - detail.count - (isAiry ? 3 : 1)))
    let first = Line.window(around: spot.criterion, count: count, height: listRows)
    for (offset, criterion) in competency.criteria[first...].prefix(listRows).enumerated() {
      criterionLine(oral, criterion, index: first + offset, in: body.rows(from: offset, count: 1), &picture)
    }
    let foot = body.split(atRow: listRows + (isAiry ? 1 : 0)).bottom
    if picture.part(foot, .detail(shown, oral.sheet.notes)) {
      picture.frame.rule(row: foot.row, column: foot.column, columns: foot.columns, role: "rule")
      let rest = foot.split(atRow: isAiry ? 2 : 1).bottom
      for (offset, runs) in detail.prefix(rest.rows).enumerated() {
        picture.frame.put(runs, row: rest.row + offset, column: rest.column, width: rest.columns)
      }
      notesView(oral, competency, in: rest.split(atRow: detail.count + 1).bottom, &picture)
    }
  }

  private func titleLine(_ oral: Oral, _ competency: Competency, in area: Area, _ picture: inout Picture) {
    let tally = oral.tally(of: competency)
    if picture.part(area.split(atRow: 1).top, .tally(tally)) {
      let end = picture.frame.put(
        right: "\(tally.marked)/\(tally.total)", row: area.row, endColumn: area.endColumn, role: "text.dim")
      picture.frame.put(
        [Run(competency.id + "  ", "accent.strong"), Run(competency.label, "text.strong")], row: area.row,
        column: area.column, width: end - area.column - 1)
    }
  }

  private func criterionLine(
    _ oral: Oral, _ criterion: Criterion, index: Int, in area: Area, _ picture: inout Picture
  ) {
    let mark = oral.mark(of: criterion.id)
    let isHere = index == spot.criterion
    let question = oral.questions[criterion.id]
    let notes = oral.noteCount(on: criterion.id)
    let shown = Shown.criterion(criterion.id, mark, question, notes: notes, isHere: isHere)
    if picture.part(area, shown) {
      if isHere { picture.frame.clear(area, role: "row.selected") }
      func role(_ here: Role, _ plain: Role) -> Role { isHere ? here : plain }
      let dim = role("row.selected.dim", "text.dim")
      let number = (index < 9 ? "  " : index < 99 ? " " : "") + String(index + 1)
      var right: [Run] = []
      if let asked = question?.askedAt.last {
        right.append(Run(t("posée ", "asked ") + asked.at.minuteText, dim))
      } else if question?.text.isEmpty == false {
        right.append(Run(t("question", "question"), role("row.selected.toProbe", "question")))
      }
      if notes > 0 {
        let said = notes == 1 ? "1 note" : "\(notes) notes"
        right.append(Run((right.isEmpty ? "" : "  ") + said, dim))
      }
      let end =
        right.isEmpty ? area.endColumn : picture.frame.put(right: right, row: area.row, endColumn: area.endColumn - 1)
      picture.frame.put(
        [
          Run(isHere ? "▸" : " ", role("row.selected.accent", "accent")),
          Run(number + " [", dim), Run(mark.glyph, mark.role(selected: isHere)),
          Run("]  ", dim), Run(criterion.label, role("row.selected.strong", "text")),
        ], row: area.row, column: area.column, width: end - area.column - 1)
      picture.target(area, .criterion(index))
    }
  }

  /// The criterion's whole text, its details, its question and what the dossier has on its competency, wrapped.
  func detailLines(_ oral: Oral, _ criterion: Criterion, width: Int) -> [[Run]] {
    let indent = 7
    let room = max(10, width - indent)
    func blank(_ columns: Int) -> Run { Run(String(repeating: " ", count: max(0, columns))) }
    func lines(_ text: String, head: Run, role: Role) -> [[Run]] {
      Wrap.lines(text, width: room).enumerated().map { index, line in
        index == 0
          ? [head, blank(indent - Width.columns(head.text)), Run(line, role)] : [blank(indent), Run(line, role)]
      }
    }
    var all = lines(criterion.text, head: Run(criterion.id, "accent.strong"), role: "text")
    for detail in criterion.details {
      for (index, line) in Wrap.lines(detail, width: room - 2).enumerated() {
        all.append([blank(indent), Run(index == 0 ? "– " : "  ", "text.dim"), Run(line)])
      }
    }
    if let question = oral.questions[criterion.id], !question.text.isEmpty || !question.askedAt.isEmpty {
      let asked = question.askedAt.last.map { t("posée à ", "asked at ") + $0.at.minuteText } ?? t("à poser", "to ask")
      let text = question.text.isEmpty ? asked : "« \(question.text) » \(asked)"
      all.append([])
      all += lines(text, head: Run("?", "question"), role: "question")
    }
    return all + evidenceLines(oral, ofCriterion: criterion.id, width: width)
  }

  /// Notes of the competency and its criteria, the latest first, then those on the oral.
  private func notesView(_ oral: Oral, _ competency: Competency, in area: Area, _ picture: inout Picture) {
    guard area.rows >= 2 else { return }
    let notes = oral.sheet.notes
    func latest(_ isWanted: (String) -> Bool) -> [Int] {
      notes.indices.reversed().filter { !notes[$0].isWithdrawn && isWanted(notes[$0].subject) }
    }
    let here = latest { id in id == competency.id || competency.criteria.contains { $0.id == id } }
    let shown = (here + latest { $0 == "oral" }).prefix(area.rows - 1)
    guard !shown.isEmpty else { return }
    picture.frame.put(t("Notes", "Notes"), row: area.row, column: area.column, role: "text.dim")
    var row = area.row + 1
    for note in shown where row < area.endRow {
      for line in noteLines(notes[note], width: area.columns).prefix(min(3, area.endRow - row)) {
        picture.frame.put(line, row: row, column: area.column, width: area.columns)
        row += 1
      }
    }
  }

  /// « 10:04  C4.6  README présent… », wrapped.
  func noteLines(_ note: Sheet.Note, width: Int) -> [[Run]] {
    let head = note.at.at.minuteText + "  "
    let subject = note.subject == "oral" ? "" : note.subject + "  "
    let indent = Width.columns(head + subject)
    return Wrap.lines(note.text, width: max(10, width - indent)).enumerated().map { index, line in
      index == 0
        ? [Run(head, "text.dim"), Run(subject, "accent"), Run(line, "note")]
        : [Run(String(repeating: " ", count: indent)), Run(line, "note")]
    }
  }
}
