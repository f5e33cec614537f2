/// Someone whose signature is required.
public struct ExpectedSigner: Hashable, Sendable {
  /// The juror's id: a header that shows another is refused.
  public let juror: String
  public let key: PublicKey
  public var kid: String { key.thumbprint }

  public init(juror: String, key: PublicKey) {
    self.juror = juror
    self.key = key
  }
}

/// What an envelope's signatures prove.
public struct Verification: Equatable, Sendable {
  public enum Status: Equatable, Sendable {
    case valid(SigningFacts)
    case invalid(SealFault)
    /// By a key that is not expected, so not checked.
    case foreign
    /// Valid, by a key whose valid signature stands before.
    case doubled

    /// Its stable name.
    public var name: String {
      switch self {
      case .valid: "valid"
      case .invalid: "invalid"
      case .foreign: "foreign"
      case .doubled: "doubled"
      }
    }
  }

  public struct Signature: Equatable, Sendable {
    /// The key it shows: a claim, unless the status is valid or doubled.
    public let kid: String?
    public let status: Status
  }

  /// A refusal to sign: a claim that nothing proves, but that keeps the envelope from being complete.
  public struct Refusal: Equatable, Sendable {
    public enum Status: String, Equatable, Sendable {
      /// By somebody who is expected to sign, and has not.
      case standing
      /// By somebody who is not expected.
      case foreign
      /// By somebody whose refusal stands before.
      case doubled
      /// By somebody whose valid signature is there.
      case contradicted
    }

    public let refusal: Envelope.Refusal
    public let status: Status
  }

  /// In the file's order.
  public let signatures: [Signature]
  public let refusals: [Refusal]
  /// Expected, and without a valid signature.
  public let missing: [ExpectedSigner]
}

extension Envelope {
  /// Checks every signature against the keys that are expected; no other key is ever used.
  ///
  /// - Parameter type: the `typ` each header must have.
  public func verify(expected: [ExpectedSigner], type: String) -> Verification {
    var proven: Set<PublicKey> = []
    let kids = signatures.map(\.claimedKey)
    var headers: [String: [UInt8]] = [:]
    for (kid, signature) in zip(kids, signatures) {
      if let kid, headers[kid] == nil { headers[kid] = signature.protected }
    }
    let checked = zip(kids, signatures).map { kid, signature in
      Verification.Signature(
        kid: kid,
        status: status(of: signature, expected: expected, type: type, headers: headers, proven: &proven))
    }
    // A key counts for one signer: two expected under the same key leave the second missing.
    var unused = proven
    let missing = expected.filter { unused.remove($0.key) == nil }
    return Verification(
      signatures: checked, refusals: refusals(expected: expected, missing: missing), missing: missing)
  }

  private func refusals(expected: [ExpectedSigner], missing: [ExpectedSigner]) -> [Verification.Refusal] {
    var before: Set<String> = []
    return refusals.map { refusal in
      let status: Verification.Refusal.Status =
        if !expected.contains(where: { $0.juror.isExactly(refusal.juror) }) {
          .foreign
        } else if !before.insert(refusal.juror).inserted {
          .doubled
        } else {
          missing.contains { $0.juror.isExactly(refusal.juror) } ? .standing : .contradicted
        }
      return Verification.Refusal(refusal: refusal, status: status)
    }
  }

  private func status(
    of signature: Signature, expected: [ExpectedSigner], type: String, headers: [String: [UInt8]],
    proven: inout Set<PublicKey>
  ) -> Verification.Status {
    do throws(SealFault) {
      let header = try Header(parsing: signature.protected)
      guard header.type.isExactly(type) else { throw .wrongType(found: header.type, expected: type) }
      guard let signer = expected.first(where: { $0.kid.isExactly(header.kid) }) else { return .foreign }
      guard signer.key.verifies(signature.bytes, of: signingInput(signature.protected)) else {
        let owner = owner(of: signature, under: header, among: expected, headers: headers)
        throw owner.map { .swappedSignature(owner: $0.juror) } ?? .badSignature
      }
      guard header.facts.juror.isExactly(signer.juror) else {
        throw .wrongJuror(found: header.facts.juror, expected: signer.juror)
      }
      return proven.insert(signer.key).inserted ? .valid(header.facts) : .doubled
    } catch {
      return .invalid(error)
    }
  }

  private static let mostPairsCompared = 400

  /// Who made a signature that is not the header's signer's: under that very header, under their own in this file, or
  /// under this one before their key's id, and perhaps their name, were taken out of it.
  ///
  /// - Parameter headers: of this file, the first that shows each key.
  private func owner(
    of signature: Signature, under header: Header, among expected: [ExpectedSigner], headers: [String: [UInt8]]
  ) -> ExpectedSigner? {
    // A panel is a handful: among hundreds, made up to keep a machine busy, nobody is looked for.
    guard expected.count * signatures.count <= Self.mostPairsCompared else { return nil }
    return expected.first { other in
      guard !other.kid.isExactly(header.kid) else { return false }
      let facts = SigningFacts(juror: other.juror, capacity: header.facts.capacity, at: header.facts.at)
      let signed = [
        signature.protected, headers[other.kid], Header(kid: other.kid, type: header.type, facts: header.facts).bytes,
        Header(kid: other.kid, type: header.type, facts: facts).bytes,
      ]
      return signed.contains { $0.map { other.key.verifies(signature.bytes, of: signingInput($0)) } ?? false }
    }
  }
}
