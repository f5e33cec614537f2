import Evaluation
import Screen

extension Console {
  /// Columns of a panel's text.
  var panelColumns: Int { size.panelColumns }

  /// How far a panel's lines can scroll.
  func furthestScroll(at now: Stamp) -> Int { max(0, (readingText(at: now)?.lines.count ?? 0) - size.readingRows) }

  /// The title and the lines of a panel to read.
  private func readingText(at now: Stamp) -> (title: String, lines: [[Run]], scroll: Int)? {
    switch prompt {
    case .help(let scroll):
      return (
        t("Touches de cette page", "Keys of this page"),
        OralKeys.table.helpLines(on: page, language, columns: panelColumns) { isUseful($0, in: oral, at: now) }, scroll
      )
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
    picture.readingPanel(title, lines, scroll: scroll, in: area)
  }
}
