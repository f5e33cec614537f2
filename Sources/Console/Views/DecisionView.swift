import Evaluation
import Screen

extension Console {
  /// The blocks with what their competencies say and what the jury decided; the decision of annex 3; its comment.
  func decisionView(at now: Stamp, in area: Area, _ picture: inout Picture) {
    guard let oral else { return }
    let isAiry = area.rows >= 18
    var row = area.row + (isAiry ? 1 : 0)
    func title(_ text: String) {
      picture.frame.put(text, row: row, column: 1, role: "accent.strong", width: area.columns - 2)
      row += 1
    }
    let lines = decisionLines
    for (index, line) in lines.enumerated() {
      if index == 0 { title(t("Blocs de compétences", "Blocks of competencies")) }
      if case .decision(.admitted) = line {
        row += isAiry ? 1 : 0
        title(t("Décision du jury", "Decision of the jury"))
      }
      if case .comment = line {
        row += isAiry ? 1 : 0
        title(
          t("Commentaire", "Comment")
            + t(" (obligatoire si partielle ou non admis)", " (obligatory when partial or refused)"))
      }
      guard row < area.endRow else { return }
      let isHere = index == self.row(of: .decision)
      let place = Area(row: row, column: 0, rows: 1, columns: area.columns)
      if isHere { picture.frame.clear(place, role: "row.selected") }
      picture.frame.put(isHere ? "▸" : " ", row: row, column: 1, role: isHere ? "row.selected.accent" : "text")
      picture.target(place, .row(index))
      switch line {
      case .block(let block, let isHeld): blockLine(oral, block, isHeld, isHere, in: place, &picture)
      case .decision(let decision): decisionLine(oral, decision, isHere, in: place, &picture)
      case .comment:
        row = commentLines(
          oral, isHere, in: Area(row: row, column: 0, rows: area.endRow - row, columns: area.columns), &picture)
      }
      row += 1
    }
  }

  private func blockLine(
    _ oral: Oral, _ block: Block, _ isHeld: Bool, _ isHere: Bool, in area: Area, _ picture: inout Picture
  ) {
    func role(_ name: String, _ plain: Role) -> Role { isHere ? Role("row.selected.\(name)") : plain }
    var right: [Run] = []
    if isHeld {
      right = [
        Run(t("✓ acquis en session antérieure", "✓ acquired in an earlier session"), role("met", "verdict.acquired"))
      ]
    } else {
      let acquired = block.competencies.count { oral.verdicts[$0.id]?.acquired == true }
      let undecided = block.competencies.count { oral.verdicts[$0.id] == nil }
      let said =
        undecided > 0
        ? t("reste \(undecided) à décider", "\(undecided) undecided")
        : t("\(acquired)/\(block.competencies.count) acquises", "\(acquired)/\(block.competencies.count) acquired")
      right.append(Run(said + "   ", role("dim", "text.dim")))
      if let verdict = oral.blockVerdicts[block.id] {
        right.append(verdictRun(verdict.acquired, isHere: isHere))
        if !verdict.reason.isEmpty { right.append(Run(t(" (motif)", " (reason)"), role("dim", "text.dim"))) }
        if oral.obstacles.contains(.blockContradicts(block.id)) {
          right.append(Run(t(" ! contredit", " ! contradicts"), role("toProbe", "mark.toProbe")))
        }
      } else {
        right.append(Run(t("non décidé", "undecided"), role("dim", "verdict.undecided")))
      }
    }
    let end = picture.frame.put(right: right, row: area.row, endColumn: area.endColumn - 2)
    picture.frame.put(
      [Run(block.id + "  ", role("strong", "text.strong")), Run(block.title, role("strong", "text"))], row: area.row,
      column: 3, width: end - 5)
  }

  private func decisionLine(_ oral: Oral, _ decision: Decision, _ isHere: Bool, in area: Area, _ picture: inout Picture)
  {
    func role(_ name: String, _ plain: Role) -> Role { isHere ? Role("row.selected.\(name)") : plain }
    let isTaken = oral.decision == decision
    let possible = oral.possibleDecisions
    let isPossible = possible.contains(decision)
    var runs = [
      Run("(", role("dim", "text.dim")), Run(isTaken ? "●" : " ", role("accent", "accent.strong")),
      Run(")  ", role("dim", "text.dim")),
      Run(
        decisionName(decision),
        isTaken ? role("strong", "text.strong") : isPossible ? role("strong", "text") : role("dim", "text.dim")),
    ]
    if isTaken, !isPossible {
      runs.append(Run(t("   ! contredit les blocs", "   ! contradicts the blocks"), role("toProbe", "mark.toProbe")))
    } else if !isPossible {
      let why =
        possible.isEmpty
        ? t("des blocs restent à décider", "some blocks are undecided")
        : t("les blocs disent autrement", "the blocks say otherwise")
      runs.append(Run("   " + why, role("dim", "text.dim")))
    }
    picture.frame.put(runs, row: area.row, column: 3, width: area.columns - 5)
  }

  /// - Returns: the last row written.
  private func commentLines(_ oral: Oral, _ isHere: Bool, in area: Area, _ picture: inout Picture) -> Int {
    let isEmpty = oral.comment.isEmpty
    let text = isEmpty ? t("aucun · c pour l'écrire", "none · c to write it") : oral.comment
    let lines = Wrap.lines(text, width: max(10, area.columns - 6)).prefix(max(1, area.rows))
    for (offset, line) in lines.enumerated() {
      let role: Role =
        isHere && offset == 0 ? (isEmpty ? "row.selected.dim" : "row.selected.strong") : isEmpty ? "text.dim" : "text"
      picture.frame.put(line, row: area.row + offset, column: 3, role: role, width: area.columns - 5)
    }
    return area.row + max(0, lines.count - 1)
  }
}
