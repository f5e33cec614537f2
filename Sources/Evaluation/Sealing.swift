/// The frozen bytes of a document, and what its jurors said of them since.
public struct Sealing: Equatable, Sendable {
  public let digest: String
  public let at: Stamp
  /// By juror, when each signed.
  public var signatures: [String: Stamp] = [:]
  /// By juror, the signature to put into the document's file, where several consoles sign.
  public var signed: [String: Signature] = [:]
  /// By juror, why they refused to sign.
  public var refusals: [String: String] = [:]
  /// By juror, when they refused.
  public var refusedAt: [String: Stamp] = [:]

  public init(digest: String, at stamp: Stamp) {
    self.digest = digest
    at = stamp
  }

  /// Whether this signer has neither signed nor refused to.
  public func awaits(_ signer: String) -> Bool { signatures[signer] == nil && refusals[signer] == nil }
}
