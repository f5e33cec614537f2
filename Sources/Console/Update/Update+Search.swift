import Evaluation
import Screen

extension Console {
  /// Criteria whose text, label or number holds every word searched, accents and case ignored.
  func found(_ text: String) -> [Criterion] {
    let words = Self.words(searched: text)
    guard !words.isEmpty, let oral else { return [] }
    return oral.competencies.flatMap(\.criteria).filter { criterion in
      let text = Folding.fold(
        ([criterion.id, criterion.label, criterion.text] + criterion.details).joined(separator: " "))
      return words.allSatisfy { text.contains($0) }
    }
  }

  /// The words of a search, folded.
  static func words(searched text: String) -> [Substring] { Folding.fold(text).split(separator: " ") }

  mutating func searched(_ field: TextField, _ index: Int, _ key: Key) -> [Effect] {
    let found = found(field.text)
    switch key {
    case .up, .backTab: prompt = .search(field: field, index: max(0, index - 1))
    case .down, .tab: prompt = .search(field: field, index: max(0, min(found.count - 1, index + 1)))
    case .enter:
      guard found.indices.contains(index) else {
        refuse("aucun critère à ouvrir", "no criterion to open")
        return []
      }
      prompt = nil
      go(toCriterion: found[index].id)
      return page == .oral ? [] : go(to: .oral)
    default: type(key)
    }
    return []
  }
}
