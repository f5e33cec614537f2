import Documents
import Evaluation
import JSON
import Seal

/// A sealed document as its file has it: the bytes that are signed, what they say, and who must sign them.
///
/// Its law: the payload re-encodes to itself, so that what is shown is what is signed (law 7): the envelope sees to its text,
/// ``Sealable`` to its value.
struct Sealed<Content: Sealable> {
  let envelope: Envelope
  let content: Content
  let signers: [ExpectedSigner]

  /// One that nobody signed yet.
  init(sealing content: Content) throws(Refusal) {
    let envelope = try told { () throws(SealFault) in try Envelope(payload: content.json.bytes) }
    try self.init(envelope, saying: content)
  }

  /// What a file's bytes hold.
  ///
  /// - Throws: the first fault of its form. What its signatures prove is ``verification``'s to say.
  init(parsing bytes: [UInt8]) throws(Refusal) {
    let envelope = try told { () throws(SealFault) in try Envelope(parsing: bytes) }
    // The envelope has read its payload as JSON already.
    try self.init(envelope, saying: try Content(json: (try? JSON.parse(envelope.payload)) ?? .null))
  }

  private init(envelope: Envelope, content: Content, signers: [ExpectedSigner]) {
    self.envelope = envelope
    self.content = content
    self.signers = signers
  }

  private init(_ envelope: Envelope, saying content: Content) throws(Refusal) {
    var signers: [ExpectedSigner] = []
    for signer in content.signers {
      let key = try told { () throws(SealFault) in
        let key = try PublicKey(jwk: signer.key)
        guard key.thumbprint == signer.thumbprint else {
          throw .thumbprintMismatch(found: signer.thumbprint, expected: key.thumbprint)
        }
        return key
      }
      signers.append(ExpectedSigner(juror: signer.juror, key: key))
    }
    self.init(envelope: envelope, content: content, signers: signers)
  }

  /// SHA-256 of the bytes that are signed, base64url.
  var digest: String { Base64URL.encode(Digest.sha256(envelope.payload)) }

  var verification: Verification { envelope.verify(expected: signers, type: Content.mediaType) }

  /// The same with these signatures and refusals in place of its own.
  func holding(_ signatures: [Envelope.Signature], refusals: [Envelope.Refusal]) -> Sealed {
    Sealed(envelope: envelope.holding(signatures, refusals: refusals), content: content, signers: signers)
  }

  /// The jurors whose valid signatures stand, with their key's thumbprint.
  var standing: [(juror: String, thumbprint: String)] {
    verification.signatures.compactMap { signature in
      guard case .valid(let facts) = signature.status, let kid = signature.kid else { return nil }
      return (facts.juror, kid)
    }
  }

  /// The refusals that count: of those who are to sign and have not, the first of each.
  var standingRefusals: [Envelope.Refusal] {
    verification.refusals.filter { $0.status == .standing }.map(\.refusal)
  }

  /// The signatures as a document tells them.
  var signatureFacts: [SignatureFact] {
    verification.signatures.map { signature in
      let kid = signature.kid ?? ""
      if case .valid(let facts) = signature.status {
        return SignatureFact(juror: facts.juror, at: facts.at, thumbprint: kid, isValid: true)
      }
      let claimed = signers.first { $0.kid == kid }?.juror ?? ""
      return SignatureFact(juror: claimed, at: "", thumbprint: kid, isValid: false)
    }
  }

  /// The refusals as a document tells them.
  var refusalFacts: [SigningRefusalFact] {
    envelope.refusals.map { SigningRefusalFact(juror: $0.juror, at: $0.at, reason: $0.reason) }
  }
}

typealias SealedGrid = Sealed<Grid>

extension Sealed<Grid> {
  var grid: Grid { content }

  /// The grid in annex 3's layout. A signature counts when its key is the plan's.
  func document(_ referential: Referential, in plan: Plan, isVoid: Bool = false) -> Document {
    GridDocument.document(
      grid: grid, referential: referential, digest: digest, signatures: signatureFacts(in: plan),
      refusals: refusalFacts, state: isVoid ? .void : .sealed)
  }
}

/// A step of sealing, its fault told as a refusal.
func told<Value>(_ step: () throws(SealFault) -> Value) throws(Refusal) -> Value {
  do throws(SealFault) { return try step() } catch { throw error.refusal }
}
