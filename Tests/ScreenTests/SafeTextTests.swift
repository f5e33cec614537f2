import Screen
import Testing

@Suite struct SafeTextTests {
  @Test(arguments: [
    ("plain", "C4 — déjà vu, « œuvre » ✓ ✗ ▸ █", "C4 — déjà vu, « œuvre » ✓ ✗ ▸ █"),
    ("colour sequence", "a\u{1B}[31mb", "a\u{FFFD}[31mb"),
    ("window title", "\u{1B}]0;owned\u{7}", "\u{FFFD}]0;owned\u{FFFD}"),
    ("device control", "\u{1B}Pq#0\u{1B}\\", "\u{FFFD}Pq#0\u{FFFD}\\"),
    ("eight-bit sequence", "\u{9B}2J", "\u{FFFD}2J"),
    ("delete and null", "a\u{7F}\0", "a\u{FFFD}\u{FFFD}"),
    ("override", "\u{202E}sivda\u{202C}", "\u{FFFD}sivda\u{FFFD}"),
    ("isolates", "\u{2066}a\u{2069}", "\u{FFFD}a\u{FFFD}"),
    ("direction marks", "a\u{200E}b\u{200F}c\u{61C}d", "abcd"),
    ("zero width", "\u{FEFF}a\u{200B}b\u{200C}c\u{200D}d\u{2060}e", "abcde"),
    ("tags", "a\u{E0041}\u{E007F}b", "ab"),
    ("variation selectors", "❤\u{FE0F}\u{E0100}", "❤"),
    ("skin tone", "👍🏽", "👍"),
    ("soft hyphen and filler", "a\u{AD}b\u{3164}c", "abc"),
    ("private and unassigned", "\u{E000}\u{378}\u{FFFF}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("marks", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}x", "e\u{301}\u{302}\u{303}\u{304}x"),
    ("mark alone", "\u{301}a \u{301}", "\u{25CC}\u{301}a \u{25CC}\u{301}"),
    ("line ends", "a\r\nb\rc\u{2028}d\te", "a b c d e"),
  ])
  func `what could act is seen and what hides is dropped`(name: String, hostile: String, safe: String) {
    #expect(Array(SafeText.line(hostile).unicodeScalars) == Array(safe.unicodeScalars))
  }

  @Test func `a paragraph keeps its lines`() {
    #expect(SafeText.paragraph("a\r\nb\rc\u{2029}d\u{85}e\n\nf") == "a\nb\nc\nd\ne\n\nf")
  }

  @Test func `any three characters are made safe once and for all`() {
    // One of each kind that is treated differently, and their neighbours.
    let kinds: [Unicode.Scalar] = [
      "a", "é", " ", "\n", "\r", "\t", "\u{1B}", "\u{9B}", "\u{301}", "\u{202E}", "\u{200D}", "\u{FE0F}", "日", "👍",
      "\u{1F3FD}", "\u{1F1EB}", "\u{E0041}", "\u{378}", "\u{1161}", "\u{25CC}", "\u{FFFD}", "\u{2028}", "\u{A0}",
      "\u{600}",
    ]
    for a in kinds {
      for b in kinds {
        for c in kinds {
          var text = String.UnicodeScalarView()
          text.append(contentsOf: [a, b, c])
          for make in [SafeText.line, SafeText.paragraph] {
            let safe = make(String(text))
            #expect(Array(make(safe).unicodeScalars) == Array(safe.unicodeScalars))
          }
        }
      }
    }
  }

  @Test func `nothing put in a frame reaches it unsafe`() {
    var frame = Frame(size: Size(rows: 1, columns: 10))
    frame.put("\u{1B}[2J\u{202E}x\n", row: 0, column: 0, role: "text")
    #expect(frame.text == "\u{FFFD}[2J\u{FFFD}x")
  }
}
