import JSON

/// Bytes and the signatures around them: a JWS in general JSON serialization (RFC 7515 §7.2.1).
///
/// Its law: payload, protected headers and the whole are canonical JSON, and what is verified is what is stored.
/// An envelope that reads well may still prove nothing: ask ``verify(expected:type:)``.
public struct Envelope: Equatable, Sendable {
  public let payload: [UInt8]
  let signatures: [Signature]

  /// One entry of `signatures`, its header not looked into.
  struct Signature: Equatable, Sendable {
    /// The protected header's bytes.
    let protected: [UInt8]
    let bytes: [UInt8]
  }

  private init(checked payload: [UInt8], _ signatures: [Signature]) {
    self.payload = payload
    self.signatures = signatures
  }

  /// An envelope nobody signed yet. The payload must be canonical JSON.
  public init(payload: [UInt8]) throws(SealFault) {
    _ = try JSON.canonical(payload, .payload)
    self.init(checked: payload, [])
  }

  /// The same with one more signature, last.
  ///
  /// - Parameter type: the header's `typ`: what the payload is, so that a signature for one kind of document never
  ///   passes for another.
  public func signing(with key: PrivateKey, as facts: SigningFacts, type: String) throws(SealFault) -> Envelope {
    let kid = key.publicKey.thumbprint
    guard !signatures.contains(where: { $0.claimedKey == kid }) else { throw .alreadySigned(kid: kid) }
    let header = Header(kid: kid, type: type, facts: facts).bytes
    let signature = try key.signature(of: signingInput(header))
    return Envelope(checked: payload, signatures + [Signature(protected: header, bytes: signature)])
  }

  /// What a signature is of (RFC 7515 §5.1): both texts as they are in the file.
  func signingInput(_ protected: [UInt8]) -> [UInt8] {
    Array((Base64URL.encode(protected) + "." + Base64URL.encode(payload)).utf8)
  }
}

extension Envelope {
  /// The canonical text of the file.
  public var bytes: [UInt8] {
    JSON.object([
      "payload": .string(Base64URL.encode(payload)),
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
    try file.allow(only: ["payload", "signatures"])
    let payload = try file.bytes("payload")
    _ = try JSON.canonical(payload, .payload)
    guard let entries = try file.member("signatures").array else { throw .wrongMember(.envelope, "signatures") }
    var signatures: [Signature] = []
    for entry in entries {
      let entry = try StrictObject(entry, .signature)
      guard entry.value["header"] == nil else { throw .unprotectedHeader }
      try entry.allow(only: ["protected", "signature"])
      signatures.append(Signature(protected: try entry.bytes("protected"), bytes: try entry.bytes("signature")))
    }
    self.init(checked: payload, signatures)
  }
}
