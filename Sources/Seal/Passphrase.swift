/// What opens a key file, as the bytes the key is derived from.
///
/// Its law: a letter typed as one character or as a letter and its accent gives the same bytes, for the letters
/// that exist as one character up to U+1EFF (all of French); whatever else is typed is used as typed.
public struct Passphrase: Equatable, Sendable {
  public let bytes: [UInt8]
  /// As a person counts.
  public let characters: Int

  public init(_ text: String) {
    let text = String(text.map { $0.isASCII ? $0 : Passphrase.composed($0) })
    bytes = Array(text.utf8)
    characters = text.count
  }

  /// The one-scalar twin of a character, itself when there is none.
  private static func composed(_ character: Character) -> Character {
    let candidates = (0xC0...0x1EFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init).map(Character.init)
    // Characters compare by canonical equivalence.
    return candidates.first { $0 == character } ?? character
  }
}
