import Evaluation
import Screen

extension Console {
  /// A line of the decision page.
  enum DecisionLine: Equatable {
    case block(Block, isHeld: Bool)
    case decision(Decision)
    case comment
  }

  var decisionLines: [DecisionLine] {
    guard let oral else { return [] }
    return oral.blockResults.map { .block($0.block, isHeld: $0.isHeld) } + oral.decisions.map { .decision($0) }
      + [.comment]
  }

  func decisionRow(ofBlock id: String) -> Int {
    decisionLines.firstIndex { if case .block(let block, _) = $0 { block.id == id } else { false } } ?? 0
  }

  mutating func startComment() {
    prompt = .text(.comment, field: TextField(oral?.comment ?? "", lines: true))
  }

  mutating func atDecision(_ command: Command, at now: Stamp) -> [Effect] {
    let lines = decisionLines
    if move(command, on: .decision, count: lines.count) { return [] }
    guard lines.indices.contains(row(of: .decision)) else { return [] }
    let line = lines[row(of: .decision)]
    switch command {
    case .acquired, .notAcquired: return decide(line, acquired: command == .acquired, at: now)
    case .clearVerdict: return clear(line, at: now)
    case .take: return take(line, at: now)
    case .comment: startComment()
    case .confirmWhole: return confirmWhole(at: now)
    case .reserve: startReservation(at: now)
    case .undo: return undo(at: now)
    case .obstacles: return go(to: .obstacles)
    case .grid: return go(to: .grid)
    default: break
    }
    return []
  }

  private mutating func decide(_ line: DecisionLine, acquired: Bool, at now: Stamp) -> [Effect] {
    guard let oral, case .block(let block, let isHeld) = line else {
      refuse("acquis et non acquis se disent d'un bloc", "acquired and not acquired are said of a block")
      return []
    }
    guard !isHeld else {
      refuse("\(block.id) : déjà acquis en session antérieure", "\(block.id): acquired in an earlier session")
      return []
    }
    let before = oral.blockVerdicts[block.id]
    if let derived = oral.derived(block), derived != acquired {
      let reason = before?.acquired == acquired ? before?.reason : nil
      prompt = .text(
        .blockReason(block: block.id, acquired: acquired), field: TextField(reason ?? "", lines: true))
      return []
    }
    if let before, before.acquired == acquired, before.reason.isEmpty {
      refuse("\(block.id) est déjà décidé ainsi", "\(block.id) is decided so already")
      return []
    }
    return record(.blockDecided(block: block.id, acquired: acquired, reason: ""), at: now)
  }

  private mutating func clear(_ line: DecisionLine, at now: Stamp) -> [Effect] {
    guard let oral else { return [] }
    switch line {
    case .block(let block, false) where oral.blockVerdicts[block.id] != nil:
      return record(.blockDecided(block: block.id, acquired: nil, reason: ""), at: now)
    case .decision where oral.decision != nil:
      return record(.decisionTaken(decision: nil, comment: oral.comment), at: now)
    default:
      refuse("rien à retirer ici", "nothing to take back here")
      return []
    }
  }

  /// Takes the decision of the line, its comment asked for where it is obligatory; or decides the block as its competencies say.
  private mutating func take(_ line: DecisionLine, at now: Stamp) -> [Effect] {
    guard let oral else { return [] }
    switch line {
    case .block(let block, _):
      guard let derived = oral.derived(block) else { return decide(line, acquired: true, at: now) }
      return decide(line, acquired: derived, at: now)
    case .comment:
      startComment()
      return []
    case .decision(let decision):
      if oral.possibleDecisions.contains(decision), oral.needsComment(decision) {
        prompt = .text(.decisionComment(decision), field: TextField(oral.comment, lines: true))
        return []
      }
      if oral.decision == decision {
        refuse("c'est déjà la décision", "it is the decision already")
        return []
      }
      return record(.decisionTaken(decision: decision, comment: oral.comment), at: now)
    }
  }
}
