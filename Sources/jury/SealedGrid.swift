import Documents
import Evaluation
import JSON
import Seal

/// A sealed grid as its file has it: the bytes that are signed, what they say, and who must sign them.
///
/// Its law: the payload re-encodes to itself, so that what is shown is what is signed (law 7).
struct SealedGrid {
  let envelope: Envelope
  let grid: Grid
  let signers: [ExpectedSigner]

  /// A grid nobody signed yet.
  init(sealing grid: Grid) throws(Refusal) {
    let envelope = try told { () throws(SealFault) in try Envelope(payload: grid.json.bytes) }
    try self.init(envelope, saying: grid)
  }

  /// The grid of a file's bytes.
  ///
  /// - Throws: the first fault of its form. What its signatures prove is ``verification``'s to say.
  init(parsing bytes: [UInt8]) throws(Refusal) {
    let envelope = try told { () throws(SealFault) in try Envelope(parsing: bytes) }
    // The envelope has read its payload as JSON already.
    let grid = try Grid(json: (try? JSON.parse(envelope.payload)) ?? .null)
    guard grid.json.bytes == envelope.payload else {
      throw Refusal(
        Phrase("la grille dit plus que ce programme n'en lit", "the grid says more than this program reads"),
        code: .badData)
    }
    try self.init(envelope, saying: grid)
  }

  private init(_ envelope: Envelope, saying grid: Grid) throws(Refusal) {
    self.envelope = envelope
    self.grid = grid
    var signers: [ExpectedSigner] = []
    for signer in grid.signers {
      let key = try told { () throws(SealFault) in
        let key = try PublicKey(jwk: signer.key)
        guard key.thumbprint == signer.thumbprint else {
          throw .thumbprintMismatch(found: signer.thumbprint, expected: key.thumbprint)
        }
        return key
      }
      signers.append(ExpectedSigner(juror: signer.juror, key: key))
    }
    self.signers = signers
  }

  /// SHA-256 of the bytes that are signed, base64url.
  var digest: String { Base64URL.encode(Digest.sha256(envelope.payload)) }

  var verification: Verification { envelope.verify(expected: signers, type: Grid.mediaType) }

  /// The same with one more signature, checked before it is shown to anyone.
  func signed(by juror: String, with key: PrivateKey, at: WallTime) throws(Refusal) -> SealedGrid {
    let capacity = grid.signers.first { $0.juror == juror }?.capacity ?? ""
    let facts = SigningFacts(juror: juror, capacity: capacity, at: at.text)
    let signed = try told { () throws(SealFault) in
      let signed = try envelope.signing(with: key, as: facts, type: Grid.mediaType)
      let proof = signed.verify(expected: signers, type: Grid.mediaType)
      guard proof.signatures.last?.status == .valid(facts) else { throw .badSignature }
      return signed
    }
    return try SealedGrid(signed, saying: grid)
  }

  /// The jurors whose valid signatures stand, with their key's thumbprint.
  var standing: [(juror: String, thumbprint: String)] {
    verification.signatures.compactMap { signature in
      guard case .valid(let facts) = signature.status, let kid = signature.kid else { return nil }
      return (facts.juror, kid)
    }
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

  func document(_ referential: Referential, isVoid: Bool = false) -> Document {
    GridDocument.document(
      grid: grid, referential: referential, digest: digest, signatures: signatureFacts,
      state: isVoid ? .void : .sealed)
  }
}

/// A step of sealing, its fault told as a refusal.
func told<Value>(_ step: () throws(SealFault) -> Value) throws(Refusal) -> Value {
  do throws(SealFault) { return try step() } catch { throw error.refusal }
}
