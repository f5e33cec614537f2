/// Text as a search compares it: « Œuvre d'été » and "oeuvre d’ete" fold to the same.
public enum Folding {
  /// Lower case, without accents; œ, æ, ß and their like in two letters; typographic apostrophes, dashes and spaces as
  /// typed on a keyboard. Covers Latin-1 and Latin Extended-A, and any letter followed by combining marks.
  public static func fold(_ text: String) -> String {
    var folded = ""
    for scalar in text.unicodeScalars { fold(scalar, into: &folded) }
    return folded
  }

  private static func fold(_ scalar: Unicode.Scalar, into folded: inout String) {
    switch scalar.value {
    case 0x41...0x5A: folded.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
    case 0x20...0x7E: folded.unicodeScalars.append(scalar)
    case 0xC0...0x17F: folded += letters[Int(scalar.value) - 0xC0]
    case 0x300...0x36F: break
    case 0x2018, 0x2019, 0x2BC: folded += "'"
    case 0x2010...0x2015: folded += "-"
    default: folded += scalar.isThinSpace ? " " : scalar.properties.lowercaseMapping
    }
  }

  /// What U+00C0 to U+017F fold to, in order.
  private static let letters = """
    a a a a a a ae c e e e e i i i i d n o o o o o × o u u u u y th ss
    a a a a a a ae c e e e e i i i i d n o o o o o ÷ o u u u u y th y
    a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g
    g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l
    l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s
    s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s
    """.split(whereSeparator: \.isWhitespace).map(String.init)
}
