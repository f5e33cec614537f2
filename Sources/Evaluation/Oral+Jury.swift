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
  /// (section 2.1), and one who sits leaves only when released.
  func refusalOfPresence(_ id: String, _ isPresent: Bool) -> Refusal? {
    guard let juror = plan.juror(id) else { return unknown(id) }
    if isPresent, clock.state != .notStarted, !withoutTie.contains(id), ties[id] == nil {
      let phrase = tieUnknown(of: juror)
      return no(
        phrase.fr, phrase.en,
        hint: Phrase("le confirmer avant de rejoindre l'oral", "confirm it before joining the oral"))
    }
    if !isPresent, clock.state != .notStarted, sits(id) {
      return no(
        "un juré ne quitte pas un oral commencé", "a juror does not leave an oral that has begun",
        hint: Phrase("L : le libérer, avec un motif", "L: release them, with a reason"))
    }
    return nil
  }

  /// A tie that comes to light takes a juror out, before the oral and after it; a candidate is not left with fewer
  /// jurors in the middle of one.
  func refusalOfTie(_ id: String) -> Refusal? {
    guard plan.juror(id) != nil else { return unknown(id) }
    guard clock.state == .running || clock.state == .paused, sits(id) else { return nil }
    return no(
      "un juré ne quitte pas un oral en cours", "a juror does not leave an oral under way",
      hint: Phrase("mettre l'oral en pause puis le terminer", "pause the oral, then end it"))
  }
}
