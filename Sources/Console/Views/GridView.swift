import Evaluation
import Screen

extension Console {
  /// The grid as it will be printed, and below it who signs.
  func gridView(in area: Area, _ picture: inout Picture) {
    guard let oral else { return }
    let signers = signerLines(oral)
    let (page, foot) = gridAreas(in: area)
    picture.frame.rule(row: foot.row, column: 1, columns: area.columns - 2, role: "rule")
    pageView(in: page, &picture)
    let list = foot.split(atRow: 1).bottom
    for (offset, line) in signers.prefix(list.rows).enumerated() {
      let place = list.rows(from: offset, count: 1)
      if line.isHere { picture.frame.clear(place, role: "row.selected") }
      picture.frame.put(line.runs, row: place.row, column: 1, width: place.columns - 2)
      if let signer = line.signer { picture.target(place, .row(signer)) }
    }
  }

  /// The grid's place, and below it that of who signs.
  func gridAreas(in area: Area) -> (page: Area, foot: Area) {
    let lines = oral.map { signerLines($0).count } ?? 0
    let (page, foot) = area.split(atRow: area.rows - min(lines + 1, max(2, area.rows / 2)))
    return (page, foot)
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
    // On the rule below: no line of the grid is covered.
    if lines.count > area.rows {
      let said = " \(first + 1)–\(min(lines.count, first + area.rows)) / \(lines.count) "
      picture.frame.put(right: said, row: area.endRow, endColumn: area.endColumn - 2, role: "text.dim")
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
              "rouverte \(count == 1 ? "" : "\(count) fois, la dernière ")(signatures annulées) : \(reason)",
              "reopened \(count == 1 ? "" : "\(count) times, last ")(signatures void): \(reason)"),
            "mark.toProbe")
        ]))
    }
    guard let seal = oral.seal else {
      let left = oral.obstacles.count
      let said =
        left == 0
        ? t("Non scellée. Rien ne manque : s pour sceller.", "Not sealed. Nothing is missing: s to seal.")
        : t(
          "Non scellée. \(left) point\(left > 1 ? "s" : "") à régler d'abord : l pour la liste.",
          "Not sealed. \(left) point\(left > 1 ? "s" : "") to settle first: l for the list.")
      return lines + [SignerLine(runs: [Run(said, "text.dim")])]
    }
    let signed = oral.requiredSigners.count { seal.signatures[$0] != nil }
    let whole = oral.requiredSigners.count
    lines.append(
      SignerLine(runs: [
        Run(t("Scellée à ", "Sealed at ") + seal.at.at.minuteText, "sealed"),
        Run(size.columns < 60 ? "" : "  \(seal.digest.prefix(16))…", "text.dim"),
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
        SignerLine(runs: [
          Run(
            t("pour l'imprimer : ", "to print it: ") + "jury grid … --candidate \(oral.candidate.id) -o grille.pdf",
            "text.dim")
        ]))
    }
    return lines
  }

  private func signerLine(_ oral: Oral, _ seal: Sealing, _ id: String, index: Int) -> SignerLine {
    let name = plan.juror(id)?.name ?? id
    let isHere = isChoosingSigner && index == row(of: .grid)
    func role(_ name: String, _ plain: Role) -> Role { isHere ? Role("row.selected.\(name)") : plain }
    let state: Run =
      if let reason = seal.refusals[id] {
        Run(t("✗ a refusé de signer : ", "✗ refused to sign: ") + reason, role("notMet", "mark.notMet"))
      } else if let at = seal.signatures[id] {
        Run(t("✓ signé à ", "✓ signed at ") + at.at.minuteText, role("met", "signed"))
      } else if signing == id {
        Run(t("signature en cours…", "signing…"), role("accent", "accent"))
      } else {
        Run(t("en attente", "awaited"), role("dim", "text.dim"))
      }
    let gap = String(repeating: " ", count: max(2, (size.columns < 60 ? 20 : 30) - Width.columns(name)))
    return SignerLine(
      runs: [Run(isHere ? "▸ " : "  ", role("accent", "text")), Run(name + gap, role("strong", "text")), state],
      isHere: isHere, signer: index)
  }
}
