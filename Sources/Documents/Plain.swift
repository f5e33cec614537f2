/// Texts made safe to show: nothing in them can move a cursor, hide, or turn the reading direction.
enum Plain {
  /// Most combining marks kept on one letter; more would climb over the lines above.
  static let mostMarks = 4

  /// One line: white space of any kind becomes a space; control, format (bidi, zero-width, tag), private and
  /// invisible characters are left out. Idempotent.
  static func line(_ text: String) -> String {
    var safe = String.UnicodeScalarView()
    var marks = 0
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      switch properties.generalCategory {
      case .lineSeparator, .paragraphSeparator: safe.append(" ")
      case .control: if properties.isWhitespace { safe.append(" ") }
      case .format, .surrogate, .privateUse, .unassigned: continue
      case _ where properties.isDefaultIgnorableCodePoint: continue
      case .nonspacingMark, .enclosingMark, .spacingMark:
        marks += 1
        // A mark needs a letter: alone, or on a sign that means something to HTML, it could pass for part of it.
        if marks <= mostMarks, let last = safe.last, !" <>&\"'".unicodeScalars.contains(last) { safe.append(scalar) }
        continue
      default: safe.append(scalar)
      }
      marks = 0
    }
    return String(safe)
  }

  /// The lines of a text typed on several, each safe, empty ones left out.
  static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { line(String($0)) }.filter { !$0.allSatisfy(\.isWhitespace) }
  }

  /// Terminal columns: East Asian wide characters and emoji take two.
  static func columns(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + columns(of: $1) } }

  private static func columns(of character: Character) -> Int {
    character.unicodeScalars.contains(where: isWide) ? 2 : 1
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// A safe line cut between words into lines of at most `width` columns; a longer word is cut inside. Never empty.
  static func wrap(_ text: String, width: Int) -> [String] {
    let width = max(width, 2)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words(text) {
      let gap = line.isEmpty ? 0 : 1
      let columns = columns(word)
      if used + gap + columns <= width {
        line += gap == 0 ? word : " " + word
        used += gap + columns
        continue
      }
      if !line.isEmpty { lines.append(line) }
      var pieces = cut(word, width: width)
      line = pieces.removeLast()
      used = Self.columns(line)
      lines += pieces
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// A word in pieces that each fit; never empty.
  private static func cut(_ word: String, width: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var used = 0
    for character in word {
      let columns = columns(of: character)
      if used + columns > width {
        pieces.append(piece)
        (piece, used) = ("", 0)
      }
      piece.append(character)
      used += columns
    }
    return pieces + [piece]
  }

  /// Words between ordinary spaces: a no-break space joins.
  private static func words(_ text: String) -> [String] { line(text).split(separator: " ").map(String.init) }
}
