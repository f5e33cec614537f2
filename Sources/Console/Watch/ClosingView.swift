import Evaluation
import Screen

extension Watch {
  /// What the minutes lack, the lines proposed for the observations, and the observations as they are.
  func closingView(in area: Area, _ picture: inout Picture) {
    guard let closing, sessions.indices.contains(closing.session) else { return }
    let session = sessions[closing.session]
    let count = closing.missing.count
    let isSealed = session.day.sealing != nil
    let right =
      count > 0
      ? Run(
        t("il manque \(count) point\(count > 1 ? "s" : "")", "\(count) point\(count > 1 ? "s" : "") missing"),
        "room.late")
      : isSealed
        ? Run(t("signé de tous", "signed by all"), "room.onTime")
        : Run(t("complet : jury minutes seal", "complete: jury minutes seal"), "room.onTime")
    let end = picture.frame.put(right: [right], row: area.row, endColumn: area.endColumn - 1)
    let letter = sessions.count > 1 ? sessionLetter(closing.session) + " " : ""
    picture.frame.put(
      [
        Run(t("Procès-verbal  ", "Minutes  "), "accent.strong"), Run(letter + session.plan.title, "text.strong"),
        Run(isSealed ? t("  scellé", "  sealed") : "", "text.dim"),
      ], row: area.row, column: 1, width: max(0, end - 2))
    let lines = closingLines(closing, observations: session.day.observations, width: area.columns)
    let here = lines.firstIndex { $0.item == closing.index } ?? 0
    let height = max(1, area.rows - 2)
    let first = Line.window(around: here, count: lines.count, height: height)
    for (offset, line) in lines[first...].prefix(height).enumerated() {
      let place = area.rows(from: 2 + offset, count: 1)
      guard let item = line.item else {
        picture.frame.put(line.runs, row: place.row, column: 1, width: area.columns - 2)
        continue
      }
      let isHere = item == closing.index
      if isHere { picture.frame.clear(place, role: "row.selected") }
      if isHere, line.isFirst { picture.frame.put("▸", row: place.row, column: 1, role: "row.selected.accent") }
      picture.frame.put(
        line.runs.map { Run($0.text, isHere ? Role.selected($0.role) : $0.role) }, row: place.row, column: 1,
        width: area.columns - 2)
      picture.target(place, .row(item))
    }
    if lines.count > height {
      let range = "\(first + 1)–\(min(lines.count, first + height)) / \(lines.count)"
      picture.frame.put(right: range, row: area.row + 1, endColumn: area.endColumn - 1, role: "text.dim")
    }
  }

  /// A line of the page; those of an item know which.
  private struct ClosingLine {
    var runs: [Run]
    var item: Int?
    var isFirst = false
  }

  private func closingLines(_ closing: ClosingPage, observations: String, width: Int) -> [ClosingLine] {
    let columns = max(12, width - 8)
    func title(_ text: String, _ more: String = "") -> [ClosingLine] {
      [ClosingLine(runs: []), ClosingLine(runs: [Run(text, "accent.strong"), Run(more, "text.dim")])]
    }
    var lines: [ClosingLine] = []
    if !closing.missing.isEmpty {
      lines += title(t("Ce qui manque", "What is missing")).dropFirst()
      for (item, obstacle) in closing.missing.enumerated() {
        let words = Wrap.lines(obstacle.phrase(language), width: columns)
        lines += words.enumerated().map {
          ClosingLine(runs: [Run(($0 == 0 ? "  – " : "    ") + $1)], item: item, isFirst: $0 == 0)
        }
        let hint = Wrap.lines("→ " + obstacle.hint(language), width: columns)
        lines += hint.map { ClosingLine(runs: [Run("    " + $0, "text.dim")], item: item) }
      }
    }
    if !closing.proposals.isEmpty {
      lines += title(t("Proposé pour les observations", "Proposed for the observations"))
      for (index, proposal) in closing.proposals.enumerated() {
        let isTaken = ClosingPage.holds(observations, proposal)
        lines += Wrap.lines(proposal, width: columns).enumerated().map { place, text in
          let mark = place == 0 ? (isTaken ? "  ✓ " : "  + ") : "    "
          return ClosingLine(
            runs: [Run(mark, isTaken ? "room.onTime" : "accent"), Run(text, isTaken ? "text.dim" : "text")],
            item: closing.missing.count + index, isFirst: place == 0)
        }
      }
    }
    lines += title(t("Observations", "Observations"), t("   partie 4 de l'annexe 4", "   annex 4, part 4"))
    let first = closing.missing.count + closing.proposals.count
    if observations.allSatisfy(\.isWhitespace) {
      lines.append(ClosingLine(runs: [Run("    " + t("à écrire : e", "to be written: e"), "text.dim")], item: first))
    } else {
      let written = observations.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, paragraph) in written.enumerated() {
        lines += Wrap.lines(String(paragraph), width: columns).enumerated().map {
          ClosingLine(runs: [Run("    " + $1)], item: first + index, isFirst: $0 == 0)
        }
      }
    }
    return lines
  }
}
