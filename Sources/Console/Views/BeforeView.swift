import Evaluation
import Screen

extension Console {
  /// What the règlement wants before an oral starts: a list to confirm, then the rule on the jury with its numbers,
  /// the time, and what is still missing.
  func beforeView(at now: Stamp, in area: Area, _ picture: inout Picture) {
    guard let oral else { return }
    let width = area.columns - 6
    let isAiry = area.rows >= 16
    let lines = displayLines(oral, isAiry: isAiry, isRoomy: area.rows >= 30)
    let statement = statementLines(oral, width: width)
    let below = (isAiry ? [[]] : []) + summaryLines(oral, width: width, isShort: area.rows < 12)
    let here = lines.firstIndex { $0.row == row(of: .before) } ?? 0
    let wanted = lines.count + below.count
    let belowRows = min(below.count, max(area.rows / 2, area.rows - lines.count))
    let listRows = min(lines.count, area.rows - belowRows)
    let first = Line.window(around: here, count: lines.count, height: listRows)
    for (offset, line) in lines[first...].prefix(listRows).enumerated() {
      let place = area.rows(from: offset, count: 1)
      if let row = line.row {
        picture.listLine(
          line.runs, right: area.columns >= 70 ? line.right : [], row: row, isHere: row == self.row(of: .before),
          in: place)
      } else {
        picture.frame.put(line.runs, row: place.row, column: 3, width: area.columns - 4)
      }
    }
    var rest = area.split(atRow: listRows).bottom
    if rest.rows >= below.count + statement.count + 1, !statement.isEmpty {
      for (offset, text) in statement.enumerated() {
        picture.frame.put(text, row: rest.row + 1 + offset, column: 3, role: "text", width: width)
      }
      rest = rest.split(atRow: statement.count + 1).bottom
    }
    for (offset, runs) in below.prefix(wanted > area.rows ? belowRows : rest.rows).enumerated() {
      picture.frame.put(runs, row: rest.row + offset, column: 3, width: area.columns - 4)
    }
  }

  /// A line of the list, or a title between its lines.
  private struct DisplayLine {
    var row: Int?
    var runs: [Run] = []
    var right: [Run] = []
  }

  private func displayLines(_ oral: Oral, isAiry: Bool, isRoomy: Bool) -> [DisplayLine] {
    let substitutes = Set(substitutes(of: oral).map(\.id))
    var lines: [DisplayLine] = isAiry ? [DisplayLine()] : []
    var hasTitled = false
    for (row, line) in beforeLines.enumerated() {
      if case .presence = line, isRoomy { lines.append(DisplayLine()) }
      if case .presence(let juror) = line, substitutes.contains(juror.id), !hasTitled {
        hasTitled = true
        lines.append(DisplayLine(runs: [Run(t("Autres jurés du plan", "The plan's other jurors"), "text.dim")]))
      }
      lines.append(displayLine(line, row: row, oral))
    }
    return lines
  }

  private func displayLine(_ line: BeforeLine, row: Int, _ oral: Oral) -> DisplayLine {
    func box(_ isDone: Bool) -> [Run] {
      [Run("[", "text.dim"), Run(isDone ? "✓" : " ", "mark.met"), Run("]  ", "text.dim")]
    }
    switch line {
    case .identity:
      let text = t("Identité de \(oral.candidate.name) vérifiée", "Identity of \(oral.candidate.name) checked")
      return DisplayLine(row: row, runs: box(oral.isIdentityChecked) + [Run(text, "text.strong")])
    case .presence(let juror):
      let place = juror.isExternal ? t("extérieur", "external") : t("interne", "internal")
      // The rule on the jury reads the right-hand part: it is never cut for the rest.
      let about = place + " · " + years(of: juror)
      return DisplayLine(
        row: row,
        runs: box(oral.present.contains(juror.id)) + [
          Run(juror.name, "text.strong"),
          Run(t("  présence", "  present"), "text.dim"),
          Run(size.columns >= 70 ? "  \(juror.post), \(juror.company)" : "", "text.dim"),
        ], right: [Run(about, "text.dim")])
    case .tie(let juror):
      if let tie = oral.ties[juror.id] {
        let text = t("lien déclaré, ne siège pas : ", "tie declared, does not sit: ") + tie
        return DisplayLine(
          row: row, runs: [Run("    [", "text.dim"), Run("✗", "mark.notMet"), Run("]  ", "text.dim"), Run(text)])
      }
      let text = t(
        "sans lien avec le candidat, ni part dans sa formation", "no tie with the candidate, no part in their training")
      return DisplayLine(row: row, runs: [Run("    ")] + box(oral.withoutTie.contains(juror.id)) + [Run(text)])
    }
  }

  private func years(of juror: Juror) -> String {
    let years = juror.years
    return t("\(years) an\(years > 1 ? "s" : "")", "\(years) year\(years == 1 ? "" : "s")")
  }

  /// The whole of what a juror confirms, in section 2.1's words, while the cursor is on their line.
  private func statementLines(_ oral: Oral, width: Int) -> [String] {
    let lines = beforeLines
    guard lines.indices.contains(row(of: .before)), case .tie(let juror) = lines[row(of: .before)],
      oral.ties[juror.id] == nil
    else { return [] }
    return Wrap.lines(
      t(
        "\(juror.name) confirme n'entretenir ni avoir entretenu de lien professionnel ou personnel avec le candidat, et n'avoir participé ni à sa formation ni à sa préparation à la certification (2.1).",
        "\(juror.name) confirms having, and having had, no professional or personal tie with the candidate, and having taken no part in their training or preparation for the certification (2.1)."
      ), width: width)
  }

  private func summaryLines(_ oral: Oral, width: Int, isShort: Bool) -> [[Run]] {
    let label = isShort ? 7 : 14
    func line(_ name: String, _ text: String, _ isRight: Bool? = nil) -> [Run] {
      let head = Run(name + String(repeating: " ", count: max(1, label - Width.columns(name))), "text.dim")
      let mark = isRight.map { Run($0 ? "✓ " : "✗ ", $0 ? "mark.met" : "mark.notMet") }
      return [head] + (mark.map { [$0] } ?? []) + [Run(text)]
    }
    let isLawful = referential.rules.faults(of: oral.sittingJurors).isEmpty
    var lines = [
      line(isShort ? t("Jury", "Jury") : t("Composition", "Composition"), compositionWords(oral), isLawful),
      line(t("Temps", "Time"), timeWords(oral)),
    ]
    if !isShort { lines.append([]) }
    if let reason = oral.absence {
      lines.append([
        Run(t("Absence notée : ", "Recorded as absent: ") + reason, "mark.toProbe"),
        Run(" · ", "text.dim"), Run("a", "accent"), Run(t(" : arrivé", ": arrived")),
      ])
    }
    return lines + startLines(oral, width: width, isShort: isShort)
  }

  /// « 2 présents · 1 extérieur sur 2 (50 %) · minimum 2 et 50 % ».
  private func compositionWords(_ oral: Oral) -> String {
    let sitting = oral.sittingJurors
    let count = sitting.count
    let external = sitting.count { $0.isExternal }
    let rules = referential.rules
    let percent = count == 0 ? 0 : external * 100 / count
    return t(
      "\(count) présent\(count > 1 ? "s" : "") · \(external) extérieur\(external > 1 ? "s" : "") sur \(count) (\(percent) %) · minimum \(rules.minimumMembers) et \(rules.minimumExternalPercent) %",
      "\(count) present · \(external) external of \(count) (\(percent) %) · needed: \(rules.minimumMembers) and \(rules.minimumExternalPercent) %"
    )
  }

  /// « 90 min », « 90 min · tiers-temps : +30 min, 120 min en tout ».
  private func timeWords(_ oral: Oral) -> String {
    let extra = oral.candidate.extraMinutes
    let minutes = oral.format.minutes
    return extra > 0 ? "\(minutes) min · " + extraTimeWords(oral.candidate, oral.format) : "\(minutes) min"
  }

  private func startLines(_ oral: Oral, width: Int, isShort: Bool) -> [[Run]] {
    if let started = oral.clock.startedAt {
      let at = started.at.minuteText
      return [
        [
          Run(t("Oral commencé à \(at) · ", "Oral started at \(at) · ")), Run("t", "accent"),
          Run(t(" : y revenir", ": back to it")),
        ]
      ]
    }
    let obstacles = oral.startObstacles
    if obstacles.isEmpty {
      return [
        [
          Run(t("Tout est prêt · ", "All is ready · "), "mark.met"), Run("t", "accent"),
          Run(t(" : commencer l'oral", ": start the oral"), "text.strong"),
        ]
      ]
    }
    if isShort, let first = obstacles.first {
      let more = obstacles.count > 1 ? " (+\(obstacles.count - 1))" : ""
      return [[Run(t("Manque ", "Lacks  "), "mark.toProbe"), Run(first(language) + more)]]
    }
    let title = [Run(t("L'oral ne commence pas encore :", "The oral does not start yet:"), "mark.toProbe")]
    let lines = obstacles.flatMap { obstacle in
      Wrap.lines(obstacle(language), width: width - 2).enumerated().map { index, line in
        [Run(index == 0 ? "· " : "  ", "text.dim"), Run(line)]
      }
    }
    return [title] + lines
  }
}
