import Evaluation

// What a grid was built from, and whether that still says what it says.
extension GridCheck {
  /// Journals may have grown since: what the grid was built from must still be there, to the byte, and nothing that
  /// counts beside it.
  func journals(in setting: GridSetting) -> [Finding] {
    let sources = sealed.grid.sources
    var findings = sources.compactMap { source in finding(of: source, now: setting.journals[source.path]) }
    if sources.isEmpty {
      findings.append(
        Finding(
          .noJournal, sealed.grid.candidate, Phrase("la grille ne cite aucun journal", "the grid names no journal")))
    }
    let cited = Set(sources.map(\.path))
    for (path, journal) in setting.journals.sorted(by: { $0.key < $1.key }) where !cited.contains(path) {
      switch journal {
      case .damaged(let reason): findings.append(Finding(.journalDamaged, path, reason))
      case .sound(_, concernsJury: true):
        findings.append(
          Finding(
            .journalAdded, path,
            Phrase("la grille ne vient pas de ce journal, qui compte", "this journal counts, and is not in the grid")))
      // What nobody but its author is concerned with changes no grid.
      case .sound(_, concernsJury: false): break
      }
    }
    return findings
  }

  private func finding(of source: Grid.Source, now journal: GridSetting.Journal?) -> Finding? {
    switch journal {
    case nil:
      return Finding(.journalMissing, source.path, Phrase("le journal manque", "the journal is missing"))
    case .damaged(let reason):
      return Finding(.journalDamaged, source.path, reason)
    case .sound(let digests, _):
      guard digests.indices.contains(source.lines) else {
        let there = max(0, digests.count - 1)
        return Finding(
          .journalCut, source.path,
          Phrase(
            "le journal n'a plus que \(there) faits sur \(source.lines)",
            "the journal has only \(there) facts left of \(source.lines)"))
      }
      guard digests[source.lines] != source.head else { return nil }
      return Finding(
        .journalChanged, source.path,
        Phrase(
          "le journal n'est plus celui d'où vient la grille", "the journal is no more the one the grid was built from"))
    }
  }

  /// Whether the journals say that this grid was sealed, and what it says.
  func content(saidBy oral: Oral?, in plan: Plan) -> [Finding] {
    guard let oral, let seal = oral.seal else { return [notSealed] }
    var findings = oral.differences(from: sealed.grid).map { difference in
      switch difference {
      case .reservation(let juror):
        Finding(
          .reservationDiffers, plan.juror(juror)?.name ?? juror,
          Phrase("sa réserve n'est pas celle du journal", "their reservation is not the journal's"))
      case .competency(let id), .block(let id): Finding(.contentDiffers, id, Self.otherwise)
      case .decision: Finding(.contentDiffers, "decision", Self.otherwise)
      case .comment: Finding(.contentDiffers, "comment", Self.otherwise)
      case .signers: Finding(.contentDiffers, "signers", Self.otherwise)
      }
    }
    if seal.digest != sealed.digest { findings.append(notSealed) }
    return findings
  }

  private var notSealed: Finding {
    Finding(
      .notSealedByJournal, sealed.digest,
      Phrase("le journal ne dit pas que cette grille a été scellée", "the journal does not say this grid was sealed"))
  }

  private static let otherwise = Phrase(
    "la grille ne dit pas ce que le jury a décidé", "the grid does not say what the jury decided")
}
