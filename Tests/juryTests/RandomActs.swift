import Evaluation

/// What a juror might do at their console next: as the oral stands, and sometimes regardless of it.
struct RandomActs {
  let juror: String
  let oral: Oral
  let now: Stamp
  /// The game comes to its end, in the deliberation.
  let isClosing: Bool
  var random: SplitMix

  mutating func next() -> Fact {
    if oneIn(15), let undo = oral.undo { return undo }
    return Fact(event())
  }

  private mutating func event() -> Event {
    switch oral.clock.state {
    case .notStarted: oneIn(2) ? start() : personal()
    case .running, .paused: oneIn(isClosing ? 3 : 25) ? conduct() : personal()
    case .ended where oral.sheet.isHandedIn: deliberate()
    case .ended: oneIn(isClosing ? 2 : 10) ? close() : personal()
    }
  }

  private mutating func start() -> Event {
    switch pick(4) {
    case 0: .jurorPresent(juror: juror, true)
    case 1: .noTieDeclared(juror: juror)
    case 2: .identityChecked(true)
    default: .clockStarted(backdatedBy: 0)
    }
  }

  private mutating func personal() -> Event {
    let criterion = one(of: oral.competencies.flatMap(\.criteria)).id
    return switch pick(20) {
    case 0..<13: .criterionMarked(criterion: criterion, mark: one(of: Mark.allCases))
    case 13: .noted(subject: oneIn(2) ? criterion : "oral", text: "vu à \(now.at.timeOfDayText), n° \(pick(1000))")
    case 14: .noteWithdrawn(note: 1 + pick(max(1, oral.sheet.notes.count)))
    case 15: .noteRestored(note: 1 + pick(max(1, oral.sheet.notes.count)))
    case 16: .questionPrepared(criterion: criterion, text: oneIn(5) ? "" : "pourquoi ?")
    case 17: .questionAsked(criterion: criterion)
    case 18: .questionUnasked(criterion: criterion)
    default: .opinionGiven(competency: one(of: oral.competencies).id, acquired: one(of: [true, false, nil]))
    }
  }

  private mutating func conduct() -> Event {
    guard oral.hand == juror || oneIn(4) else { return taking() }
    if isClosing, oneIn(2) { return .oralEnded }
    return switch pick(4) {
    case 0: .clockPaused(reason: "technique")
    case 1: .clockResumed(backdatedBy: pick(3) * 1000)
    case 2: .phaseEntered(phase: one(of: oral.clock.phases).id)
    default: .assessmentEntered(assessment: one(of: oral.assessments).id)
    }
  }

  /// As the console's key does.
  private func taking() -> Event {
    let since = oral.clock.countedSince ?? now
    let (up, isCertain) = oral.clock.bridges.reckon(now, asOf: since)
    return .handTaken(from: oral.hand ?? juror, boot: since.boot, up: up, isCertain: isCertain)
  }

  private mutating func close() -> Event {
    if oral.hand == juror, oneIn(8) { return .oralReopened }
    return isClosing ? .handedIn : personal()
  }

  private mutating func deliberate() -> Event {
    let competency = one(of: oral.competencies).id
    return switch pick(40) {
    case 0..<14:
      .verdictGiven(
        competency: competency, acquired: one(of: [true, true, true, false, nil]), unmarkedConfirmed: true,
        motive: "vu à l'oral")
    case 14..<17: .voteOpened(competency: competency)
    case 17..<23: .voteCast(competency: competency, acquired: oneIn(2))
    case 23..<26: .blockDecided(block: one(of: oral.blocks).id, acquired: one(of: [true, false, nil]), reason: "motif")
    case 26..<29: .decisionTaken(decision: one(of: [.admitted, .partial, nil]), comment: "motif \(pick(100))")
    case 29..<33: .wholeConfirmed(revision: oral.revision)
    case 33..<36: .reservationMade(text: oneIn(3) ? "" : "réserve \(pick(100))", inGrid: oneIn(2))
    case 36..<39: taking()
    default: .handedIn
    }
  }

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private mutating func oneIn(_ count: Int) -> Bool { pick(count) == 0 }

  private mutating func one<Choice>(of choices: [Choice]) -> Choice { choices[pick(choices.count)] }
}
