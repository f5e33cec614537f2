import JSON

extension JSON.Fault {
  /// Why the text is not the JSON we accept, in both languages.
  public var phrase: Phrase {
    switch reason {
    case .unexpectedEnd: Phrase("le texte s'arrête trop tôt", "the text ends too early")
    case .unexpectedByte(let byte):
      Phrase("\(JSON.Fault.name(byte)) n'est pas à sa place", "\(JSON.Fault.name(byte)) does not belong here")
    case .trailingText: Phrase("du texte suit la valeur", "text follows the value")
    case .duplicateMember(let name):
      Phrase("le membre « \(name) » est écrit deux fois", "the member \"\(name)\" is written twice")
    case .invalidUTF8: Phrase("ce n'est pas de l'UTF-8", "not UTF-8")
    case .invalidEscape: Phrase("séquence « \\ » inconnue", "unknown \"\\\" escape")
    case .loneSurrogate: Phrase("moitié de caractère « \\u » isolée", "half of a \"\\u\" surrogate pair alone")
    case .controlCharacter: Phrase("caractère de contrôle dans un texte", "control character in a text")
    case .notAnInteger:
      Phrase("nombre refusé : seuls les entiers jusqu'à 2^53 − 1", "number refused: only integers up to 2^53 − 1")
    case .tooDeep: Phrase("plus de 64 niveaux imbriqués", "nested more than 64 levels deep")
    }
  }

  /// A byte as a person reads it: `'}'`, or `0xFF` when it is no visible ASCII character.
  private static func name(_ byte: UInt8) -> String {
    (0x21...0x7E).contains(byte)
      ? "'\(Character(Unicode.Scalar(byte)))'" : "0x" + String(byte, radix: 16, uppercase: true)
  }
}

extension JSON {
  /// What kind of value it is, for a sentence such as "a text was expected, not a number".
  var kind: Phrase {
    switch self {
    case .null: Phrase("null", "null")
    case .bool: Phrase("un booléen", "a Boolean")
    case .int: Phrase("un nombre", "a number")
    case .string: Phrase("un texte", "a text")
    case .array: Phrase("une liste", "a list")
    case .members: Phrase("un objet", "an object")
    }
  }
}
