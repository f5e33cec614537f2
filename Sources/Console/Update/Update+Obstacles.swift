import Evaluation
import Screen

extension Console {
  mutating func atObstacles(_ command: Command, at now: Stamp) -> [Effect] {
    let obstacles = oral?.obstacles ?? []
    if move(command, on: .obstacles, count: max(1, obstacles.count)) { return [] }
    guard command == .open else { return [] }
    let row = min(row(of: .obstacles), obstacles.count - 1)
    return obstacles.indices.contains(row) ? go(toMend: obstacles[row]) : go(to: .grid)
  }

  /// Goes to the line where an obstacle is mended.
  private mutating func go(toMend obstacle: Obstacle) -> [Effect] {
    switch obstacle {
    case .oralNotEnded: return go(to: .oral)
    case .composition: return go(to: .before)
    case .competencyUndecided(let id), .unmarkedNotConfirmed(let id, _):
      rows[.deliberation] = oral?.competencies.firstIndex { $0.id == id } ?? 0
      return go(to: .deliberation)
    case .blockUndecided(let id), .blockContradicts(let id):
      rows[.decision] = decisionRow(ofBlock: id)
      return go(to: .decision)
    case .decisionMissing, .decisionContradicts:
      rows[.decision] = decisionLines.firstIndex { if case .decision = $0 { true } else { false } } ?? 0
      return go(to: .decision)
    case .commentMissing:
      rows[.decision] = decisionLines.count - 1
      let effects = go(to: .decision)
      startComment()
      return effects
    case .awaited: return go(to: .deliberation)
    case .notConfirmed: return go(to: .decision)
    case .keyMissing(let juror):
      refuse(
        "\(juror) : « jury keys new » fait une clé ; « jury session edit » la met dans le plan",
        "\(juror): “jury keys new” makes a key; “jury session edit” puts it into the plan")
      return []
    }
  }
}
