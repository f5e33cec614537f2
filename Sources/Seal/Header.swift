import JSON

/// Who signs, and when: the part of a protected header that people read.
public struct SigningFacts: Equatable, Sendable {
  /// The juror's id, as the plan has it.
  public let juror: String
  /// In which capacity they sign.
  public let capacity: String
  /// The signer's wall time, RFC 3339; kept as given.
  public let at: String

  public init(juror: String, capacity: String, at: String) {
    self.juror = juror
    self.capacity = capacity
    self.at = at
  }
}

/// A protected header (RFC 7515 §4): `alg`, `at`, `capacity`, `juror`, `kid`, `typ`, all of them, nothing else.
struct Header: Equatable, Sendable {
  let kid: String
  let type: String
  let facts: SigningFacts

  /// RFC 8037 §3.1.
  static let algorithm = "EdDSA"
  /// Members that would have the verifier use a key it did not choose (RFC 7515 §4.1.2–8).
  static let keyCarriers = ["jwk", "jku", "x5u", "x5c", "x5t", "x5t#S256"]

  init(kid: String, type: String, facts: SigningFacts) {
    self.kid = kid
    self.type = type
    self.facts = facts
  }

  var bytes: [UInt8] {
    JSON.object([
      "alg": .string(Self.algorithm), "at": .string(facts.at), "capacity": .string(facts.capacity),
      "juror": .string(facts.juror), "kid": .string(kid), "typ": .string(type),
    ]).bytes
  }

  /// The header of a canonical text, or the first reason to refuse it, the gravest first.
  init(parsing bytes: [UInt8]) throws(SealFault) {
    let header = try StrictObject(canonical: bytes, .header)
    let algorithm = try header.string("alg")
    guard algorithm.isExactly(Self.algorithm) else { throw .algorithmRefused(algorithm) }
    for name in header.names where Self.keyCarriers.contains(where: name.isExactly) { throw .embeddedKey(name) }
    guard header.value["crit"] == nil else { throw .criticalExtension }
    guard header.value["b64"] == nil else { throw .unencodedPayload }
    try header.allow(only: ["alg", "at", "capacity", "juror", "kid", "typ"])
    kid = try header.words("kid")
    type = try header.words("typ")
    facts = SigningFacts(
      juror: try header.words("juror"), capacity: try header.words("capacity"), at: try header.words("at"))
  }
}

extension Envelope.Signature {
  /// The `kid` the header shows, however bad the rest; nil when there is none to be read.
  var claimedKey: String? { (try? JSON.parse(protected))?["kid"]?.string }
}
