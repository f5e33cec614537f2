import Documents
import Evaluation
import Seal
import Store

/// A candidate's sealed grid as its file has it.
struct StoredGrid {
  let path: String
  let bytes: [UInt8]
  let sealed: SealedGrid

  /// - Throws: no input (66) when nothing is sealed; bad data (65) when the file is no grid, or another's.
  init(of candidate: Candidate, in session: Session) throws(Refusal) {
    do throws(StoreFault) {
      path = try session.directory.grid(of: candidate.id)
      bytes = try session.directory.read(path)
    } catch {
      let refusal = error.refusal
      guard refusal.code == .noInput else { throw refusal }
      throw Refusal(
        Phrase(
          "la grille de \(candidate.name) n'est pas scellée", "the grid of \(candidate.name) is not sealed"),
        hint: Phrase(
          "Elle se scelle dans la console : jury open SESSION --candidate \(candidate.id).",
          "It is sealed in the console: jury open SESSION --candidate \(candidate.id)."),
        place: refusal.place, code: .noInput)
    }
    do throws(Refusal) { sealed = try SealedGrid(parsing: bytes) } catch { throw error.inside(path) }
    guard sealed.grid.candidate == candidate.id, sealed.grid.session == session.plan.id else {
      throw Refusal(
        Phrase("c'est la grille de quelqu'un d'autre", "this is somebody else's grid"), place: path, code: .badData)
    }
  }

  /// The grid in annex 3's layout.
  ///
  /// - Throws: bad data (65) when the session's referential is not the grid's: the texts would be others.
  func document(_ session: Session) throws(Refusal) -> Document {
    guard sealed.grid.referential == session.referentialDigest else {
      throw Refusal(
        Phrase(
          "le référentiel de la session n'est pas celui de la grille",
          "the session's referential is not the grid's"),
        hint: Phrase(
          "--format json donne la grille telle qu'elle est signée.", "--format json gives the grid as it was signed."),
        place: path, code: .badData)
    }
    return sealed.document(session.referential, in: session.plan)
  }
}

extension Plan {
  /// The thumbprint of the key that a juror or the manager signs with; nil without one or a sound key.
  func thumbprint(of signer: String) -> String? {
    (signer == Manager.id ? manager.key : juror(signer)?.key).flatMap { (jwk) in try? PublicKey(jwk: jwk).thumbprint }
  }
}
