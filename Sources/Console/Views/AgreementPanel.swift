import Evaluation
import Screen

extension Console {
  /// The agreement is for the jury alone, once all grids are handed in.
  mutating func showAgreement() {
    guard let oral, oral.isIndividual else {
      refuse("le jury partage une console : il n'y a qu'une grille", "the jury shares one console: there is one grid")
      return
    }
    guard oral.isDeliberating, oral.sits(viewer) else {
      refuse("l'accord se voit quand toutes les grilles sont remises", "agreement shows once all grids are handed in")
      return
    }
    prompt = .agreement(scroll: 0)
  }

  /// By assessment, then for the whole oral: the share of like marks, and kappa.
  var agreementLines: [[Run]] {
    guard let oral else { return [] }
    let ratings = oral.firstRatings
    let parts =
      oral.assessments.map { assessment in
        (assessment.id, Agreement(ratings.filter { oral.assessment(ofCriterion: $0.criterion) == assessment.id }))
      } + [(t("oral", "oral"), Agreement(ratings))]
    var lines: [[Run]] = parts.map { name, agreement in
      let percent = agreement.percent.map { "\($0.rounded(per: 100)) %" } ?? "–"
      return [
        Run(name + String(repeating: " ", count: max(1, 7 - Width.columns(name))), "accent"),
        Run(String(repeating: " ", count: max(0, 5 - Width.columns(percent))) + percent, "text.strong"),
        Run(
          t(
            " · \(agreement.items) comparé\(agreement.items > 1 ? "s" : "")", " · \(agreement.items) compared")
            + (agreement.leftOut > 0
              ? t(", \(agreement.leftOut) sans coche de tous", ", \(agreement.leftOut) not marked by all") : ""),
          "text.dim"), Run(" · " + agreement.kappa.phrase(language)),
      ]
    }
    let whole = Agreement(ratings)
    lines += [[], [Run("%  ", "accent"), Run(whole.percentMeaning(language), "text.dim")]]
    lines += [[Run("κ  ", "accent"), Run(Kappa.meaning(language), "text.dim")]]
    return lines
  }
}
