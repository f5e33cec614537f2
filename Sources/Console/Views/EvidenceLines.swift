import Evaluation
import Screen

extension Console {
  /// What a VAE candidate's dossier puts forward for the competency of a criterion, a line each, wrapped; empty for others.
  func evidenceLines(_ oral: Oral, ofCriterion id: String, width: Int) -> [[Run]] {
    let own = oral.competencies.first { $0.criteria.contains { $0.id == id } }?.id
    let evidence = oral.candidate.evidence.filter { $0.competency == own }
    guard !evidence.isEmpty else { return [] }
    let indent = 7
    let lines = evidence.flatMap { line -> [[Run]] in
      let number = line.number.map { t("pr. ", "ev. ") + $0 } ?? "–"
      let text = "\(line.mission), \(line.organisation), \(line.period)"
      let head = number + String(repeating: " ", count: max(1, indent - Width.columns(number)))
      return Wrap.lines(text, width: max(10, width - Width.columns(head))).enumerated().map { index, part in
        index == 0
          ? [Run(head, "accent"), Run(part)]
          : [Run(String(repeating: " ", count: Width.columns(head))), Run(part)]
      }
    }
    return [[], [Run(t("Livret 2", "Livret 2"), "text.dim")]] + lines
  }
}
