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
      picture.fieldPanel([Run(t("Note", "Note"), "panel.title")] + tabs, field, in: area)
    case .question(let criterion, let field):
      let label = oral?.criterion(criterion).map { "   " + $0.label } ?? ""
      let title = [
        Run(t("Question sur ", "Question on ") + criterion, "panel.title"), Run(label, "panel.dim"),
      ]
      picture.fieldPanel(title, field, under: closedQuestionReminder(for: field.text)?(language) ?? "", in: area)
    case .text(let purpose, let field):
      picture.fieldPanel([Run(title(of: purpose)(language), "panel.title")], field, in: area)
    case .choice(let purpose, let index, let field): choicePanel(purpose, index, field, in: area, &picture)
    case .confirm(let confirmation):
      picture.confirmPanel(question(of: confirmation)(language), in: area)
    case .settlement(let index): settlementPanel(index, at: now, in: area, &picture)
    case .competency(let digits):
      let panel = picture.panelArea(rows: 1, in: area)
      let label = t("Aller à la compétence ", "Go to competency ")
      let used = picture.frame.put(
        [Run(label, "panel.title"), Run("C\(digits)", "panel.key")], row: panel.row, column: panel.column)
      picture.frame.cursor = Position(row: panel.row, column: panel.column + used)
    case .search(let field, let index): searchPanel(field, index, in: area, &picture)
    case .passphrase(let juror, let field):
      let name = plan.juror(juror)?.name ?? juror
      picture.fieldPanel(
        [
          Run(t("Phrase secrète : \(name)", "Passphrase: \(name)"), "panel.title"),
          Run("   " + t("elle ne s'affiche pas", "it is not shown"), "panel.dim"),
        ], field, in: area)
    case .sharing(let index): sharingPanel(index, in: area, &picture)
    case .help, .time, .criterion, .notes, .agreement, .disagreement: readingPanel(at: now, in: area, &picture)
    }
  }

  private func subjectName(_ subject: String) -> String {
    subject == "oral" ? t("tout l'oral", "the whole oral") : subject
  }

  private func choicePanel(
    _ purpose: TextPurpose, _ index: Int, _ field: TextField, in area: Area, _ picture: inout Picture
  ) {
    let texts = Self.pauseReasons.map { $0(language) } + [t("autre : ", "other: ")]
    picture.choicePanel(title(of: purpose)(language), texts, index: index, own: field, in: area)
  }
}
