import Evaluation
import Screen

extension AgreementReport {
  /// For reading: the whole, the assessments, the criteria, and what the figures are.
  ///
  /// - Parameter width: in columns; lists of ids and explanations break there, a line of figures never does.
  func text(_ language: Language, width: Int) -> String {
    let heading = [
      Phrase(
        "Accord des jurés sur leurs premières coches · \(certification)",
        "The jurors' agreement on their first marks · \(certification)")(language), counts(language), "",
    ]
    let lines = heading + (orals.contains { $0.counted > 0 } ? body(language, width) : [Self.nothing(language)])
    return lines.map { SafeText.line($0) + "\n" }.joined()
  }

  private static let nothing = Phrase(
    "Aucun oral n'a toutes ses grilles remises : rien à comparer.",
    "No oral has all its grids handed in: nothing to compare.")

  private func counts(_ language: Language) -> String {
    let counted = orals.reduce(0) { $0 + $1.counted }
    let leftOut = orals.reduce(0) { $0 + $1.leftOut }
    let phrases = [
      Phrase(
        "\(orals.count) session\(orals.count > 1 ? "s" : "")", "\(orals.count) session\(orals.count == 1 ? "" : "s")"),
      Phrase(
        "\(counted) \(counted > 1 ? "oraux" : "oral") aux grilles toutes remises",
        "\(counted) oral\(counted == 1 ? "" : "s") with all grids handed in"),
      Phrase(
        leftOut > 1 ? "\(leftOut) autres, laissés de côté" : "\(leftOut) autre, laissé de côté",
        "\(leftOut) other\(leftOut == 1 ? "" : "s"), left out"),
    ]
    return phrases.prefix(leftOut > 0 ? 3 : 2).map { $0(language) }.joined(separator: " · ")
  }

  private func body(_ language: Language, _ width: Int) -> [String] {
    let differing = criteria.filter { $0.agreement.agreeingPairs < $0.agreement.pairs }
    let agreed = criteria.filter { $0.agreement.pairs > 0 && $0.agreement.agreeingPairs == $0.agreement.pairs }
    let apart = criteria.filter { $0.agreement.pairs == 0 }
    let table = AgreementTable(language)
    var lines = [table.heading, table.line(Phrase("ensemble", "whole")(language), whole), ""]
    lines += [Phrase("Par épreuve", "By assessment")(language)]
    lines += assessments.map { table.line($0.id, $0.agreement) } + [""]
    if !differing.isEmpty {
      lines += [Phrase("Par critère, le moins d'accord d'abord", "By criterion, the least agreed first")(language)]
      lines += differing.map { table.line($0.id, $0.agreement) } + [""]
    }
    lines += list(Phrase("D'accord partout : ", "Agreed everywhere: ")(language), agreed, width)
    lines += list(Phrase("Non comparés : ", "Not compared: ")(language), apart, width)
    return lines + table.legend(whole, width: width)
  }

  private func list(_ title: String, _ parts: [Part], _ width: Int) -> [String] {
    if parts.isEmpty { return [] }
    return Wrap.lines(title + parts.map(\.id).joined(separator: ", "), width: width) + [""]
  }
}
