import Evaluation
import Screen

extension Console {
  /// The question that stands, in a panel at the bottom of the page; its keys are in the footer.
  func promptView(at now: Stamp, in area: Area, _ picture: inout Picture) {
    guard let prompt else { return }
    switch prompt {
    case .note(let subjects, let index, let field):
      let tabs = subjects.enumerated().flatMap { place, subject in
        [
          Run("   "),
          Run((place == index ? "▸" : " ") + subjectName(subject), place == index ? "panel.key" : "panel.dim"),
        ]
      }
      fieldPanel([Run(t("Note", "Note"), "panel.title")] + tabs, field, in: area, &picture)
    case .question(let criterion, let field):
      let label = oral?.criterion(criterion).map { "   " + $0.label } ?? ""
      let title = [
        Run(t("Question sur ", "Question on ") + criterion, "panel.title"), Run(label, "panel.dim"),
      ]
      fieldPanel(title, field, under: closedQuestionReminder(for: field.text)?(language) ?? "", in: area, &picture)
    case .text(let purpose, let field):
      fieldPanel([Run(title(of: purpose)(language), "panel.title")], field, in: area, &picture)
    case .choice(let purpose, let index, let field): choicePanel(purpose, index, field, in: area, &picture)
    case .confirm(let confirmation):
      let lines = Wrap.lines(question(of: confirmation)(language), width: panelColumns)
      let panel = panelArea(rows: lines.count, in: area, &picture)
      for (offset, line) in lines.enumerated() {
        picture.frame.put(line, row: panel.row + offset, column: panel.column, role: "panel.title")
      }
    case .competency(let digits):
      let panel = panelArea(rows: 1, in: area, &picture)
      let label = t("Aller à la compétence ", "Go to competency ")
      let used = picture.frame.put(
        [Run(label, "panel.title"), Run("C\(digits)", "panel.key")], row: panel.row, column: panel.column)
      picture.frame.cursor = Position(row: panel.row, column: panel.column + used)
    case .search(let field, let index): searchPanel(field, index, in: area, &picture)
    case .passphrase(let juror, let field):
      let name = plan.juror(juror)?.name ?? juror
      fieldPanel(
        [
          Run(t("Phrase secrète : \(name)", "Passphrase: \(name)"), "panel.title"),
          Run("   " + t("elle ne s'affiche pas", "it is not shown"), "panel.dim"),
        ], field, in: area, &picture)
    case .help, .time, .criterion, .notes, .agreement, .disagreement: readingPanel(at: now, in: area, &picture)
    }
  }

  private func subjectName(_ subject: String) -> String {
    subject == "oral" ? t("tout l'oral", "the whole oral") : subject
  }

  /// A title and the text typed under it, as many lines as it takes; `under`: a line that may follow.
  private func fieldPanel(
    _ title: [Run], _ field: TextField, under: String? = nil, in area: Area, _ picture: inout Picture
  ) {
    let shown = field.display(width: panelColumns)
    let others = under == nil ? 1 : 2
    let panel = panelArea(rows: shown.lines.count + others, in: area, &picture)
    picture.frame.put(title, row: panel.row, column: panel.column, width: panel.columns)
    let visible = max(1, min(shown.lines.count, panel.rows - others))
    let first = Line.window(around: shown.cursor.row, count: shown.lines.count, height: visible)
    for (offset, line) in shown.lines[first...].prefix(visible).enumerated() {
      let row = panel.row + 1 + offset
      picture.frame.clear(Area(row: row, column: panel.column, rows: 1, columns: panel.columns), role: "field")
      picture.frame.put(line, row: row, column: panel.column, role: "field", width: panel.columns)
    }
    picture.frame.cursor = Position(
      row: panel.row + 1 + shown.cursor.row - first, column: panel.column + shown.cursor.column)
    if let under {
      picture.frame.put(
        under, row: panel.row + 1 + visible, column: panel.column, role: "panel.dim", width: panel.columns)
    }
  }

  private func choicePanel(
    _ purpose: TextPurpose, _ index: Int, _ field: TextField, in area: Area, _ picture: inout Picture
  ) {
    let own = Self.pauseReasons.count
    let panel = panelArea(rows: own + 2, in: area, &picture)
    picture.frame.put(title(of: purpose)(language), row: panel.row, column: panel.column, role: "panel.title")
    let texts = Self.pauseReasons.map { $0(language) } + [t("autre : ", "other: ")]
    let visible = max(1, panel.rows - 1)
    let first = Line.window(around: index, count: texts.count, height: visible)
    for (offset, text) in texts[first...].prefix(visible).enumerated() {
      let row = panel.row + 1 + offset
      let line = first + offset
      let isHere = line == index
      let used = picture.frame.put(
        [
          Run(isHere ? "▸ " : "  ", "panel.key"), Run(line < own ? "\(line + 1)  " : "   ", "panel.key"),
          Run(text, isHere ? "panel.title" : "panel"),
        ], row: row, column: panel.column, width: panel.columns)
      guard line == own else { continue }
      let start = panel.column + used
      let shown = field.display(width: max(1, panel.endColumn - start))
      picture.frame.clear(
        Area(row: row, column: start, rows: 1, columns: panel.endColumn - start), role: isHere ? "field" : "panel")
      picture.frame.put(shown.lines.first ?? "", row: row, column: start, role: isHere ? "field" : "panel")
      if isHere { picture.frame.cursor = Position(row: row, column: start + shown.cursor.column) }
    }
  }
}
