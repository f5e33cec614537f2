/// A text being typed, and where in it.
///
/// What it holds is what is seen: everything typed or pasted is made safe on its way in (`SafeText`). What is secret is not
/// seen, and held as it was typed, but for the line end that a paste brings along.
public struct TextField: Equatable, Sendable {
  /// The text; set from outside, the cursor goes to its end.
  public var text: String {
    get { characters.map(String.init).joined() }
    set {
      characters = Array(made(safe: newValue))
      cursor = characters.count
    }
  }
  /// How many characters stand before the cursor.
  public private(set) var cursor: Int
  /// Whether the text may have several lines. Enter stays its owner's business: `insert("\n")` breaks a line.
  public let lines: Bool
  /// Whether a bullet is shown for each character.
  public let secret: Bool
  private(set) var characters: [Character]

  /// The most characters it takes: some forty pages. A journal keeps what is typed, and has its own limit.
  static let most = 100_000

  public init(_ text: String = "", lines: Bool = false, secret: Bool = false) {
    self.lines = lines
    self.secret = secret
    characters = []
    cursor = 0
    self.text = text
  }

  public var isEmpty: Bool { characters.isEmpty }
  /// What was written: the text, none where it is of spaces alone.
  public var written: String { characters.allSatisfy(\.isWhitespace) ? "" : text }

  /// Puts a text at the cursor, which ends up after it; of one that is too long, its beginning.
  public mutating func insert(_ text: String) {
    let before = String(characters[..<cursor]) + text.prefix(max(0, Self.most - characters.count))
    let after = String(characters[cursor...])
    // Joined before counting: a combining mark becomes part of the character it follows.
    characters = Array(made(safe: before + after))
    cursor = min(made(safe: before).count, characters.count)
  }

  /// Does what the key means in a text; false when it means nothing here, so that its owner may use it.
  public mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: erase(max(0, cursor - 1)..<cursor)
    case .delete, .control("d"): erase(cursor..<min(characters.count, cursor + 1))
    case .control("w"): erase(startOfWord..<cursor)
    case .control("u"): erase(startOfLine..<cursor)
    case .control("k"): erase(cursor..<endOfLine)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = startOfLine
    case .end, .control("e"): cursor = endOfLine
    case .up where lines: return moveUp()
    case .down where lines: return moveDown()
    default: return false
    }
    return true
  }

  private mutating func erase(_ range: Range<Int>) {
    let before = String(characters[..<range.lowerBound])
    var after = String(characters[range.upperBound...])
    // What stood on the last of it, and stands on nothing now, goes with it.
    while !after.isEmpty, case let rest = before + after, made(safe: rest) != rest { after.removeFirst() }
    // What comes together may be one character now.
    characters = Array(before + after)
    cursor = min(before.count, characters.count)
  }

  private mutating func moveUp() -> Bool {
    let start = startOfLine
    guard start > 0 else { return false }
    let offset = cursor - start
    cursor = start - 1
    cursor = min(startOfLine + offset, start - 1)
    return true
  }

  private mutating func moveDown() -> Bool {
    let end = endOfLine
    guard end < characters.count else { return false }
    let offset = cursor - startOfLine
    cursor = end + 1
    cursor = min(end + 1 + offset, endOfLine)
    return true
  }

  private var startOfLine: Int { (characters[..<cursor].lastIndex(of: "\n") ?? -1) + 1 }
  private var endOfLine: Int { characters[cursor...].firstIndex(of: "\n") ?? characters.count }

  private var startOfWord: Int {
    let wordEnd = characters[..<cursor].lastIndex { !$0.isWhitespace } ?? 0
    return (characters[..<wordEnd].lastIndex(where: \.isWhitespace) ?? -1) + 1
  }

  private func made(safe text: String) -> String {
    if secret { return text.last?.isNewline == true ? String(text.dropLast()) : text }
    return lines ? SafeText.paragraph(text) : SafeText.line(text)
  }
}
