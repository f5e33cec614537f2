import Evaluation
import Screen

extension Console {
  /// The question that stands, in a panel at the bottom of the page, where the eye is.
  func promptView(at now: Stamp, in area: Area, _ picture: inout Picture) {
    guard let prompt else { return }
    switch prompt {
    case .note(let subjects, let index, let field):
      let tabs = subjects.enumerated().map { place, subject in
        Run("  " + subjectName(subject), place == index ? "panel.key" : "panel.dim")
      }
      fieldPanel([Run(t("Note", "Note"), "panel.title")] + tabs, field, noteHints, at: now, in: area, &picture)
    case .question(let criterion, let field):
      let title = [Run(t("Question sur ", "Question on ") + criterion, "panel.title")]
      fieldPanel(title, field, questionHints(field.text), at: now, in: area, &picture)
    case .text(let purpose, let field):
      fieldPanel(
        [Run(title(of: purpose)(language), "panel.title")], field,
        [Run(t("Entrée enregistrer · Échap abandonner", "Enter save · Esc give up"), "panel.dim")], at: now, in: area,
        &picture)
    case .choice(let purpose, let index, let field): choicePanel(purpose, index, field, in: area, &picture)
    case .confirm(let confirmation): confirmPanel(confirmation, in: area, &picture)
    case .competency(let digits):
      let panel = panelArea(rows: 2, in: area, &picture)
      picture.frame.put(
        [Run(t("Aller à la compétence ", "Go to competency "), "panel.title"), Run("C\(digits)_", "panel.key")],
        row: panel.row, column: panel.column)
      picture.frame.put(
        t("un numéro, Entrée s'il peut être plus long", "a number, Enter when it could be longer"), row: panel.row + 1,
        column: panel.column, role: "panel.dim", width: panel.columns)
    case .search(let field, let index): searchPanel(field, index, in: area, &picture)
    case .passphrase(let juror, let field):
      let name = plan.juror(juror)?.name ?? juror
      fieldPanel(
        [Run(t("Signature de \(name)", "Signature of \(name)"), "panel.title")], field,
        [
          Run(
            t(
              "phrase secrète, rien ne s'affiche en clair · Entrée signer · Échap abandonner",
              "passphrase, nothing is shown · Enter sign · Esc give up"), "panel.dim")
        ], at: now, in: area, &picture)
    case .help(let scroll): helpView(scroll, in: area, &picture)
    case .time: timeView(at: now, in: area, &picture)
    case .criterion(let id, let scroll): criterionPanel(id, scroll, in: area, &picture)
    case .notes(let scroll): notesPanel(scroll, in: area, &picture)
    }
  }

  private var noteHints: [Run] {
    [Run(t("Tab sujet · Entrée enregistrer · Échap abandonner", "Tab subject · Enter save · Esc give up"), "panel.dim")]
  }

  /// A closed question gets a discreet reminder (section 2.4 prefers open ones).
  private func questionHints(_ text: String) -> [Run] {
    if let reminder = closedQuestionReminder(for: text) { return [Run(reminder(language), "question")] }
    return [
      Run(
        t("Entrée enregistrer · vide : retirer · Échap abandonner", "Enter save · empty: remove · Esc give up"),
        "panel.dim")
    ]
  }

  private func subjectName(_ subject: String) -> String {
    subject == "oral" ? t("tout l'oral", "the whole oral") : subject
  }

  private func title(of purpose: TextPurpose) -> Phrase {
    switch purpose {
    case .pause: Phrase("Motif de la pause", "Reason of the pause")
    case .absence: Phrase("Absence : motif ou précision", "Absence: reason or detail")
    case .tie(let juror):
      Phrase(
        "Lien de \(plan.juror(juror)?.name ?? juror) avec le candidat",
        "Tie of \(plan.juror(juror)?.name ?? juror) with the candidate")
    case .blockReason(let block, let acquired):
      Phrase(
        "\(block) \(acquired ? "acquis" : "non acquis") : motif, car ses compétences disent autrement",
        "\(block) \(acquired ? "acquired" : "not acquired"): reason, as its competencies say otherwise")
    case .comment: Phrase("Commentaire de la décision", "Comment on the decision")
    case .decisionComment(let decision):
      Phrase(
        "\(decisionName(decision)) : commentaire obligatoire (annexe 3)",
        "\(decisionName(decision)): a comment is obligatory (annex 3)")
    case .reopen: Phrase("Rouvrir la grille : motif", "Reopen the grid: reason")
    }
  }

  // MARK: Panels

  /// Clears the panel's rows at the bottom of the page and returns the place for its text.
  func panelArea(rows: Int, in area: Area, _ picture: inout Picture) -> Area {
    let rows = min(area.rows + 1, rows + 2)
    let whole = Area(row: area.endRow + 1 - rows, column: 0, rows: rows, columns: size.columns)
    picture.frame.clear(whole, role: "panel")
    picture.targets = []
    return whole.inset(rows: 1, columns: size.columns >= 60 ? 3 : 1)
  }

  private func fieldPanel(
    _ title: [Run], _ field: TextField, _ hints: [Run], at now: Stamp, in area: Area, _ picture: inout Picture
  ) {
    let width = max(10, size.columns - 6)
    let shown = field.display(width: width - 1)
    let panel = panelArea(rows: shown.lines.count + 3, in: area, &picture)
    picture.frame.put(title, row: panel.row, column: panel.column, width: panel.columns)
    let visible = max(1, panel.rows - 3)
    let first = Line.window(around: shown.cursor.row, count: shown.lines.count, height: visible)
    for (offset, line) in shown.lines[first...].prefix(visible).enumerated() {
      let row = panel.row + 1 + offset
      picture.frame.clear(Area(row: row, column: panel.column, rows: 1, columns: panel.columns), role: "field")
      picture.frame.put(line, row: row, column: panel.column, role: "field", width: panel.columns)
    }
    picture.frame.cursor = Position(
      row: panel.row + 1 + shown.cursor.row - first, column: panel.column + shown.cursor.column)
    picture.frame.put(
      hints, row: panel.row + 2 + min(visible, shown.lines.count), column: panel.column, width: panel.columns)
  }

  private func choicePanel(
    _ purpose: TextPurpose, _ index: Int, _ field: TextField, in area: Area, _ picture: inout Picture
  ) {
    let panel = panelArea(rows: Self.pauseReasons.count + 4, in: area, &picture)
    picture.frame.put(title(of: purpose)(language), row: panel.row, column: panel.column, role: "panel.title")
    let own = t("autre : ", "other: ")
    for (line, text) in (Self.pauseReasons.map { $0(language) } + [own]).enumerated() {
      let row = panel.row + 1 + line
      let isHere = line == index
      let number = line < Self.pauseReasons.count ? "\(line + 1) " : "  "
      picture.frame.put(
        [
          Run(isHere ? "▸ " : "  ", "panel.key"), Run(number, "panel.dim"), Run(text, isHere ? "panel.title" : "panel"),
        ],
        row: row, column: panel.column, width: panel.columns)
      guard line == Self.pauseReasons.count else { continue }
      let start = panel.column + 4 + Width.columns(own)
      let shown = field.display(width: max(1, panel.endColumn - start - 1))
      picture.frame.put(
        shown.lines.first ?? "", row: row, column: start, role: "field", width: max(0, panel.endColumn - start))
      if isHere { picture.frame.cursor = Position(row: row, column: start + shown.cursor.column) }
    }
    picture.frame.put(
      t("Entrée mettre en pause · Échap laisser tourner", "Enter pause · Esc let it run"),
      row: panel.row + Self.pauseReasons.count + 3, column: panel.column, role: "panel.dim", width: panel.columns)
  }

  private func confirmPanel(_ confirmation: Confirmation, in area: Area, _ picture: inout Picture) {
    let lines = Wrap.lines(question(of: confirmation)(language), width: max(10, size.columns - 6))
    let panel = panelArea(rows: lines.count + 2, in: area, &picture)
    for (offset, line) in lines.enumerated() {
      picture.frame.put(line, row: panel.row + offset, column: panel.column, role: "panel.title", width: panel.columns)
    }
    picture.frame.put(
      [
        Run(t("o", "y"), "panel.key"), Run(t(" oui   ", " yes   "), "panel"), Run(t("Échap", "Esc"), "panel.key"),
        Run(t(" non", " no"), "panel"),
      ], row: panel.row + lines.count + 1, column: panel.column)
  }

  private func question(of confirmation: Confirmation) -> Phrase {
    switch confirmation {
    case .nextPhase(let phase):
      let title = oral?.clock.phases.first { $0.id == phase }?.title ?? phase
      return Phrase("Passer à la phase « \(title) » ?", "Enter the phase “\(title)”?")
    case .endOral: return Phrase("Terminer l'oral ?", "End the oral?")
    case .reopenOral:
      return Phrase(
        "Rouvrir l'oral terminé ? Le temps depuis la fin compte comme une pause.",
        "Reopen the ended oral? The time since its end counts as a pause.")
    case .unmarked(let competency, let acquired, let count):
      return Phrase(
        "\(competency) : \(count) critère\(count > 1 ? "s" : "") sans coche. Décider « \(acquired ? "acquis" : "non acquis") » quand même ? La confirmation est notée.",
        "\(competency): \(count) criteri\(count > 1 ? "a" : "on") without a mark. Decide “\(acquired ? "acquired" : "not acquired")” all the same? The confirmation is recorded."
      )
    case .seal:
      return Phrase(
        "Sceller la grille ? Elle est figée, puis chaque juré la signe. Elle peut être rouverte jusqu'à la dernière signature.",
        "Seal the grid? It is frozen, then each juror signs it. It can be reopened until the last signature.")
    case .quitWithUnsaved:
      return Phrase(
        "Des faits ne sont PAS ENREGISTRÉS et seraient perdus. Quitter quand même ?",
        "Some facts are NOT SAVED and would be lost. Quit all the same?")
    case .absent: return Phrase("Noter le candidat absent ?", "Record the candidate as absent?")
    }
  }

  private func searchPanel(_ field: TextField, _ index: Int, in area: Area, _ picture: inout Picture) {
    let found = found(field.text)
    let rows = max(3, min(14, area.rows - 3))
    let panel = panelArea(rows: rows + 2, in: area, &picture)
    let label = t("Chercher : ", "Search: ")
    picture.frame.put(label, row: panel.row, column: panel.column, role: "panel.title")
    let start = panel.column + Width.columns(label)
    let shown = field.display(width: max(1, panel.endColumn - start - 14))
    picture.frame.put(shown.lines.first ?? "", row: panel.row, column: start, role: "field")
    picture.frame.cursor = Position(row: panel.row, column: start + shown.cursor.column)
    let count =
      field.isEmpty ? "" : "\(found.count) " + t("trouvé", "found") + (language == .fr && found.count > 1 ? "s" : "")
    picture.frame.put(right: count, row: panel.row, endColumn: panel.endColumn, role: "panel.dim")
    let first = Line.window(around: index, count: found.count, height: rows)
    for (offset, criterion) in found[min(first, found.count)...].prefix(rows).enumerated() {
      let isHere = first + offset == index
      let mark = oral?.mark(of: criterion.id) ?? .none
      let row = panel.row + 1 + offset
      if isHere { picture.frame.clear(Area(row: row, column: 0, rows: 1, columns: size.columns), role: "row.selected") }
      let id = criterion.id + String(repeating: " ", count: max(1, 7 - criterion.id.count))
      picture.frame.put(
        [
          Run(isHere ? "▸ " : "  ", isHere ? "row.selected.accent" : "panel.key"),
          Run(id, isHere ? "row.selected.strong" : "panel.key"),
          Run("\(mark.glyph) ", isHere ? mark.role(selected: true) : "panel"),
          Run(criterion.label, isHere ? "row.selected.strong" : "panel"),
          Run("  " + criterion.text, isHere ? "row.selected.dim" : "panel.dim"),
        ], row: row, column: panel.column, width: panel.columns)
    }
  }

  private func criterionPanel(_ id: String, _ scroll: Int, in area: Area, _ picture: inout Picture) {
    guard let oral, let criterion = oral.criterion(id) else { return }
    let width = max(10, size.columns - 6)
    var lines = detailLines(oral, criterion, width: width)
    for note in oral.notes(on: id) { lines += [[]] + noteLines(note, width: width) }
    scrollPanel([Run(criterion.label, "panel.title")], lines, scroll, in: area, &picture)
  }

  private func notesPanel(_ scroll: Int, in area: Area, _ picture: inout Picture) {
    let width = max(10, size.columns - 6)
    let notes = oral?.notes() ?? []
    let lines = notes.reversed().flatMap { noteLines($0, width: width) }
    let title = notes.isEmpty ? t("Aucune note", "No note") : t("Notes, la dernière en tête", "Notes, the latest first")
    scrollPanel([Run(title, "panel.title")], lines, scroll, in: area, &picture)
  }

  /// Lines that may be more than the page holds; arrows scroll, any other key closes.
  func scrollPanel(_ title: [Run], _ lines: [[Run]], _ scroll: Int, in area: Area, _ picture: inout Picture) {
    let panel = panelArea(rows: min(lines.count + 2, area.rows), in: area, &picture)
    picture.frame.put(title, row: panel.row, column: panel.column, width: panel.columns)
    let rows = max(0, panel.rows - 2)
    let first = max(0, min(scroll, lines.count - rows))
    for (offset, runs) in lines[first...].prefix(rows).enumerated() {
      picture.frame.put(
        runs.map { Run($0.text, onPanel($0.role)) }, row: panel.row + 2 + offset, column: panel.column,
        width: panel.columns)
    }
    if lines.count > rows {
      picture.frame.put(
        right: "\(first + 1)–\(min(lines.count, first + rows)) / \(lines.count)", row: panel.row,
        endColumn: panel.endColumn, role: "panel.dim")
    }
  }

  /// A role's like on a panel's background.
  private func onPanel(_ role: Role) -> Role {
    switch role {
    case "text.dim": "panel.dim"
    case "accent", "accent.strong": "panel.key"
    case "text.strong": "panel.title"
    default: "panel"
    }
  }
}
