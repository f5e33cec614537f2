import Evaluation
import Store

extension Session {
  /// What is wrong with the signed plans, each with those before it; none where none was signed.
  func planFindings() throws(Refusal) -> [Finding] {
    let count = directory.signedPlanCount
    guard count > 0 else { return [] }
    var findings: [Finding] = []
    var before: SignedPlan?
    for number in 1...count {
      let path = directory.signedPlan(number)
      guard let bytes = try contents(path) else {
        findings.append(
          Finding(.planMissing, path, Phrase("manque entre les plans signés", "is missing among the signed plans")))
        continue
      }
      let signed: SignedPlan
      do throws(Refusal) { signed = try SignedPlan(parsing: bytes, number: number) } catch {
        findings.append(Finding(.unreadable, path, error.reason))
        continue
      }
      if let fault = signed.fault { findings.append(Finding(.signatureInvalid, path, fault.reason)) }
      if let before, before.plan.manager.key != signed.plan.manager.key {
        findings.append(
          Finding(
            .keyDiffers, path,
            Phrase(
              "signé avec une autre clé que le plan no \(before.number)",
              "signed with another key than plan \(before.number)")))
      }
      before = signed
    }
    if let last = before, last.number == count {
      let changes = plan.changes(since: last.plan)
      if !changes.isEmpty {
        findings.append(
          Finding(
            .planChanged, directory.plan,
            Phrase(
              "changé depuis le plan signé no \(count) : \(changes.map(\.what.fr).joined(separator: " ; "))",
              "changed since signed plan \(count): \(changes.map(\.what.en).joined(separator: "; "))")))
      }
    }
    return findings
  }
}
