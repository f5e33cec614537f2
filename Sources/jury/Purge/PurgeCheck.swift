import Evaluation
import JSON
import Store

/// Whether the statement of a purge stands, and whether documents kept elsewhere are those that it names.
struct PurgeCheck {
  let sealed: SealedPurge
  /// Files of the session beside the statement.
  let left: [String]

  init(_ sealed: SealedPurge, in directory: SessionDirectory) throws(Refusal) {
    self.sealed = sealed
    left = try Purge(directory, session: sealed.statement.session, state: nil).files
  }

  var findings: [Finding] {
    var findings: [Finding] = []
    if !sealed.isSigned {
      findings.append(
        Finding(
          .signatureInvalid, "purge.json",
          Phrase("la purge n'a pas de signature valide", "the purge has no valid signature")))
    }
    for chain in sealed.statement.chains
    where chain.digests.isEmpty || !chain.digests.allSatisfy(Self.isDigest) {
      findings.append(
        Finding(.journalDamaged, "purge.json", Phrase("une chaîne est rompue", "a chain is broken")))
    }
    if !left.isEmpty {
      findings.append(
        Finding(
          .purgeUnfinished, "purge.json",
          Phrase("\(left.count) fichiers restent à effacer", "\(left.count) files are still to erase")))
    }
    return findings
  }

  /// A grid that was kept elsewhere: its own signatures, its digest, and the journals that it was built from.
  func findings(of grid: SealedGrid) -> [Finding] {
    let statement = sealed.statement
    var findings = GridCheck(sealed: grid, setting: nil).findings
    if grid.grid.session != statement.session {
      findings.append(
        Finding(
          .otherSession, grid.grid.session,
          Phrase("la grille est d'une autre session", "the grid is another session's")))
    }
    if !statement.documents.contains(grid.digest) {
      findings.append(
        Finding(
          .gridDiffers, grid.grid.candidate,
          Phrase("la session purgée n'avait pas cette grille", "the purged session did not have this grid")))
    }
    for source in grid.grid.sources where !statement.holds(source) {
      findings.append(
        Finding(
          .journalChanged, source.path,
          Phrase("la session purgée n'avait pas ce journal", "the purged session did not have this journal")))
    }
    return findings
  }

  /// 32 bytes, base64url.
  private static func isDigest(_ text: String) -> Bool { Base64URL.decode(text)?.count == 32 }
}
