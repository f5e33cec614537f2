/// Text that can go to a terminal: it moves no cursor, changes no colour, and reads in the order it is stored.
///
/// The rule: what *acts* leaves a mark, "\u{FFFD}", so that its presence is seen (controls, escape, the bidirectional
/// embeddings, overrides and isolates, characters of unknown look: private, unassigned). What is only *invisible*
/// is dropped (zero-width spaces and joiners, byte order marks, direction marks, tags, variation selectors, soft
/// hyphens, fillers), and so are skin tones, which terminals do not agree on. An escape sequence thus stays readable as
/// the text it is. At most four marks combine with a character, and one without a character gets "◌".
///
/// Making a safe text safe again changes nothing.
public enum SafeText {
  /// One line: line ends and tabs become spaces.
  public static func line(_ text: String) -> String { safe(text, lineEnd: " ") }

  /// Several lines: every kind of line end becomes a line feed, tabs become spaces.
  public static func paragraph(_ text: String) -> String { safe(text, lineEnd: "\n") }

  /// What stands for a character that would act on the terminal.
  public static let mark: Unicode.Scalar = "\u{FFFD}"

  private static let marksPerGlyph = 4

  private static func safe(_ text: String, lineEnd: Unicode.Scalar) -> String {
    if text.plainColumns != nil { return text }
    var safe = String.UnicodeScalarView()
    var marks = 0
    var hasBase = false
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch Treatment(scalar) {
      case .keep:
        safe.append(scalar)
        (marks, hasBase) = (0, !scalar.properties.isWhitespace)
      case .combine:
        if !hasBase { safe.append("\u{25CC}") }
        if marks < marksPerGlyph { safe.append(scalar) }
        (marks, hasBase) = (marks + 1, true)
      case .drop: break
      case .show:
        safe.append(mark)
        (marks, hasBase) = (0, true)
      case .space:
        safe.append(" ")
        (marks, hasBase) = (0, false)
      case .endLine:
        // The second half of CR LF.
        if scalar == "\n", afterReturn { break }
        safe.append(lineEnd)
        (marks, hasBase) = (0, false)
      }
    }
    return String(safe)
  }
}

/// What becomes of a scalar.
private enum Treatment {
  case keep, combine, drop, show, space, endLine

  init(_ scalar: Unicode.Scalar) {
    if scalar.isPlain {
      self = .keep
      return
    }
    switch scalar.value {
    case 0x09: self = .space
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: self = .endLine
    case 0x202A...0x202E, 0x2066...0x2069: self = .show
    case 0x1F3FB...0x1F3FF: self = .drop
    // Wide in tables, nothing on screens: the Korean fillers, among other characters Unicode calls ignorable.
    default: self = scalar.properties.isDefaultIgnorableCodePoint ? .drop : Treatment(category: scalar)
    }
  }

  private init(category scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: self = .combine
    case .control, .privateUse, .unassigned, .surrogate, .format: self = .show
    default: self = Width.columns(scalar) == 0 ? .combine : .keep
    }
  }
}
