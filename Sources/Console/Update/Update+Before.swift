import Evaluation
import Screen

/// What stands on one line of the page before the oral.
enum BeforeLine: Equatable {
  case identity
  case presence(Juror)
  /// The juror confirms having no tie with the candidate and no part in their training (section 2.1).
  case tie(Juror)

  var juror: Juror? {
    switch self {
    case .identity: nil
    case .presence(let juror), .tie(let juror): juror
    }
  }
}

extension Console {
  /// The lines of the page before the oral: identity, then two for each juror of the slot, then the plan's others.
  ///
  /// One line a statement, and no key for all of them: each juror confirms for themselves.
  var beforeLines: [BeforeLine] {
    guard let oral else { return [] }
    let jurors = plan.jurors(hearing: oral.candidate.id) + substitutes(of: oral)
    return [.identity] + jurors.flatMap { [.presence($0), .tie($0)] }
  }

  /// The plan's jurors outside the candidate's slot.
  func substitutes(of oral: Oral) -> [Juror] {
    let hearing = Set(plan.jurors(hearing: oral.candidate.id).map(\.id))
    return plan.jury.filter { !hearing.contains($0.id) }
  }

  mutating func atBefore(_ command: Command, at now: Stamp) -> [Effect] {
    let lines = beforeLines
    guard let oral, !lines.isEmpty else { return [] }
    if move(command, on: .before, count: lines.count) { return [] }
    let line = lines[min(row(of: .before), lines.count - 1)]
    switch command {
    case .toggleRow: return toggle(line, in: oral, at: now)
    case .declareTie: declareTie(line)
    case .toggleAbsent: return toggleAbsence(oral, at: now)
    case .startOral:
      return oral.clock.state == .notStarted ? record(.clockStarted(backdatedBy: 0), at: now) : go(to: .oral)
    case .criteria: return go(to: .oral)
    default: break
    }
    return []
  }

  private mutating func toggle(_ line: BeforeLine, in oral: Oral, at now: Stamp) -> [Effect] {
    switch line {
    case .identity: return record(.identityChecked(!oral.isIdentityChecked), at: now)
    case .presence(let juror):
      return record(.jurorPresent(juror: juror.id, !oral.present.contains(juror.id)), at: now)
    case .tie(let juror):
      if oral.withoutTie.contains(juror.id) {
        refuse(
          "\(juror.name) l'a déjà confirmé ; x pour déclarer un lien",
          "\(juror.name) has confirmed it already; x to declare a tie")
        return []
      }
      // Who confirms is here: in this order, which alone the rules allow once the oral has begun.
      let presence: [Event] = oral.present.contains(juror.id) ? [] : [.jurorPresent(juror: juror.id, true)]
      return record([.noTieDeclared(juror: juror.id)] + presence, at: now)
    }
  }

  private mutating func declareTie(_ line: BeforeLine) {
    guard let juror = line.juror else {
      refuse("choisir d'abord la ligne d'un juré", "choose a juror's line first")
      return
    }
    prompt = .text(.tie(juror: juror.id), field: TextField())
  }

  private mutating func toggleAbsence(_ oral: Oral, at now: Stamp) -> [Effect] {
    if oral.absence != nil { return record(.candidateArrived, at: now) }
    guard oral.clock.state == .notStarted else {
      refuse("l'oral a commencé", "the oral has begun")
      return []
    }
    prompt = .text(.absence(candidate: oral.candidate.id), field: TextField())
    return []
  }
}
