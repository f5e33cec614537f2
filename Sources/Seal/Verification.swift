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

  /// In the file's order.
  public let signatures: [Signature]
  /// Expected, and without a valid signature.
  public let missing: [ExpectedSigner]
}

extension Envelope {
  /// Checks every signature against the keys that are expected; no other key is ever used.
  ///
  /// - Parameter type: the `typ` each header must have.
  public func verify(expected: [ExpectedSigner], type: String) -> Verification {
    var proven: Set<PublicKey> = []
    let checked = signatures.map { signature in
      Verification.Signature(
        kid: signature.claimedKey, status: status(of: signature, expected: expected, type: type, proven: &proven))
    }
    // A key counts for one signer: two expected under the same key leave the second missing.
    var unused = proven
    let missing = expected.filter { unused.remove($0.key) == nil }
    return Verification(signatures: checked, missing: missing)
  }

  private func status(
    of signature: Signature, expected: [ExpectedSigner], type: String, proven: inout Set<PublicKey>
  ) -> Verification.Status {
    do throws(SealFault) {
      let header = try Header(parsing: signature.protected)
      guard header.type.isExactly(type) else { throw .wrongType(found: header.type, expected: type) }
      guard let signer = expected.first(where: { $0.kid.isExactly(header.kid) }) else { return .foreign }
      guard signer.key.verifies(signature.bytes, of: signingInput(signature.protected)) else { throw .badSignature }
      guard header.facts.juror.isExactly(signer.juror) else {
        throw .wrongJuror(found: header.facts.juror, expected: signer.juror)
      }
      return proven.insert(signer.key).inserted ? .valid(header.facts) : .doubled
    } catch {
      return .invalid(error)
    }
  }
}
