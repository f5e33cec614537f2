import Screen
import Testing

@Test(arguments: [
  ("Créer une BASE", "creer une base"), ("Œuvre d’été", "oeuvre d'ete"), ("œ æ Æ ß", "oe ae ae ss"),
  ("e\u{301}te\u{301}", "ete"), ("Łódź, Ångström, Žižek", "lodz, angstrom, zizek"), ("ç ñ ÿ ï Û", "c n y i u"),
  ("E1–E5", "e1-e5"), ("qui\u{202F}?", "qui ?"), ("ŸŽſ×÷", "yzs×÷"), ("ДАТА 日本", "дата 日本"),
])
func `a search ignores case and accents`(text: String, folded: String) {
  #expect(Folding.fold(text) == folded)
}

@Test(arguments: [
  ("La base de données", ["donnees"], ["La base de ", "[données]"]),
  ("Œuvre d’été", ["d'e", "oe"], ["[Œ]", "uvre ", "[d’é]", "té"]),
  ("le cœur", ["e", "c"], ["l", "[e]", " ", "[cœ]", "ur"]),
  ("e\u{301}te\u{301}", ["et"], ["[e\u{301}t]", "e\u{301}"]),
  ("script", ["script", "crip"], ["[script]"]), ("aaa", ["aa"], ["[aaa]"]), ("日本", ["x", ""], ["日本"]), ("", ["x"], []),
])
func `what is found stands out from what it stands in`(text: String, words: [String], pieces: [String]) {
  let found = Folding.pieces(of: text, finding: words.map { $0[...] })
  #expect(found.map { $0.isFound ? "[\($0.text)]" : $0.text } == pieces)
}
