extension Referential {
  /// Widest label of a criterion, in terminal columns: what the live oral's list leaves at 80 columns.
  public static let criterionLabelColumns = 44
  /// Widest label of a competency.
  public static let competencyLabelColumns = 34
  /// Widest label of an assessment.
  public static let assessmentLabelColumns = 14
  /// Widest title of an oral format.
  public static let formatTitleColumns = 44
  /// Widest title of an oral's phase.
  public static let phaseTitleColumns = 34

  /// Whether a character would not be seen, or would change how its neighbours are: controls, line and paragraph
  /// separators, zero-width and bidirectional controls, tags.
  static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0xAD: false
    case ..<0xA0, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// False when no byte of a text can begin such a character: a quick look before the slow one.
  static func mayHoldUnseen(_ text: String) -> Bool {
    text.utf8.contains { byte in
      switch byte {
      case 0x20..<0x7F, 0x80...0xC1, 0xC3...0xD7: false
      default: true
      }
    }
  }

  /// Terminal columns a label takes: 2 for wide East Asian characters and emoji, 0 for combining marks.
  static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: sum
      default: sum + (isWide(scalar) ? 2 : 1)
      }
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
