import Evaluation

/// What toml++ takes for granted of a text: it asserts it, and a broken assertion ends the program.
///
/// Two things its own errors do not cover: a header begins with a name, and no `}` stands where a `]` is due. Everything
/// else that is no TOML, the parser itself says; strings and comments are told apart only as far as it reads.
enum TOMLPrecondition {
  /// The first place of `source` where one does not hold: its line, from 1, and which.
  static func fault(in source: String) -> (line: Int, reason: Phrase)? {
    var scan = Scan(rest: Substring(source).unicodeScalars)
    return scan.firstFault().map { (scan.line, $0) }
  }

  private struct Scan {
    var rest: Substring.UnicodeScalarView
    /// Of the last scalar taken, from 1.
    var line = 1
    /// `[` and `{` that wait for their end.
    private var open: [Unicode.Scalar] = []

    init(rest: Substring.UnicodeScalarView) {
      self.rest = rest
    }

    mutating func firstFault() -> Phrase? {
      if rest.first == "\u{FEFF}" { rest.removeFirst() }
      var startsLine = true
      while let scalar = next() {
        switch scalar {
        case "\n": startsLine = true
        case " ", "\t", "\r": continue
        case "#": while let scalar = rest.first, scalar != "\n" { skip(1) }
        case "\"", "'": skipString(endingWith: scalar)
        case "[" where startsLine && open.isEmpty:
          guard headerHasName() else {
            return Phrase("une section sans nom", "a section without a name")
          }
        case "[", "{": open.append(scalar)
        case "]" where open.last == "[", "}" where open.last == "{": open.removeLast()
        case "}" where open.last == "[":
          return Phrase("« } » à la place de « ] »", "\"}\" instead of \"]\"")
        default: break
        }
        if scalar != "\n" { startsLine = false }
      }
      return nil
    }

    private mutating func next() -> Unicode.Scalar? {
      guard let scalar = rest.popFirst() else { return nil }
      if scalar == "\n" { line += 1 }
      return scalar
    }

    private mutating func skip(_ count: Int) {
      for _ in 0..<count { _ = next() }
    }

    /// Takes a string whose first quote is taken: to three of them when it begins with three, and to the line's end if it
    /// has none.
    private mutating func skipString(endingWith quote: Unicode.Scalar) {
      let isMultiline = rest.starts(with: [quote, quote])
      let end = Array(repeating: quote, count: isMultiline ? 3 : 1)
      if isMultiline { skip(2) }
      while let scalar = rest.first, isMultiline || scalar != "\n" {
        if rest.starts(with: end) {
          skip(end.count)
          // The last three of up to five end it.
          if isMultiline { for _ in 0..<2 where rest.first == quote { skip(1) } }
          return
        }
        skip(scalar == "\\" && quote == "\"" ? 2 : 1)
      }
    }

    /// Takes what stands between a header's first bracket and its name. A header that is cut off or empty is the parser's to
    /// refuse.
    private mutating func headerHasName() -> Bool {
      skipBlanks()
      if rest.first == "[" {
        skip(1)
        skipBlanks()
      }
      guard let first = rest.first, first != "]" else { return true }
      return first.isASCII && (first.properties.isAlphabetic || "0123456789-_\"'".unicodeScalars.contains(first))
    }

    private mutating func skipBlanks() {
      while let scalar = rest.first, scalar == " " || scalar == "\t" { skip(1) }
    }
  }
}
