/// What swift-argument-parser says, in French.
///
/// The parser words its errors and the frame of its help texts in English and keeps to itself what they are: only the
/// text can be read. So every line that this program's commands can make it say stands here beside its French; any other
/// line stays as it is. The tests make the parser say each, so that a new wording of it is noticed.
enum ParserText {
  /// `%` is what varies; the first form that fits a line is taken.
  private static let forms = [
    ("Error: Unknown option '%'. Did you mean '%'?", "jury : option « % » inconnue ; serait-ce « % » ?"),
    ("Error: Unknown option '%'", "jury : option « % » inconnue"),
    ("   or: Missing value for '%' in '%'", "  ou : il manque la valeur de « % » dans « % »"),
    ("Error: Missing value for '%'", "jury : il manque la valeur de « % »"),
    (
      "Error: The option '%' does not take any value, but '%' was specified.",
      "jury : l'option « % » ne prend pas de valeur, « % » est de trop"
    ),
    ("Error: Unexpected argument '%'", "jury : argument inattendu : « % »"),
    ("Error: % unexpected arguments: '%'", "jury : % arguments inattendus : « % »"),
    ("Error: Missing expected argument '%'", "jury : il manque « % »"),
    (
      "Error: The value '%' is invalid for '%'. Please provide one of '%'.",
      "jury : « % » ne convient pas à « % » ; il faut « % »"
    ),
    ("Error: The value '%' is invalid for '%'", "jury : « % » ne convient pas à « % »"),
    ("Error: Invalid option: %", "jury : option mal écrite : « % »"),
    ("Error: Can't generate completion scripts for '%'.", "jury : pas de complétion pour « % »"),
    ("Error: Can't autodetect a supported shell.", "jury : l'interpréteur de commandes n'est pas reconnu"),
    ("Please use --generate-completion-script=<shell> with one of:", "  → --generate-completion-script=<shell> :"),
    ("Help:  %", "  → %"),
    ("Usage: %", "  → %"),
    ("  See '%' for more information.", "  → « % » en dit plus"),
  ]

  /// How the parser joins values that it quotes.
  private static let joints = [("', '", " », « "), ("' or '", " » ou « "), ("' and '", " » ou « ")]

  /// The parser's own words in a help text, whose lines it wraps.
  private static let helpWords = [
    (helpStart, ""), ("\nUSAGE: ", "\nUsage : "), ("\nARGUMENTS:\n", "\nArguments :\n"),
    ("\nOPTIONS:\n", "\nOptions :\n"), ("\nSUBCOMMANDS:\n", "\nCommandes :\n"),
    ("Show the version.", "Donne la version."),
    ("Show help information.", "Donne cette aide."), ("(values:", "(valeurs :"), ("; default:", " ; sinon :"),
    ("default:", "sinon :"), (" (default) ", " (sinon)   "), ("  See '", "  « "),
    ("' for detailed help.", " » en dit plus."),
  ]

  /// How every help text begins, and nothing else that the parser says.
  static let helpStart = "OVERVIEW: "

  static func french(help: String) -> String { helpWords.reduce(help) { $0.replacing($1.0, with: $1.1) } }

  static func french(error: String) -> String {
    error.split(separator: "\n", omittingEmptySubsequences: false).map(french(line:)).joined(separator: "\n")
  }

  private static func french(line: Substring) -> String {
    for (said, french) in forms {
      guard let values = values(in: line, of: said) else { continue }
      let pieces = french.split(separator: "%", omittingEmptySubsequences: false)
      return zip(pieces, values + [""]).map { $0 + $1 }.joined()
    }
    return String(line)
  }

  /// What stands in a line where the form has `%`; nil when it is no such line.
  private static func values(in line: Substring, of form: String) -> [String]? {
    let pieces = form.split(separator: "%", omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, line.hasPrefix(first) else { return nil }
    var rest = line.dropFirst(first.count)
    guard pieces.count > 1 else { return rest.isEmpty ? [] : nil }
    var values: [Substring] = []
    for piece in pieces.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: piece) else { return nil }
      values.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    guard rest.hasSuffix(last) else { return nil }
    return (values + [rest.dropLast(last.count)]).map(requoted)
  }

  private static func requoted(_ value: Substring) -> String {
    joints.reduce(String(value)) { $0.replacing($1.0, with: $1.1) }
  }
}
