import JSON
import Testing

@testable import Seal

extension Draws {
  fileprivate mutating func key() throws -> PrivateKey { try PrivateKey(seed: bytes(32...32)) }

  fileprivate mutating func signed() throws -> (envelope: Envelope, expected: [ExpectedSigner]) {
    var envelope = try Envelope(payload: object().bytes)
    var expected: [ExpectedSigner] = []
    for place in 0..<int(1...3) {
      let key = try key()
      let facts = SigningFacts(juror: "juror-\(place)", capacity: words(), at: "2026-12-01T10:40:00.000+01:00")
      envelope = try envelope.signing(with: key, as: facts, type: "jury-grid+json")
      expected.append(ExpectedSigner(juror: facts.juror, key: key.publicKey))
    }
    return (envelope, expected)
  }
}

extension Envelope {
  fileprivate func stands(for expected: [ExpectedSigner]) -> Bool {
    let verification = verify(expected: expected, type: "jury-grid+json")
    return verification.missing.isEmpty && verification.refusals.isEmpty
      && verification.signatures.allSatisfy { $0.status.name == "valid" }
  }
}

@Suite struct SealProperties {
  @Test func `what is signed is verified`() {
    always { draws in
      let (envelope, expected) = try draws.signed()
      return envelope.stands(for: expected)
    }
  }

  @Test func `a signed file that is changed anywhere is refused, or does not stand`() {
    always { draws in
      let (envelope, expected) = try draws.signed()
      let bytes = envelope.bytes
      let mutant = draws.mutant(of: bytes)
      guard mutant != bytes, let changed = try? Envelope(parsing: mutant) else { return true }
      return !changed.stands(for: expected)
    }
  }

  @Test func `a payload that is changed and encoded well does not stand`() {
    always { draws in
      let (envelope, expected) = try draws.signed()
      let other = JSON.object(["autre": .int(draws.int(0...9))]).bytes
      guard other != envelope.payload else { return true }
      return try !Envelope(payload: other).holding(envelope.signatures, refusals: []).stands(for: expected)
    }
  }

  @Test func `an envelope is read as it was written`() {
    always { draws in
      let envelope = try draws.signed().envelope
      return try Envelope(parsing: envelope.bytes) == envelope
    }
  }

  @Test func `a key's thumbprint is its own, however its JWK is written`() {
    always { draws in
      let key = try draws.key().publicKey
      let members = (key.jwk.members ?? []).filter { $0.key != "kid" || draws.oneIn(2) }.shuffled(using: &draws)
      let text = "{ " + members.map { "\(JSON.string($0.key).text):\($0.value.text)" }.joined(separator: ",\n") + "}"
      return try PublicKey(parsingJWK: Array(text.utf8)).thumbprint == key.thumbprint
        && draws.key().publicKey.thumbprint != key.thumbprint
    }
  }

  @Test func `a key signs one message only`() {
    always { draws in
      let key = try draws.key()
      let message = draws.bytes(0...30)
      let signature = try key.signature(of: message)
      var other = signature
      other[draws.int(0...63)] ^= 1 << UInt8(draws.int(0...7))
      let another = draws.mutant(of: message)
      return key.publicKey.verifies(signature, of: message) && !key.publicKey.verifies(other, of: message)
        && (another == message || !key.publicKey.verifies(signature, of: another))
    }
  }

  @Test func `a key file is read as it was written, and one that is changed is refused or another`() {
    always { draws in
      let facts = KeyFile.Facts(
        juror: "roux", name: draws.words(), created: "2026-11-01T10:00:00+01:00", publicKey: try draws.key().publicKey,
        cost: .least, salt: draws.bytes(32...32))
      let file = KeyFile(facts: facts, box: SealedBox(nonce: draws.bytes(12...12), ciphertext: draws.bytes(48...48)))
      let mutant = draws.mutant(of: file.bytes)
      return try KeyFile(parsing: file.bytes) == file
        && (mutant == file.bytes || (try? KeyFile(parsing: mutant)) != file)
    }
  }
}
