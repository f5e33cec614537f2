// An oral that each juror marks apart: who conducts it, who has handed in, and what may be seen of others.

extension Oral {
  /// Whether each juror marks in a journal of their own.
  @inlinable public var isIndividual: Bool { plan.marking == .individual }

  /// The jurors whose grid is awaited: the deliberation opens once there is none.
  public var awaited: [Juror] { isIndividual ? sittingJurors.filter { handedIn[$0.id] == nil } : [] }

  /// Whether the jury deliberates: the oral has ended, and every juror has handed in their grid.
  public var isDeliberating: Bool { clock.state == .ended && awaited.isEmpty }

  /// What a juror saw; nil while their grid is not to be seen by the viewer (law 6): before all are handed in.
  public func sheet(of juror: String) -> Sheet? {
    if juror == viewer { return sheet }
    guard isIndividual, isDeliberating, sits(viewer), sits(juror) else { return nil }
    return others[juror] ?? Sheet()
  }

  /// How many criteria of this oral a juror has marked: a count, never which or how.
  public func markedCount(by juror: String) -> Int {
    let marks = self[sheetOf: juror].marks
    return competencies.reduce(0) { $0 + $1.criteria.count { marks[$0.id] != nil } }
  }

  /// How many of this oral's competencies a juror has an opinion of.
  public func opinionCount(of juror: String) -> Int {
    let opinions = self[sheetOf: juror].opinions
    return competencies.count { opinions[$0.id] != nil }
  }

  /// The first mark set while no clock runs: by the one who conducts it, or by the viewer before the start.
  public var markedWhileStopped: Stamp? {
    guard isIndividual else { return clock.markedWhileStopped }
    let since: Stamp?
    switch clock.state {
    case .running, .ended: return nil
    case .notStarted: since = nil
    case .paused: since = clock.countedSince
    }
    let times = self[sheetOf: hand ?? viewer].markedAt.values.filter { at in
      since.map { $0.boot == at.boot && at.up > $0.up } ?? true
    }
    return times.min { $0.up < $1.up }
  }

  /// The fold's own state, the same at every console that read the same journals: without what only the viewer has.
  public var common: Oral {
    var oral = self
    oral.viewer = Oral.jury
    oral.others[viewer] = sheet
    oral.others = oral.others.filter { $0.value != Sheet() }
    oral.sheet = Sheet()
    oral.lastFactAt = nil
    oral.clock.bridges = []
    return oral
  }
}

// MARK: Rules

extension Oral {
  /// Why an author may not say this, or nil when they may: in a journal of their own each speaks for themself, and the
  /// one who conducts for the jury.
  func refusalOfAuthor(_ event: Event, _ author: String) -> Refusal? {
    guard isIndividual else { return refusalOfSharedConsole(event) }
    if event.isPersonal {
      // What a juror lets the candidate read changes nothing of what they saw.
      if case .noteShared = event { return nil }
      guard self[sheetOf: author].isHandedIn else { return nil }
      return no("votre grille est remise : ses coches ne changent plus", "your grid is handed in: its marks stay")
    }
    switch event {
    case .tieDeclared(let juror, _) where juror == author: return nil
    case .jurorPresent(let juror, _), .noTieDeclared(let juror), .tieDeclared(let juror, _):
      if clock.state == .ended { return no("l'oral est terminé", "the oral has ended") }
      return juror == author ? nil : no("chaque juré le dit de sa console", "each juror says so from their own console")
    case .candidateAbsent, .candidateArrived, .identityChecked: return nil
    default: break
    }
    guard sits(author) else {
      return no(
        "vous ne siégez pas dans cet oral", "you do not sit in this oral",
        hint: Phrase("confirmer votre présence et l'absence de lien", "confirm your presence and having no tie"))
    }
    if case .clockStarted = event { return nil }
    guard event.isOfHand, author != hand else { return nil }
    let name = hand.flatMap { plan.juror($0)?.name } ?? "?"
    return no(
      "\(name) conduit l'oral", "\(name) conducts the oral",
      hint: Phrase("T : prendre la main", "T: take the hand"))
  }

  private func refusalOfSharedConsole(_ event: Event) -> Refusal? {
    switch event {
    case .opinionGiven, .handedIn, .handTaken, .voteOpened, .voteCast, .wholeConfirmed, .reservationMade:
      no("le jury partage une console", "the jury shares one console")
    default: nil
    }
  }

  func refusalOfHandingIn(by author: String) -> Refusal? {
    if clock.state != .ended { return no("l'oral n'est pas terminé", "the oral has not ended") }
    return handedIn[author] == nil ? nil : no("votre grille est déjà remise", "your grid is handed in already")
  }

  func refusalOfTaking(from: String, boot: String, by author: String) -> Refusal? {
    guard let hand else { return no("l'oral n'a pas commencé", "the oral has not begun") }
    if hand == author { return no("vous avez déjà la main", "you have the hand already") }
    let isSameClock = clock.countedSince.map { $0.boot == boot } ?? true
    return hand == from && isSameClock ? nil : no("la main vient de changer", "the hand has just changed")
  }

  func refusalOfRelease(_ juror: String, _ reason: String) -> Refusal? {
    if clock.state == .notStarted { return no("l'oral n'a pas commencé", "the oral has not begun") }
    if !sits(juror) { return unknown(juror) }
    return reason.isBlank ? no("libérer un juré demande un motif", "releasing a juror needs a reason") : nil
  }

  func refusalOfVote(_ event: Event) -> Refusal? {
    switch event {
    case .voteOpened(let id):
      guard competencies.contains(where: { $0.id == id }) else { return unknown(id) }
      if verdicts[id] != nil { return no("\(id) est décidée", "\(id) is decided") }
      guard let vote = vote(on: id) else { return nil }
      return vote.result?.outcome == .even
        ? nil : no("un vote est déjà ouvert sur \(id)", "a vote on \(id) is open already")
    case .voteCast(let id, _):
      guard let vote = vote(on: id) else { return no("aucun vote sur \(id)", "no vote on \(id)") }
      return vote.result == nil ? nil : no("ce vote est clos", "this vote is closed")
    default: return nil
    }
  }

  func refusalOfConfirming(_ revision: Int, by author: String) -> Refusal? {
    if decision == nil { return no("la décision n'est pas prise", "the decision is not taken") }
    if revision != self.revision {
      return no("la délibération a changé entre-temps", "the deliberation has changed meanwhile")
    }
    return confirmations[author] == revision ? no("c'est déjà confirmé", "it is confirmed already") : nil
  }

  /// A verdict against a juror's own opinion says why.
  func refusalOfMotive(_ competency: String, _ acquired: Bool, _ motive: String) -> Refusal? {
    guard motive.isBlank, let other = dissenters(on: competency, from: acquired).first else { return nil }
    return no(
      "\(competency) : \(other.name) avait jugé autrement, un motif est demandé",
      "\(competency): \(other.name) had judged otherwise, a motive is needed")
  }
}

extension Event {
  /// Whether only the one who conducts says it for the jury.
  var isOfHand: Bool {
    switch self {
    case .clockPaused, .clockResumed, .phaseEntered, .assessmentEntered, .oralEnded, .oralReopened, .verdictGiven,
      .blockDecided, .decisionTaken, .voteOpened, .gridSealed, .gridReopened:
      true
    default: false
    }
  }
}
