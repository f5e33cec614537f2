import Evaluation

// What a grid says, held against the journals that it was built from.
extension GridCheck {
  /// Whether the journals say that this grid was sealed, and what it says; the session's plan, whom it is about.
  func content(saidBy oral: Oral?, in setting: GridSetting) -> [Finding] {
    guard let oral, let seal = oral.seal else { return [notSealed] }
    let differences = oral.differences(from: sealed.grid, referentialDigest: setting.referentialDigest)
    var findings = differences.compactMap { finding(of: $0, in: setting.plan) }
    if seal.digest != sealed.digest { findings.append(notSealed) }
    return findings
  }

  private func finding(of difference: Grid.Difference, in plan: Plan) -> Finding? {
    switch difference {
    // Found already: whether it belongs to the session, and whose its keys are.
    case .subject(.session), .subject(.candidate), .subject(.mock), .subject(.referential), .key: nil
    // What a manager may mend once grids are signed: a day more, a title, a juror's company.
    case .subject(.title), .subject(.dates), .subject(.centre), .subject(.capacities): nil
    case .subject(let subject):
      Finding(
        .contentDiffers, subject.rawValue,
        Phrase(
          "la grille ne dit pas ce que dit la session : \(subject.phrase.fr)",
          "the grid does not say what the session says: \(subject.phrase.en)"))
    case .reservation(let juror):
      Finding(
        .reservationDiffers, plan.juror(juror)?.name ?? juror,
        Phrase("sa réserve n'est pas celle du journal", "their reservation is not the journal's"))
    case .competency(let id), .block(let id): Finding(.contentDiffers, id, Self.otherwise)
    case .decision: Finding(.contentDiffers, "decision", Self.otherwise)
    case .comment: Finding(.contentDiffers, "comment", Self.otherwise)
    case .signers: Finding(.contentDiffers, "signers", Self.otherwise)
    case .text: Finding(.contentDiffers, "text", Self.otherwise)
    }
  }

  private var notSealed: Finding {
    Finding(
      .notSealedByJournal, sealed.digest,
      Phrase("le journal ne dit pas que cette grille a été scellée", "the journal does not say this grid was sealed"))
  }

  private static let otherwise = Phrase(
    "la grille ne dit pas ce que le jury a décidé", "the grid does not say what the jury decided")
}
