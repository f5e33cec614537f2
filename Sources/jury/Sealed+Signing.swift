import Evaluation
import JSON
import Seal

// Signing, in two steps so that each juror can do it from their own console: a signature is made, or told to be refused, by
// the juror; it is put into the document's file by the one console that writes it.
extension Sealed {
  /// A juror's signature, checked; this document and its file stay as they are.
  ///
  /// - Parameter at: the juror's wall time, which is signed too.
  /// - Throws: when they are not to sign this document, or the key is not theirs.
  func signature(by juror: String, with key: PrivateKey, at: WallTime) throws(Refusal) -> Signature {
    let capacity = content.signers.first { $0.juror == juror }?.capacity ?? ""
    let facts = SigningFacts(juror: juror, capacity: capacity, at: at.text)
    let made = try told { () throws(SealFault) in
      try envelope.signature(with: key, as: facts, type: Content.mediaType)
    }
    try check(made, of: juror)
    return Signature(protected: Base64URL.encode(made.protected), signature: Base64URL.encode(made.bytes))
  }

  /// The same with a signature that was already made, verified first, in the signer's place.
  ///
  /// - Throws: what is wrong with it; `alreadySigned` when the juror's valid signature is there.
  func adding(_ signature: Signature, of juror: String) throws(Refusal) -> Sealed {
    let made = try Self.bytes(of: signature)
    try check(made, of: juror)
    if let signer = signers.first(where: { $0.juror == juror }), hasSigned(juror) {
      throw SealFault.alreadySigned(kid: signer.kid).refusal
    }
    return holding(envelope.signatures + [made], refusals: envelope.refusals).inOrder
  }

  /// The same with one more signature, checked before it is shown to anyone.
  func signed(by juror: String, with key: PrivateKey, at: WallTime) throws(Refusal) -> Sealed {
    try adding(try signature(by: juror, with: key, at: at), of: juror)
  }

  /// The same, saying that a juror refuses to sign: it will never be complete.
  ///
  /// - Throws: when they are not to sign this document, or have signed it.
  func refused(by juror: String, because reason: String, at: WallTime) throws(Refusal) -> Sealed {
    guard let signer = signers.first(where: { $0.juror == juror }) else { throw Self.notASigner(juror) }
    if hasSigned(juror) { throw SealFault.alreadySigned(kid: signer.kid).refusal }
    let refusal = Envelope.Refusal(juror: juror, reason: reason, at: at.text)
    return holding(envelope.signatures, refusals: envelope.refusals.filter { $0.juror != juror } + [refusal])
  }

  /// What the file must be, by what the journals say of its signing: the same bytes at every console that folded the
  /// same facts.
  ///
  /// Each signature is verified before it is in, and stands in its signer's place; one that proves nothing stays out, and
  /// leaves the document incomplete. A signature that the journals say was made, without holding it, is kept from the file.
  /// - Parameter sealed: the file as it is, for its payload. One that is not what the journals sealed stays so.
  static func assembled(_ sealed: Sealed, from seal: Sealing?) -> Sealed {
    guard let seal, seal.digest == sealed.digest else { return sealed }
    let held = sealed.held
    var signatures: [Envelope.Signature] = []
    var refusals: [Envelope.Refusal] = []
    for signer in sealed.signers {
      let juror = signer.juror
      if let reason = seal.refusals[juror], let at = seal.refusedAt[juror] {
        refusals.append(Envelope.Refusal(juror: juror, reason: reason, at: at.at.text))
      } else if let made = seal.signed[juror], sealed.fault(of: made, by: juror) == nil,
        let bytes = try? bytes(of: made)
      {
        signatures.append(bytes)
      } else if let held = held[juror] {
        signatures.append(held)
      }
    }
    return sealed.holding(signatures, refusals: refusals)
  }

  /// Whether a juror's valid signature stands.
  func hasSigned(_ juror: String) -> Bool { standing.contains { $0.juror == juror } }

  /// Whether a signature, as a journal holds it, is this juror's on this document; the reason when it is not.
  func fault(of signature: Signature, by juror: String) -> Refusal? {
    do throws(Refusal) {
      try check(try Self.bytes(of: signature), of: juror)
      return nil
    } catch {
      return error
    }
  }

  /// Refuses a signature that is not this juror's on this document.
  private func check(_ signature: Envelope.Signature, of juror: String) throws(Refusal) {
    guard let signer = signers.first(where: { $0.juror == juror }) else { throw Self.notASigner(juror) }
    let proof = envelope.holding([signature], refusals: []).verify(expected: signers, type: Content.mediaType)
    switch proof.signatures.first?.status {
    case .valid(let facts):
      guard facts.juror == juror else {
        throw SealFault.wrongJuror(found: juror, expected: facts.juror).refusal
      }
    case .invalid(let fault): throw fault.refusal
    case .foreign, .doubled, nil:
      throw SealFault.thumbprintMismatch(found: proof.signatures.first?.kid ?? "?", expected: signer.kid).refusal
    }
  }

  /// By juror, the valid signature that stands.
  private var held: [String: Envelope.Signature] {
    var held: [String: Envelope.Signature] = [:]
    for (signature, proof) in zip(envelope.signatures, verification.signatures) {
      if case .valid(let facts) = proof.status { held[facts.juror] = signature }
    }
    return held
  }

  /// The same, its valid signatures first, in their signers' order; the others keep theirs.
  private var inOrder: Sealed {
    let proofs = verification.signatures.map(\.status)
    let ranks = proofs.map { status in
      guard case .valid(let facts) = status else { return signers.count }
      return signers.firstIndex { $0.juror == facts.juror } ?? signers.count
    }
    let sorted = zip(ranks.indices, ranks).sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { envelope.signatures[$0.0] }
    return holding(sorted, refusals: envelope.refusals)
  }

  private static func bytes(of signature: Signature) throws(Refusal) -> Envelope.Signature {
    guard let protected = Base64URL.decode(signature.protected) else {
      throw SealFault.notBase64URL(.signature, "protected").refusal
    }
    guard let bytes = Base64URL.decode(signature.signature) else {
      throw SealFault.notBase64URL(.signature, "signature").refusal
    }
    return Envelope.Signature(protected: protected, bytes: bytes)
  }

  static func notASigner(_ juror: String) -> Refusal {
    Refusal(
      Phrase(
        "« \(juror) » n'a pas à signer \(Content.thisOne.fr)", "“\(juror)” is not to sign \(Content.thisOne.en)"),
      code: .badData)
  }
}
