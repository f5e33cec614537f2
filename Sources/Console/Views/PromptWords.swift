import Evaluation
import Screen

// What prompts say: their titles, their questions, and the keys that answer them.

extension Console {
  func title(of purpose: TextPurpose) -> Phrase {
    switch purpose {
    case .pause: Phrase("Motif de la pause", "Reason of the pause")
    case .absence: Phrase("Absence : motif ou précision", "Absence: reason or detail")
    case .tie(let juror):
      Phrase(
        "\(plan.juror(juror)?.name ?? juror) : quel lien avec le candidat ?",
        "\(plan.juror(juror)?.name ?? juror): which tie with the candidate?")
    case .blockReason(let block, let acquired):
      Phrase(
        "\(block) \(acquired ? "acquis" : "non acquis") : motif, car ses compétences disent autrement",
        "\(block) \(acquired ? "acquired" : "not acquired"): reason, as its competencies say otherwise")
    case .comment: Phrase("Commentaire de la décision", "Comment on the decision")
    case .decisionComment(let decision):
      obligation(of: decision)
    case .motive(let competency, let acquired, _):
      Phrase(
        "\(competency) \(acquired ? "acquise" : "non acquise") : motif, car \(dissenting(competency, acquired)) avait jugé autrement",
        "\(competency) \(acquired ? "acquired" : "not acquired"): motive, as \(dissenting(competency, acquired)) had judged otherwise"
      )
    case .release(let juror):
      Phrase(
        "\(plan.juror(juror)?.name ?? juror) doit partir : motif",
        "\(plan.juror(juror)?.name ?? juror) must leave: reason")
    case .reservation(let inGrid):
      inGrid
        ? Phrase("Votre réserve, portée dans la grille", "Your reservation, carried by the grid")
        : Phrase("Votre réserve, hors de la grille", "Your reservation, not in the grid")
    case .refuseSignature(let juror):
      Phrase(
        "\(plan.juror(juror)?.name ?? juror) refuse de signer : motif",
        "\(plan.juror(juror)?.name ?? juror) refuses to sign: reason")
    case .reopen: Phrase("Rouvrir la grille : motif", "Reopen the grid: reason")
    }
  }

  /// « Admission partielle : commentaire obligatoire (annexe 3) »; of a VAE outcome, whose name is long, the duty alone.
  private func obligation(of decision: Decision) -> Phrase {
    let route = oral?.candidate.route ?? .training
    let (name, duty) = (decision.phrase(on: route), decision.obligation(on: route) ?? Phrase("", ""))
    if route == .vae { return Phrase("À écrire : \(duty.fr)", "To write: \(duty.en)") }
    return Phrase("\(name.fr) : \(duty.fr)", "\(name.en): \(duty.en)")
  }

  private func dissenting(_ competency: String, _ acquired: Bool) -> String {
    oral?.dissenters(on: competency, from: acquired).map(\.name).joined(separator: ", ") ?? ""
  }

  func question(of confirmation: Confirmation) -> Phrase {
    switch confirmation {
    case .nextPhase(let phase):
      let title = oral?.clock.phases.first { $0.id == phase }?.title ?? phase
      return Phrase("Passer à la phase « \(title) » ?", "Enter the phase “\(title)”?")
    case .endOral: return Phrase("Terminer l'oral ?", "End the oral?")
    case .reopenOral:
      return Phrase(
        "Rouvrir l'oral terminé ? Le temps depuis la fin compte comme une pause.",
        "Reopen the ended oral? The time since its end counts as a pause.")
    case .unmarked(let competency, let acquired, let count):
      return Phrase(
        "\(competency) : \(count) critère\(count > 1 ? "s" : "") sans coche. Décider « \(acquired ? "acquis" : "non acquis") » quand même ? La confirmation est notée.",
        "\(competency): \(count) criteri\(count > 1 ? "a" : "on") without a mark. Decide “\(acquired ? "acquired" : "not acquired")” all the same? The confirmation is recorded."
      )
    case .seal:
      return Phrase(
        "Sceller la grille ? Elle est figée, puis chaque juré la signe. Elle peut être rouverte jusqu'à la dernière signature.",
        "Seal the grid? It is frozen, then each juror signs it. It can be reopened until the last signature.")
    case .handIn(let unjudged, let unmarked):
      let left = [
        unjudged > 0
          ? Phrase("\(unjudged) compétence\(unjudged > 1 ? "s" : "") sans avis", "\(unjudged) without opinion") : nil,
        unmarked > 0
          ? Phrase("\(unmarked) critère\(unmarked > 1 ? "s" : "") sans coche", "\(unmarked) without a mark") : nil,
      ].compactMap { $0 }
      let said =
        left.isEmpty
        ? Phrase("", "")
        : Phrase(" \(left.map(\.fr).joined(separator: ", ")).", " \(left.map(\.en).joined(separator: ", ")).")
      return Phrase(
        "Remettre votre grille ?\(said.fr) Vos coches et vos avis ne changeront plus ; les autres les verront quand tous auront remis la leur.",
        "Hand in your grid?\(said.en) Your marks and opinions will stay; the others will see them once all have handed in theirs."
      )
    case .confirmAgreed:
      let agreed = oral?.agreed ?? []
      let yes = agreed.filter(\.acquired).map(\.competency.id).joined(separator: " ")
      let no = agreed.filter { !$0.acquired }.map(\.competency.id).joined(separator: " ")
      return Phrase(
        "Confirmer les verdicts sur lesquels tous s'accordent ?" + (yes.isEmpty ? "" : " Acquis : \(yes).")
          + (no.isEmpty ? "" : " Non acquis : \(no)."),
        "Confirm the verdicts on which all agree?" + (yes.isEmpty ? "" : " Acquired: \(yes).")
          + (no.isEmpty ? "" : " Not acquired: \(no)."))
    case .restart:
      return Phrase(
        "Recommencer l'oral depuis la première phase ? La minuterie repart de zéro ; les coches restent.",
        "Start the oral again from its first phase? The clock starts from zero; marks stay.")
    case .openVote(let competency):
      return Phrase(
        "Ouvrir un vote sur \(competency) ? Chacun vote de sa console ; seul le compte se voit, quand tous ont voté.",
        "Open a vote on \(competency)? Each votes from their own console; only the count shows, once all have voted.")
    case .quitWithUnsaved:
      return Phrase(
        "Des faits ne sont PAS ENREGISTRÉS et seraient perdus. Quitter quand même ?",
        "Some facts are NOT SAVED and would be lost. Quit all the same?")
    }
  }

  /// The keys that act while a prompt stands, for the footer.
  func keys(of prompt: Prompt) -> [(key: Key, label: Phrase)] {
    let giveUp = (key: Key.escape, label: Phrase("abandonner", "give up"))
    /// The keys of a text to type.
    ///
    /// - Parameter tab: what Tab changes besides.
    func typing(tab: Phrase? = nil) -> [(key: Key, label: Phrase)] {
      var keys = [(key: Key.enter, label: Phrase("enregistrer", "save"))]
      if let tab { keys.append((key: Key.tab, label: tab)) }
      if prompt.field?.lines == true { keys.append((key: Self.lineBreak, label: Phrase("à la ligne", "new line"))) }
      return keys + [giveUp]
    }
    return switch prompt {
    case .note: typing(tab: Phrase("autre sujet", "other subject"))
    case .text(.reservation(let inGrid), _):
      typing(tab: inGrid ? Phrase("hors de la grille", "not in the grid") : Phrase("dans la grille", "in the grid"))
    case .question, .text: typing()
    case .choice:
      [(.enter, Phrase("mettre en pause", "pause")), (.escape, Phrase("laisser tourner", "let it run"))]
    case .confirm:
      [
        (.character(language == .fr ? "o" : "y"), Phrase("oui", "yes")),
        (.character("n"), Phrase("non", "no")),
      ]
    case .settlement: [(.enter, Phrase("choisir", "choose")), (.down, Phrase("suivant", "next")), giveUp]
    case .competency: [(.enter, Phrase("y aller", "go there")), giveUp]
    case .sharing: [(.character(" "), Phrase("partager ou non", "share or not")), (.escape, Phrase("fermer", "close"))]
    case .search: [(.enter, Phrase("y aller", "go there")), (.down, Phrase("suivant", "next")), giveUp]
    case .passphrase: [(.enter, Phrase("signer", "sign")), giveUp]
    case .help, .time, .criterion, .notes, .agreement, .disagreement:
      [(.down, Phrase("défiler", "scroll")), (.escape, Phrase("fermer", "close"))]
    }
  }
}
