import Crypto
import CryptoExtras

/// How costly trying a passphrase is: scrypt (RFC 7914) with r = 8, p = 1, and N doubling both time and memory.
public struct Cost: Equatable, Sendable {
  /// N, a power of two.
  public let rounds: Int

  static let blockSize = 8
  static let parallelism = 1
  /// From 16 MiB to 128 MiB. Above, a file could stall the machine that reads it; below, it protects nothing.
  static let allowed = [1 << 14, 1 << 15, 1 << 16, 1 << 17]

  /// N = 2^17, 128 MiB.
  public static let standard = Cost(allowed: 1 << 17)
  /// N = 2^14: of the samples' keys, whose passphrase is published, and of tests.
  static let least = Cost(allowed: 1 << 14)

  private init(allowed rounds: Int) { self.rounds = rounds }

  public init(rounds: Int) throws(SealFault) {
    guard Self.allowed.contains(rounds) else { throw .costRefused("N", rounds) }
    self.init(allowed: rounds)
  }

  static let saltLength = 32

  /// A new random salt.
  static func newSalt() -> [UInt8] { SymmetricKey(size: .bits256).withUnsafeBytes(Array.init) }

  /// A 256-bit key.
  func derive(_ passphrase: Passphrase, salt: [UInt8]) throws(SealFault) -> SymmetricKey {
    guard !passphrase.bytes.isEmpty else { throw .emptyPassphrase }
    let derived = try? KDF.Scrypt.deriveKey(
      from: passphrase.bytes, salt: salt, outputByteCount: 32, rounds: rounds, blockSize: Self.blockSize,
      parallelism: Self.parallelism)
    guard let derived else { throw .cryptographyFailed }
    return derived
  }
}
