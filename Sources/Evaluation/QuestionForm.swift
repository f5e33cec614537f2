/// What a jury's question in closed form gets said about it, or nil when the question is open.
///
/// Section 2.4 of the règlement: questions are preferably open.
public func closedQuestionReminder(for text: String) -> Phrase? {
  guard isClosedQuestion(text) else { return nil }
  return Phrase(
    "question fermée : le règlement (2.4) préfère les questions ouvertes",
    "closed question: the règlement (2.4) prefers open ones")
}

/// Whether a question asks for a yes or a no, by the form of its last sentence, in French or English.
///
/// A form, not a meaning: « est-ce que », a verb before its subject (« Avez-vous », « Peut-on », « Le modèle est-il »),
/// an auxiliary first (“Did you”), or a tag (« n'est-ce pas ? »). A question word before the verb opens the question
/// (« Pourquoi avez-vous », « Dans quel cas peut-on »). What is in doubt counts as open: no reminder rather than a
/// false one.
public func isClosedQuestion(_ text: String) -> Bool {
  let sentences = text.lowercased().split { ".?!;:\n".contains($0) }.map(String.init)
  guard let last = sentences.last(where: { $0.contains { $0.isLetter } }) else { return false }
  let words = QuestionWords(last)
  guard !words.all.isEmpty else { return false }
  return words.endsInTag || words.isClosedFrench || words.isClosedEnglish
}

/// A sentence in words: lower case, hyphens kept, elisions (« qu' », « l' ») apart, courtesy in front left out.
private struct QuestionWords {
  let all: [String]

  init(_ sentence: String) {
    var words = sentence.split { !($0.isLetter || $0 == "-" || $0 == "'" || $0 == "’") }.map(String.init)
    words = words.flatMap { $0.split { $0 == "'" || $0 == "’" }.map(String.init) }.filter { $0 != "-" }
    let courtesies: Set = ["alors", "donc", "et", "mais", "bien", "ok", "so", "and", "but", "well", "then"]
    all = Array(words.drop { courtesies.contains($0) })
  }

  var endsInTag: Bool {
    let end = all.suffix(3)
    return end.elementsEqual(["n", "est-ce", "pas"]) || all.last == "non" && all.count > 1
  }

  /// A verb before its subject, or « est-ce que », with no question word anywhere before it.
  var isClosedFrench: Bool {
    guard let verb = all.firstIndex(where: Self.isInverted) else { return false }
    return !all[..<verb].contains { Self.openers.contains($0) }
      // « Pouvez-vous nous dire pourquoi » asks for more than yes.
      && !(Self.invitations.contains(all[verb]) && all[verb...].contains { Self.explanations.contains($0) })
  }

  var isClosedEnglish: Bool {
    guard let first = all.first, Self.auxiliaries.contains(first) else { return false }
    let invites = ["can", "could", "would", "will"].contains(first)
    return !(invites && all.contains { Self.explanations.contains($0) })
  }

  /// « avez-vous », « est-il », « a-t-on », « est-ce »; not « expliquez-nous », which is an order.
  private static func isInverted(_ word: String) -> Bool {
    let parts = word.split(separator: "-")
    guard parts.count >= 2, let last = parts.last else { return false }
    if last == "nous" { return parts[0].hasSuffix("ons") }
    return ["je", "tu", "il", "elle", "on", "vous", "ils", "elles", "ce"].contains(last)
      && !["rendez-vous", "chez-vous"].contains(word)
  }

  private static let openers: Set = [
    "pourquoi", "comment", "combien", "quand", "où", "qui", "que", "qu", "quoi", "quel", "quelle", "quels", "quelles",
    "lequel", "laquelle", "lesquels", "lesquelles", "duquel", "auquel",
  ]
  private static let invitations: Set = [
    "pouvez-vous", "pourriez-vous", "peux-tu", "pourrais-tu", "voulez-vous", "sauriez-vous", "savez-vous",
  ]
  /// After « pouvez-vous » or “can you”: what makes it an open question.
  private static let explanations: Set = [
    "pourquoi", "comment", "expliquer", "décrire", "présenter", "détailler", "raconter", "développer", "montrer",
    "justifier", "préciser", "parler", "quel", "quelle", "quels", "quelles", "why", "how", "what", "which",
    "explain", "describe", "present", "detail", "tell", "show", "justify", "walk",
  ]
  private static let auxiliaries: Set = [
    "do", "does", "did", "is", "are", "was", "were", "am", "can", "could", "have", "has", "had", "will", "would",
    "should", "shall", "may", "might", "must", "don", "doesn", "didn", "isn", "aren", "wasn", "weren", "couldn",
    "haven",
    "hasn", "won", "wouldn", "shouldn",
  ]
}
