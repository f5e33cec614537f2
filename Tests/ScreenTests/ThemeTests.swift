import Screen
import Testing

@Suite struct ThemeTests {
  private let theme = Theme(
    name: "test",
    styles: [
      Theme.Statement("text", Style(foreground: .rgb(200, 200, 200), background: .rgb(20, 20, 25))),
      Theme.Statement("row.selected", Style(background: .rgb(40, 40, 60), attributes: [.bold], plain: [.reverse])),
      Theme.Statement("row.selected.met", Style(foreground: .rgb(0, 200, 0), attributes: [])),
    ])

  @Test func `a scope left out looks like its parent and then like text`() {
    #expect(theme.style(for: "clock.warning") == theme.style(for: "text"))
    #expect(theme.style(for: "row") == theme.style(for: "text"))
    #expect(theme.style(for: "row.selected.dim") == theme.style(for: "row.selected"))
    let met = theme.style(for: "row.selected.met")
    #expect(met.foreground == .rgb(0, 200, 0) && met.background == .rgb(40, 40, 60) && !met.bold)
    #expect(theme.style(for: "row.selected").foreground == .rgb(200, 200, 200))
  }

  @Test func `a background lost to few colours is told by attributes`() {
    #expect(theme.rendition(for: "row.selected", depth: .trueColour).attributes == [.bold])
    #expect(theme.rendition(for: "row.selected", depth: .c8).attributes == [.bold, .reverse])
    #expect(theme.rendition(for: "row.selected.met", depth: .mono).attributes == [.reverse])
    #expect(theme.rendition(for: "row.selected", depth: .mono).background == .default)
  }
}

@Suite struct ColourTests {
  @Test func `contrasts are WCAG's`() throws {
    // webaim.org/resources/contrastchecker
    let white = Colour.rgb(255, 255, 255)
    for (colour, contrast) in [(Colour.rgb(0, 0, 0), 21.0), (.rgb(0x77, 0x77, 0x77), 4.48), (.rgb(0, 0, 255), 8.59)] {
      #expect(abs(try #require(colour.contrast(with: white)) - contrast) < 0.01)
      #expect(white.contrast(with: colour) == colour.contrast(with: white))
    }
    #expect(Colour.default.contrast(with: white) == nil)
  }

  @Test func `hexadecimal colours are six digits`() {
    #expect(Colour(hex: "#16171d") == .rgb(0x16, 0x17, 0x1D))
    for text in ["16171d", "#16171", "#16171dd", "#+6171d", "#16171g", "", "#é6171"] {
      #expect(Colour(hex: text) == nil)
    }
  }

  @Test(arguments: [
    (Colour.rgb(0, 0, 0), 16, 0, 0), (.rgb(255, 255, 255), 231, 15, 7), (.rgb(22, 23, 29), 234, 0, 0),
    (.rgb(130, 170, 255), 111, 12, 4), (.rgb(163, 217, 119), 149, 10, 2), (.rgb(255, 128, 149), 210, 9, 1),
    (.rgb(232, 185, 106), 179, 11, 3), (.rgb(143, 149, 166), 246, 7, 7), (.rgb(120, 0, 0), 88, 1, 1),
  ])
  func `a colour finds its like in each palette`(colour: Colour, of256: Int, of16: Int, of8: Int) {
    #expect(colour.index(in: .c256) == of256)
    #expect(colour.index(in: .c16) == of16)
    #expect(colour.index(in: .c8) == of8)
    #expect(colour.index(in: .mono) == nil)
  }

  @Test(arguments: [
    ("xterm-256color" as String?, "truecolor" as String?, nil as String?, ColourDepth.trueColour),
    ("xterm-256color", nil, nil, .c256),
    ("tmux-256color", "24bit", "", .trueColour), ("screen-256color", "truecolor", nil, .c256),
    ("xterm-kitty", nil, nil, .trueColour), ("linux", nil, nil, .c8), ("xterm-256color", "truecolor", "1", .mono),
    (nil, nil, nil, .c256),
  ])
  func `the environment says how many colours to use`(
    term: String?, colorterm: String?, noColor: String?, depth: ColourDepth
  ) {
    #expect(ColourDepth.detected(term: term, colorterm: colorterm, noColor: noColor) == depth)
  }
}
