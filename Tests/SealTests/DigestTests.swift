import Seal
import Testing

@Suite struct DigestTests {
  @Test func `"abc" has the digest of FIPS 180-4`() {
    #expect(
      Digest.sha256(Array("abc".utf8))
        == bytes(hex: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
  }
}
