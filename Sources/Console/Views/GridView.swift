import Evaluation
import Screen

extension Console {
  /// The grid as it will be printed, and below it who signs.
  func gridView(in area: Area, _ picture: inout Picture) {
    guard let oral else { return }
    let signers = signerLines(oral)
    let height = min(signers.count + 1, max(2, area.rows / 2))
    let (page, foot) = area.split(atRow: area.rows - height)
    pageView(in: page, &picture)
    picture.frame.rule(row: foot.row, column: 1, columns: area.columns - 2, role: "rule")
    let list = foot.split(atRow: 1).bottom
    for (offset, line) in signers.prefix(list.rows).enumerated() {
      let place = list.rows(from: offset, count: 1)
      if line.isHere { picture.frame.clear(place, role: "row.selected") }
      picture.frame.put(line.runs, row: place.row, column: 1, width: place.columns - 2)
      if let signer = line.signer { picture.target(place, .row(signer)) }
    }
  }

  private func pageView(in area: Area, _ picture: inout Picture) {
    guard let gridPicture else {
      picture.frame.put(
        t("La grille se prépare…", "The grid is being made…"), row: area.row + 1, column: 3, role: "text.dim")
      return
    }
    let lines = gridPicture.lines
    let widest = lines.reduce(0) { max($0, Width.columns($1)) }
    let column = max(1, (area.columns - widest) / 2)
    let first = max(0, min(gridScroll, lines.count - area.rows))
    for (offset, line) in lines[first...].prefix(area.rows).enumerated() {
      picture.frame.put(line, row: area.row + offset, column: column, role: "text", width: area.columns - column)
    }
    if lines.count > area.rows {
      picture.frame.put(
        right: " \(min(lines.count, first + area.rows)) / \(lines.count) ", row: area.row,
        endColumn: area.endColumn - 1,
        role: "text.dim")
    }
  }

  private struct SignerLine {
    var runs: [Run]
    var isHere = false
    var signer: Int?
  }

  private func signerLines(_ oral: Oral) -> [SignerLine] {
    var lines: [SignerLine] = []
    if let reason = oral.reopenings.last {
      let count = oral.reopenings.count
      lines.append(
        SignerLine(runs: [
          Run(
            t(
              "rouverte \(count) fois, signatures annulées : \(reason)",
              "reopened \(count) times, signatures void: \(reason)"),
            "mark.toProbe")
        ]))
    }
    guard let seal = oral.seal else {
      let left = oral.obstacles.count
      let said =
        left == 0
        ? t("Non scellée. Rien ne manque : s pour sceller.", "Not sealed. Nothing is missing: s to seal.")
        : t(
          "Non scellée. Il manque \(left) chose\(left > 1 ? "s" : "") : l pour la liste.",
          "Not sealed. \(left) missing: l for the list.")
      return lines + [SignerLine(runs: [Run(said, "text.dim")])]
    }
    let signed = oral.requiredSigners.count { seal.signatures[$0] != nil }
    let whole = oral.requiredSigners.count
    lines.append(
      SignerLine(runs: [
        Run(t("Scellée à ", "Sealed at ") + seal.at.at.minuteText, "sealed"),
        Run("  \(seal.digest.prefix(16))…", "text.dim"),
        Run(
          signed == whole
            ? t("   complète : \(signed) signatures sur \(whole)", "   complete: \(signed) of \(whole) signatures")
            : t("   \(signed) signature\(signed > 1 ? "s" : "") sur \(whole)", "   \(signed) of \(whole) signatures"),
          signed == whole ? "signed" : "text"),
      ]))
    for (index, id) in oral.requiredSigners.enumerated() {
      lines.append(signerLine(oral, seal, id, index: index))
    }
    if signed == whole {
      lines.append(
        SignerLine(runs: [Run("jury grid … --candidate \(oral.candidate.id) --format pdf -o grille.pdf", "text.dim")]))
    }
    return lines
  }

  private func signerLine(_ oral: Oral, _ seal: Oral.Sealed, _ id: String, index: Int) -> SignerLine {
    let name = plan.juror(id)?.name ?? id
    let isHere = isChoosingSigner && index == row(of: .grid)
    func role(_ name: String, _ plain: Role) -> Role { isHere ? Role("row.selected.\(name)") : plain }
    let state: Run =
      if let at = seal.signatures[id] {
        Run(t("✓ signé à ", "✓ signed at ") + at.at.minuteText, role("met", "signed"))
      } else if signing == id {
        Run(t("signature en cours…", "signing…"), role("accent", "accent"))
      } else {
        Run(t("en attente", "awaited"), role("dim", "text.dim"))
      }
    let gap = String(repeating: " ", count: max(2, 30 - Width.columns(name)))
    return SignerLine(
      runs: [Run(isHere ? "▸ " : "  ", role("accent", "text")), Run(name + gap, role("strong", "text")), state],
      isHere: isHere, signer: index)
  }
}
