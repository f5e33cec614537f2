import Evaluation
import Seal

/// Who signed a sealed document, who did not, and who refused to.
struct SignatureCheck<Content: Sealable> {
  let sealed: Sealed<Content>
  /// What the journals say of this document's signing; nil when they are not at hand, or say nothing of it.
  let seal: Sealing?

  /// - Parameter seal: what the journals say was sealed; another document's says nothing.
  init(_ sealed: Sealed<Content>, saidBy seal: Sealing?) {
    self.sealed = sealed
    self.seal = seal.flatMap { $0.digest == sealed.digest ? $0 : nil }
  }

  var findings: [Finding] {
    let verification = sealed.verification
    var findings = verification.signatures.compactMap(finding)
    findings += verification.refusals.compactMap(finding)
    findings += missing(verification)
    if sealed.signers.isEmpty {
      findings.append(Finding(.signatureMissing, sealed.digest, Phrase("personne n'a à signer", "nobody is to sign")))
    }
    return findings
  }

  private func finding(of signature: Verification.Signature) -> Finding? {
    let kid = signature.kid ?? "?"
    let subject = sealed.name(of: kid) ?? kid
    switch signature.status {
    case .valid: return nil
    case .invalid(let fault):
      switch fault {
      case .swappedSignature, .wrongJuror: return Finding(.signatureSwapped, subject, fault.reason)
      default: return Finding(.signatureInvalid, subject, fault.reason)
      }
    case .foreign:
      return Finding(
        .signatureForeign, kid,
        Phrase("signature d'une clé qui n'est pas attendue", "signature by a key that is not expected"))
    case .doubled:
      return Finding(.signatureDoubled, subject, Phrase("signature en double", "signature stands twice"))
    }
  }

  private func finding(of refusal: Verification.Refusal) -> Finding? {
    let juror = refusal.refusal.juror
    let subject = sealed.content.signers.first { $0.juror == juror }?.name ?? juror
    switch refusal.status {
    case .standing:
      return Finding(.refused, subject, Phrase(refusal.refusal.reason, refusal.refusal.reason))
    case .foreign:
      return Finding(
        .refusalForeign, subject, Phrase("refuse de signer sans y être appelé", "refuses to sign, and is not to"))
    case .doubled:
      return Finding(.refusalDoubled, subject, Phrase("refuse de signer deux fois", "refuses to sign twice"))
    case .contradicted:
      return Finding(
        .refusalContradicted, subject, Phrase("a signé, et refuse de signer", "has signed, and refuses to"))
    }
  }

  /// Signatures that are not there, by what the journals say of them. Away from its session, a file from which a
  /// signature was taken is one that was not signed yet.
  private func missing(_ verification: Verification) -> [Finding] {
    let missing = Set(verification.missing.map(\.juror))
    let refused = Set(sealed.standingRefusals.map(\.juror))
    let claimed = Set(verification.signatures.compactMap(\.kid))
    return sealed.content.signers.compactMap { signer in
      let juror = signer.juror
      if refused.contains(juror) { return nil }
      if seal?.refusals[juror] != nil {
        return Finding(
          .refusalStripped, signer.name,
          Phrase(
            "a refusé de signer, dit le journal, et \(Content.thisOne.fr) ne le dit pas",
            "refused to sign, says the journal, and \(Content.thisOne.en) does not say so"))
      }
      guard missing.contains(juror) else { return nil }
      guard let seal, seal.signatures[juror] != nil, !claimed.contains(signer.thumbprint) else {
        return Finding(
          .signatureMissing, signer.name, Phrase("n'a pas de signature valide", "has no valid signature"))
      }
      if let fault = seal.signed[juror].flatMap({ sealed.fault(of: $0, by: juror) }) {
        return Finding(.signatureInvalid, signer.name, fault.reason)
      }
      return Finding(
        .signatureStripped, signer.name,
        Phrase(
          "a signé, dit le journal, et sa signature n'est pas dans \(Content.thisOne.fr)",
          "has signed, says the journal, and the signature is not in \(Content.thisOne.en)"))
    }
  }
}

extension Sealed {
  /// The name of the signer whose key this is.
  func name(of kid: String) -> String? { content.signers.first { $0.thumbprint == kid }?.name }
}
