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
  /// Where the viewer goes on with an oral: at a console of their own, who has not joined it yet and still may does so
  /// first.
  func place(in oral: Oral, at now: Stamp) -> Page {
    let mayJoin =
      oral.isIndividual && !isWatching && !oral.present.contains(viewer) && oral.ties[viewer] == nil
      && oral.refusal(of: .noTieDeclared(juror: viewer), at: now) == nil
    return mayJoin ? .before : oral.stage.page
  }

  /// Goes from the list of candidates to where an oral stands. Escape leads to the page before it: there a juror who
  /// comes late, who must leave or whose tie comes to light is recorded.
  mutating func enter(_ oral: Oral, at now: Stamp) -> [Effect] {
    let effects = go(to: place(in: oral, at: now))
    if page != .before { trail.append(.before) }
    return effects
  }

  /// Enter alone acts here. Whether the candidate is absent is said on the page before the oral, where their
  /// journal is open.
  mutating func atHome(_ command: Command, at now: Stamp) -> [Effect] {
    if move(command, on: .home, count: plan.candidates.count) { return [] }
    guard command == .open, plan.candidates.indices.contains(row(of: .home)) else { return [] }
    let chosen = plan.candidates[row(of: .home)].id
    if chosen == candidate, let oral { return enter(oral, at: now) }
    if case .unsaved(let reason, _, _) = saving {
      refuse(
        "NON ENREGISTRÉ (\(reason.fr)) : cet oral reste ouvert jusque-là",
        "NOT SAVED (\(reason.en)): this oral stays open until it is")
      return []
    }
    return [.open(candidate: chosen)]
  }
}
