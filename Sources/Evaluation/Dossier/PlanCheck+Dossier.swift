extension PlanCheck {
  /// Annex 5: what a VAE dossier must hold, and whether it says something of every competency that is judged.
  ///
  /// All of them remarks: the règlement lets the candidate complete their dossier, and the jury judge it.
  var dossiers: [PlanFinding] { plan.candidates.filter { $0.route == .vae }.flatMap(dossier) }

  private func dossier(of candidate: Candidate) -> [PlanFinding] {
    var found: [PlanFinding] = []
    let missing = candidate.dossier?.missing ?? []
    if candidate.dossier == nil {
      found.append(
        finding(
          .dossierUnchecked, candidate,
          Phrase("le contenu du Livret 2 n'est pas contrôlé", "what Livret 2 holds is not checked"),
          mend: Phrase(
            "Comptez-en les pièces : jury session edit, ou les colonnes du CSV.",
            "Count its pieces: jury session edit, or the CSV's columns.")))
    } else if !missing.isEmpty {
      found.append(
        finding(
          .dossierIncomplete, candidate,
          Phrase(
            "Livret 2 incomplet, manque : \(missing.map(\.phrase.fr).joined(separator: ", "))",
            "Livret 2 incomplete, missing: \(missing.map(\.phrase.en).joined(separator: ", "))"),
          mend: Phrase("Demandez-les au candidat.", "Ask the candidate for them.")))
    }
    guard !candidate.evidence.isEmpty, let format = plan.format(of: candidate, in: referential) else { return found }
    let judged = referential.blocks.filter { format.blocks.contains($0.id) && !candidate.heldBlocks.contains($0.id) }
    let bare = judged.flatMap(\.competencies).map(\.id).filter { id in
      !candidate.evidence.contains { $0.competency == id }
    }
    if !bare.isEmpty {
      let list = bare.joined(separator: ", ")
      found.append(
        finding(
          .evidenceMissing, candidate,
          Phrase("aucun élément de preuve listé pour \(list)", "no evidence listed for \(list)"),
          mend: Phrase("Rien à faire si le livret n'en dit rien.", "Nothing to do if the dossier says none.")))
    }
    let known = Set(referential.competencies.map(\.id))
    let strange = candidate.evidence.map(\.competency).filter { !known.contains($0) }
    if let first = strange.first {
      found.append(
        finding(
          .evidenceUnknown, candidate,
          Phrase("preuve pour « \(first) », qui n'est pas une compétence", "evidence for “\(first)”, no competency"),
          mend: Phrase("Corrigez la compétence.", "Mend the competency.")))
    }
    return found
  }

  private func finding(
    _ code: PlanFinding.Code, _ candidate: Candidate, _ what: Phrase, mend: Phrase
  ) -> PlanFinding {
    PlanFinding(
      code, .reglement("annexe 5"), blocks: false, about: [candidate.id],
      Phrase("\(candidate.name) : \(what.fr)", "\(candidate.name): \(what.en)"), mend: mend)
  }
}
