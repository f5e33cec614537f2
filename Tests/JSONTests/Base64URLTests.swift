import JSON
import Testing

@Suite struct Base64URLTests {
  @Test(arguments: [
    // RFC 4648 §10, unpadded, and the two characters of the URL alphabet.
    ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
    ("foobar", "Zm9vYmFy"), ("???>>>", "Pz8_Pj4-"),
  ])
  func `the RFC's examples go both ways`(plain: String, text: String) {
    #expect(Base64URL.encode(Array(plain.utf8)) == text)
    #expect(Base64URL.decode(text) == Array(plain.utf8))
  }

  @Test(arguments: [
    "Zg==", "Zg=", "Zh", "Zm9", "Zm9vY", "Zm+v", "Zm/v", "Zm 9v", "Zm9v\n", "Zmév", "Z", "A", "Zm9vA", "=",
  ])
  func `any other text is refused`(text: String) {
    #expect(Base64URL.decode(text) == nil)
  }

  @Test func `each length of zeros and of ones comes back`() {
    for length in 0..<70 {
      for byte in [0x00, 0xFF] as [UInt8] {
        let bytes = Array(repeating: byte, count: length)
        #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
      }
    }
  }
}
