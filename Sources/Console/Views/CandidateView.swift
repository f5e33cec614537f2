import Evaluation
import Screen

extension Console {
  /// All that the plan says of a candidate, and what Enter does.
  func candidateLines(_ candidate: Candidate, width: Int) -> [[Run]] {
    var about = [candidate.route == .vae ? t("voie VAE", "VAE route") : t("voie de la formation", "training route")]
    let format = plan.format(of: candidate, in: referential)
    if let format { about.append(format.title) }
    let held = candidate.heldBlocks
    if !held.isEmpty {
      about.append(
        t(
          held.count == 1 ? "bloc déjà acquis : \(held[0])" : "blocs déjà acquis : \(held.joined(separator: ", "))",
          "already held: \(held.joined(separator: ", "))"))
    }
    var lines = wrapped(about.joined(separator: " · "), after: candidate.name, width: width)
    if let format {
      let phases = format.phases.map { "\($0.title) \($0.minutes) min" }.joined(separator: " · ")
      lines += Wrap.lines(phases, width: width).map { [Run($0)] }
      if candidate.extraMinutes > 0 { lines.append([Run(extraTimeWords(candidate, format))]) }
    }
    return lines + [[], enterRuns(candidate)]
  }

  /// A name, then a text that goes on under itself.
  private func wrapped(_ text: String, after name: String, width: Int) -> [[Run]] {
    let indent = Width.columns(name) + 2
    return Wrap.lines(text, width: max(10, width - indent)).enumerated().map { index, line in
      [
        index == 0 ? Run(name + "  ", "text.strong") : Run(String(repeating: " ", count: indent)),
        Run(line, "text.dim"),
      ]
    }
  }

  /// « tiers-temps : +30 min, 120 min en tout ».
  func extraTimeWords(_ candidate: Candidate, _ format: OralFormat) -> String {
    let extra = candidate.extraMinutes
    return t(
      "tiers-temps : +\(extra) min, \(format.minutes + extra) min en tout",
      "extra time: +\(extra) min, \(format.minutes + extra) min in all")
  }

  private func enterRuns(_ candidate: Candidate) -> [Run] {
    let oral = oral(of: candidate.id)
    var said: Phrase?
    let act: Phrase
    switch oral?.stage ?? .planned {
    case .planned, .preparing: act = Phrase("préparer l'oral", "prepare the oral")
    case .absent:
      said = Phrase("absence notée : \(oral?.absence ?? "")", "recorded as absent: \(oral?.absence ?? "")")
      act = Phrase("voir, ou noter son arrivée", "see, or record the arrival")
    case .underWay where candidate.id != self.candidate && plan.marking == .shared:
      let count = oral?.factCount ?? 0
      said = Phrase("oral interrompu, \(count) faits enregistrés", "oral interrupted, \(count) facts saved")
      act = Phrase("reprendre", "resume")
    case .underWay: act = Phrase("à l'oral en cours", "to the oral under way")
    case .deliberating: act = Phrase("délibérer", "deliberate")
    case .signing:
      let count = oral?.seal?.signatures.count ?? 0
      let all = oral?.requiredSigners.count ?? 0
      said = Phrase("à signer, \(count)/\(all) signatures", "to sign, \(count)/\(all) signatures")
      act = Phrase("signer la grille", "sign the grid")
    case .refused:
      let names = oral?.seal?.refusals.keys.sorted().compactMap { plan.juror($0)?.name }.joined(separator: ", ") ?? ""
      said = Phrase("signature refusée par \(names)", "signature refused by \(names)")
      act = Phrase("voir la grille", "see the grid")
    case .signed: act = Phrase("voir la grille signée", "see the signed grid")
    }
    let lead = said.map { [Run($0(language), "mark.toProbe"), Run(" · ", "text.dim")] } ?? []
    return lead + [Run(t("Entrée", "Enter"), "accent"), Run(t(" : ", ": ") + act(language))]
  }
}
