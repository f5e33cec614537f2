import Evaluation
import Screen

extension Console {
  /// The session's candidates: when and where each is heard, the oral, where it stands; below, all of the one under
  /// the cursor.
  func homeView(at now: Stamp, in area: Area, _ picture: inout Picture) {
    var area = area
    if area.rows >= 12 {
      picture.frame.put(juryLine, row: area.row + 1, column: 3, width: area.columns - 4)
      area = area.split(atRow: 3).bottom
    }
    picture.frame.put(countsLine, row: area.row, column: 3, width: area.columns - 4)
    area = area.split(atRow: area.rows >= 8 ? 2 : 1).bottom
    guard plan.candidates.indices.contains(row(of: .home)) else {
      let said = t("Le plan n'a aucun candidat.", "The plan has no candidate.")
      picture.frame.put(said, row: area.row, column: 3, role: "text.dim", width: area.columns - 4)
      return
    }
    var detail = candidateLines(plan.candidates[row(of: .home)], width: area.columns - 6)
    // A long day keeps its list: what Enter does is then all that is said below.
    if area.rows < plan.candidates.count + detail.count + 4 { detail = Array(detail.suffix(1)) }
    let hasDetail = area.rows >= min(6, plan.candidates.count) + detail.count + 3
    let list = hasDetail ? area.split(atRow: area.rows - detail.count - 2).top : area
    let shown = candidatesView(at: now, in: list, &picture)
    guard hasDetail else { return }
    let rule = min(list.endRow, shown + (detail.count > 1 ? 1 : 0))
    picture.frame.rule(row: rule, column: 3, columns: area.columns - 6, role: "rule")
    for (offset, runs) in detail.enumerated() {
      picture.frame.put(runs, row: rule + (detail.count > 1 ? 2 : 1) + offset, column: 3, width: area.columns - 4)
    }
  }

  private var juryLine: [Run] {
    let names = plan.jury.map { $0.name + ($0.isPresident ? t(" (présidence)", " (chair)") : "") }
    return [Run(t("Jury  ", "Jury  "), "text.dim"), Run(names.joined(separator: ", "))]
  }

  /// « 4 candidats · 1 en cours · 3 prévus », what there is none of left out.
  private var countsLine: [Run] {
    let all = plan.candidates.count
    let stages = plan.candidates.map { (id: $0.id, stage: oral(of: $0.id)?.stage ?? .planned) }
    func count(_ wanted: Oral.Stage...) -> Int { stages.count { wanted.contains($0.stage) } }
    // Where each juror has a console, others hear the orals that are not open here.
    let interrupted =
      plan.marking == .individual ? 0 : stages.count { $0.stage == .underWay && $0.id != candidate }
    func many(_ count: Int) -> String { count > 1 ? "s" : "" }
    let absent = count(.absent)
    let signed = count(.signed)
    let kinds: [(count: Int, words: Phrase)] = [
      (count(.underWay) - interrupted, Phrase("en cours", "under way")),
      (interrupted, Phrase("interrompu\(many(interrupted))", "interrupted")),
      (count(.deliberating), Phrase("à délibérer", "to deliberate")), (count(.signing), Phrase("à signer", "to sign")),
      (count(.planned, .preparing), Phrase("à entendre", "to hear")),
      (count(.refused), Phrase("refusé à signer", "refused to be signed")),
      (absent, Phrase("absent\(many(absent))", "absent")), (signed, Phrase("signé\(many(signed))", "signed")),
    ]
    let parts = kinds.filter { $0.count > 0 }.map { "\($0.count) \($0.words(language))" }
    let total = t("\(all) candidat\(all > 1 ? "s" : "")", "\(all) candidate\(all > 1 ? "s" : "")")
    return [Run(total, "text.strong"), Run(parts.map { " · " + $0 }.joined(), "text.dim")]
  }

  /// - Returns: the row after the last line drawn.
  private func candidatesView(at now: Stamp, in area: Area, _ picture: inout Picture) -> Int {
    var area = area
    let columns = HomeColumns(of: self, width: area.columns)
    let count = plan.candidates.count
    if area.rows >= 6 {
      columns.put(
        [t("Heure", "Time"), t("Salle", "Room"), t("Candidat", "Candidate"), t("Oral", "Oral"), t("État", "State")]
          .map { [Run($0, "text.dim")] }, in: area, &picture.frame)
      if count > area.rows - 1 {
        let place = "\(row(of: .home) + 1) / \(count)"
        picture.frame.put(right: place, row: area.row, endColumn: area.endColumn - 1, role: "text.dim")
      }
      area = area.split(atRow: 1).bottom
    }
    let first = Line.window(around: row(of: .home), count: count, height: area.rows)
    for (offset, candidate) in plan.candidates[first...].prefix(area.rows).enumerated() {
      let line = area.rows(from: offset, count: 1)
      let slot = plan.slot(of: candidate.id)
      let isHere = first + offset == row(of: .home)
      let cells: [[Run]] = [
        [Run(slot?.start.minuteText ?? "–")], [Run(slot?.room ?? "–", "text.dim")],
        [Run(candidate.name, "text.strong")],
        [Run(oralWords(of: candidate, isLong: columns.isWide), "text.dim")], [stateRun(of: candidate, at: now)],
      ]
      picture.listLine([], row: first + offset, isHere: isHere, in: line)
      columns.put(
        isHere ? cells.map { $0.map { Run($0.text, Role.selected($0.role)) } } : cells, in: line, &picture.frame)
    }
    return area.row + min(count - first, area.rows)
  }

  /// « Titre · 90 min », « VAE · 60 min », with the extra time: « 90 + 30 min ».
  func oralWords(of candidate: Candidate, isLong: Bool) -> String {
    guard let format = plan.format(of: candidate, in: referential) else { return "–" }
    let isWhole = format.blocks.count == referential.blocks.count
    var words = candidate.route == .vae ? "VAE" : isWhole ? t("Titre", "Title") : format.title
    if candidate.route == .vae, candidate.format != nil {
      words += isWhole ? t(" · titre", " · title") : " · " + format.title
    }
    let extra = candidate.extraMinutes
    if extra == 0 { return words + " · \(format.minutes) min" }
    return words
      + (isLong
        ? t(" · \(format.minutes) min, tiers-temps +\(extra)", " · \(format.minutes) min, extra time +\(extra)")
        : " · \(format.minutes) + \(extra) min")
  }

  /// Where a candidate's oral stands. An oral under way whose journal is not open here was interrupted.
  private func stateRun(of candidate: Candidate, at now: Stamp) -> Run {
    guard let oral = oral(of: candidate.id) else { return Run(t("prévu", "planned"), "text.dim") }
    switch oral.stage {
    case .planned: return Run(t("prévu", "planned"), "text.dim")
    case .absent: return Run(t("absent", "absent"), "text.dim")
    case .preparing: return Run(t("en préparation", "preparing"), "accent")
    case .underWay where candidate.id != self.candidate && !oral.isIndividual:
      return Run(
        t("interrompu · \(oral.factCount) faits", "interrupted · \(oral.factCount) facts"), "mark.toProbe")
    case .underWay:
      let time = "\(minutesText(oral.clock.totalSpent(at: now))) / \(minutesText(oral.clock.totalPlanned))"
      let word = oral.clock.state == .paused ? t("en pause", "paused") : t("en cours", "under way")
      return Run("\(word) \(time)", "accent.strong")
    case .deliberating:
      let all = oral.competencies.count
      let decided = all - oral.competencies.count { oral.verdicts[$0.id] == nil }
      return Run(t("à délibérer · \(decided)/\(all)", "to deliberate · \(decided)/\(all)"), "mark.toProbe")
    case .signing:
      let count = oral.seal?.signatures.count ?? 0
      let all = oral.requiredSigners.count
      return Run(t("à signer · \(count)/\(all)", "to sign · \(count)/\(all)"), "mark.toProbe")
    case .refused: return Run(t("signature refusée", "signature refused"), "mark.notMet")
    case .signed:
      let partial = t("adm. partielle", "partial")
      let decision =
        oral.decision.map { decision in
          let name = decision.phrase(on: candidate.route)(language).lowercased()
          return " · " + (decision == .partial || decision == .blocks ? partial : name)
        } ?? ""
      return Run(t("signé", "signed") + decision, "signed")
    }
  }
}

/// The columns of the list of candidates, as wide as what they hold.
private struct HomeColumns {
  let isWide: Bool
  /// Of the first four; 0 leaves a column out.
  private let widths: [Int]

  init(of console: Console, width: Int) {
    isWide = width >= 110
    let candidates = console.plan.candidates
    let isLong = isWide
    let room = candidates.map { Width.columns(console.plan.slot(of: $0.id)?.room ?? "") }.max() ?? 0
    let name = candidates.map { Width.columns($0.name) }.max() ?? 0
    let oral = candidates.map { Width.columns(console.oralWords(of: $0, isLong: isLong)) }.max() ?? 0
    let nameWidth = min(width >= 60 ? max(12, width / 4) : max(8, width / 3), max(8, name))
    let roomWidth = width >= 60 ? min(12, max(5, room)) : 0
    // The state keeps 24 columns.
    let oralWidth = min(oral, width - 38 - nameWidth - roomWidth)
    widths = [5, roomWidth, nameWidth, width >= 70 ? max(8, oralWidth) : 0]
  }

  func put(_ cells: [[Run]], in area: Area, _ frame: inout Frame) {
    var column = area.column + 3
    for (width, runs) in zip(widths, cells) where width > 0 {
      frame.put(runs, row: area.row, column: column, width: width)
      column += width + (isWide ? 3 : 2)
    }
    if let last = cells.last {
      frame.put(last, row: area.row, column: column, width: max(0, area.endColumn - 1 - column))
    }
  }
}
