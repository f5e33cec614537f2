import Seal
import Testing

@Suite struct PassphraseTests {
  @Test func `a letter and its accent are the same as the accented letter`() {
    let composed = Passphrase("\u{E9}t\u{E9} \u{E0} S\u{E8}te, \u{C7}a \u{1EBF}")
    #expect(Passphrase("e\u{301}te\u{301} a\u{300} Se\u{300}te, C\u{327}a e\u{302}\u{301}") == composed)
    #expect(composed.bytes == Array("\u{E9}t\u{E9} \u{E0} S\u{E8}te, \u{C7}a \u{1EBF}".utf8))
    #expect(composed.characters == 16)
  }

  @Test(arguments: ["correct horse", "œuf", "日本", "👩‍⚖️", "x\u{301}", " \t"])
  func `what has no other form is used as typed`(text: String) {
    #expect(Passphrase(text).bytes == Array(text.utf8))
  }
}
