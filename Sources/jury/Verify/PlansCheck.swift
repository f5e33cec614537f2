import Evaluation
import Store

extension Session {
  /// What is wrong with the signed plans, each with those before it; none where none was signed.
  func planFindings() throws(Refusal) -> [Finding] {
    var findings: [Finding] = []
    var trail = PlanTrail()
    for number in directory.signedPlanNumbers {
      let path = directory.signedPlan(number)
      if let gap = trail.gap(before: number) { findings.append(missing(gap)) }
      guard let bytes = try contents(path) else {
        findings.append(missing(number...number))
        continue
      }
      let signed: SignedPlan
      do throws(Refusal) { signed = try SignedPlan(parsing: bytes, number: number) } catch {
        findings.append(Finding(.unreadable, path, error.reason))
        continue
      }
      findings += trail.faults(of: signed, bytes).map { Finding($0, path, $1) }
    }
    return findings + changed(since: trail.before, number: trail.number)
  }

  /// - Parameter gap: the numbers of plans that are not there.
  private func missing(_ gap: ClosedRange<Int>) -> Finding {
    let (first, last) = (gap.lowerBound, gap.upperBound)
    let path = directory.signedPlan(first)
    guard first < last else {
      return Finding(.planMissing, path, Phrase("manque entre les plans signés", "is missing among the signed plans"))
    }
    return Finding(
      .planMissing, path,
      Phrase(
        "manque entre les plans signés, et les suivants jusqu'au no \(last)",
        "is missing among the signed plans, and those after it up to \(last)"))
  }

  /// - Parameter number: of the last file, whether it could be read or not.
  private func changed(since last: SignedPlan?, number: Int) -> [Finding] {
    guard let last, last.number == number else { return [] }
    let changes = plan.changes(since: last.plan)
    guard !changes.isEmpty else { return [] }
    return [
      Finding(
        .planChanged, directory.plan,
        Phrase(
          "changé depuis le plan signé no \(number) : \(changes.map(\.what.fr).joined(separator: " ; "))",
          "changed since signed plan \(number): \(changes.map(\.what.en).joined(separator: "; "))"))
    ]
  }
}

/// Signed plans one after the other, as far as they were looked at.
private struct PlanTrail {
  /// Of the last file; 0 before the first.
  private(set) var number = 0
  /// The last that could be read.
  private(set) var before: SignedPlan?
  /// The last whose signature stands, and when it was made.
  private var dated: (number: Int, at: WallTime)?
  /// By a plan's bytes, its number.
  private var seen: [[UInt8]: Int] = [:]

  /// The numbers that are left out before the next file's.
  mutating func gap(before next: Int) -> ClosedRange<Int>? {
    defer { number = next }
    return next > number + 1 ? number + 1...next - 1 : nil
  }

  /// What is wrong with the next plan that could be read.
  mutating func faults(of signed: SignedPlan, _ bytes: [UInt8]) -> [(name: Finding.Name, reason: Phrase)] {
    var faults: [(name: Finding.Name, reason: Phrase)] = []
    if let fault = signed.fault { faults.append((.signatureInvalid, fault.reason)) }
    if let before, before.plan.manager.key != signed.plan.manager.key {
      faults.append(
        (
          .keyDiffers,
          Phrase(
            "signé avec une autre clé que le plan no \(before.number)",
            "signed with another key than plan \(before.number)")
        ))
    }
    if let replay = replay(of: signed, bytes) { faults.append((.planReplayed, replay)) }
    before = signed
    return faults
  }

  /// Why a plan is not one that its manager signed after the others; nil when it may be.
  private mutating func replay(of signed: SignedPlan, _ bytes: [UInt8]) -> Phrase? {
    if let first = seen[bytes] { return Phrase("c'est le plan no \(first)", "it is plan \(first)") }
    seen[bytes] = signed.number
    guard let at = signed.signedAt else { return nil }
    defer { self.dated = (signed.number, at) }
    guard let dated, at.unixMilliseconds <= dated.at.unixMilliseconds else { return nil }
    return Phrase("n'est pas signé après le plan no \(dated.number)", "is not signed after plan \(dated.number)")
  }
}
