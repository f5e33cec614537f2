import JSON
import Testing

@testable import Seal

@Suite struct PublicKeyTests {
  @Test func `the key of RFC 8037 A-2 has the thumbprint of A-3`() throws {
    let key = try PublicKey(parsingJWK: Array(RFC8037.publicJWK.utf8))
    #expect(Base64URL.encode(key.bytes) == RFC8037.x)
    #expect(key.thumbprint == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
  }

  @Test func `a key's JWK reads back as the same key`() throws {
    let key = try RFC8037.privateKey().publicKey
    #expect(
      key.jwk.text
        == #"{"crv":"Ed25519","kid":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k","kty":"OKP","x":"\#(RFC8037.x)"}"#)
    #expect(try PublicKey(jwk: key.jwk) == key)
  }

  @Test func `the RFC's key verifies the signature of A-4 and no other`() throws {
    let key = try RFC8037.privateKey().publicKey
    var signature = try #require(Base64URL.decode(RFC8037.signature))
    #expect(key.verifies(signature, of: Array(RFC8037.signingInput.utf8)))
    #expect(!key.verifies(signature, of: Array(RFC8037.signingInput.utf8.dropLast())))
    #expect(!key.verifies(signature.dropLast(), of: Array(RFC8037.signingInput.utf8)))
    #expect(!key.verifies([], of: Array(RFC8037.signingInput.utf8)))
    signature[0] ^= 1
    #expect(!key.verifies(signature, of: Array(RFC8037.signingInput.utf8)))
  }

  @Test func `a signature whose S had the order added is refused`() throws {
    let key = try RFC8037.privateKey().publicKey
    let signature = try #require(Base64URL.decode(RFC8037.signature))
    let order: [UInt8] =
      [0xED, 0xD3, 0xF5, 0x5C, 0x1A, 0x63, 0x12, 0x58, 0xD6, 0x9C, 0xF7, 0xA2, 0xDE, 0xF9, 0xDE, 0x14]
      + Array(repeating: 0, count: 15) + [0x10]
    var carry = 0
    let twin = zip(signature.suffix(32), order).map { digit, other in
      let sum = Int(digit) + Int(other) + carry
      carry = sum >> 8
      return UInt8(sum & 0xFF)
    }
    #expect(carry == 0)
    #expect(!key.verifies(signature.prefix(32) + twin, of: Array(RFC8037.signingInput.utf8)))
  }

  @Test(arguments: [
    // RFC 8032's curve: orders 1, 2, 4, 4, 8, 8, 8, 8.
    ("0100000000000000000000000000000000000000000000000000000000000000", "small-order-point"),
    ("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "small-order-point"),
    ("0000000000000000000000000000000000000000000000000000000000000000", "small-order-point"),
    ("0000000000000000000000000000000000000000000000000000000000000080", "small-order-point"),
    ("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "small-order-point"),
    ("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85", "small-order-point"),
    ("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a", "small-order-point"),
    ("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa", "small-order-point"),
    // The same, a sign given to x = 0.
    ("0100000000000000000000000000000000000000000000000000000000000080", "small-order-point"),
    ("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "small-order-point"),
    // y = p and p + 1, for 0 and 1, and the greatest text.
    ("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "non-canonical-point"),
    ("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "non-canonical-point"),
    ("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "non-canonical-point"),
    ("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "non-canonical-point"),
    ("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "non-canonical-point"),
  ])
  func `a point anyone can sign for is refused`(hex: String, fault: String) throws {
    #expect(faultName { () throws(SealFault) in _ = try PublicKey(bytes: bytes(hex: hex)) } == fault)
  }

  @Test(arguments: [
    (#"{"crv":"Ed25519","kty":"OKP"}"#, "missing-member"),
    (#"{"crv":"Ed25519","kty":"OKP","x":"AQ"}"#, "wrong-key-length"),
    (#"{"crv":"Ed25519","kty":"OKP","x":1}"#, "wrong-member"),
    (#"{"crv":"Ed25519","kty":"OKP","x":"X="}"#, "not-base64url"),
    (#"{"crv":"Ed25519","kty":"OKP","x":"X","x":"X"}"#, "duplicate-member"),
    (#"{"crv":"X25519","kty":"OKP","x":"X"}"#, "key-kind-refused"),
    (#"{"crv":"Ed25519","kty":"EC","x":"X"}"#, "key-kind-refused"),
    ("{\"crv\":\"Ed25519\",\"kty\":\"O\u{212A}P\",\"x\":\"X\"}", "key-kind-refused"),
    (#"{"crv":"Ed25519","d":"AA","kty":"OKP","x":"X"}"#, "private-member"),
    (#"{"crv":"Ed25519","key_ops":[],"kty":"OKP","x":"X"}"#, "unknown-member"),
    (#"{"crv":"Ed25519","kty":"OKP","use":"enc","x":"X"}"#, "wrong-member"),
    (#"{"alg":"ES256","crv":"Ed25519","kty":"OKP","x":"X"}"#, "wrong-member"),
    (#"{"crv":"Ed25519","kid":"me","kty":"OKP","x":"X"}"#, "thumbprint-mismatch"),
    (#"["OKP"]"#, "not-an-object"),
    (#"{"crv":"#, "not-json"),
  ])
  func `a JWK with one fault is refused by name`(jwk: String, fault: String) throws {
    let text = jwk.replacing("\"X\"", with: "\"\(RFC8037.x)\"").replacing("\"X=\"", with: "\"\(RFC8037.x)=\"")
    #expect(faultName { () throws(SealFault) in _ = try PublicKey(parsingJWK: Array(text.utf8)) } == fault)
  }

  @Test func `a JWK's last character has no bits to spare`() throws {
    // 32 bytes leave two bits of the last character: "o" is 40, so 41 ("p") is the same bytes, carelessly read.
    #expect(RFC8037.x.hasSuffix("o"))
    let text = #"{"crv":"Ed25519","kty":"OKP","x":"\#(RFC8037.x.dropLast())p"}"#
    #expect(faultName { () throws(SealFault) in _ = try PublicKey(parsingJWK: Array(text.utf8)) } == "not-base64url")
  }

  @Test func `a JWK may say what it is for`() throws {
    let text = #"{"alg":"EdDSA","crv":"Ed25519","kty":"OKP","use":"sig","x":"\#(RFC8037.x)"}"#
    #expect(try PublicKey(parsingJWK: Array(text.utf8)) == RFC8037.privateKey().publicKey)
  }
}
