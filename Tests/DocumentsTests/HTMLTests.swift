import Testing

@testable import Documents
@testable import Evaluation

@Test func `a hostile name stays a text`() throws {
  var grid = try sampleGrid()
  grid.family = "<script>alert('x')</script>\u{202E}\u{200B}"
  // A mark on the sign would make of both one character, which no table of characters to escape has.
  grid.given = "\"<\u{0301}img src=x>&\u{0301}lt;\u{1B}[2J"
  grid.comment = "</p><style>*{display:none}</style>\nligne 2 {{title}} {{{css}}}"
  let html = HTML.render(document(grid))
  #expect(html.contains("<p>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</p>"))
  #expect(html.contains("<p>&quot;&lt;img src=x&gt;&amp;lt;[2J</p>"))
  #expect(html.contains("&lt;/p&gt;&lt;style&gt;*{display:none}&lt;/style&gt;<br>ligne 2 {{title}} {{{css}}}"))
  #expect(!html.contains("<script") && !html.contains("<img"))
  for scalar in html.unicodeScalars {
    #expect(scalar == "\n" || ![.control, .format].contains(scalar.properties.generalCategory))
  }
}

// A skin tone, and the voiced and half-voiced sound marks of katakana: no marks by their category.
@Test(arguments: ["\u{1F3FD}", "\u{FF9E}", "\u{FF9F}"])
func `what joins a bracket, an ampersand or a quote to one character does not hide it`(mark: String) {
  for (sign, escaped) in [("<", "&lt;"), (">", "&gt;"), ("&", "&amp;"), ("\"", "&quot;"), ("'", "&#39;")] {
    let text = sign + mark + "b"
    let document = Document(
      title: text, subtitle: "", watermarks: [], header: "", footer: "",
      blocks: [.part(.note(text)), .heading(text)])
    let page = HTML.render(document)
    let found = Array(page.unicodeScalars).ranges(of: Array((escaped + mark).unicodeScalars))
    #expect(found.count == 3, "\(sign), \(mark.unicodeScalars)")
  }
}

@Test func `the page says its language and its title, has one h1, and its tables name their rows and columns`() throws {
  let html = HTML.render(document(try sampleGrid()))
  #expect(html.contains("<html lang=\"fr\">"))
  #expect(html.contains("<title>DURAND Léa · Grille d&#39;évaluation individuelle · RNCP00001</title>"))
  #expect(occurrences(of: "<h1>", in: html) == 1)
  // Two blocks, results, decision, comments, signatures, authenticity.
  #expect(occurrences(of: "<h2>", in: html) == 7)
  #expect(occurrences(of: "<th scope=\"col\">", in: html) == 4 + 4 + 2 + 5)
  // Three competencies, two blocks, two signers.
  #expect(occurrences(of: "<th scope=\"row\">", in: html) == 3 + 2 + 2)
  #expect(occurrences(of: "<th", in: html) - occurrences(of: "<thead", in: html) == 15 + 7)
  for tag in ["table", "tr", "td", "th", "ul", "li", "p", "dl", "dt", "dd", "main"] {
    let opened = occurrences(of: "<\(tag)>", in: html) + occurrences(of: "<\(tag) ", in: html)
    #expect(opened == occurrences(of: "</\(tag)>", in: html), "\(tag)")
  }
}

@Test func `every criterion of the certification stands once, with its details`() throws {
  var grid = try sampleGrid()
  let real = Referential.rncp37827
  grid.blocks = real.blocks.map { .init(block: $0.id, acquired: true, isHeld: false, reason: "") }
  let page = HTML.render(
    GridDocument.document(grid: grid, referential: real, digest: digest, signatures: [], state: .sealed))
  let items = page.split(separator: "<li").map { item in
    item.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" && $0 != "\n" }
  }
  let criteria = real.competencies.flatMap(\.criteria)
  #expect(criteria.count == 142)
  // Some criteria are worded alike in several competencies.
  for criterion in criteria {
    let alike = criteria.count { $0.text == criterion.text }
    let escaped = criterion.text.replacing("'", with: "&#39;").replacing("\"", with: "&quot;")
    #expect(items.count { $0 == escaped } == alike, "\(criterion.id)")
    for detail in criterion.details {
      #expect(items.count { $0 == detail.replacing("'", with: "&#39;") } == 1, "\(criterion.id): \(detail)")
    }
  }
}

@Test func `the verdict taken is told by its box, and the decision is circled`() throws {
  let html = HTML.render(document(try sampleGrid()))
  #expect(html.contains("<li class=\"taken\">☒ ACQUIS</li>\n<li>☐ NON ACQUIS</li>"))
  #expect(html.contains("<li class=\"taken\">☒ Admis</li>\n<li>☐ Non admis</li>\n<li>☐ Admission partielle</li>"))
}

@Test func `a reservation and a refusal are texts under their lead, made safe`() throws {
  var grid = try sampleGrid()
  grid.reservations = [.init(juror: "roux", text: "<b>Huile</b>\u{202E} non choisie.")]
  var refusal = rouxRefused
  refusal.reason = "</td><script>"
  let html = HTML.render(document(grid, [benaliSigned], refusals: [refusal]))
  #expect(html.contains("Réserve de Marc ROUX\u{A0}:</strong> &lt;b&gt;Huile&lt;/b&gt; non choisie."))
  #expect(
    html.contains(
      "A refusé de signer</strong> le 1er décembre 2026 à 10:43:30 (UTC+01:00), motif\u{A0}: &lt;/td&gt;&lt;script&gt;")
  )
  #expect(html.contains("<p class=\"watermark\">SIGNATURE REFUSÉE</p>"))
}

@Test func `a time line is a picture with its words, its parts told apart by shape, and in text its words alone`()
  throws
{
  let track = Document.Track(
    [.init(from: 0, to: 400, .full), .init(from: 400, to: 450, .thin), .init(from: 450, to: 1200, .half)],
    lines: [500], text: "E1 <10 min> ; pause")
  var document = Document(title: "T", subtitle: "", watermarks: [.mock], header: "H", footer: "F", blocks: [])
  document.blocks = [.part(.track(track))]
  let html = HTML.render(document)
  #expect(html.contains("<svg role=\"img\" ") && html.contains("<title>E1 &lt;10 min&gt; ; pause</title>"))
  #expect(html.contains("x=\"0\" width=\"400\" height=\"80\"/>"))
  #expect(html.contains("x=\"400\" y=\"34\" width=\"50\" height=\"12\"/>"))
  #expect(html.contains("x=\"450\" y=\"40\" width=\"550\" height=\"40\"/>"))
  #expect(html.contains("x=\"500\" width=\"1\" height=\"80\"/>"))
  #expect(PlainText.render(document).contains("\nE1 <10 min> ; pause\n"))
}

@Test func `the page asks for nothing outside itself`() throws {
  let html = HTML.render(document(try sampleGrid()))
  for word in ["http", "src=", "href=", "url(", "@import"] { #expect(!html.contains(word), "\(word)") }
}

private func occurrences(of part: String, in text: String) -> Int { text.ranges(of: part).count }
