import Screen

/// The first key, report or mouse act in some bytes.
struct Token {
  /// How many bytes it takes; 0 when its end is still to come.
  var length: Int
  /// What it means; nil for what the console has no use for.
  var input: Input?
  var startsPaste = false

  private static let unfinished = Token(length: 0, input: nil)

  private init(length: Int, input: Input?) {
    self.length = length
    self.input = input
  }

  private init(_ length: Int, _ key: Key?) { self.init(length: length, input: key.map(Input.key)) }

  /// `bytes` is not empty. When it `isFinal`, nothing more comes: the length is at least 1.
  init(_ bytes: ArraySlice<UInt8>, isFinal: Bool) {
    let token = bytes.first == 0x1B ? Self.escape(bytes) : Self.plain(bytes)
    if token.length == 0, isFinal {
      self = bytes.first == 0x1B ? Token(1, .escape) : Token(1, .character("\u{FFFD}"))
    } else {
      self = token
    }
  }

  private static func plain(_ bytes: ArraySlice<UInt8>) -> Token {
    let byte = bytes[bytes.startIndex]
    switch byte {
    case 0x0D, 0x0A: return Token(1, .enter)
    case 0x09: return Token(1, .tab)
    case 0x7F, 0x08: return Token(1, .backspace)
    case 0x00: return Token(1, .control(" "))
    case 0x01...0x1A: return Token(1, .control(Character(Unicode.Scalar(byte + 0x60))))
    case 0x1C...0x1F: return Token(1, .control(Character(Unicode.Scalar(byte + 0x40))))
    case 0x20...0x7E: return Token(1, .character(Character(Unicode.Scalar(byte))))
    default: return character(bytes)
    }
  }

  /// A character of several bytes of UTF-8.
  private static func character(_ bytes: ArraySlice<UInt8>) -> Token {
    let length =
      switch bytes[bytes.startIndex] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    let found = bytes.prefix(length).dropFirst().prefix { $0 & 0xC0 == 0x80 }.count + 1
    if found < length, found == bytes.count { return unfinished }
    let text = String(decoding: bytes.prefix(found), as: UTF8.self)
    // The controls above ASCII are no key's.
    guard let scalar = text.unicodeScalars.first, !(0x80...0x9F).contains(scalar.value) else {
      return Token(length: found, input: nil)
    }
    return Token(found, .character(Character(scalar)))
  }

  private static func escape(_ bytes: ArraySlice<UInt8>) -> Token {
    guard let second = bytes.dropFirst().first else { return unfinished }
    let rest = bytes.dropFirst(2)
    switch second {
    case UInt8(ascii: "["): return control(rest)
    case UInt8(ascii: "O"):
      guard let final = rest.first else { return unfinished }
      return Sequences.keypad(final).map { Token(3, $0) } ?? Token(1, .escape)
    // Escape and then another key, typed or arrived together.
    default: return Token(1, .escape)
    }
  }

  /// What follows ESC [ : parameters, then a letter that says what they are for.
  private static func control(_ bytes: ArraySlice<UInt8>) -> Token {
    // The Linux console's F1 to F5: ESC [ [ A to E.
    if bytes.first == UInt8(ascii: "[") {
      guard let letter = bytes.dropFirst().first else { return unfinished }
      guard (0x41...0x45).contains(letter) else { return Token(1, .escape) }
      return Token(4, .function(Int(letter) - 0x40))
    }
    let parameters = bytes.prefix { (0x20...0x3F).contains($0) }
    guard parameters.count < 32 else { return Token(1, .escape) }
    guard let final = bytes.dropFirst(parameters.count).first else { return unfinished }
    guard (0x40...0x7E).contains(final) else { return Token(1, .escape) }
    let length = 3 + parameters.count
    if parameters.first == UInt8(ascii: "<") {
      return Token(length: length, input: Sequences.mouse(parameters.dropFirst(), final: final).map(Input.mouse))
    }
    // Other private sequences are answers to questions.
    if let first = parameters.first, first > UInt8(ascii: ";") { return Token(length: length, input: nil) }
    let numbers = Sequences.numbers(parameters)
    var token = Token(length, Sequences.key(numbers, final: final))
    token.startsPaste = final == UInt8(ascii: "~") && numbers.first == 200
    return token
  }
}
