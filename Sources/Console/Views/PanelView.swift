import Evaluation
import Screen

extension Console {
  /// Rows left free around a panel's text, where the screen has some to spare.
  private var panelMargin: Int { size.rows >= 16 ? 1 : 0 }

  /// Columns of a panel's text.
  var panelColumns: Int { max(1, size.columns - (size.columns >= 60 ? 6 : 2)) }

  /// Clears a panel for `rows` rows of text at the bottom of the page and returns the place for the text.
  func panelArea(rows: Int, in area: Area, _ picture: inout Picture) -> Area {
    let rows = min(area.rows, rows + 2 * panelMargin)
    let whole = Area(row: area.endRow - rows, column: 0, rows: rows, columns: size.columns)
    picture.frame.clear(whole, role: "panel")
    picture.targets = []
    picture.panelRow = whole.row
    return whole.inset(rows: panelMargin, columns: size.columns >= 60 ? 3 : 1)
  }

  // MARK: Lines to read

  /// Rows for the lines of a panel to read, below its title.
  var readingRows: Int { max(0, pageArea.rows - 1 - 3 * panelMargin) }

  /// How far a panel's lines can scroll.
  func furthestScroll(at now: Stamp) -> Int { max(0, (readingText(at: now)?.lines.count ?? 0) - readingRows) }

  /// The title and the lines of a panel to read.
  private func readingText(at now: Stamp) -> (title: String, lines: [[Run]], scroll: Int)? {
    switch prompt {
    case .help(let scroll): return (t("Touches de cette page", "Keys of this page"), helpLines, scroll)
    case .time(let scroll): return (t("Le calcul du temps", "The arithmetic of time"), timeLines(at: now), scroll)
    case .criterion(let id, let scroll):
      guard let oral, let criterion = oral.criterion(id) else { return nil }
      var lines = detailLines(oral, criterion, width: panelColumns)
      for note in oral.notes(on: id) { lines += [[]] + noteLines(note, width: panelColumns) }
      return (criterion.label, lines, scroll)
    case .disagreement(let id, let scroll):
      guard let oral, let competency = oral.competencies.first(where: { $0.id == id }) else { return nil }
      return (
        "\(id)  \(competency.label)", disagreementLines(oral, competency, width: panelColumns, isShort: true), scroll
      )
    case .agreement(let scroll):
      return (
        t("Accord des jurés avant délibération", "The jurors' agreement before deliberating"), agreementLines, scroll
      )
    case .notes(let scroll):
      let notes = oral?.notes() ?? []
      let title =
        notes.isEmpty
        ? t("Aucune note encore ; c pour en écrire une", "No note yet; c to write one")
        : t("Notes, la dernière en tête", "Notes, the latest first")
      return (title, notes.reversed().flatMap { noteLines($0, width: panelColumns) }, scroll)
    default: return nil
    }
  }

  /// A title, and lines that may be more than the page holds.
  func readingPanel(at now: Stamp, in area: Area, _ picture: inout Picture) {
    guard let (title, lines, scroll) = readingText(at: now) else { return }
    let gap = lines.isEmpty ? 0 : panelMargin
    let panel = panelArea(rows: lines.count + 1 + gap, in: area, &picture)
    let rows = max(0, panel.rows - 1 - gap)
    let first = max(0, min(scroll, lines.count - rows))
    var titleEnd = panel.endColumn
    if lines.count > rows {
      let range = "\(first + 1)–\(min(lines.count, first + rows)) / \(lines.count)"
      titleEnd = picture.frame.put(right: range, row: panel.row, endColumn: panel.endColumn, role: "panel.dim") - 1
    }
    picture.frame.put(
      title, row: panel.row, column: panel.column, role: "panel.title", width: max(0, titleEnd - panel.column))
    for (offset, runs) in lines[first...].prefix(rows).enumerated() {
      picture.frame.put(
        runs.map { Run($0.text, onPanel($0.role)) }, row: panel.row + 1 + gap + offset, column: panel.column,
        width: panel.columns)
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
