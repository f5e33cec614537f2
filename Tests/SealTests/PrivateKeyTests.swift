import JSON
import Testing

@testable import Seal

@Suite struct PrivateKeyTests {
  @Test func `the key of RFC 8037 A-1 signs as in A-4`() throws {
    let key = try RFC8037.privateKey()
    #expect(try Base64URL.encode(key.signature(of: Array(RFC8037.signingInput.utf8))) == RFC8037.signature)
    #expect(Base64URL.encode(key.publicKey.bytes) == RFC8037.x)
  }

  @Test func `new keys are new`() throws {
    #expect(try PrivateKey().seed != PrivateKey().seed)
  }

  @Test func `a seed is 32 bytes`() {
    #expect(faultName { () throws(SealFault) in _ = try PrivateKey(seed: [1, 2, 3]) } == "wrong-key-length")
  }
}
