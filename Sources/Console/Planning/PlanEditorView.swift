import Evaluation
import Screen

extension PlanEditor {
  /// What the screen shows.
  public var picture: Picture {
    Picture.page(of: size, language) { picture, area in draw(in: area, &picture) }
  }

  private func draw(in area: Area, _ picture: inout Picture) {
    header(in: &picture)
    switch page {
    case .session: fieldsView(of: .session, in: area, &picture)
    case .record: recordView(in: area, &picture)
    case .check: checkView(in: area, &picture)
    default: listView(in: area, &picture)
    }
    picture.footer(
      PlanEditorKeys.table.footerKeys(on: page), asked: asked, message: message ?? leaving,
      help: (t("Touches", "Keys"), helpLines), language)
  }

  /// What Escape costs while something is typed.
  private var leaving: Message? {
    guard let asked, asked.holdsWords else { return nil }
    return Message(
      .done, Phrase("Échap abandonne ce qui est saisi.", "Escape gives up what is typed."))
  }

  // MARK: Header

  private func header(in picture: inout Picture) {
    picture.frame.clear(Area(row: 0, column: 0, rows: 2, columns: size.columns), role: "header")
    let saved =
      isSaved
      ? Run(t("● enregistré", "● saved"), "header.saved")
      : Run(t("■ à enregistrer : s", "■ to be saved: s"), "header.unsaved")
    let end = picture.frame.put(right: [saved], row: 0, endColumn: size.columns - 1) - 2
    let mark = plan.watermark.map { "  " + $0(language) } ?? ""
    let room = max(0, end - 1 - Width.columns(mark))
    let used = picture.frame.put(plan.title, row: 0, column: 1, role: "header.strong", width: room)
    picture.frame.put(mark, row: 0, column: 1 + used, role: "header.watermark")
    var tabs: [Run] = []
    let here = page == .record ? origin : page
    for tab in Page.allCases where tab != .record {
      let isHere = tab == here
      tabs.append(Run(isHere ? "[" : " ", isHere ? "header.strong" : "header.dim"))
      tabs.append(Run(name(of: tab), isHere ? "header.strong" : "header.dim"))
      tabs.append(Run(isHere ? "] " : "  ", isHere ? "header.strong" : "header.dim"))
    }
    picture.frame.put(tabs, row: 1, column: 0, width: size.columns - 1)
  }

  private func name(of page: Page) -> String {
    let blocking = findings.count { $0.blocks }
    return switch page {
    case .candidates: t("Candidats", "Candidates") + " \(plan.candidates.count)"
    case .jury: t("Jury", "Jury") + " \(plan.jury.count)"
    case .rooms: t("Salles", "Rooms") + " \(plan.rooms.count)"
    case .slots: t("Créneaux", "Slots") + " \(plan.slots.count)"
    case .session: "Session"
    case .check: t("Contrôle", "Check") + (blocking > 0 ? " ✗\(blocking)" : " ✓")
    case .record: ""
    }
  }

  // MARK: Lists

  private func listView(in area: Area, _ picture: inout Picture) {
    let records = records
    guard !records.isEmpty else {
      let said =
        page == .slots
        ? t("Aucun candidat à placer.", "No candidate to place.")
        : t("Rien encore : a pour ajouter.", "Nothing yet: a to add.")
      picture.frame.put(said, row: area.row + 1, column: 3, role: "text.dim", width: area.columns - 4)
      return
    }
    let here = min(row, records.count - 1)
    let told = findings(of: records[here]).filter(concernsPage)
    let (list, below) = split(area, lines: told.count * 2, count: records.count)
    let first = Line.window(around: here, count: records.count, height: list.rows)
    for (offset, record) in records[first...].prefix(list.rows).enumerated() {
      let index = first + offset
      let blocking = findings(of: record).filter(concernsPage).count { $0.blocks }
      let right = blocking > 0 ? [Run("✗\(blocking)", "verdict.notAcquired")] : []
      picture.listLine(
        line(of: record), right: right, row: index, isHere: index == here, in: list.rows(from: offset, count: 1))
    }
    if let below { findingsView(told, in: below, &picture) }
  }

  /// On the page of slots what concerns slots, elsewhere the rest.
  private func concernsPage(_ finding: PlanFinding) -> Bool {
    let ofSlots: Set<PlanFinding.Code> = [
      .slotMissing, .slotTooShort, .slotNotAnnex2, .slotOutsideSession, .roomTaken, .roomUnknown, .jurorElsewhere,
    ]
    return page == .slots ? ofSlots.contains(finding.code) || [.tie, .trainer].contains(finding.code) : true
  }

  /// A list above, what is found below it, when there is room for both.
  private func split(_ area: Area, lines: Int, count: Int) -> (list: Area, below: Area?) {
    guard lines > 0, area.rows >= 10 else { return (area, nil) }
    let room = min(lines + 1, max(5, area.rows - count))
    let both = area.split(atRow: area.rows - min(room, area.rows / 2))
    return (both.top, both.bottom)
  }

  private func findingsView(_ findings: [PlanFinding], in area: Area, _ picture: inout Picture) {
    picture.frame.rule(row: area.row, column: 3, columns: area.columns - 6, role: "rule")
    var row = area.row + 1
    for finding in findings {
      for runs in lines(of: finding, width: area.columns - 6) where row < area.endRow {
        picture.frame.put(runs, row: row, column: 3, width: area.columns - 4)
        row += 1
      }
    }
  }

  private func lines(of finding: PlanFinding, width: Int) -> [[Run]] {
    let mark = finding.blocks ? Run("✗ ", "verdict.notAcquired") : Run("· ", "text.dim")
    let what = Wrap.lines("\(finding.what(language)) [\(finding.source.phrase(language))]", width: width - 2)
    let mend = Wrap.lines("→ \(finding.mend(language))", width: width - 2)
    return what.enumerated().map { [$0 == 0 ? mark : Run("  "), Run($1)] }
      + mend.map { [Run("  "), Run($0, "text.dim")] }
  }

  private func line(of record: Record) -> [Run] {
    func column(_ text: String, _ width: Int, _ role: Role = .text) -> Run {
      let short = Width.columns(text) > width ? String(text.prefix(width - 1)) + "…" : text
      return Run(short + String(repeating: " ", count: max(0, width - Width.columns(short)) + 2), role)
    }
    let wide = size.columns >= 100
    switch record {
    case .candidate(let id):
      guard let candidate = plan.candidate(id) else { return [] }
      let oral = plan.format(of: candidate, in: referential)?.title ?? t("épreuve à choisir", "no oral yet")
      let extra = candidate.extraMinutes > 0 ? "+\(candidate.extraMinutes) min" : ""
      return [
        column(candidate.name, wide ? 30 : 24, "text.strong"), column(oral, wide ? 32 : 20),
        column(extra, 8, "text.dim"),
        Run(begun.contains(id) ? t("commencé", "begun") : plan.slot(of: id)?.start.minuteText ?? "", "text.dim"),
      ]
    case .juror(let id):
      guard let juror = plan.juror(id) else { return [] }
      let marks = [
        juror.isExternal ? t("extérieur", "external") : "", juror.isPresident ? t("préside", "chairs") : "",
        juror.isSubstitute ? t("suppléant", "substitute") : "", juror.key == nil ? "" : t("clé", "key"),
      ].filter { !$0.isEmpty }
      return [
        column(juror.name, wide ? 30 : 24, "text.strong"), column(juror.company, wide ? 28 : 18),
        column("\(juror.years) " + t(juror.years > 1 ? "ans" : "an", "y"), 6, "text.dim"),
        Run(marks.joined(separator: " · "), "text.dim"),
      ]
    case .room(let name):
      let jury = plan.room(name)?.jury.compactMap { plan.juror($0)?.shortName } ?? []
      let said =
        jury.isEmpty ? t("jury composé par « placer »", "jury made when placing") : jury.joined(separator: ", ")
      return [column(Room.title(name)(language), 24, "text.strong"), Run(said, "text.dim")]
    case .slot(let id):
      let name = column(plan.candidate(id)?.name ?? id, wide ? 30 : 22, "text.strong")
      guard let slot = plan.slot(of: id) else {
        return [
          column("–", plan.from == plan.to ? 11 : 17, "text.dim"), name, Run(t("sans créneau", "no slot"), "text.dim"),
        ]
      }
      let day = plan.from == plan.to ? "" : String(PlanField.typed(slot.start.date).prefix(5)) + " "
      let jury = slot.jury.compactMap { plan.juror($0)?.shortName }.joined(separator: ", ")
      return [
        column("\(day)\(slot.start.minuteText)–\(slot.end.minuteText)", plan.from == plan.to ? 11 : 17), name,
        column(Room.title(slot.room)(language), 14), Run(jury, "text.dim"),
      ]
    case .session: return []
    }
  }

  // MARK: Fields and findings

  private func recordView(in area: Area, _ picture: inout Picture) {
    picture.frame.put(title(of: record), row: area.row, column: 1, role: "accent.strong", width: area.columns - 2)
    fieldsView(of: record, in: area.split(atRow: 1).bottom, &picture)
  }

  private func fieldsView(of record: Record, in area: Area, _ picture: inout Picture) {
    let fields = fields(of: record)
    let labels = min(area.columns / 2, (fields.map { Width.columns($0.label(language)) }.max() ?? 0) + 2)
    let told = findings(of: record)
    let (list, below) = split(area, lines: told.count * 2, count: fields.count)
    let here = min(row, fields.count - 1)
    let first = Line.window(around: here, count: fields.count, height: list.rows)
    for (offset, field) in fields[first...].prefix(list.rows).enumerated() {
      let label = field.label(language)
      let gap = String(repeating: " ", count: max(1, labels - Width.columns(label)))
      let value = field.value(language)
      let right = field.isSetting ? [Run(t("réglage", "setting"), "text.dim")] : []
      picture.listLine(
        [Run(label + gap, "text.dim"), Run(value.isEmpty ? "–" : value, "text.strong")], right: right,
        row: first + offset, isHere: first + offset == here, in: list.rows(from: offset, count: 1))
    }
    if let below { findingsView(told, in: below, &picture) }
  }

  private func checkView(in area: Area, _ picture: inout Picture) {
    guard !findings.isEmpty else {
      let said = t("Rien n'empêche cette session.", "Nothing keeps this session from being held.")
      picture.frame.put(said, row: area.row + 1, column: 3, role: "verdict.acquired", width: area.columns - 4)
      return
    }
    let here = min(row, findings.count - 1)
    let detail = lines(of: findings[here], width: area.columns - 6)
    let both = area.split(atRow: max(3, area.rows - detail.count - 1))
    let first = Line.window(around: here, count: findings.count, height: both.top.rows)
    for (offset, finding) in findings[first...].prefix(both.top.rows).enumerated() {
      let mark = finding.blocks ? Run("✗ ", "verdict.notAcquired") : Run("· ", "text.dim")
      picture.listLine(
        [mark, Run(finding.what(language))], right: [Run(finding.source.phrase(language), "text.dim")],
        row: first + offset, isHere: first + offset == here, in: both.top.rows(from: offset, count: 1))
    }
    findingsView([findings[here]], in: both.bottom, &picture)
  }
}
