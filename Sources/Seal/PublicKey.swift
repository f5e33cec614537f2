import Crypto
import JSON

/// An Ed25519 public key, known by its thumbprint.
///
/// Its law: 32 bytes, a reduced coordinate, not a point of small order; there is no other way in.
public struct PublicKey: Hashable, Sendable {
  /// RFC 8032 §5.1.2.
  public let bytes: [UInt8]
  /// RFC 7638, SHA-256, base64url: the `kid` of its signatures.
  public let thumbprint: String

  public init(bytes: [UInt8]) throws(SealFault) {
    guard bytes.count == 32 else { throw .wrongKeyLength(bytes: bytes.count) }
    try Self.refuseWeakPoint(bytes)
    self.bytes = bytes
    let required = JSON.object(["crv": "Ed25519", "kty": "OKP", "x": .string(Base64URL.encode(bytes))])
    thumbprint = Base64URL.encode(Digest.sha256(required.bytes))
  }

  /// The key of a JWK (RFC 8037 §2): `kty`, `crv`, `x`, and of the rest only `kid` (its own thumbprint),
  /// `use` (`sig`) and `alg` (`EdDSA`).
  public init(jwk: JSON) throws(SealFault) {
    let object = try StrictObject(jwk, .publicKey)
    guard object.value["d"] == nil else { throw .privateMember }
    try object.allow(only: ["kty", "crv", "x", "kid", "use", "alg"])
    for (name, expected) in ["kty": "OKP", "crv": "Ed25519"] as KeyValuePairs {
      let found = try object.string(name)
      guard found.isExactly(expected) else { throw .keyKindRefused(found) }
    }
    for (name, expected) in ["use": "sig", "alg": "EdDSA"] as KeyValuePairs where jwk[name] != nil {
      try object.require(name, expected)
    }
    try self.init(bytes: try object.bytes("x"))
    if jwk["kid"] != nil {
      let found = try object.string("kid")
      guard found.isExactly(thumbprint) else { throw .thumbprintMismatch(found: found, expected: thumbprint) }
    }
  }

  /// The key of a JWK's text, canonical or not.
  public init(parsingJWK text: [UInt8]) throws(SealFault) { try self.init(jwk: JSON.read(text, .publicKey)) }

  /// `crv`, `kid`, `kty`, `x`.
  public var jwk: JSON {
    .object(["crv": "Ed25519", "kid": .string(thumbprint), "kty": "OKP", "x": .string(Base64URL.encode(bytes))])
  }

  /// Whether `signature` is this key's for `message` (RFC 8032 §5.1.7, S below the order).
  public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard signature.count == 64, let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
      return false
    }
    return key.isValidSignature(signature, for: message)
  }

  public static func == (a: PublicKey, b: PublicKey) -> Bool { a.bytes == b.bytes }
  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension PublicKey {
  /// The y coordinates of the eight points whose order divides 8, little-endian, sign bit cleared. The one
  /// other way to write y, adding 2^255 − 19, is refused before.
  private static let smallOrders: [[UInt8]] = [
    [1] + Array(repeating: 0, count: 31),
    [0xEC] + Array(repeating: 0xFF, count: 30) + [0x7F],
    Array(repeating: 0, count: 32),
    [
      0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98, 0xF0,
      0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05,
    ],
    [
      0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67, 0x0F,
      0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03, 0x7A,
    ],
  ]

  private static func refuseWeakPoint(_ bytes: [UInt8]) throws(SealFault) {
    var y = bytes
    y[31] &= 0x7F
    guard !smallOrders.contains(y) else { throw .smallOrderPoint }
    // 2^255 − 19 is ED FF … FF 7F.
    let reduced = y[31] < 0x7F || y[1..<31].contains { $0 < 0xFF } || y[0] < 0xED
    guard reduced else { throw .nonCanonicalPoint }
  }
}
