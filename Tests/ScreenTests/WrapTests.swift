import Screen
import Testing

@Suite struct WrapTests {
  @Test func `lines break between words`() {
    #expect(
      Wrap.lines("La base de données est choisie au regard de la modélisation", width: 20) == [
        "La base de données", "est choisie au", "regard de la", "modélisation",
      ])
  }

  @Test func `a word longer than a line is cut and nothing of it is lost`() {
    #expect(Wrap.lines("un anticonstitutionnellement", width: 10) == ["un", "anticonsti", "tutionnell", "ement"])
  }

  @Test func `a text is never without a line`() {
    #expect(Wrap.lines("", width: 10) == [""])
    #expect(Wrap.lines("   ", width: 10) == [""])
    #expect(Wrap.lines("a\n\nb", width: 10) == ["a", "", "b"])
  }

  @Test func `no line starts with a French mark or ends with an opening quote`() {
    #expect(Wrap.lines("Que se passe-t-il ?", width: 17) == ["Que se", "passe-t-il ?"])
    #expect(Wrap.lines("il dit « oui » enfin", width: 10) == ["il dit", "« oui »", "enfin"])
  }

  @Test func `wide and combining glyphs are counted by columns`() {
    #expect(Wrap.lines("日本語日本", width: 5) == ["日本", "語日", "本"])
    #expect(Wrap.lines("e\u{301}e\u{301}e\u{301}", width: 2) == ["e\u{301}e\u{301}", "e\u{301}"])
  }

  @Test(arguments: [1, 2, 3, 7, 80])
  func `every line fits and every letter is kept`(width: Int) {
    let text = "Œuvre « d'été » : 12 critères, l'API déployée\nsans dé\u{301}faut !"
    let lines = Wrap.lines(text, width: width)
    #expect(lines.allSatisfy { Width.columns($0) <= width })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " && $0 != "\n" })
  }

  @Test func `a width of nothing counts as one column`() {
    #expect(Wrap.lines("abc", width: 0) == ["a", "b", "c"])
    #expect(Wrap.lines("日", width: -4) == ["日"])
  }
}
