import Evaluation
import Screen

/// One line of the key table: the keys, where they act, what they ask for, and how they are told of.
public struct Binding<Command: Sendable, Page: Sendable>: Sendable {
  public let command: Command
  /// Any of these does it; the first is the one shown.
  public let keys: [Key]
  public let pages: [Page]
  /// In the footer, after the key; nil keeps it out of the footer.
  public let label: Phrase?
  /// In the help screen and the README.
  public let help: Phrase
  /// The keys in words, where they are too many to be listed.
  public let shown: Phrase?

  init(
    _ command: Command, _ keys: [Key], on pages: [Page], _ label: Phrase? = nil, help: Phrase, shown: Phrase? = nil
  ) {
    self.command = command
    self.keys = keys
    self.pages = pages
    self.label = label
    self.help = help
    self.shown = shown
  }
}

extension Key {
  /// The key as the footer names it: « espace », « Entrée », `n`, `F1`.
  public func name(_ language: Language) -> String {
    let t = language
    return switch self {
    case .character(" "): Phrase("espace", "space")(t)
    case .character(let character): String(character)
    case .enter: Phrase("Entrée", "Enter")(t)
    case .escape: Phrase("Échap", "Esc")(t)
    case .tab: "Tab"
    case .backTab: Phrase("Maj-Tab", "Shift-Tab")(t)
    case .backspace: Phrase("Retour arrière", "Backspace")(t)
    case .delete: Phrase("Suppr", "Delete")(t)
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: Phrase("Début", "Home")(t)
    case .end: Phrase("Fin", "End")(t)
    case .pageUp: Phrase("Page préc.", "Page Up")(t)
    case .pageDown: Phrase("Page suiv.", "Page Down")(t)
    case .function(let number): "F\(number)"
    case .control(let character): "Ctrl-\(character.uppercased())"
    }
  }

  /// The top row of an AZERTY keyboard without Shift.
  static let azertyDigits: [(key: Character, digit: Int)] = [
    ("&", 1), ("é", 2), ("\"", 3), ("'", 4), ("(", 5), ("-", 6), ("è", 7), ("_", 8), ("ç", 9), ("à", 0),
  ]

  /// The digit it types: the only one it stands for where a text can be typed, which « é » may begin.
  var typedDigit: Int? {
    guard case .character(let character) = self, character.isASCII else { return nil }
    return character.wholeNumberValue
  }

  /// The digit it stands for where no text can be typed, AZERTY's unshifted top row included.
  public var digit: Int? {
    guard case .character(let character) = self else { return nil }
    return typedDigit ?? Key.azertyDigits.first { $0.key == character }?.digit
  }
}
