// The decisions of a route, and what each obliges the jury to write.

extension Decision {
  /// « Admis », « Admission partielle », « Non admis » (annex 3); for VAE the four of annex 5, *La décision finale*.
  public func phrase(on route: Candidate.Route) -> Phrase {
    switch (self, route) {
    case (.admitted, .training): Phrase("Admis", "Admitted")
    case (.partial, .training): Phrase("Admission partielle", "Partially admitted")
    case (.notAdmitted, .training): Phrase("Non admis", "Not admitted")
    case (.admitted, .vae): Phrase("Validation totale", "Whole title validated")
    case (.blocks, _): Phrase("Validation d'un ou plusieurs blocs", "One or several blocks validated")
    case (.partial, .vae): Phrase("Validation partielle des compétences", "Competencies partly validated")
    case (.notAdmitted, .vae): Phrase("Non-validation", "Not validated")
    }
  }

  /// Those of a route, in the règlement's order.
  public static func all(on route: Candidate.Route) -> [Decision] {
    route == .vae ? [.admitted, .blocks, .partial, .notAdmitted] : [.admitted, .partial, .notAdmitted]
  }

  /// What the comment must say, where the règlement obliges the jury to write one; nil where it does not.
  public func obligation(on route: Candidate.Route) -> Phrase? {
    switch (self, route) {
    case (.admitted, _): nil
    case (.blocks, _):
      Phrase("commentaire sur les blocs refusés (annexe 3)", "comment on the refused blocks (annex 3)")
    case (.partial, .vae):
      Phrase(
        "compétences ou expériences encore à acquérir (annexe 5)",
        "competencies or experience still to acquire (annex 5)")
    case (.notAdmitted, .vae): Phrase("motifs de la non-validation (annexe 5)", "reasons for not validating (annex 5)")
    case (.partial, .training), (.notAdmitted, .training):
      Phrase("commentaire obligatoire (annexe 3)", "a comment is obligatory (annex 3)")
    }
  }
}

extension Oral {
  /// The decisions that this candidate's route knows.
  public var decisions: [Decision] { Decision.all(on: candidate.route) }

  /// Whether a decision needs the jury's comment: all but the one that gives all that was asked.
  public func needsComment(_ decision: Decision) -> Bool {
    switch decision {
    case .admitted: false
    case .blocks: blockResults.contains { $0.acquired != true }
    case .partial, .notAdmitted: true
    }
  }

  /// The outcomes that the verdicts allow a VAE candidate (annex 5); empty while a block is undecided.
  ///
  /// The whole title needs every block of the certification. « Partielle » needs a competency acquired: the jury then says
  /// what is still to acquire. Which of those that are left is the jury's to choose.
  var possibleOutcomes: [Decision] {
    let results = blockResults
    guard !results.contains(where: { $0.acquired == nil }) else { return [] }
    let isWhole = results.count == referential.blocks.count
    if results.allSatisfy({ $0.acquired == true }) { return isWhole ? [.admitted] : [.blocks] }
    if results.contains(where: { $0.acquired == true && !$0.isHeld }) { return [.blocks, .partial] }
    let isPartly = competencies.contains { verdicts[$0.id]?.acquired == true } || results.contains { $0.isHeld }
    return isPartly ? [.partial, .notAdmitted] : [.notAdmitted]
  }
}
