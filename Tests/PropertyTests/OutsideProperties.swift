import Screen
import Testing

@testable import Documents
@testable import Terminal
@testable import jury

/// What comes in from a keyboard and a spreadsheet, and what goes out as a document.
@Suite struct OutsideProperties {
  private static let sequences: [[UInt8]] = [
    "\u{1B}[A", "\u{1B}OP", "\u{1B}[15~", "\u{1B}[<0;10;20M", "\u{1B}[200~a\r\nb\u{1B}[201~", "é", "😀", "\u{1B}", "x",
    "\u{1B}[Z",
    "\u{1B}[?1;2c", "\u{1B}[[C", "\u{1B}[1;5",
  ].map { Array($0.utf8) }

  private func inputs(_ bytes: [UInt8], _ draws: inout Draws, mostAtOnce: Int) -> [Input] {
    var decoder = KeyDecoder()
    var inputs: [Input] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix(draws.int(1...mostAtOnce))
      inputs += decoder.feed(part)
      rest = rest.dropFirst(part.count)
    }
    return inputs + decoder.flush() + decoder.endPaste()
  }

  @Test func `keys are the same however their bytes arrive`() {
    always { draws in
      let bytes = draws.list(0...8) { $0.oneIn(3) ? $0.bytes(1...3) : $0.one(of: Self.sequences) }.flatMap(\.self)
      var decoder = KeyDecoder()
      let whole = decoder.feed(bytes) + decoder.flush() + decoder.endPaste()
      return whole == inputs(bytes, &draws, mostAtOnce: 1) && whole == inputs(bytes, &draws, mostAtOnce: 5)
    }
  }

  @Test func `no character that is typed is lost`() {
    always { draws in
      let text = draws.text(0...12).unicodeScalars.filter { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }
      var bytes: [UInt8] = []
      for scalar in text { bytes += Array(String(scalar).utf8) }
      return inputs(bytes, &draws, mostAtOnce: 4) == text.map { .key(.character(Character($0))) }
    }
  }

  @Test func `the cells of a sheet are read as a spreadsheet writes them`() {
    always { draws in
      let separator = draws.one(of: [";", ",", "\t"])
      let rows = draws.list(1...4) { draws in
        ["x"] + draws.list(2...2) { $0.words(0...2) + $0.one(of: ["", ";", ",", "\"", "\n", "\t", " x"]) + $0.words() }
      }
      // A heading of as many names, so that the separator is known.
      let heading = ["a", "b", "c"].joined(separator: separator)
      let text = rows.map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: separator)
      }
      let read = SheetRecords(([heading] + text).joined(separator: draws.oneIn(2) ? "\r\n" : "\n"))
      let trimmed = rows.map { row in
        row.map { cell in
          String(cell.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
      }
      return read.records.dropFirst().map(\.cells) == trimmed.map { Optional($0) }
    }
  }

  @Test func `a sheet's text is the same in each encoding that has its letters`() {
    always { draws in
      let text = "Nom;Prénom\n" + draws.words(1...5)
      let units = Array(text.utf16)
      let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      let written: [[UInt8]] = [Array(text.utf8), marked, little, big]
      return try written.allSatisfy { try SheetText($0).text == text }
    }
  }

  @Test func `no text breaks out of a page, or acts on a terminal`() {
    always { draws in
      let block = Document.Block.facts([Document.Fact(draws.text(), draws.text() + "<script>&amp;")])
      let document = Document(
        title: draws.text(), subtitle: draws.text(), watermarks: [], header: draws.text(), footer: draws.text(),
        blocks: [.heading(draws.text()), block, .part(.list([Document.Item(draws.text(), details: [draws.text()])]))])
      let blank = Document(
        title: "", subtitle: "", watermarks: [], header: "", footer: "",
        blocks: [.heading("x"), .facts([Document.Fact("x", "x")]), .part(.list([Document.Item("x", details: ["x"])]))])
      let page = HTML.render(document)
      // As many tags as the same page has with nothing in it, but for the line breaks of texts on several lines.
      let isWhole = tags(page) == tags(HTML.render(blank))
      let outputs = (page + PlainText.render(document)).unicodeScalars
      return isWhole
        && !outputs.contains { $0 != "\n" && [.control, .format].contains($0.properties.generalCategory) }
    }
  }

  /// By scalars: to a browser a sign is one, whatever joins it.
  private func tags(_ page: String) -> Int {
    let scalars = Array(page.unicodeScalars)
    return scalars.count { $0 == "<" } - scalars.ranges(of: Array("<br>".unicodeScalars)).count
  }
}
