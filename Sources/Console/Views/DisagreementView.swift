import Evaluation
import Screen

extension Console {
  /// The jurors whose grids stand side by side, in the plan's order.
  private func judges(_ oral: Oral) -> [(juror: Juror, sheet: Sheet)] {
    oral.sittingJurors.compactMap { juror in oral.sheet(of: juror.id).map { (juror, $0) } }
  }

  /// The letters over the columns of ``opinionRuns(_:_:isHere:)``.
  func opinionHeads(_ oral: Oral) -> [Run] {
    let judges = judges(oral).map(\.juror)
    return judges.map { Run(" " + initial($0, among: judges), "accent") }
  }

  /// Their opinions of a competency, one column each: « ✓ ✗ · ».
  func opinionRuns(_ oral: Oral, _ competency: String, isHere: Bool) -> [Run] {
    judges(oral).map { _, sheet in
      guard let opinion = sheet.opinions[competency] else { return Run(" ·", isHere ? "row.selected.dim" : "text.dim") }
      let role: Role = opinion ? "verdict.acquired" : "verdict.notAcquired"
      return Run(opinion ? " ✓" : " ✗", isHere ? Role.selected(role) : role)
    }
  }

  /// What each juror saw of a competency, side by side: opinions, then the criteria on which they differ with the notes
  /// and questions of each, then those on which they do not.
  func disagreementLines(_ oral: Oral, _ competency: Competency, width: Int, isShort: Bool) -> [[Run]] {
    let judges = judges(oral)
    var lines: [[Run]] = []
    if !isShort {
      lines += Wrap.lines(competency.title, width: max(10, width - 5)).enumerated().map { index, text in
        [Run(index == 0 ? competency.id.padded(to: 5) : "     ", "accent.strong"), Run(text, "text.strong")]
      }
      lines.append([])
    }
    for (juror, sheet) in judges {
      lines.append(
        [Run(initial(juror, among: judges.map(\.juror)) + "  ", "accent"), Run(juror.name + "  ", "text")]
          + [opinionWords(sheet.opinions[competency.id])])
      for note in sheet.notes(on: competency.id) { lines += wrapped(note.text, indent: 5, "note", width: width) }
    }
    lines += voteLines(oral, competency) + verdictLines(oral, competency, width: width) + [[]]
    let heads = judges.map { initial($0.juror, among: judges.map(\.juror)).padded(to: 2) }.joined()
    let differing = competency.criteria.filter { oral.marksDiffer(on: $0.id) }
    let same = competency.criteria.filter { !oral.marksDiffer(on: $0.id) }
    let isUnmarked = { (criterion: Criterion) in judges.allSatisfy { $0.sheet.mark(of: criterion.id) == .none } }
    for (criteria, one, many) in [
      (differing, Phrase("coché différemment", "marked otherwise"), Phrase("cochés différemment", "marked otherwise")),
      (
        same.filter { !isUnmarked($0) }, Phrase("coché de même", "marked alike"),
        Phrase("cochés de même", "marked alike")
      ),
      (same.filter(isUnmarked), Phrase("sans coche", "without a mark"), Phrase("sans coche", "without a mark")),
    ] where !criteria.isEmpty {
      let count = criteria.count
      let words = count > 1 ? many : one
      let said = t(
        "\(count) critère\(count > 1 ? "s" : "") \(words.fr)", "\(count) criteri\(count > 1 ? "a" : "on") \(words.en)")
      lines.append([Run(heads + " ", "accent"), Run(said, "text.dim")])
      for criterion in criteria {
        lines += criterionLines(criterion, judges, isOpen: differing.contains(criterion), width: width)
      }
      lines.append([])
    }
    return lines
  }

  private func criterionLines(
    _ criterion: Criterion, _ judges: [(juror: Juror, sheet: Sheet)], isOpen: Bool, width: Int
  ) -> [[Run]] {
    let marks = judges.map { _, sheet in
      let mark = sheet.mark(of: criterion.id)
      return Run((mark == .none ? "·" : mark.glyph) + " ", mark == .none ? "text.dim" : mark.role())
    }
    let number = criterion.id.padded(to: 7)
    var lines = [marks + [Run(" " + number, "text.dim"), Run(criterion.label, isOpen ? "text" : "text.dim")]]
    let indent = judges.count * 2 + 2
    for (juror, sheet) in judges {
      let name = juror.shortName + " : "
      for note in sheet.notes(on: criterion.id) {
        lines += wrapped(name + note.text, indent: indent, "note", width: width)
      }
      guard let question = sheet.questions[criterion.id], let asked = question.askedAt.last else { continue }
      let text = question.text.isEmpty ? "" : " « \(question.text) »"
      let said = t("question posée à ", "question asked at ") + asked.at.minuteText + text
      lines += wrapped(name + said, indent: indent, "question", width: width)
    }
    return lines
  }

  private func voteLines(_ oral: Oral, _ competency: Competency) -> [[Run]] {
    guard let vote = oral.vote(on: competency.id) else { return [] }
    guard let result = vote.result else {
      let cast = oral.sittingJurors.count - vote.awaited.count
      let own =
        vote.own.map {
          $0
            ? t("votre voix : acquis", "your voice: acquired")
            : t("votre voix : non acquis", "your voice: not acquired")
        }
        ?? t("a ou r : voter", "a or r: vote")
      return [
        [
          Run(
            t(
              "Vote en cours, \(cast) sur \(oral.sittingJurors.count) · ",
              "Vote under way, \(cast) of \(oral.sittingJurors.count) · "), "mark.toProbe"),
          Run(own, "text.strong"),
        ]
      ]
    }
    let count = t(
      "Vote : \(result.acquired) pour, \(result.notAcquired) contre",
      "Vote: \(result.acquired) for, \(result.notAcquired) against")
    let outcome: String =
      switch result.outcome {
      case .carried(let acquired): acquired ? t(" → acquis", " → acquired") : t(" → non acquis", " → not acquired")
      case .byPresident(let acquired):
        acquired
          ? t(", voix prépondérante → acquis", ", casting vote → acquired")
          : t(", voix prépondérante → non acquis", ", casting vote → not acquired")
      case .even: t(", partage : délibérer encore, ou V", ", even: deliberate on, or V")
      }
    return [[Run(count + outcome, "text.strong")]]
  }

  private func verdictLines(_ oral: Oral, _ competency: Competency, width: Int) -> [[Run]] {
    guard let verdict = oral.verdicts[competency.id] else { return [] }
    let head = [
      Run(t("Jury : ", "Jury: "), "text.dim"), verdictRun(verdict.acquired),
      Run(" · " + verdict.at.at.minuteText, "text.dim"),
    ]
    return [head]
      + (verdict.motive.isEmpty
        ? [] : wrapped(t("motif : ", "motive: ") + verdict.motive, indent: 5, "note", width: width))
  }

  private func opinionWords(_ opinion: Bool?) -> Run {
    opinion.map { verdictRun($0) } ?? Run(t("sans avis", "no opinion"), "text.dim")
  }

  private func wrapped(_ text: String, indent: Int, _ role: Role, width: Int) -> [[Run]] {
    Wrap.lines(text, width: max(10, width - indent)).map {
      [Run(String(repeating: " ", count: indent)), Run($0, role)]
    }
  }

  /// A letter that tells a juror from the others: of the family name, else of the given name, else a number.
  func initial(_ juror: Juror, among jurors: [Juror]) -> String {
    func isAlone(_ letter: (Juror) -> Substring) -> Bool { jurors.count { letter($0) == letter(juror) } == 1 }
    if isAlone({ $0.family.prefix(1) }) { return String(juror.family.prefix(1)) }
    if isAlone({ $0.given.prefix(1) }) { return String(juror.given.prefix(1)) }
    return String((jurors.firstIndex { $0.id == juror.id } ?? 0) + 1)
  }
}

extension String {
  fileprivate func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - Width.columns(self)))
  }
}
