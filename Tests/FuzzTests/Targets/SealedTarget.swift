import Documents
import Evaluation
import JSON
import Screen

@testable import Seal
@testable import jury

/// A sealed file is read and verified; so is a payload by itself, sealed by nobody, so that what is made up gets past
/// base64url.
func verifySealed(_ bytes: [UInt8]) throws {
  if let header = try? Header(parsing: bytes) {
    try hold(header.bytes == bytes, "a header that is read re-encodes to the same bytes")
  }
  let sealed = try? Envelope(parsing: bytes)
  if let sealed { try hold(sealed.bytes == bytes, "an envelope that is read re-encodes to the same bytes") }
  guard let envelope = try sealed ?? (try? JSON.parse(bytes)).map({ try Envelope(payload: $0.bytes) }) else { return }
  let file = envelope.bytes
  let grid = Result { () throws in try Sealed<Grid>(parsing: file) }
  if case .success(let grid) = grid {
    try look(at: grid, GridCheck(sealed: grid, setting: nil).findings)
    try show(grid.document(.rncp37827, in: plan))
    var report = VerifyReport()
    report.grids = [
      VerifyReport.GridFile(
        path: "x.grid.json", candidate: "x", sealed: grid,
        findings: GridCheck(sealed: grid, setting: nil).findings, isCompared: false)
    ]
    try lookAtText(report.text(.fr))
  }
  if let minutes = try? Sealed<Minutes>(parsing: file) {
    try look(at: minutes, MinutesCheck(sealed: minutes, setting: nil).findings)
  }
  if let purge = try? SealedPurge(parsing: file) { _ = purge.isSigned }
  _ = try? SignedPlan(parsing: file, number: 1)
  _ = try? PackageManifest(parsing: bytes)
  _ = try grid.get()
}

/// Of nobody: whoever signs, it is under a key that it does not have.
private let plan = Plan(
  id: "x", title: "x", certification: "RNCP37827", from: CalendarDate(daysSince1970: 0),
  to: CalendarDate(daysSince1970: 0), centre: Plan.Centre(name: "x", address: "x"),
  manager: Plan.Manager(name: "x", function: "x"), isSample: false, isMock: false)

private func look<Content>(at sealed: Sealed<Content>, _ findings: [Finding]) throws {
  try hold(sealed.envelope.payload == sealed.content.json.bytes, "what is shown is what is signed")
  let verification = sealed.verification
  let isWhole = verification.missing.isEmpty && !sealed.signers.isEmpty
  try hold(isWhole || !findings.isEmpty, "a document that somebody has still to sign does not stand")
  try hold(
    sealed.standing.count + verification.missing.count == sealed.signers.count, "each signer has signed or is missing")
}

private func show(_ document: Document) throws {
  try lookAtText(PlainText.render(document))
  _ = HTML.render(document)
}

private func lookAtText(_ text: String) throws {
  try hold(SafeText.paragraph(text).utf8.elementsEqual(text.utf8), "a text for people is safe")
}
