import Evaluation
import Screen

extension Console {
  /// The competencies as the deliberation lists them: undecided first, each part in the referential's order.
  /// Indices into the oral's competencies.
  var deliberationOrder: [Int] {
    guard let oral else { return [] }
    let all = oral.competencies.indices
    let isOpen = { (index: Int) in oral.verdicts[oral.competencies[index].id] == nil }
    return all.filter(isOpen) + all.filter { !isOpen($0) }
  }

  /// The competency under the deliberation's cursor. The cursor keeps to a competency, wherever the list moves it.
  var deliberationCompetency: Competency? {
    guard let oral, oral.competencies.indices.contains(row(of: .deliberation)) else { return nil }
    return oral.competencies[row(of: .deliberation)]
  }

  mutating func atDeliberation(_ command: Command, at now: Stamp) -> [Effect] {
    if moveDeliberation(command) { return [] }
    guard let competency = deliberationCompetency else { return [] }
    switch command {
    case .acquired: return decide(competency, acquired: true, at: now)
    case .notAcquired: return decide(competency, acquired: false, at: now)
    case .clearVerdict:
      guard oral?.verdicts[competency.id] != nil else {
        refuse("\(competency.id) n'est pas décidée", "\(competency.id) is undecided")
        return []
      }
      return record(.verdictGiven(competency: competency.id, acquired: nil, unmarkedConfirmed: false), at: now)
    case .nextUndecided: goToNextUndecided(after: competency.id)
    case .criteria:
      _ = go(toCompetency: competency.id)
      return go(to: .oral)
    case .goToCompetency: prompt = .competency(digits: "")
    case .note: startNote()
    case .undo: return undo(at: now)
    case .blocks: return go(to: .decision)
    case .obstacles: return go(to: .obstacles)
    case .grid: return go(to: .grid)
    default: break
    }
    return []
  }

  /// The jury's verdict. Criteria never marked ask for a confirmation, which is recorded.
  private mutating func decide(_ competency: Competency, acquired: Bool, at now: Stamp) -> [Effect] {
    guard let oral else { return [] }
    let verdict = Event.verdictGiven(competency: competency.id, acquired: acquired, unmarkedConfirmed: false)
    let unmarked = oral.unmarked(in: competency)
    if oral.verdicts[competency.id]?.acquired == acquired,
      !oral.obstacles.contains(.unmarkedNotConfirmed(competency.id, count: unmarked))
    {
      refuse("\(competency.id) est déjà décidée ainsi", "\(competency.id) is decided so already")
      return []
    }
    if unmarked > 0, oral.refusal(of: verdict, at: now) == nil {
      prompt = .confirm(.unmarked(competency: competency.id, acquired: acquired, count: unmarked))
      return []
    }
    return record(verdict, at: now)
  }

  private mutating func moveDeliberation(_ command: Command) -> Bool {
    let order = deliberationOrder
    guard let place = order.firstIndex(of: row(of: .deliberation)) else { return false }
    rows[.deliberation] = place
    let isMove = move(command, on: .deliberation, count: order.count)
    rows[.deliberation] = order[row(of: .deliberation)]
    return isMove
  }

  /// The cursor goes to the next competency to decide, from the top again after the last; stays when none is left.
  mutating func goToNextUndecided(after id: String) {
    guard let oral, let here = oral.competencies.firstIndex(where: { $0.id == id }) else { return }
    let count = oral.competencies.count
    let next = (1...count).map { (here + $0) % count }.first { oral.verdicts[oral.competencies[$0].id] == nil }
    if let next {
      rows[.deliberation] = next
    } else {
      message = Message(
        .done,
        Phrase(
          "toutes les compétences sont décidées ; b : blocs et décision",
          "every competency is decided; b: blocks and decision"))
    }
  }
}
