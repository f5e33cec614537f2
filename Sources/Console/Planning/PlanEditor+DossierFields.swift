import Evaluation

extension PlanEditor {
  /// A VAE candidate's dossier: how many of each piece there are, and what it puts forward, a line each; nothing for others.
  func dossierFields(
    _ candidate: Candidate, _ edit: @escaping (inout Plan, (inout Candidate) -> Void) -> Void
  ) -> [PlanField] {
    guard candidate.route == .vae else { return [] }
    let pieces = DossierList.Piece.allCases.map { piece -> PlanField in
      let name = piece.phrase
      return .number(
        "Livret 2 : \(name.fr)", "Livret 2: \(name.en)", candidate.dossier?.counts[piece], in: 0...999
      ) { plan, number in
        edit(&plan) {
          var list = $0.dossier ?? DossierList()
          list.counts[piece] = number
          $0.dossier = list.counts.isEmpty ? nil : list
        }
      }
    }
    return pieces + (candidate.evidence.indices.map(Optional.some) + [nil]).map { evidenceField(candidate, $0, edit) }
  }

  /// - Parameter index: of the line; nil for one more. An empty text takes the line away.
  private func evidenceField(
    _ candidate: Candidate, _ index: Int?, _ edit: @escaping (inout Plan, (inout Candidate) -> Void) -> Void
  ) -> PlanField {
    let known = referential.competencies.map(\.id)
    let number = index.map { $0 + 1 } ?? candidate.evidence.count + 1
    return .text(
      "Preuve \(number)", "Evidence \(number)", index.map { candidate.evidence[$0].typed } ?? "", mayBeEmpty: true
    ) { (plan, text) throws(Refusal) in
      guard !text.isEmpty else {
        if let index { edit(&plan) { $0.evidence.remove(at: index) } }
        return
      }
      let evidence = try Evidence(typed: text)
      guard known.contains(evidence.competency) else {
        throw Refusal(
          Phrase(
            "compétence « \(evidence.competency) » inconnue", "unknown competency “\(evidence.competency)”"))
      }
      edit(&plan) { candidate in
        if let index { candidate.evidence[index] = evidence } else { candidate.evidence.append(evidence) }
      }
    }
  }
}
