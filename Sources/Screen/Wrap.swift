/// Breaks a text into lines that fit.
public enum Wrap {
  /// The text's lines of at most `width` columns (at least 1), broken at spaces; a word longer than a line is cut.
  /// Never empty: an empty text is one empty line. A line feed in the text always breaks.
  ///
  /// French puts spaces inside what reads as one: no line starts with ":", ";", "?", "!", "»", none ends with "«".
  public static func lines(_ text: String, width: Int) -> [String] {
    let width = max(1, width)
    return SafeText.paragraph(text).utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .flatMap { paragraph(Substring($0), width: width) }
  }

  private static func paragraph(_ text: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words(text) {
      let columns = Width.columns(word)
      // The first word keeps the paragraph's indent, which `words` leaves in front of it.
      let gap = line.isEmpty ? 0 : 1
      if used + gap + columns <= width {
        line += (gap == 1 ? " " : "") + word
        used += gap + columns
        continue
      }
      if !line.isEmpty { lines.append(line) }
      var pieces = cut(word, width: width)
      line = pieces.removeLast()
      used = Width.columns(line)
      lines += pieces
    }
    lines.append(line)
    return lines
  }

  /// The words, several of them held together by a space where a line must not break. Runs of spaces between words
  /// count as one; those at the start stay with the first word.
  private static func words(_ text: Substring) -> [String] {
    var words: [String] = []
    for part in text.utf8.split(separator: UInt8(ascii: " ")) {
      let word = String(Substring(part))
      if let last = words.last, last.utf8.suffix(2).elementsEqual("«".utf8) || leansLeft(word) {
        words[words.count - 1] = last + " " + word
      } else {
        words.append(words.isEmpty ? text.prefix { $0 == " " } + word : word)
      }
    }
    return words
  }

  private static func leansLeft(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, ":;?!»".unicodeScalars.contains(first) else { return false }
    return word.count <= 2
  }

  /// A word in pieces that each fit; never empty.
  private static func cut(_ word: String, width: Int) -> [String] {
    var pieces = [""]
    var used = 0
    for glyph in Glyphs(word) {
      // A wide glyph on a line of one column has nowhere to go: it keeps its line and is clipped when drawn.
      if used + glyph.columns > width, used > 0 {
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1] += glyph.text
      used += glyph.columns
    }
    return pieces
  }
}
