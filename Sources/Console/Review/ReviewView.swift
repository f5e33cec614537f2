import Evaluation
import Screen

extension ReviewConsole {
  /// What the screen shows.
  public func picture(at now: Stamp) -> Picture {
    Picture.page(of: size, language) { picture, area in draw(at: now, in: area, &picture) }
  }

  private func draw(at now: Stamp, in area: Area, _ picture: inout Picture) {
    header(in: &picture)
    switch page {
    case .judgement: judgementView(in: area, &picture)
    case .replay: replayView(at: now, in: area, &picture)
    default: linesView(in: area, &picture)
    }
    let isJudged = review.judgement.isDone
    picture.footer(
      ReviewKeys.table.footerKeys(on: page) { $0 != .finish || !isJudged }, asked: asked, unsaved: unsaved,
      message: message, help: (t("Touches de cette page", "Keys of this page"), helpLines), language)
  }

  /// Lines from the first one shown on; beside the last, which they are of how many where they are more than the page.
  private func linesView(in area: Area, _ picture: inout Picture) {
    let lines = lines
    for (offset, runs) in lines.dropFirst(row).prefix(area.rows).enumerated() {
      picture.frame.put(runs, row: area.row + offset, column: 1, width: area.columns - 2)
    }
    guard lines.count > area.rows else { return }
    let range = " \(row + 1)–\(min(lines.count, row + area.rows)) / \(lines.count)"
    picture.frame.put(right: range, row: size.rows - 2, endColumn: size.columns - 1, role: "text.dim")
  }

  var helpLines: [[Run]] { ReviewKeys.table.helpLines(on: page, language, columns: size.panelColumns) }

  // MARK: Header

  private func header(in picture: inout Picture) {
    picture.frame.clear(Area(row: 0, column: 0, rows: 2, columns: size.columns), role: "header")
    let mark =
      review.isAlone ? t("RÉPÉTITION", "REHEARSAL") : (review.isMock ? Phrase.mockOral : .sample)(language)
    let end = picture.frame.put(right: [Run(mark, "header.watermark")], row: 0, endColumn: size.columns - 1) - 2
    picture.frame.put(
      [
        Run(review.name, "header.strong"),
        Run("  \(review.format) · \(review.startedAt.date.longText(language))", "header.dim"),
      ], row: 0, column: 1, width: max(0, end))
    var tabs: [Run] = []
    for tab in pages {
      let isHere = tab == page
      let role: Role = isHere ? "header.strong" : "header.dim"
      tabs += [Run(isHere ? "[" : " ", role), Run(name(of: tab), role), Run(isHere ? "]" : " ", role)]
    }
    picture.frame.put(tabs, row: 1, column: 0, width: size.columns - 1)
  }

  private func name(of page: Page) -> String {
    switch page {
    case .judgement: t("Mon avis", "My view")
    case .time: t("Temps", "Time")
    case .minutes: t("Minutes", "Minutes")
    case .gaps: t("À travailler", "To work on")
    case .comparison: t("Moi / jury", "Me / jury")
    case .comments: t("Notes", "Notes")
    case .replay: t("Rejouer", "Replay")
    case .progress: t("Progrès", "Progress")
    }
  }

  // MARK: The candidate's own judgement

  private func judgementView(in area: Area, _ picture: inout Picture) {
    let criteria = review.criteria
    guard criteria.indices.contains(row) else { return }
    let answers = review.judgement.answers
    let lines = criteria.map { (sign: Self.sign(of: answers[$0.id]), id: $0.id, label: $0.label) }
    picture.checklist(
      lines, text: criteria[row].text, done: criteria.count { answers[$0.id] != nil }, row: row, in: area)
  }

  static func sign(of answer: SelfJudgement.Answer?) -> Run {
    switch answer {
    case .shown: Run("✓", "mark.met")
    case .notShown: Run("✗", "mark.notMet")
    case .unsure: Run("?", "mark.toProbe")
    case nil: Run(" ")
    }
  }

  static func sign(of mark: Mark?) -> Run {
    switch mark {
    case .met: Run("✓", "mark.met")
    case .notMet: Run("✗", "mark.notMet")
    case .toProbe: Run("?", "mark.toProbe")
    case .some(.none), nil: Run("·", "mark.none")
    }
  }

  // MARK: Replay

  private func replayView(at now: Stamp, in area: Area, _ picture: inout Picture) {
    let position = replay.position(at: now, of: review.length)
    let clock = review.clock(at: position)
    let phase = review.phases[min(clock.phase, review.phases.count - 1)]
    let isAtEnd = position >= review.length
    let state =
      isAtEnd ? t("terminé", "ended") : clock.isRunning ? "" : t("EN PAUSE", "PAUSED")
    picture.frame.put(
      [
        Run(minutesText(position), "text.strong"), Run(" / \(minutesText(review.length))   ", "text.dim"),
        Run(phase.title + "  "),
        Run(minutesText(clock.spent), clock.spent > phase.planned ? "clock.over" : "text.strong"),
        Run(" / \(minutesText(phase.planned))   ", "text.dim"), Run(state, "clock.warning"),
      ], row: area.row + 1, column: 1, width: area.columns - 2)
    let bar = Line.bar(position, of: max(1, review.length), width: max(0, area.columns - 12))
    picture.frame.put(
      [
        Run(bar.done, "bar.done"), Run(bar.rest, "bar.todo"),
        Run(replay.since == nil || isAtEnd ? "   ■ ×\(replay.speed)" : "   ▶ ×\(replay.speed)", "text.dim"),
      ], row: area.row + 2, column: 1)
    let seen = review.ticks.prefix { $0.at <= position }
    for (offset, tick) in seen.reversed().prefix(area.rows - 4).enumerated() {
      picture.frame.put(line(of: tick), row: area.row + 4 + offset, column: 1, width: area.columns - 2)
    }
  }

  func line(of tick: Review.Tick) -> [Run] {
    let label = review.criteria.first { $0.id == tick.criterion }?.label ?? ""
    let time = review.isAgreed ? "≤ \(tick.at / 60_000 + 1) min" : minutesText(tick.at)
    let id = tick.criterion + String(repeating: " ", count: max(1, 7 - tick.criterion.utf8.count))
    return [
      Run(String(repeating: " ", count: max(0, 8 - Width.columns(time))) + time + "  ", "text.dim"),
      Self.sign(of: tick.mark), Run("  " + id, "text.dim"), Run(label),
    ]
  }
}
