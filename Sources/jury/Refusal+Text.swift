import Evaluation
import Screen

extension Refusal {
  /// What goes to the standard error: place and reason on a line, what to do about it on another.
  func text(_ language: Language) -> String {
    let colon = Phrase(" : ", ": ")(language)
    let first = ["jury", place, reason(language)].compactMap { $0 }.joined(separator: colon)
    return ([first] + [hint.map { "  → \($0(language))" }].compactMap { $0 }).map { SafeText.line($0) + "\n" }.joined()
  }
}
