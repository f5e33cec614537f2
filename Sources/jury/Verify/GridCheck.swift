import Evaluation
import Seal

/// What a sealed grid is held against: its session, as far as it is at hand. A value: reading it is `SessionCheck`'s.
struct GridSetting {
  /// A journal of the session as it is now.
  enum Journal: Equatable {
    /// The digest of each line, the header first.
    case sound(digests: [String])
    case damaged(Phrase)
  }

  var plan: Plan
  var referentialDigest: String
  /// The candidate whose grid the file's name says it is.
  var candidate: String
  /// By path in the session's directory.
  var journals: [String: Journal]
  /// The digest of the grid that the oral's journal says was sealed; nil when it says none.
  var sealedDigest: String?
}

/// Whether a sealed grid is complete and intact.
///
/// Its law: it finds, it never repairs; no finding is the only way to stand.
struct GridCheck {
  let sealed: SealedGrid
  /// Nil for a file by itself: then its keys and journals are only what it says they are.
  let setting: GridSetting?

  var findings: [Finding] {
    var findings = signatureFindings
    if let setting { findings += belonging(to: setting) + keys(in: setting) + journals(in: setting) }
    return findings
  }

  private var signatureFindings: [Finding] {
    let verification = sealed.verification
    var findings: [Finding] = []
    for signature in verification.signatures {
      let kid = signature.kid ?? "?"
      switch signature.status {
      case .valid: break
      case .invalid(let fault): findings.append(Finding(.signatureInvalid, name(of: kid) ?? kid, fault.reason))
      case .foreign:
        findings.append(
          Finding(
            .signatureForeign, kid,
            Phrase("signature d'une clé qui n'est pas attendue", "signature by a key that is not expected")))
      case .doubled:
        findings.append(
          Finding(.signatureDoubled, name(of: kid) ?? kid, Phrase("signature en double", "signature stands twice")))
      }
    }
    for signer in verification.missing {
      findings.append(
        Finding(
          .signatureMissing, name(of: signer.kid) ?? signer.juror,
          Phrase("n'a pas de signature valide", "has no valid signature")))
    }
    if sealed.signers.isEmpty {
      findings.append(
        Finding(.signatureMissing, sealed.grid.candidate, Phrase("personne n'a à signer", "nobody is to sign")))
    }
    return findings
  }

  /// The name of the signer whose key this is.
  func name(of kid: String) -> String? { sealed.grid.signers.first { $0.thumbprint == kid }?.name }

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
    if grid.referential != setting.referentialDigest {
      findings.append(
        Finding(
          .referentialDiffers, grid.referential,
          Phrase("le référentiel de la session est un autre", "the session's referential is another")))
    }
    return findings
  }

  private func keys(in setting: GridSetting) -> [Finding] {
    sealed.grid.signers.compactMap { signer in
      guard setting.plan.juror(signer.juror) != nil else {
        return Finding(
          .signerUnknown, signer.name, Phrase("n'est pas dans le jury de la session", "is not in the session's jury"))
      }
      guard setting.plan.thumbprint(of: signer.juror) != signer.thumbprint else { return nil }
      return Finding(
        .keyDiffers, signer.name,
        Phrase("sa clé n'est pas celle du plan (session.json)", "their key is not the plan's (session.json)"))
    }
  }

  /// A journal may have grown since: what it was built from must still be there, to the byte.
  private func journals(in setting: GridSetting) -> [Finding] {
    let sources = sealed.grid.sources
    var findings = sources.compactMap { source in finding(of: source, now: setting.journals[source.path]) }
    if sources.isEmpty {
      findings.append(
        Finding(
          .noJournal, sealed.grid.candidate, Phrase("la grille ne cite aucun journal", "the grid names no journal")))
    }
    if findings.isEmpty, setting.sealedDigest != sealed.digest {
      findings.append(
        Finding(
          .notSealedByJournal, sealed.digest,
          Phrase(
            "le journal ne dit pas que cette grille a été scellée", "the journal does not say this grid was sealed")))
    }
    return findings
  }

  private func finding(of source: Grid.Source, now journal: GridSetting.Journal?) -> Finding? {
    switch journal {
    case nil:
      return Finding(.journalMissing, source.path, Phrase("le journal manque", "the journal is missing"))
    case .damaged(let reason):
      return Finding(.journalDamaged, source.path, reason)
    case .sound(let digests):
      guard digests.indices.contains(source.lines) else {
        let there = max(0, digests.count - 1)
        return Finding(
          .journalCut, source.path,
          Phrase(
            "le journal n'a plus que \(there) faits sur \(source.lines)",
            "the journal has only \(there) facts left of \(source.lines)"))
      }
      guard digests[source.lines] != source.head else { return nil }
      return Finding(
        .journalChanged, source.path,
        Phrase(
          "le journal n'est plus celui d'où vient la grille", "the journal is no more the one the grid was built from"))
    }
  }
}
