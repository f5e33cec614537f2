import Crypto
import FoundationEssentials

/// An Ed25519 private key in memory; at rest it is a ``KeyFile``.
public struct PrivateKey: Sendable {
  public let publicKey: PublicKey
  private let key: Curve25519.Signing.PrivateKey

  /// A new key, from the system's randomness.
  public init() throws(SealFault) { try self.init(Curve25519.Signing.PrivateKey()) }

  /// The key of a 32-byte seed (RFC 8032 §5.1.5).
  init(seed: [UInt8]) throws(SealFault) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
      throw .wrongKeyLength(bytes: seed.count)
    }
    try self.init(key)
  }

  private init(_ key: Curve25519.Signing.PrivateKey) throws(SealFault) {
    self.key = key
    publicKey = try PublicKey(bytes: Array(key.publicKey.rawRepresentation))
  }

  var seed: [UInt8] { Array(key.rawRepresentation) }

  /// The 64-byte signature of `message`.
  func signature(of message: [UInt8]) throws(SealFault) -> [UInt8] {
    guard let signature = try? key.signature(for: message) else { throw .cryptographyFailed }
    return Array(signature)
  }
}
