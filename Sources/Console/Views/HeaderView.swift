import Evaluation
import Screen

extension Console {
  /// The two rows at the top: who and where, is it saved; then the time, or how far the jury is.
  func headerView(at now: Stamp, in picture: inout Picture) {
    let (top, bottom) = Area(row: 0, column: 0, rows: 2, columns: size.columns).split(atRow: 1)
    let saved = savedRuns(at: now)
    let oral = oral
    let heard = Shown.heard(
      saved: saved, present: oral?.present ?? [], ties: oral?.ties ?? [:], released: oral?.released ?? [:])
    if picture.part(top, heard) {
      picture.frame.clear(top, role: "header")
      let room = picture.frame.put(right: saved, row: 0, endColumn: size.columns - 1) - 2
      let mark = watermark
      let used = picture.frame.put(
        identityRuns(room: room - Line.columns(mark)), row: 0, column: 1, width: max(0, room - Line.columns(mark)))
      picture.frame.put(mark, row: 0, column: 1 + used)
    }
    if picture.part(bottom, clockReading(at: now).map(Shown.clock) ?? .anything) {
      picture.frame.clear(bottom, role: "header")
      switch page {
      case .home: picture.frame.put([Run(sessionLine, "header.dim")], row: 1, column: 1, width: size.columns - 2)
      case .before, .oral, .agenda: clockView(at: now, in: &picture)
      case .deliberation, .decision, .obstacles, .grid: verdictsView(in: &picture)
      }
    }
  }

  /// Who is heard; then as much as there is room for of how long, where, by whom, for what.
  private func identityRuns(room: Int) -> [Run] {
    guard page != .home, let oral else { return [Run(plan.title, "header.strong")] }
    let name = [Run(oral.candidate.name, "header.strong")]
    let jurors = oral.isIndividual ? "" : names(of: oral.sittingJurors)
    let viewer = plan.juror(viewer)?.shortName
    let candidates = [
      viewer, "\(oral.format.minutes) min", plan.slot(of: oral.candidate.id).map { Room.title($0.room)(language) },
      jurors.isEmpty ? nil : "jury " + jurors, oral.format.title,
    ]
    let left = room - Line.columns(name)
    var details = ""
    for detail in candidates.compactMap({ $0 }) {
      let longer = details + (details.isEmpty ? "  " : " · ") + detail
      if Width.columns(longer) <= left { details = longer }
    }
    return name + [Run(details, "header.dim")]
  }

  /// Never cut, whatever the room.
  private var watermark: [Run] { plan.watermark.map { [Run("  " + $0(language), "header.watermark")] } ?? [] }

  private func names(of jurors: [Juror]) -> String {
    jurors.reduce("") { $0.isEmpty ? $1.shortName : $0 + ", " + $1.shortName }
  }

  private var sessionLine: String {
    let days =
      plan.from == plan.to
      ? plan.from.longText(language) : "\(plan.from.longText(language)) – \(plan.to.longText(language))"
    return "\(days) · \(plan.centre.name)"
  }

  /// « ● enregistré 10:12:07 »: said in words, never by colour alone.
  private func savedRuns(at now: Stamp) -> [Run] {
    switch saving {
    case .saved(let at):
      if isWatching { return [Run(t("lecture seule", "read-only"), "header.watermark")] }
      guard page != .home, let at else { return [Run(now.at.minuteText, "header.dim")] }
      return [Run("● " + t("enregistré", "saved") + " \(at.timeOfDayText)", "header.saved")] + seenRuns
    case .spooled(let facts, _):
      return [Run(t("■ GARDÉ ICI (\(facts))", "■ KEPT HERE (\(facts))"), "header.unsaved")]
    case .unsaved(_, let facts, _):
      return [Run(t("■ NON ENREGISTRÉ (\(facts.count))", "■ NOT SAVED (\(facts.count))"), "header.unsaved")]
    }
  }

  /// « vu 2/3 »: how many of the other consoles have read all that this one recorded (law 8: saved and seen are two marks).
  private var seenRuns: [Run] {
    guard let last = oral?.lastFactAt, !neighbours.isEmpty else { return [] }
    let count = neighbours.count { $0.seenUpTo == last }
    let isSeen = count == neighbours.count
    return [
      Run(" · " + t("vu", "seen") + " \(count)/\(neighbours.count)", isSeen ? "header.saved" : "header.dim")
    ]
  }

  /// How many verdicts are given, and which are not.
  private func verdictsView(in picture: inout Picture) {
    guard let oral else { return }
    let all = oral.competencies
    let open = all.filter { judged($0.id) == nil }.map(\.id)
    let count = all.count - open.count
    let isShort = size.columns < 60
    let said =
      isJudgingAlone
      ? t("vos avis : \(count)/\(all.count)", "your opinions: \(count)/\(all.count)")
      : isShort
        ? t("\(count)/\(all.count) décidées", "\(count)/\(all.count) decided")
        : t(
          "\(count) compétence\(count > 1 ? "s" : "") sur \(all.count) décidée\(count > 1 ? "s" : "")",
          "\(count) of \(all.count) competencies decided")
    var column = 1 + picture.frame.put(said, row: 1, column: 1, role: "header.strong")
    if !isShort {
      let bar = Line.bar(count, of: all.count, width: min(20, max(0, size.columns - column - 24)))
      column += 2
      column += picture.frame.put([Run(bar.done, "bar.done"), Run(bar.rest, "bar.todo")], row: 1, column: column)
    }
    let rest =
      open.isEmpty && isJudgingAlone
      ? t("h : remettre la grille", "h: hand in the grid")
      : open.isEmpty
        ? oral.decision.map { decisionName($0) } ?? t("décision à prendre", "decision to take")
        : t("reste : ", "left: ") + open.joined(separator: " ")
    picture.frame.put(rest, row: 1, column: column + 2, role: "header.dim", width: max(0, size.columns - column - 3))
  }

  /// « Admis », « Admission partielle », « Non admis » (annex 3), or VAE's outcomes.
  func decisionName(_ decision: Decision) -> String {
    decision.phrase(on: oral?.candidate.route ?? .training)(language)
  }
}
