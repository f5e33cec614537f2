// Who hears the candidate (section 2.1), and what a start still lacks.

extension Oral {
  /// What a start still lacks (section 2.1), for the page before the oral and for the start itself.
  public var startObstacles: [Phrase] {
    var obstacles: [Phrase] = []
    if blocks.isEmpty {
      obstacles.append(
        Phrase(
          "tous les blocs de cet oral sont déjà acquis : rien n'est à évaluer",
          "every block of this oral is held already: nothing is to be judged"))
    }
    if absence != nil { obstacles.append(Phrase("le candidat est noté absent", "the candidate is recorded as absent")) }
    if !isIdentityChecked {
      obstacles.append(Phrase("l'identité du candidat n'est pas vérifiée", "the candidate's identity is not checked"))
    }
    obstacles += referential.rules.faults(of: sittingJurors).map(\.phrase)
    return obstacles + sittingJurors.filter { !withoutTie.contains($0.id) }.map(tieUnknown)
  }

  private func tieUnknown(of juror: Juror) -> Phrase {
    Phrase(
      "\(juror.name) n'a pas confirmé l'absence de lien avec le candidat (2.1)",
      "\(juror.name) has not confirmed having no tie with the candidate (2.1)")
  }

  /// Before the start jurors come and go. Once it has begun none sits without having confirmed to have no tie
  /// (section 2.1), and none who sits leaves before its end.
  func refusalOfPresence(_ id: String, _ isPresent: Bool) -> Refusal? {
    guard let juror = plan.juror(id) else { return unknown(id) }
    if isPresent, clock.state != .notStarted, !withoutTie.contains(id), ties[id] == nil {
      let phrase = tieUnknown(of: juror)
      return no(
        phrase.fr, phrase.en,
        hint: Phrase("le confirmer avant de rejoindre l'oral", "confirm it before joining the oral"))
    }
    let isUnderWay = clock.state == .running || clock.state == .paused
    if !isPresent, isUnderWay, requiredSigners.contains(id) {
      return no(
        "un juré ne quitte pas un oral en cours", "a juror does not leave an oral under way",
        hint: Phrase("mettre l'oral en pause puis le terminer", "pause the oral, then end it"))
    }
    return nil
  }
}
