import Evaluation
import Screen

extension Console {
  /// The jury's questions to come, those to probe first; below, the criterion under the cursor, whole.
  func agendaView(at now: Stamp, in area: Area, _ picture: inout Picture) {
    guard let oral else { return }
    let agenda = oral.agenda
    let isAiry = area.rows >= 14
    let top = area.row + (isAiry ? 1 : 0)
    let place = agenda.isEmpty ? "" : "\(agendaRow + 1) / \(agenda.count)"
    let end = picture.frame.put(right: place, row: top, endColumn: area.endColumn - 1, role: "text.dim")
    picture.frame.put(agendaCounts(oral, agenda), row: top, column: 3, width: max(0, end - 5))
    let body = area.split(atRow: isAiry ? 3 : 1).bottom
    guard let criterion = agendaCriterion else {
      let said = t(
        "Chaque critère porte une coche : rien à demander.", "Every criterion bears a mark: nothing to ask.")
      picture.frame.put(said, row: body.row, column: 3, role: "text.dim", width: area.columns - 4)
      return
    }
    let detail = agendaDetail(oral, criterion, width: area.columns - 6)
    let detailRows = body.rows >= 8 ? min(detail.count + 1, body.rows / 2) : 0
    let (list, rest) = body.split(atRow: body.rows - detailRows)
    let lines = agendaLines(oral, agenda)
    let here = lines.firstIndex { $0.row == agendaRow } ?? 0
    let first = Line.window(around: here, count: lines.count, height: list.rows)
    for (offset, line) in lines[first...].prefix(list.rows).enumerated() {
      let place = list.rows(from: offset, count: 1)
      if let row = line.row {
        picture.listLine(line.runs, right: line.right, row: row, isHere: row == agendaRow, in: place)
      } else {
        picture.frame.put(line.runs, row: place.row, column: 3, width: area.columns - 4)
      }
    }
    guard detailRows > 0 else { return }
    let row = min(list.row + lines.count, rest.row)
    picture.frame.rule(row: row, column: 3, columns: area.columns - 6, role: "rule")
    for (offset, runs) in detail.prefix(detailRows - 1).enumerated() {
      picture.frame.put(runs, row: row + 1 + offset, column: 3, width: area.columns - 4)
    }
  }

  /// « 3 à creuser · 1 question préparée · 138 sans coche · 2 posées ».
  private func agendaCounts(_ oral: Oral, _ agenda: [Criterion]) -> [Run] {
    let questions = agenda.compactMap { oral.questions[$0.id] }
    let probe = agenda.count { oral.mark(of: $0.id) == .toProbe }
    let none = agenda.count { oral.mark(of: $0.id) == .none }
    let prepared = questions.count { !$0.text.isEmpty && $0.askedAt.isEmpty }
    let asked = questions.count { !$0.askedAt.isEmpty }
    let more = t(
      " · \(none) sans coche · \(prepared) question\(prepared > 1 ? "s" : "") préparée\(prepared > 1 ? "s" : "") · \(asked) posée\(asked > 1 ? "s" : "")",
      " · \(none) without a mark · \(prepared) prepared question\(prepared == 1 ? "" : "s") · \(asked) asked")
    return [Run(t("\(probe) à creuser", "\(probe) to probe"), "text.strong"), Run(more, "text.dim")]
  }

  /// A line of the list, or the question written under it.
  private struct DisplayLine {
    var row: Int?
    var runs: [Run] = []
    var right: [Run] = []
  }

  private func agendaLines(_ oral: Oral, _ agenda: [Criterion]) -> [DisplayLine] {
    var lines: [DisplayLine] = []
    for (row, criterion) in agenda.enumerated() {
      let question = oral.questions[criterion.id]
      let mark = oral.mark(of: criterion.id)
      let id = criterion.id + String(repeating: " ", count: max(1, 7 - Width.columns(criterion.id)))
      lines.append(
        DisplayLine(
          row: row,
          runs: [
            Run("[", "text.dim"), Run(mark.glyph, mark.role()), Run("]  ", "text.dim"), Run(id, "accent"),
            Run(criterion.label),
          ], right: askedRuns(question)))
      if let text = question?.text, !text.isEmpty {
        lines.append(DisplayLine(runs: [Run("     « \(text) »", "question")]))
      }
    }
    return lines
  }

  /// When a question was asked, or that it waits; a closed one is said so.
  private func askedRuns(_ question: Sheet.Question?) -> [Run] {
    guard let question else { return [] }
    if let asked = question.askedAt.last { return [Run(t("posée ", "asked ") + asked.at.minuteText, "text.dim")] }
    if question.text.isEmpty { return [] }
    let isClosed = isClosedQuestion(question.text)
    return (isClosed ? [Run(t("fermée · ", "closed · "), "text.dim")] : []) + [Run(t("à poser", "to ask"), "question")]
  }

  private func agendaDetail(_ oral: Oral, _ criterion: Criterion, width: Int) -> [[Run]] {
    var lines = detailLines(oral, criterion, width: width)
    if let text = oral.questions[criterion.id]?.text, let reminder = closedQuestionReminder(for: text) {
      lines.append([Run("       " + reminder(language), "text.dim")])
    }
    return lines
  }
}
