import Evaluation

// What a grid says, held against the journals that it was built from.
extension GridCheck {
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
