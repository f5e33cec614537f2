import Evaluation
import Seal

/// What a sealed grid is held against: its session, as far as it is at hand. A value: reading it is `SessionCheck`'s.
struct GridSetting {
  var plan: Plan
  var referentialDigest: String
  /// The candidate whose grid the file's name says it is.
  var candidate: String
  /// By path in the session's directory.
  var journals: [String: StoredJournal]
  /// What the journals add up to; nil when they do not.
  var oral: Oral?
}

/// Whether a sealed grid is complete and intact.
///
/// Its law: it finds, it never repairs; no finding is the only way to stand.
struct GridCheck {
  let sealed: SealedGrid
  /// Nil for a file by itself: then its keys and journals are only what it says they are.
  let setting: GridSetting?

  var findings: [Finding] {
    guard let setting else { return SignatureCheck(sealed, saidBy: nil).findings }
    let journals = JournalCheck(content: sealed.grid, journals: setting.journals).findings
    // Journals that are not those of the grid say nothing about it.
    let oral = journals.isEmpty ? setting.oral : nil
    var findings = SignatureCheck(sealed, saidBy: oral?.seal).findings
    findings += belonging(to: setting) + sealed.keys(in: setting.plan) + journals
    if journals.isEmpty { findings += content(saidBy: oral, in: setting) }
    return findings
  }

  private func belonging(to setting: GridSetting) -> [Finding] {
    var findings: [Finding] = []
    let grid = sealed.grid
    if grid.session != setting.plan.id {
      findings.append(
        Finding(
          .otherSession, grid.session, Phrase("la grille est d'une autre session", "the grid is another session's")))
    }
    if grid.candidate != setting.candidate {
      findings.append(
        Finding(
          .otherCandidate, grid.candidate,
          Phrase(
            "la grille est à la place de celle de \(setting.candidate)", "the grid stands for \(setting.candidate)'s")))
    }
    if grid.isMock != setting.plan.isMock {
      findings.append(
        Finding(
          .mock, grid.candidate,
          grid.isMock
            ? Phrase(
              "la grille est celle d'un oral blanc, la session n'en est pas un",
              "the grid is a mock oral's, the session is none")
            : Phrase(
              "la session est un oral blanc, la grille n'en est pas une", "the session is a mock one, the grid is not"))
      )
    }
    if grid.referential != setting.referentialDigest {
      findings.append(
        Finding(
          .referentialDiffers, grid.referential,
          Phrase("le référentiel de la session est un autre", "the session's referential is another")))
    }
    return findings
  }
}

extension Sealed {
  /// Signers whose key is not the plan's: a document cannot vouch for its own.
  func keys(in plan: Plan) -> [Finding] {
    content.signers.compactMap { signer in
      guard plan.juror(signer.juror) != nil || signer.juror == Plan.Manager.id else {
        return Finding(
          .signerUnknown, signer.name, Phrase("n'est pas dans le jury de la session", "is not in the session's jury"))
      }
      guard plan.thumbprint(of: signer.juror) != signer.thumbprint else { return nil }
      return Finding(
        .keyDiffers, signer.name,
        Phrase("sa clé n'est pas celle du plan (session.json)", "their key is not the plan's (session.json)"))
    }
  }
}
