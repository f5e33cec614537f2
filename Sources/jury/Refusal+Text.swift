import Evaluation
import Screen

extension Refusal {
  /// What goes to the standard error: place and reason on a line, the hint on another.
  func text(_ language: Language) -> String {
    let first = [place, reason(language)].compactMap { $0 }.joined(separator: ": ")
    return (["jury: \(first)"] + [hint?(language)].compactMap { $0 }).map { SafeText.line($0) + "\n" }.joined()
  }
}
