import Testing

/// A space stands before « : ; ? ! » and inside « », unless the sign is a key's name or a time.
func expectFrenchSpaces(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let characters = Array(text)
  for (index, character) in characters.enumerated() where ":;?!»".contains(character) && index > 0 {
    let before = characters[index - 1]
    let isTime = character == ":" && before.isNumber
    let isOpening = "[(".contains(before)
    #expect(before == " " || isTime || isOpening, "« \(text) »", sourceLocation: sourceLocation)
  }
  #expect(!text.contains("“") && !text.contains("”"), "« \(text) »", sourceLocation: sourceLocation)
}

/// No space stands before “: ; ? !”.
func expectEnglishSpaces(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
  for sign in [" :", " ;", " !", "« ", " »"] {
    #expect(!text.contains(sign), "“\(text)”", sourceLocation: sourceLocation)
  }
}
