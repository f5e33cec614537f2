import Evaluation
import Screen

/// Agreements in columns, with what each column is.
struct AgreementTable {
  private let language: Language
  private let percent, pairs, compared: String
  private static let nameWidth = 10

  init(_ language: Language) {
    self.language = language
    percent = Phrase("accord", "agreed")(language)
    pairs = Phrase("paires", "pairs")(language)
    compared = Phrase("comparés", "compared")(language)
  }

  var heading: String { row("", percent, pairs, compared, "κ") }

  func line(_ name: String, _ agreement: Agreement) -> String {
    let share = agreement.percent.map { $0.rounded(per: 100) }
    return row(
      name, share.map { Phrase("\($0) %", "\($0)%")(language) } ?? "–",
      "\(agreement.agreeingPairs)/\(agreement.pairs)", "\(agreement.items)/\(agreement.items + agreement.leftOut)",
      kappa(agreement.kappa))
  }

  /// What each column is, a line each where the width allows.
  func legend(_ whole: Agreement, width: Int) -> [String] {
    let tooFew = Agreement.fewestItems
    let meanings: [(String, Phrase)] = [
      (percent, whole.percentMeaning),
      (
        pairs,
        Phrase(
          "paires de jurés qui ont coché de même, sur celles comparées",
          "pairs of jurors who marked alike, of those compared")
      ),
      (
        compared,
        Phrase(
          "critères que chaque juré d'un oral a cochés, sur ceux qui y sont jugés",
          "criteria that each juror of an oral marked, of those judged there")
      ),
      ("κ", Kappa.meaning),
      (
        "",
        Phrase(
          "trop peu pour le dire : sous \(tooFew) comparés, une coche changerait tout",
          "too few to say: under \(tooFew) compared, one mark would change it all")
      ),
    ]
    return meanings.flatMap { name, meaning in
      Wrap.lines(meaning(language), width: width - Self.nameWidth).enumerated().map {
        left($0 == 0 ? name : "") + $1
      }
    }
  }

  /// How many are compared stands beside: the reason need not repeat it.
  private func kappa(_ kappa: Kappa) -> String {
    if case .tooFew = kappa { return Phrase("trop peu pour le dire", "too few to say")(language) }
    return kappa.phrase(language)
  }

  private func row(_ name: String, _ percent: String, _ pairs: String, _ compared: String, _ kappa: String) -> String {
    left(name) + right(percent, 6) + right(pairs, 11) + right(compared, 11) + "  " + kappa
  }

  private func left(_ text: String) -> String {
    text + String(repeating: " ", count: max(1, Self.nameWidth - Width.columns(text)))
  }

  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - Width.columns(text))) + text
  }
}
