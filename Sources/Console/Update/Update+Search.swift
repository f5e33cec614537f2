import Evaluation
import Screen

extension Console {
  /// Criteria whose text, label or number holds every word searched, accents and case ignored.
  func found(_ words: String) -> [Criterion] {
    let words = Folding.fold(words).split(separator: " ")
    guard !words.isEmpty, let oral else { return [] }
    return oral.competencies.flatMap(\.criteria).filter { criterion in
      let text = Folding.fold(
        ([criterion.id, criterion.label, criterion.text] + criterion.details).joined(separator: " "))
      return words.allSatisfy { text.contains($0) }
    }
  }

  mutating func searched(_ field: TextField, _ index: Int, _ key: Key) -> [Effect] {
    var field = field
    let count = found(field.text).count
    switch key {
    case .up: prompt = .search(field: field, index: max(0, index - 1))
    case .down, .tab: prompt = .search(field: field, index: max(0, min(count - 1, index + 1)))
    case .enter:
      let criteria = found(field.text)
      prompt = nil
      guard criteria.indices.contains(index) else { return [] }
      go(toCriterion: criteria[index].id)
      return page == .agenda ? back() : []
    default:
      _ = field.edit(key)
      prompt = .search(field: field, index: 0)
    }
    return []
  }
}
