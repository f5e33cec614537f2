/// What one cell (or two) shows: a character that takes columns, with the zero-width marks after it.
struct Glyph {
  let first: Unicode.Scalar
  /// The zero-width scalars after it.
  var marks = ""
  /// 1 or 2.
  let columns: Int

  init(_ first: Unicode.Scalar, columns: Int = 1) {
    self.first = first
    self.columns = columns
  }

  var text: String { String(first) + marks }
}

/// A safe text as glyphs, one after the other.
///
/// A terminal's glyph is not Swift's `Character`: a flag or a Devanagari syllable is one `Character` made of several
/// scalars that take columns, and a terminal gives each of them cells of its own.
struct Glyphs: Sequence {
  let scalars: String.UnicodeScalarView

  init(_ text: String) { scalars = text.unicodeScalars }

  /// The columns of the text, counted no farther than needed to know that they exceed `limit`.
  func columns(upTo limit: Int) -> Int {
    var sum = 0
    for scalar in scalars {
      sum += Width.columns(scalar)
      if sum >= limit { break }
    }
    return sum
  }

  func makeIterator() -> Iterator { Iterator(scalars: scalars, index: scalars.startIndex) }

  struct Iterator: IteratorProtocol {
    let scalars: String.UnicodeScalarView
    var index: String.Index

    mutating func next() -> Glyph? {
      guard index < scalars.endIndex else { return nil }
      let first = scalars[index]
      scalars.formIndex(after: &index)
      // Every space but the ideographic one is one plain cell: fonts for consoles lack the narrow ones.
      var glyph = Glyph(first.isThinSpace ? " " : first, columns: Swift.max(1, Width.columns(first)))
      while index < scalars.endIndex, Width.columns(scalars[index]) == 0 {
        glyph.marks.unicodeScalars.append(scalars[index])
        scalars.formIndex(after: &index)
      }
      return glyph
    }
  }
}

extension Unicode.Scalar {
  /// A space one column wide other than U+0020.
  var isThinSpace: Bool {
    switch value {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F: true
    default: false
    }
  }
}
