import Evaluation
import Screen

extension Console {
  /// The competencies as the deliberation lists them: undecided first, each part in the referential's order.
  /// Indices into the oral's competencies.
  var deliberationOrder: [Int] {
    guard let oral else { return [] }
    let all = oral.competencies.indices
    return deliberationParts(oral).flatMap { part in all.filter { part.holds(oral.competencies[$0]) } }
  }

  /// A part of the deliberation's list.
  struct DeliberationPart {
    let title: Phrase
    let holds: (Competency) -> Bool
  }

  /// What the list starts with: one's own opinions to give, or the disagreements, or the undecided; then what is done.
  func deliberationParts(_ oral: Oral) -> [DeliberationPart] {
    let isJudged = { (competency: Competency) in self.judged(competency.id) != nil }
    if isJudgingAlone {
      return [
        DeliberationPart(title: Phrase("Votre avis à donner", "Your opinion to give")) { !isJudged($0) },
        DeliberationPart(title: Phrase("Vos avis", "Your opinions")) { isJudged($0) },
      ]
    }
    let decided = DeliberationPart(title: Phrase("Décidées", "Decided")) { isJudged($0) }
    guard oral.isIndividual else {
      return [DeliberationPart(title: Phrase("À décider", "To decide")) { !isJudged($0) }, decided]
    }
    func isOpen(_ wanted: @escaping (Standing) -> Bool) -> (Competency) -> Bool {
      { !isJudged($0) && oral.standing(of: $0).map(wanted) ?? false }
    }
    return [
      DeliberationPart(
        title: Phrase("Avis différents", "Opinions differ"), holds: isOpen { $0 == .opinionsDiffer }),
      DeliberationPart(
        title: Phrase("Même avis, coches différentes", "One opinion, marks differ"),
        holds: isOpen { if case .marksDiffer = $0 { true } else { false } }),
      DeliberationPart(
        title: Phrase("Tous d'accord : v pour confirmer", "All agree: v to confirm"),
        holds: isOpen { if case .agreed = $0 { true } else { false } }),
      decided,
    ]
  }

  /// What is judged of a competency: by the viewer alone, or by the jury.
  func judged(_ competency: String) -> Bool? {
    isJudgingAlone ? oral?.sheet.opinions[competency] : oral?.verdicts[competency]?.acquired
  }

  /// The competency under the deliberation's cursor. The cursor keeps to a competency, wherever the list moves it.
  var deliberationCompetency: Competency? {
    guard let oral, oral.competencies.indices.contains(row(of: .deliberation)) else { return nil }
    return oral.competencies[row(of: .deliberation)]
  }

  mutating func atDeliberation(_ command: Command, at now: Stamp) -> [Effect] {
    guard let oral else { return [] }
    if oral.isIndividual, !isJudgingAlone, !oral.isDeliberating,
      move(command, on: .deliberation, count: oral.awaited.count)
    {
      return []
    }
    if moveDeliberation(command) { return [] }
    guard let competency = deliberationCompetency else { return [] }
    switch command {
    case .acquired: return decide(competency, acquired: true, at: now)
    case .notAcquired: return decide(competency, acquired: false, at: now)
    case .clearVerdict:
      guard judged(competency.id) != nil else {
        refuse("\(competency.id) n'est pas décidée", "\(competency.id) is undecided")
        return []
      }
      return record(
        isJudgingAlone
          ? .opinionGiven(competency: competency.id, acquired: nil)
          : .verdictGiven(competency: competency.id, acquired: nil, unmarkedConfirmed: false), at: now)
    case .handIn: askHandIn(at: now)
    case .confirmAgreed: askConfirmAgreed()
    case .openVote: askVote(on: competency, at: now)
    case .nextUndecided: goToNextUndecided(after: competency.id)
    case .criteria where oral.isIndividual && oral.sheet.isHandedIn:
      prompt = .disagreement(competency: competency.id, scroll: 0)
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
    if isJudgingAlone {
      if oral.sheet.opinions[competency.id] == acquired {
        refuse("votre avis sur \(competency.id) est déjà celui-là", "your opinion of \(competency.id) is that already")
        return []
      }
      return record(.opinionGiven(competency: competency.id, acquired: acquired), at: now)
    }
    if let vote = oral.vote(on: competency.id), vote.result == nil, oral.verdicts[competency.id] == nil {
      return record(.voteCast(competency: competency.id, acquired: acquired), at: now)
    }
    let verdict = Event.verdictGiven(competency: competency.id, acquired: acquired, unmarkedConfirmed: false)
    let unmarked = oral.unmarked(in: competency)
    if oral.verdicts[competency.id]?.acquired == acquired,
      !oral.obstacles.contains(.unmarkedNotConfirmed(competency.id, count: unmarked))
    {
      refuse("\(competency.id) est déjà décidée ainsi", "\(competency.id) is decided so already")
      return []
    }
    // The rules are asked as if the motive were there: it is asked for next.
    let reasoned = Event.verdictGiven(
      competency: competency.id, acquired: acquired, unmarkedConfirmed: false, motive: "?")
    if let refusal = oral.refusal(of: reasoned, at: now) {
      refuse(refusal)
      return []
    }
    if unmarked > 0 {
      prompt = .confirm(.unmarked(competency: competency.id, acquired: acquired, count: unmarked))
      return []
    }
    return give(verdict, at: now)
  }

  /// Records a verdict; one that goes against a juror's opinion asks for its motive first.
  mutating func give(_ verdict: Event, at now: Stamp) -> [Effect] {
    guard case .verdictGiven(let id, let acquired?, let confirmed, _) = verdict,
      oral?.dissenters(on: id, from: acquired).isEmpty == false
    else { return record(verdict, at: now) }
    prompt = .text(
      .motive(competency: id, acquired: acquired, unmarkedConfirmed: confirmed), field: TextField(lines: true))
    return []
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
    let next = (1...count).map { (here + $0) % count }.first { judged(oral.competencies[$0].id) == nil }
    if let next {
      rows[.deliberation] = next
    } else {
      message =
        isJudgingAlone
        ? Message(
          .done,
          Phrase("tous vos avis sont donnés ; h : remettre votre grille", "all your opinions are given; h: hand in"))
        : Message(
          .done,
          Phrase(
            "toutes les compétences sont décidées ; b : blocs et décision",
            "every competency is decided; b: blocks and decision"))
    }
  }
}
