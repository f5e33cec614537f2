import Console
import Evaluation
import Screen

/// People of CSV files taken into a plan: known ones are brought up to date, the others added; nobody is removed.
struct PlanImport {
  private(set) var plan: Plan
  /// What was read, and what was taken for granted, to be told.
  private(set) var told: [Phrase] = []

  init(_ plan: Plan) { self.plan = plan }

  mutating func take(_ sheet: JurorSheet) {
    let added = sheet.jurors.filter { plan.juror($0.id) == nil }
    plan.jury = plan.jury.map { juror in sheet.jurors.first { $0.id == juror.id } ?? juror } + added
    for (name, jurors) in sheet.rooms {
      if let index = plan.rooms.firstIndex(where: { $0.name == name }) {
        plan.rooms[index].jury += jurors.filter { !plan.rooms[index].jury.contains($0) }
      } else {
        plan.rooms.append(Evaluation.Room(name: name, jury: jurors))
      }
    }
    tell(sheet.sheet, sheet.jurors.count, added.count, Phrase("juré", "juror"))
  }

  mutating func take(_ sheet: CandidateSheet) {
    let added = sheet.candidates.filter { plan.candidate($0.id) == nil }
    plan.candidates =
      plan.candidates.map { candidate in sheet.candidates.first { $0.id == candidate.id } ?? candidate } + added
    tell(sheet.sheet, sheet.candidates.count, added.count, Phrase("candidat", "candidate"))
    told += sheet.notes
    takeTies(sheet)
  }

  /// The evidence of a candidate whom the file names stands in place of what the plan had.
  mutating func take(_ sheet: EvidenceSheet) {
    for index in plan.candidates.indices {
      if let evidence = sheet.evidence[plan.candidates[index].id] { plan.candidates[index].evidence = evidence }
    }
    let count = sheet.evidence.values.reduce(0) { $0 + $1.count }
    tell(sheet.sheet, count, count, Phrase("preuve", "piece"))
  }

  /// Ties with jurors of the plan. A trainer who is no juror ties nobody.
  private mutating func takeTies(_ sheet: CandidateSheet) {
    var others: [String] = []
    for (candidate, kind, names) in sheet.ties {
      for name in names {
        guard let juror = juror(named: name) else {
          others.append(name)
          continue
        }
        let tie = Tie(candidate: candidate, juror: juror.id, kind: kind)
        if !plan.ties.contains(tie) { plan.ties.append(tie) }
      }
    }
    guard !others.isEmpty else { return }
    let shown = Set(others).sorted().joined(separator: ", ")
    told.append(
      Phrase(
        "sans lien noté, car hors du jury : \(shown)", "no tie noted, as they are not in the jury: \(shown)"))
  }

  /// By id, family name, or both names in either order; nil when none or several answer.
  private func juror(named name: String) -> Juror? {
    let folded = PersonID.slug(name)
    let found = plan.jury.filter {
      [$0.id, $0.family, "\($0.family) \($0.given)", "\($0.given) \($0.family)", "\($0.given.prefix(1)) \($0.family)"]
        .contains { PersonID.slug($0) == folded }
    }
    return found.count == 1 ? found.first : nil
  }

  private mutating func tell(_ sheet: PeopleSheet, _ count: Int, _ added: Int, _ kind: Phrase) {
    let plural = count > 1 ? "s" : ""
    let separator =
      sheet.separator == "\t" ? Phrase("tabulation", "tab") : Phrase("« \(sheet.separator) »", "“\(sheet.separator)”")
    let updated = count - added
    let more =
      updated > 0
      ? Phrase(", dont \(updated) déjà au plan", ", of whom \(updated) in the plan already") : Phrase("", "")
    told.append(
      Phrase(
        "\(sheet.path) : \(count) \(kind.fr)\(plural)\(more.fr) (\(sheet.encoding.rawValue), \(separator.fr))",
        "\(sheet.path): \(count) \(kind.en)\(plural)\(more.en) (\(sheet.encoding.rawValue), \(separator.en))"))
    if !sheet.ignored.isEmpty {
      let shown = sheet.ignored.map(SafeText.line).joined(separator: ", ")
      told.append(Phrase("colonnes sans usage ici : \(shown)", "columns of no use here: \(shown)"))
    }
  }
}
