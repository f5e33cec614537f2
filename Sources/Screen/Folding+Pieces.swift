extension Folding {
  /// A part of a text, and whether a word searched stands there.
  public struct Piece: Sendable {
    public internal(set) var text: String
    public let isFound: Bool
  }

  /// A text in pieces, those where one of the words stands apart from the others. Put together they are the text.
  ///
  /// - Parameter words: folded (``fold(_:)``). A character that folds to two letters is found whole by either.
  public static func pieces(of text: String, finding words: [Substring]) -> [Piece] {
    let characters = Array(text)
    var folded: [UInt8] = []
    // Of each byte, the character it comes from.
    var origins: [Int] = []
    for (place, character) in characters.enumerated() {
      let bytes = fold(String(character)).utf8
      folded += bytes
      origins += repeatElement(place, count: bytes.count)
    }
    var isFound = [Bool](repeating: false, count: characters.count)
    for word in words where !word.isEmpty {
      let bytes = Array(word.utf8)
      for start in folded.indices where folded[start...].starts(with: bytes) {
        for place in origins[start]...origins[start + bytes.count - 1] { isFound[place] = true }
      }
    }
    var pieces: [Piece] = []
    for (character, isFound) in zip(characters, isFound) {
      if pieces.last?.isFound == isFound {
        pieces[pieces.count - 1].text.append(character)
      } else {
        pieces.append(Piece(text: String(character), isFound: isFound))
      }
    }
    return pieces
  }
}
