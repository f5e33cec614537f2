import Evaluation
import JSON
import Screen
import Seal

/// What checking a session's plan found, as text and as JSON.
struct PlanReport {
  let plan: Plan
  let findings: [PlanFinding]

  init(_ file: PlanFile) throws(Refusal) {
    let standing = try PlanStanding(file.plan, in: file.directory)
    self.init(plan: file.plan, referential: file.referential, standing: standing)
  }

  /// The rules' findings, and those of keys and signatures, which the rules cannot read.
  init(plan: Plan, referential: Referential, standing: PlanStanding) {
    self.plan = plan
    let all = PlanCheck(plan, referential).findings + Self.outside(plan, standing: standing)
    findings = all.filter(\.blocks) + all.filter { !$0.blocks }
  }

  var blocks: Bool { findings.contains(where: \.blocks) }

  /// What the rules cannot read: keys, and how the plan stands to the signed one.
  ///
  /// - Parameter standing: nil when what was signed cannot be read.
  static func outside(_ plan: Plan, standing: PlanStanding?) -> [PlanFinding] {
    unusableKeys(plan) + (standing?.findings(plan) ?? [])
  }

  private static func unusableKeys(_ plan: Plan) -> [PlanFinding] {
    let manager = (id: "manager", name: plan.manager.name, key: plan.manager.key)
    let owners = [manager] + plan.jury.map { (id: $0.id, name: $0.name, key: $0.key) }
    return owners.compactMap { owner in
      guard let key = owner.key else { return nil }
      do throws(SealFault) {
        _ = try PublicKey(jwk: key)
        return nil
      } catch {
        let reason = error.refusal.reason
        return PlanFinding(
          .keyUnusable, .program, about: [owner.id],
          Phrase(
            "clé de \(owner.name) inutilisable : \(reason.fr)", "\(owner.name)'s key cannot be used: \(reason.en)"),
          mend: Phrase(
            "Mettez dans le plan ce que donne « jury keys export \(owner.id) ».",
            "Put into the plan what “jury keys export \(owner.id)” gives."))
      }
    }
  }

  func json(_ language: Language) -> JSON {
    .object([
      "blocks": .bool(blocks), "session": .string(plan.id),
      "findings": .array(
        findings.map {
          .object([
            "blocks": .bool($0.blocks), "code": .string($0.code.rawValue),
            "section": $0.source.section.map(JSON.string) ?? .null,
            "subjects": .array($0.subjects.map(JSON.string)), "what": .string($0.what(language)),
            "mend": .string($0.mend(language)),
          ])
        }),
    ])
  }

  /// What blocks, then remarks: the sentence, where the rule is from, how to mend it.
  func text(_ language: Language, width: Int) -> String {
    let blocking = findings.filter(\.blocks)
    let remarks = findings.filter { !$0.blocks }
    let mock = plan.isMock ? Phrase("ORAL BLANC · ", "MOCK ORAL · ")(language) : ""
    var lines = [mock + SafeText.line(plan.title)]
    if blocking.isEmpty {
      lines.append(Phrase("Rien n'empêche cette session.", "Nothing keeps this session from being held.")(language))
    } else {
      lines += [
        "",
        Phrase("Empêche la session (\(blocking.count))", "Keeps the session from being held (\(blocking.count))")(
          language),
      ]
      lines += blocking.flatMap { told($0, "✗", language, width) }
    }
    if !remarks.isEmpty {
      lines += ["", Phrase("Remarques (\(remarks.count))", "Remarks (\(remarks.count))")(language)]
      lines += remarks.flatMap { told($0, "·", language, width) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func told(_ finding: PlanFinding, _ mark: String, _ language: Language, _ width: Int) -> [String] {
    let source = "[\(finding.source.phrase(language))]"
    let first = Wrap.lines("\(SafeText.line(finding.what(language))) \(source)", width: width - 4)
    let mend = Wrap.lines(SafeText.line(finding.mend(language)), width: width - 6)
    return first.enumerated().map { ($0 == 0 ? "  \(mark) " : "    ") + $1 }
      + mend.enumerated().map { ($0 == 0 ? "    → " : "      ") + $1 }
  }
}
