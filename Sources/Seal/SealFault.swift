import JSON

/// Why a key, a key file, an envelope or one of its signatures is refused.
///
/// Its law: each reason has a stable name (``name``), for scripts and tests; sentences for people are written
/// by whoever shows it.
public enum SealFault: Error, Equatable, Sendable {
  /// What was being read.
  public enum Part: String, Equatable, Sendable {
    case envelope, payload, signature, header, refusal
    case publicKey = "public-key"
    case keyFile = "key-file"
  }

  // The text.
  case notJSON(Part, JSON.Fault)
  /// The same value has another, canonical text: only that one is accepted.
  case notCanonical(Part)
  case notAnObject(Part)
  case unknownMember(Part, String)
  case missingMember(Part, String)
  /// A member of the wrong kind, or with a value that is not allowed there.
  case wrongMember(Part, String)
  /// Padding, another alphabet, or bits after the last byte.
  case notBase64URL(Part, String)

  // The protected header.
  /// Any `alg` but EdDSA: `none`, an HMAC, another curve.
  case algorithmRefused(String)
  /// A header that brings its own key, or says where to fetch one: `jwk`, `jku`, `x5u`, `x5c`…
  case embeddedKey(String)
  /// `crit` asks for extensions; there are none.
  case criticalExtension
  /// `b64` changes what is signed (RFC 7797).
  case unencodedPayload
  /// A `header` member outside what is signed.
  case unprotectedHeader
  case wrongType(found: String, expected: String)
  /// The header names another juror than the key's owner.
  case wrongJuror(found: String, expected: String)
  case badSignature
  /// Another juror's signature, under this one's header.
  case swappedSignature(owner: String)
  /// This key has already signed this envelope.
  case alreadySigned(kid: String)

  // Keys.
  /// Not an OKP key on Ed25519.
  case keyKindRefused(String)
  /// A private member (`d`) where a public key is expected.
  case privateMember
  case wrongKeyLength(bytes: Int)
  /// The y coordinate is not reduced modulo 2^255 − 19.
  case nonCanonicalPoint
  /// A point of order 1, 2, 4 or 8: one signature fits many messages.
  case smallOrderPoint
  /// `kid` is not the thumbprint of the key beside it.
  case thumbprintMismatch(found: String, expected: String)

  // Key files.
  case formatRefused(String)
  /// A derivation cost outside the allowed range; nothing was computed.
  case costRefused(String, Int)
  case emptyPassphrase
  /// Or the file was changed: authenticated encryption cannot tell one from the other.
  case wrongPassphrase
  /// The private key inside is not that of the public key outside.
  case keyMismatch
  /// The cryptographic library failed where it should not: no memory, no randomness.
  case cryptographyFailed

  /// The reason's stable name.
  public var name: String {
    switch self {
    case .notJSON(_, let fault):
      if case .duplicateMember = fault.reason { "duplicate-member" } else { "not-json" }
    case .notCanonical: "not-canonical"
    case .notAnObject: "not-an-object"
    case .unknownMember: "unknown-member"
    case .missingMember: "missing-member"
    case .wrongMember: "wrong-member"
    case .notBase64URL: "not-base64url"
    case .algorithmRefused: "algorithm-refused"
    case .embeddedKey: "embedded-key"
    case .criticalExtension: "critical-extension"
    case .unencodedPayload: "unencoded-payload"
    case .unprotectedHeader: "unprotected-header"
    case .wrongType: "wrong-type"
    case .wrongJuror: "wrong-juror"
    case .badSignature: "bad-signature"
    case .swappedSignature: "swapped-signature"
    case .alreadySigned: "already-signed"
    case .keyKindRefused: "key-kind-refused"
    case .privateMember: "private-member"
    case .wrongKeyLength: "wrong-key-length"
    case .nonCanonicalPoint: "non-canonical-point"
    case .smallOrderPoint: "small-order-point"
    case .thumbprintMismatch: "thumbprint-mismatch"
    case .formatRefused: "format-refused"
    case .costRefused: "cost-refused"
    case .emptyPassphrase: "empty-passphrase"
    case .wrongPassphrase: "wrong-passphrase"
    case .keyMismatch: "key-mismatch"
    case .cryptographyFailed: "cryptography-failed"
    }
  }
}
