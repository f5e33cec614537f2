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
