import Evaluation
import Screen

extension Oral.Stage {
  /// The page where an oral at this stage goes on.
  var page: Page {
    switch self {
    case .planned, .absent, .preparing: .before
    case .underWay: .oral
    case .deliberating: .deliberation
    case .signing, .signed, .refused: .grid
    }
  }
}

extension Console {
  /// Enter alone acts here. Whether the candidate is absent is said on the page before the oral, where their
  /// journal is open.
  mutating func atHome(_ command: Command, at now: Stamp) -> [Effect] {
    if move(command, on: .home, count: plan.candidates.count) { return [] }
    guard command == .open, plan.candidates.indices.contains(row(of: .home)) else { return [] }
    let chosen = plan.candidates[row(of: .home)].id
    if chosen == candidate, let oral { return go(to: oral.stage.page) }
    if case .unsaved(let reason, _, _) = saving {
      refuse(
        "NON ENREGISTRÉ (\(reason.fr)) : cet oral reste ouvert jusque-là",
        "NOT SAVED (\(reason.en)): this oral stays open until it is")
      return []
    }
    return [.open(candidate: chosen)]
  }
}
