import Testing

@testable import Documents

@Test func `a safe line has nothing that moves, hides or turns`() {
  #expect(Plain.line("a\u{1B}[31mb\u{7}\u{9B}c") == "a[31mbc")
  #expect(Plain.line("a\tb\r\nc\u{2028}d") == "a b  c d")
  #expect(Plain.line("ab\u{202E}cd\u{2066}\u{200F}") == "abcd")
  #expect(Plain.line("a\u{200B}\u{200D}\u{FEFF}\u{3164}\u{E0041}\u{FE0F}b") == "ab")
  #expect(Plain.line("e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}") == "e\u{301}\u{301}\u{301}\u{301}")
  #expect(Plain.line("\u{301}a <\u{338}") == "a <")
  #expect(Plain.line("Léa\u{A0}: « ça » 漢字 ☒") == "Léa\u{A0}: « ça » 漢字 ☒")
}

@Test func `a safe line is safe again`() {
  for text in ["a<\u{200D}\u{301}b", "\u{301}\u{301}", "e\u{202E}\u{301}", "x\u{E000}\u{301}"] {
    #expect(Plain.line(Plain.line(text)).unicodeScalars.elementsEqual(Plain.line(text).unicodeScalars))
  }
}

@Test func `words wrap whole, and are cut only when alone too wide`() {
  #expect(Plain.wrap("un deux trois", width: 7) == ["un deux", "trois"])
  #expect(Plain.wrap("a anticonstitutionnel", width: 8) == ["a", "anticons", "titution", "nel"])
  #expect(Plain.wrap("漢字漢字", width: 5) == ["漢字", "漢字"])
  #expect(Plain.wrap("dix\u{A0}%", width: 4) == ["dix\u{A0}", "%"])
  #expect(Plain.wrap("", width: 4) == [""])
}

@Test func `a word of any length is cut in lines of the width, in one walk`() {
  let (narrow, wide) = (String(repeating: "a", count: 100_000), String(repeating: "漢", count: 1000))
  var lines: [String] = []
  let time = ContinuousClock().measure { lines = Plain.wrap(narrow, width: 50) }
  #expect(lines == Array(repeating: String(repeating: "a", count: 50), count: 2000))
  #expect(time < .seconds(5))
  #expect(Plain.wrap(wide, width: 51) == Array(repeating: String(repeating: "漢", count: 25), count: 40))
  // The last piece goes on with the words after it.
  #expect(Plain.wrap("a bcdefgh ij k", width: 5) == ["a", "bcdef", "gh ij", "k"])
}
