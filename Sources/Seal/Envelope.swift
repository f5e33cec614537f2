import JSON

/// Bytes and the signatures around them: a JWS in general JSON serialization (RFC 7515 §7.2.1).
///
/// Its law: payload, protected headers and the whole are canonical JSON, and what is verified is what is stored.
/// An envelope that reads well may still prove nothing: ask ``verify(expected:type:)``.
public struct Envelope: Equatable, Sendable {
  /// A file with more signatures, or more refusals, is not read: no jury is so large, and each takes time to check.
  public static let mostEntries = 100

  public let payload: [UInt8]
  /// The payload as it is in the file, and in what every signature is of.
  private let encodedPayload: String
  public let signatures: [Signature]
  /// A further member of the file, which nothing protects and JOSE libraries ignore, as RFC 7515 §7.2.1 wants. Whoever
  /// takes one out leaves a signature missing: it makes a file less complete, never more.
  public let refusals: [Refusal]

  /// One entry of `signatures`, its header not looked into.
  public struct Signature: Equatable, Sendable {
    /// The protected header's bytes.
    public let protected: [UInt8]
    public let bytes: [UInt8]

    public init(protected: [UInt8], bytes: [UInt8]) {
      self.protected = protected
      self.bytes = bytes
    }
  }

  /// Somebody who is to sign, and refuses to.
  public struct Refusal: Equatable, Sendable {
    public let juror: String
    public let reason: String
    /// Wall time, RFC 3339; kept as given.
    public let at: String

    public init(juror: String, reason: String, at: String) {
      self.juror = juror
      self.reason = reason
      self.at = at
    }
  }

  private init(checked payload: [UInt8], encoded: String, _ signatures: [Signature], _ refusals: [Refusal]) {
    self.payload = payload
    encodedPayload = encoded
    self.signatures = signatures
    self.refusals = refusals
  }

  /// An envelope nobody signed yet. The payload must be canonical JSON.
  public init(payload: [UInt8]) throws(SealFault) {
    _ = try JSON.canonical(payload, .payload)
    self.init(checked: payload, encoded: Base64URL.encode(payload), [], [])
  }

  /// The same payload with these signatures and refusals, in this order, instead of its own. Nothing is verified.
  public func holding(_ signatures: [Signature], refusals: [Refusal]) -> Envelope {
    Envelope(checked: payload, encoded: encodedPayload, signatures, refusals)
  }

  /// A key's signature of the payload, for this envelope or another with the same payload.
  ///
  /// - Parameter type: the header's `typ`: what the payload is, so that a signature for one kind of document never
  ///   passes for another.
  public func signature(
    with key: PrivateKey, as facts: SigningFacts, type: String
  ) throws(SealFault) -> Signature {
    let header = Header(kid: key.publicKey.thumbprint, type: type, facts: facts).bytes
    return Signature(protected: header, bytes: try key.signature(of: signingInput(header)))
  }

  /// The same with one more signature, last.
  public func signing(with key: PrivateKey, as facts: SigningFacts, type: String) throws(SealFault) -> Envelope {
    let kid = key.publicKey.thumbprint
    guard !signatures.contains(where: { $0.claimedKey == kid }) else { throw .alreadySigned(kid: kid) }
    return holding(signatures + [try signature(with: key, as: facts, type: type)], refusals: refusals)
  }

  /// What a signature is of (RFC 7515 §5.1): both texts as they are in the file.
  func signingInput(_ protected: [UInt8]) -> [UInt8] {
    Array((Base64URL.encode(protected) + "." + encodedPayload).utf8)
  }
}

extension Envelope {
  /// The canonical text of the file.
  public var bytes: [UInt8] {
    JSON.object([
      "payload": .string(encodedPayload),
      "refusals": refusals.isEmpty ? nil : .array(refusals.map(\.json)),
      "signatures": .array(
        signatures.map {
          .object([
            "protected": .string(Base64URL.encode($0.protected)), "signature": .string(Base64URL.encode($0.bytes)),
          ])
        }),
    ]).bytes
  }

  /// The envelope of a file's text. Faults of one signature's header are told by ``verify(expected:type:)``.
  public init(parsing bytes: [UInt8]) throws(SealFault) {
    let file = try StrictObject(canonical: bytes, .envelope)
    try file.allow(only: ["payload", "refusals", "signatures"])
    let payload = try file.bytes("payload")
    _ = try JSON.canonical(payload, .payload)
    guard let entries = try file.member("signatures").array, entries.count <= Self.mostEntries else {
      throw .wrongMember(.envelope, "signatures")
    }
    var signatures: [Signature] = []
    for entry in entries {
      let entry = try StrictObject(entry, .signature)
      guard entry.value["header"] == nil else { throw .unprotectedHeader }
      try entry.allow(only: ["protected", "signature"])
      signatures.append(Signature(protected: try entry.bytes("protected"), bytes: try entry.bytes("signature")))
    }
    self.init(checked: payload, encoded: try file.string("payload"), signatures, try Refusal.all(in: file))
  }
}

extension Envelope.Refusal {
  fileprivate var json: JSON {
    .object(["at": .string(at), "juror": .string(juror), "reason": .string(reason)])
  }

  /// Those of a file; the member is absent when there is none, so that a file has one text.
  fileprivate static func all(in file: StrictObject) throws(SealFault) -> [Envelope.Refusal] {
    guard let member = file.value["refusals"] else { return [] }
    guard let entries = member.array, (1...Envelope.mostEntries).contains(entries.count) else {
      throw .wrongMember(.envelope, "refusals")
    }
    var refusals: [Envelope.Refusal] = []
    for entry in entries {
      let entry = try StrictObject(entry, .refusal)
      try entry.allow(only: ["at", "juror", "reason"])
      refusals.append(
        Envelope.Refusal(
          juror: try entry.words("juror"), reason: try entry.words("reason"), at: try entry.words("at")))
    }
    return refusals
  }
}
