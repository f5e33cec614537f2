import Evaluation
import Screen

extension Console {
  /// The competency under the cursor of the live oral.
  var competency: Competency? {
    guard oral?.competencies.indices.contains(spot.competency) == true else { return nil }
    return oral?.competencies[spot.competency]
  }

  /// The criterion under the cursor: of the live oral, or of the agenda.
  var criterion: Criterion? {
    if page == .agenda { return agendaCriterion }
    guard let competency, competency.criteria.indices.contains(spot.criterion) else { return nil }
    return competency.criteria[spot.criterion]
  }

  mutating func atOral(_ command: Command, _ key: Key, at now: Stamp) -> [Effect] {
    if moveOral(command) { return [] }
    switch command {
    case .jump: jump(to: key.digit ?? 0)
    case .agenda: return go(to: .agenda)
    case .notes: prompt = .notes(scroll: 0)
    default: return atMarking(command, at: now)
    }
    return []
  }

  /// The commands that the live oral and the agenda share: they act on the criterion under the cursor.
  mutating func atMarking(_ command: Command, at now: Stamp) -> [Effect] {
    switch command {
    case .markMet: return toggle(.met, at: now)
    case .markNotMet: return toggle(.notMet, at: now)
    case .markToProbe: return toggle(.toProbe, at: now)
    case .clearMark: return mark(.none, at: now)
    case .goToCompetency: prompt = .competency(digits: "")
    case .note: startNote()
    case .question:
      if let criterion {
        let prepared = oral?.questions[criterion.id]?.text ?? ""
        prompt = .question(criterion: criterion.id, field: TextField(prepared, lines: true))
      }
    case .ask:
      if let criterion { return record(.questionAsked(criterion: criterion.id), at: now) }
    case .undo: return undo(at: now)
    case .search: prompt = .search(field: TextField(), index: 0)
    case .wholeText:
      if let criterion { prompt = .criterion(criterion.id, scroll: 0) }
    case .deliberate: return deliberate()
    default: return atClock(command, at: now)
    }
    return []
  }

  private mutating func deliberate() -> [Effect] {
    if let oral, oral.clock.state == .running {
      refuse("l'oral est en cours : f pour le terminer d'abord", "the oral is under way: f to end it first")
      return []
    }
    if trail.last == .deliberation { return back() }
    return go(to: .deliberation)
  }

  // MARK: Marks

  /// The key of a mark sets it, and takes it away when it is there already.
  private mutating func toggle(_ mark: Mark, at now: Stamp) -> [Effect] {
    guard let criterion else { return [] }
    return self.mark(oral?.mark(of: criterion.id) == mark ? .none : mark, at: now)
  }

  private mutating func mark(_ mark: Mark, at now: Stamp) -> [Effect] {
    guard let criterion else { return [] }
    if mark == .none, oral?.mark(of: criterion.id) == Mark.none {
      refuse("\(criterion.id) n'a pas de coche", "\(criterion.id) has no mark")
      return []
    }
    return record(.criterionMarked(criterion: criterion.id, mark: mark), at: now)
  }

  // MARK: Moving

  private mutating func moveOral(_ command: Command) -> Bool {
    guard let oral, let competency else { return false }
    let lastCompetency = oral.competencies.count - 1
    switch command {
    case .down:
      if spot.criterion < competency.criteria.count - 1 {
        spot.criterion += 1
      } else if spot.competency < lastCompetency {
        spot = Spot(competency: spot.competency + 1, criterion: 0)
      }
    case .up:
      if spot.criterion > 0 {
        spot.criterion -= 1
      } else if spot.competency > 0 {
        let before = oral.competencies[spot.competency - 1]
        spot = Spot(competency: spot.competency - 1, criterion: before.criteria.count - 1)
      }
    case .nextCompetency: spot = Spot(competency: min(lastCompetency, spot.competency + 1))
    case .previousCompetency: spot = Spot(competency: max(0, spot.competency - 1))
    case .pageDown, .pageUp: moveAssessment(forward: command == .pageDown)
    case .first: spot.criterion = 0
    case .last: spot.criterion = competency.criteria.count - 1
    default: return false
    }
    return true
  }

  /// To the first competency of the next or previous assessment.
  private mutating func moveAssessment(forward: Bool) {
    guard let oral, let here = competency?.assessment else { return }
    let all = oral.competencies.map(\.assessment)
    guard let place = oral.assessments.firstIndex(where: { $0.id == here }) else { return }
    let target = place + (forward ? 1 : -1)
    guard oral.assessments.indices.contains(target),
      let index = all.firstIndex(of: oral.assessments[target].id)
    else { return }
    spot = Spot(competency: index)
  }

  /// A digit goes to the criterion of that number. Where there are more than ten, a digit right after 1 makes
  /// 11 or 12.
  private mutating func jump(to digit: Int) {
    guard let competency else { return }
    let count = competency.criteria.count
    if spot.criterion == 0, jumpedToFirst, digit + 10 <= count, digit > 0 {
      spot.criterion = digit + 9
    } else {
      let number = digit == 0 ? 10 : digit
      guard number <= count else {
        refuse("\(competency.id) a \(count) critères", "\(competency.id) has \(count) criteria")
        return
      }
      spot.criterion = number - 1
    }
    jumpedToFirst = digit == 1 && spot.criterion == 0
  }

  mutating func go(toCriterion id: String) {
    guard let oral else { return }
    for (index, competency) in oral.competencies.enumerated() {
      if let line = competency.criteria.firstIndex(where: { $0.id == id }) {
        spot = Spot(competency: index, criterion: line)
      }
    }
  }

  /// - Returns: false when the oral does not judge it.
  mutating func go(toCompetency id: String) -> Bool {
    guard let index = oral?.competencies.firstIndex(where: { $0.id == id }) else { return false }
    spot = Spot(competency: index)
    return true
  }
}
