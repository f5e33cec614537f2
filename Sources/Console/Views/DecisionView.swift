import Evaluation
import Screen

extension Console {
  /// The blocks with what their competencies say and what the jury decided; the decision of annex 3; its comment.
  func decisionView(at now: Stamp, in area: Area, _ picture: inout Picture) {
    guard let oral else { return }
    let isAiry = area.rows >= 18
    let area = isAiry ? area.split(atRow: 1).bottom : area
    let rows = decisionRows(isAiry: isAiry)
    let here = row(of: .decision)
    let cursor = rows.firstIndex { if case .line(here, _) = $0 { true } else { false } } ?? 0
    let first = Line.window(around: cursor, count: rows.count, height: area.rows)
    for (offset, row) in rows[first...].prefix(area.rows).enumerated() {
      let place = area.rows(from: offset, count: 1)
      switch row {
      case .blank: break
      case .title(let title):
        picture.frame.put(title, row: place.row, column: 1, role: "accent.strong", width: area.columns - 2)
      case .line(let index, let line):
        let isHere = index == here
        if isHere { picture.frame.clear(place, role: "row.selected") }
        picture.frame.put(isHere ? "▸" : " ", row: place.row, column: 1, role: isHere ? "row.selected.accent" : "text")
        picture.target(place, .row(index))
        switch line {
        case .block(let block, let isHeld): blockLine(oral, block, isHeld, isHere, in: place, &picture)
        case .decision(let decision): decisionLine(oral, decision, isHere, in: place, &picture)
        case .comment: commentLines(oral, isHere, in: area.split(atRow: offset).bottom, &picture)
        }
      }
    }
    let below = area.split(atRow: min(area.rows, rows.count - first + max(0, commentRows(oral, in: area) - 1))).bottom
    if oral.isIndividual { confirmationLines(oral, in: below, &picture) }
  }

  /// Each juror's confirmation of the whole, with their reservation.
  private func confirmationLines(_ oral: Oral, in area: Area, _ picture: inout Picture) {
    let start = area.rows > oral.sittingJurors.count + 1 ? 1 : 0
    picture.frame.put(
      t("Confirmé par", "Confirmed by"), row: area.row + start, column: 1, role: "accent.strong",
      width: area.columns - 2)
    for (offset, juror) in oral.sittingJurors.enumerated() where start + 1 + offset < area.rows {
      let isDone = oral.decision != nil && oral.confirmations[juror.id] == oral.revision
      var runs = [
        Run("[", "text.dim"), Run(isDone ? "✓" : " ", "mark.met"), Run("]  ", "text.dim"),
        Run(juror.name, isDone ? "text.strong" : "text"),
      ]
      if juror.id == viewer, !isDone, oral.decision != nil {
        runs.append(Run(t("   v : confirmer", "   v: confirm"), "accent"))
      }
      if let reservation = oral.reservations[juror.id] {
        let place = reservation.inGrid ? t("dans la grille", "in the grid") : t("hors de la grille", "not in the grid")
        let text = reservation.text.replacing("\n", with: " ")
        runs.append(Run(t("   réserve (\(place)) : ", "   reservation (\(place)): ") + text, "note"))
      }
      picture.frame.put(runs, row: area.row + start + 1 + offset, column: 3, width: area.columns - 5)
    }
  }

  private func commentRows(_ oral: Oral, in area: Area) -> Int {
    oral.comment.isEmpty ? 1 : Wrap.lines(oral.comment, width: max(10, area.columns - 6)).count
  }

  private enum DecisionRow {
    case blank
    case title(String)
    case line(Int, DecisionLine)
  }

  private func decisionRows(isAiry: Bool) -> [DecisionRow] {
    let lines = decisionLines
    return lines.enumerated().flatMap { index, line -> [DecisionRow] in
      let title: String? =
        switch line {
        case .block where index == 0: t("Blocs de compétences", "Blocks of competencies")
        case .decision(.admitted):
          t("Décision du jury", "Decision of the jury")
            + (oral?.possibleDecisions.isEmpty == true
              ? t(" : des blocs restent à décider", ": some blocks are undecided") : "")
        case .comment:
          t("Commentaire", "Comment")
            + (oral?.candidate.route == .vae
              ? t(" (obligatoire dès qu'un bloc est refusé)", " (obligatory once a block is refused)")
              : t(" (obligatoire si partielle ou non admis)", " (obligatory when partial or refused)"))
        default: nil
        }
      let head = title.map { [DecisionRow.title($0)] } ?? []
      return (isAiry && index > 0 && title != nil ? [.blank] : []) + head + [.line(index, line)]
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
      if size.columns >= 60 { right.append(Run(said + "   ", role("dim", "text.dim"))) }
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
    } else if !isPossible, !possible.isEmpty {
      runs.append(Run(t("   les blocs disent autrement", "   the blocks say otherwise"), role("dim", "text.dim")))
    }
    picture.frame.put(runs, row: area.row, column: 3, width: area.columns - 5)
  }

  private func commentLines(_ oral: Oral, _ isHere: Bool, in area: Area, _ picture: inout Picture) {
    let isEmpty = oral.comment.isEmpty
    let text = isEmpty ? t("aucun · c pour l'écrire", "none · c to write it") : oral.comment
    let lines = Wrap.lines(text, width: max(10, area.columns - 6)).prefix(max(1, area.rows))
    for (offset, line) in lines.enumerated() {
      let role: Role =
        isHere && offset == 0 ? (isEmpty ? "row.selected.dim" : "row.selected.strong") : isEmpty ? "text.dim" : "text"
      picture.frame.put(line, row: area.row + offset, column: 3, role: role, width: area.columns - 5)
    }
  }
}
