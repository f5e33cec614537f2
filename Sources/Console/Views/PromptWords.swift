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
      Phrase(
        "\(decisionName(decision)) : commentaire obligatoire (annexe 3)",
        "\(decisionName(decision)): a comment is obligatory (annex 3)")
    case .reopen: Phrase("Rouvrir la grille : motif", "Reopen the grid: reason")
    }
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
    case .quitWithUnsaved:
      return Phrase(
        "Des faits ne sont PAS ENREGISTRÉS et seraient perdus. Quitter quand même ?",
        "Some facts are NOT SAVED and would be lost. Quit all the same?")
    }
  }

  /// The keys that act while a prompt stands, for the footer.
  func keys(of prompt: Prompt) -> [(key: Key, label: Phrase)] {
    let giveUp = (key: Key.escape, label: Phrase("abandonner", "give up"))
    let save = (key: Key.enter, label: Phrase("enregistrer", "save"))
    let newLine = (key: Self.lineBreak, label: Phrase("à la ligne", "new line"))
    return switch prompt {
    case .note: [save, (.tab, Phrase("autre sujet", "other subject")), newLine, giveUp]
    case .question: [save, newLine, giveUp]
    case .text: [save, newLine, giveUp]
    case .choice:
      [(.enter, Phrase("mettre en pause", "pause")), (.escape, Phrase("laisser tourner", "let it run"))]
    case .confirm:
      [
        (.character(language == .fr ? "o" : "y"), Phrase("oui", "yes")),
        (.character("n"), Phrase("non", "no")),
      ]
    case .competency: [(.enter, Phrase("y aller", "go there")), giveUp]
    case .search: [(.enter, Phrase("y aller", "go there")), (.down, Phrase("suivant", "next")), giveUp]
    case .passphrase: [(.enter, Phrase("signer", "sign")), giveUp]
    case .help, .time, .criterion, .notes:
      [(.down, Phrase("défiler", "scroll")), (.escape, Phrase("fermer", "close"))]
    }
  }
}
