import Evaluation
import Store

/// How `session.json` stands to what its manager signed.
enum PlanStanding {
  case unsigned
  /// As signed, at that time.
  case signed(SignedPlan, at: WallTime)
  case changed(SignedPlan, at: WallTime, [PlanChange])
  /// The last signature proves nothing.
  case invalid(SignedPlan)

  init(_ plan: Plan, in directory: SessionDirectory) throws(Refusal) {
    guard let last = try directory.lastSignedPlan() else {
      self = .unsigned
      return
    }
    guard let at = last.signedAt else {
      self = .invalid(last)
      return
    }
    let changes = plan.changes(since: last.plan)
    self = changes.isEmpty ? .signed(last, at: at) : .changed(last, at: at, changes)
  }

  /// How many plans were published, this one counted.
  var edition: Int {
    switch self {
    case .unsigned: 0
    case .signed(let last, _), .invalid(let last): last.number
    case .changed(let last, _, _): last.number + 1
    }
  }

  /// For the foot of a page; documents are French.
  func words(_ manager: Plan.Manager) -> String {
    switch self {
    case .unsigned: "Plan non signé"
    case .signed(let last, let at):
      "Plan no \(last.number) signé par \(manager.name) le \(at.date.longText(.fr)) à \(at.minuteText)"
    case .changed(let last, let at, _):
      "Plan modifié depuis la signature du no \(last.number), le \(at.date.longText(.fr)) à \(at.minuteText) : à signer"
    case .invalid: "Signature du plan non valide"
    }
  }

  /// What `jury session check` says of it.
  func findings(_ plan: Plan) -> [PlanFinding] {
    let sign = Phrase("jury session sign.", "jury session sign.")
    // A rehearsal's plan, or a sample's, commits nobody.
    let blocks = !plan.isMock && !plan.isSample
    switch self {
    case .signed: return []
    case .unsigned:
      return [
        PlanFinding(
          .planUnsigned, .program, blocks: blocks, about: [],
          Phrase("le plan n'est pas signé", "the plan is not signed"), mend: sign)
      ]
    case .invalid(let last):
      return [
        PlanFinding(
          .planSignatureInvalid, .program, blocks: blocks, about: [],
          Phrase(
            "la signature du plan no \(last.number) ne vaut rien", "the signature of plan \(last.number) proves nothing"
          ),
          mend: sign)
      ]
    case .changed(let last, _, let changes):
      return [
        PlanFinding(
          .planChanged, .program, blocks: blocks, about: [],
          Phrase(
            "le plan a changé depuis sa signature (no \(last.number)) : \(changes.map(\.what.fr).joined(separator: " ; "))",
            "the plan changed since it was signed (\(last.number)): \(changes.map(\.what.en).joined(separator: "; "))"),
          mend: sign)
      ]
    }
  }
}
