import Evaluation
import JSON
import Screen

extension Session {
  /// The folded state for scripts.
  func shown(_ orals: [Oral], at now: Stamp, _ language: Language) -> JSON {
    .object([
      "session": .object([
        "id": .string(plan.id), "title": .string(plan.title), "certification": .string(plan.certification),
        "from": .string(plan.from.text), "to": .string(plan.to.text), "centre": .string(plan.centre.name),
        "sample": plan.isSample ? true : nil, "mock": plan.isMock ? true : nil,
      ]),
      "referential": .string(referentialDigest), "candidates": .array(orals.map { $0.shown(at: now, language) }),
    ])
  }

  /// The same for reading: a heading, then each candidate on a line.
  func text(_ orals: [Oral], at now: Stamp, _ language: Language) -> String {
    let names = orals.map { SafeText.line($0.candidate.name) }
    let width = names.map(Width.columns).max() ?? 0
    let mock = plan.isMock ? Phrase("ORAL BLANC · ", "MOCK ORAL · ")(language) : ""
    var lines = [
      "\(mock)\(plan.title) · \(plan.certification) · \(plan.from.longText(language)) · \(plan.centre.name)", "",
    ]
    for (oral, name) in zip(orals, names) {
      let slot = plan.slot(of: oral.candidate.id)
      let time = slot?.start.minuteText ?? "  –  "
      let padding = String(repeating: " ", count: width - Width.columns(name))
      lines.append("\(time)  \(name)\(padding)  \(oral.format.title) · \(oral.state(at: now)(language))")
    }
    return lines.map { SafeText.line($0) + "\n" }.joined()
  }
}

extension Oral {
  /// Where it stands, in words.
  fileprivate func state(at now: Stamp) -> Phrase {
    switch stage {
    case .planned: return Phrase("prévu", "planned")
    case .absent: return Phrase("absent", "absent")
    case .preparing: return Phrase("se prépare", "preparing")
    case .underWay:
      let time = "\(minutesText(clock.totalSpent(at: now))) / \(minutesText(clock.totalPlanned))"
      return clock.state == .paused
        ? Phrase("en pause, \(time)", "paused, \(time)") : Phrase("en cours, \(time)", "under way, \(time)")
    case .deliberating: return Phrase("à délibérer", "to deliberate")
    case .signing:
      let signed = seal?.signatures.count ?? 0
      return Phrase(
        "à signer, \(signed) sur \(requiredSigners.count)", "to sign, \(signed) of \(requiredSigners.count)")
    case .refused: return Phrase("signature refusée", "signature refused")
    case .signed: return Phrase("signé", "signed")
    }
  }
}
