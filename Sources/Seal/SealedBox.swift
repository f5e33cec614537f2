import Crypto
import FoundationEssentials

/// A few secret bytes under AES-256-GCM.
struct SealedBox: Equatable, Sendable {
  /// 12 bytes.
  let nonce: [UInt8]
  /// The ciphertext, then the 16-byte tag.
  let ciphertext: [UInt8]

  static let nonceLength = 12
  static let tagLength = 16

  init(nonce: [UInt8], ciphertext: [UInt8]) {
    self.nonce = nonce
    self.ciphertext = ciphertext
  }

  /// `secret` under `key` and a new nonce; `header` is authenticated with it.
  init(_ secret: [UInt8], under key: SymmetricKey, binding header: [UInt8]) throws(SealFault) {
    guard let box = try? AES.GCM.seal(secret, using: key, authenticating: header) else { throw .cryptographyFailed }
    self.init(nonce: Array(box.nonce), ciphertext: Array(box.ciphertext) + Array(box.tag))
  }

  func open(with key: SymmetricKey, binding header: [UInt8]) throws(SealFault) -> [UInt8] {
    guard
      let box = try? AES.GCM.SealedBox(
        nonce: AES.GCM.Nonce(data: nonce), ciphertext: ciphertext.dropLast(Self.tagLength),
        tag: ciphertext.suffix(Self.tagLength)),
      let secret = try? AES.GCM.open(box, using: key, authenticating: header)
    else { throw .wrongPassphrase }
    return Array(secret)
  }
}
