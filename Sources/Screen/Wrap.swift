/// Breaks a text into lines that fit.
public enum Wrap {
  /// The text's lines of at most `width` columns (at least 1), broken at spaces; a word longer than a line is cut.
  /// Never empty: an empty text is one empty line. A line feed in the text always breaks.
  ///
  /// French puts spaces inside what reads as one: no line starts with ":", ";", "?", "!", "»", none ends with "«".
  public static func lines(_ text: String, width: Int) -> [String] {
    SafeText.paragraph(text).utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .flatMap { paragraph in
        var text = singleSpaced(Substring(paragraph))
        return text.withUTF8 { Paragraph(bytes: $0).lines(width: max(1, width)) }
      }
  }

  /// A text with one space between its words; those at its start stay, they are its indent.
  private static func singleSpaced(_ text: Substring) -> String {
    let indent = text.utf8.prefix { $0 == Paragraph.space }.count
    let words = text.utf8.split(separator: Paragraph.space)
    let length = words.reduce(indent + max(0, words.count - 1)) { $0 + $1.count }
    if length == text.utf8.count { return String(text) }
    return String(repeating: " ", count: indent) + words.map { String(Substring($0)) }.joined(separator: " ")
  }
}

/// A safe text without line feeds, one space between two words; its words and lines are ranges of its UTF-8.
private struct Paragraph {
  static let space = UInt8(ascii: " ")

  let bytes: UnsafeBufferPointer<UInt8>

  func lines(width: Int) -> [String] {
    var lines: [String] = []
    var line = 0..<0
    var used = 0
    for word in words {
      let columns = columns(word)
      let gap = line.isEmpty ? 0 : 1
      if used + gap + columns <= width {
        line = line.lowerBound..<word.upperBound
        used += gap + columns
        continue
      }
      if !line.isEmpty { lines.append(text(line)) }
      (line, used) = (word, columns)
      if columns > width {
        var pieces = cut(word, width: width)
        line = pieces.removeLast()
        used = self.columns(line)
        lines += pieces.map(text)
      }
    }
    return lines + [text(line)]
  }

  /// The words, several of them held together by a space where a line must not break. The first has the indent.
  private var words: [Range<Int>] {
    var words: [Range<Int>] = []
    var start = bytes.firstIndex { $0 != Self.space } ?? bytes.count
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: Self.space) ?? bytes.count
      if let last = words.last, endsWithQuote(last) || leansLeft(start..<end) {
        words[words.count - 1] = last.lowerBound..<end
      } else {
        words.append((words.isEmpty ? 0 : start)..<end)
      }
      start = end + 1
    }
    return words
  }

  private func endsWithQuote(_ word: Range<Int>) -> Bool { bytes[word].suffix(2).elementsEqual("«".utf8) }

  private func leansLeft(_ word: Range<Int>) -> Bool {
    switch bytes[word.lowerBound] {
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"): text(word).count <= 2
    case 0xC2: bytes[word].starts(with: "»".utf8) && text(word).count <= 2
    default: false
    }
  }

  /// A word in pieces that each fit; never empty.
  private func cut(_ word: Range<Int>, width: Int) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = word.lowerBound
    var end = start
    var used = 0
    for scalar in Scalars(UnsafeBufferPointer(rebasing: bytes[word])) {
      let columns = Width.columns(scalar)
      // A wide glyph on a line of one column has nowhere to go: it keeps its line and is clipped when drawn.
      if used + columns > width, used > 0 {
        pieces.append(start..<end)
        (start, used) = (end, 0)
      }
      end += UTF8.width(scalar)
      used += columns
    }
    return pieces + [start..<end]
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func columns(_ range: Range<Int>) -> Int {
    Scalars.plainColumns(UnsafeBufferPointer(rebasing: bytes[range])) ?? Width.columns(text(range))
  }
}
