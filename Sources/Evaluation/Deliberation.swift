/// What still keeps a grid from being sealed, and where to go to mend it.
public enum Obstacle: Equatable, Sendable {
  case oralNotEnded
  case composition(CompositionFault)
  case competencyUndecided(String)
  /// Decided while some criteria bear no mark, and not confirmed for so many.
  case unmarkedNotConfirmed(String, count: Int)
  case blockUndecided(String)
  case blockContradicts(String)
  case decisionMissing
  case decisionContradicts
  case commentMissing
  case keyMissing(juror: String)
  /// The juror's grid is not handed in.
  case awaited(juror: String)
  /// The juror has not confirmed the whole as it stands.
  case notConfirmed(juror: String)

  public var phrase: Phrase {
    switch self {
    case .oralNotEnded: Phrase("l'oral n'est pas terminé", "the oral has not ended")
    case .composition(let fault): fault.phrase
    case .competencyUndecided(let id): Phrase("\(id) n'est pas décidée", "\(id) is undecided")
    case .unmarkedNotConfirmed(let id, let count):
      Phrase(
        "\(id) : \(count) critère\(count > 1 ? "s" : "") sans coche, à confirmer",
        "\(id): \(count) criteri\(count > 1 ? "a" : "on") without a mark, to confirm")
    case .blockUndecided(let id): Phrase("le bloc \(id) n'est pas décidé", "block \(id) is undecided")
    case .blockContradicts(let id):
      Phrase(
        "le bloc \(id) contredit ses compétences sans motif",
        "block \(id) contradicts its competencies without a reason")
    case .decisionMissing: Phrase("la décision n'est pas prise", "the decision is not taken")
    case .decisionContradicts: Phrase("la décision contredit les blocs", "the decision contradicts the blocks")
    case .commentMissing:
      Phrase(
        "un commentaire est obligatoire (annexe 3 : admission partielle ou non admis)",
        "a comment is obligatory (annex 3: partial admission or not admitted)")
    case .keyMissing(let juror):
      Phrase("\(juror) n'a pas de clé dans le plan", "\(juror) has no key in the plan")
    case .awaited(let juror):
      Phrase("la grille de \(juror) n'est pas remise", "\(juror)'s grid is not handed in")
    case .notConfirmed(let juror):
      Phrase("\(juror) n'a pas confirmé l'ensemble", "\(juror) has not confirmed the whole")
    }
  }
}

extension Oral {
  /// What the verdicts on its competencies add up to: all acquired, or not; nil while one is undecided.
  /// A block is acquired as a whole (section 1).
  public func derived(_ block: Block) -> Bool? {
    var all = true
    for competency in block.competencies {
      guard let verdict = verdicts[competency.id] else { return nil }
      all = all && verdict.acquired
    }
    return all
  }

  /// Verdicts of the format's blocks, those held from an earlier session counted; nil where undecided.
  public var blockResults: [(block: Block, acquired: Bool?, isHeld: Bool)] {
    referential.blocks.filter { format.blocks.contains($0.id) }.map { block in
      let isHeld = candidate.heldBlocks.contains(block.id)
      return (block, isHeld ? true : blockVerdicts[block.id]?.acquired, isHeld)
    }
  }

  /// The decisions that the blocks allow; empty while one is undecided. Only the jury takes one.
  ///
  /// Section 1: the title needs every block; annex 3: admitted, partially admitted, not admitted. A candidate
  /// who keeps a block from an earlier session and acquires none today may be called either of the last two.
  public var possibleDecisions: [Decision] {
    if candidate.route == .vae { return possibleOutcomes }
    let results = blockResults
    let today = results.filter { !$0.isHeld }
    guard !today.contains(where: { $0.acquired == nil }) else { return [] }
    if results.allSatisfy({ $0.acquired == true }) { return [.admitted] }
    if today.contains(where: { $0.acquired == true }) { return [.partial] }
    return today.count < results.count ? [.partial, .notAdmitted] : [.notAdmitted]
  }

  /// Why a decision cannot be taken, or nil when it can.
  func refusal(of decision: Decision, comment: String) -> Refusal? {
    let possible = possibleDecisions
    if possible.isEmpty { return no("des blocs restent à décider", "some blocks are undecided") }
    guard possible.contains(decision) else {
      let phrase = Obstacle.decisionContradicts.phrase
      return no(phrase.fr, phrase.en)
    }
    guard !needsComment(decision) || !comment.isBlank else {
      let duty = candidate.route == .vae ? decision.obligation(on: .vae) : nil
      let phrase = duty ?? Obstacle.commentMissing.phrase
      return no(phrase.fr, phrase.en)
    }
    return nil
  }

  /// Criteria of a competency that bear no mark: no juror's, where each marks apart and all have handed in.
  public func unmarked(in competency: Competency) -> Int {
    guard isIndividual, isDeliberating else { return tally(of: competency).none }
    let sheets = sittingJurors.map { self[sheetOf: $0.id] }
    return competency.criteria.count { criterion in sheets.allSatisfy { $0.mark(of: criterion.id) == .none } }
  }

  /// What still keeps the grid from being sealed, in the order in which one would mend it.
  public var obstacles: [Obstacle] {
    var obstacles: [Obstacle] = clock.state == .ended ? [] : [.oralNotEnded]
    obstacles += referential.rules.faults(of: sittingJurors).map(Obstacle.composition)
    obstacles += awaited.map { .awaited(juror: $0.name) }
    for competency in competencies {
      guard let verdict = verdicts[competency.id] else {
        obstacles.append(.competencyUndecided(competency.id))
        continue
      }
      let unmarked = unmarked(in: competency)
      if unmarked > 0, !verdict.confirms(unmarked: unmarked) {
        obstacles.append(.unmarkedNotConfirmed(competency.id, count: unmarked))
      }
    }
    for block in blocks {
      guard let verdict = blockVerdicts[block.id] else {
        obstacles.append(.blockUndecided(block.id))
        continue
      }
      // While a competency is undecided there is nothing to contradict, and that one is in the list already.
      if let derived = derived(block), verdict.acquired != derived, verdict.reason.isBlank {
        obstacles.append(.blockContradicts(block.id))
      }
    }
    if let decision {
      let possible = possibleDecisions
      if !possible.isEmpty, !possible.contains(decision) { obstacles.append(.decisionContradicts) }
      if needsComment(decision), comment.isBlank { obstacles.append(.commentMissing) }
    } else {
      obstacles.append(.decisionMissing)
    }
    if isIndividual, decision != nil {
      for juror in sittingJurors where confirmations[juror.id] != revision {
        obstacles.append(.notConfirmed(juror: juror.name))
      }
    }
    for juror in sittingJurors where juror.key == nil { obstacles.append(.keyMissing(juror: juror.name)) }
    return obstacles
  }

  /// The jury's questions to come: criteria to probe, then those without a mark, in order; those already asked
  /// are last (section 2.4: questions make sure that every competency is acquired).
  public var agenda: [Criterion] {
    let criteria = competencies.flatMap(\.criteria)
    let open = criteria.filter {
      [.toProbe, .none].contains(mark(of: $0.id)) || questions[$0.id]?.text.isEmpty == false
    }
    func rank(_ criterion: Criterion) -> Int {
      if questions[criterion.id]?.askedAt.isEmpty == false { return 2 }
      return mark(of: criterion.id) == .none && questions[criterion.id]?.text.isEmpty != false ? 1 : 0
    }
    return (0...2).flatMap { wanted in open.filter { rank($0) == wanted } }
  }
}

extension String {
  /// Nothing but spaces and line ends: no reason, comment or note at all.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
