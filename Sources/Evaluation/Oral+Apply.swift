extension Oral {
  /// Applies a fact that is on disk.
  ///
  /// - Parameter author: of the journal it stands in; the viewer when not given.
  /// - Throws: the reason why the rules do not allow it here; the oral is then as before.
  public mutating func apply(_ fact: Fact, by author: String? = nil, at stamp: Stamp) throws(Refusal) {
    let author = author ?? viewer
    if let refusal = refusal(of: fact, by: author, at: stamp) { throw refusal }
    if fact.isUndo {
      if isOfAuthor(fact.event) { _ = self[sheetOf: author].undoable.popLast() } else { _ = undoable.popLast() }
    } else if isOfAuthor(fact.event) {
      // The viewer's sheet is asked where it is: to be taken, it would be copied.
      let own = author == viewer ? sheet.inverse(of: fact.event) : self[sheetOf: author].inverse(of: fact.event)
      if let inverse = own ?? inverse(of: fact.event) {
        self[sheetOf: author].undoable.append(inverse)
      }
    } else if let inverse = inverse(of: fact.event) {
      undoable.append(inverse)
    }
    if author == viewer { lastFactAt = stamp }
    if fact.event.isPersonal {
      var competency: String?
      if case .criterionMarked(let criterion, _) = fact.event { competency = terms.competencyID(of: criterion) }
      self[sheetOf: author].change(by: fact, on: competency, at: stamp)
      // Taking a tick back is no sign that the oral goes on.
      if case .criterionMarked = fact.event, !fact.isUndo, !isIndividual { clock.marked(at: stamp) }
    } else {
      juryFactCount += 1
      change(by: fact, of: author, at: stamp)
    }
  }

  /// Whether an author undoes it among their own facts: a console that the jury shares has no others.
  private func isOfAuthor(_ event: Event) -> Bool { event.isPersonal || !isIndividual }

  /// The fact that undoes the viewer's last one, or nil when nothing is left to undo.
  public var undo: Fact? { undo(of: viewer) }

  /// An author undoes their own facts until they hand them in; the one who conducts, the jury's from then on.
  func undo(of author: String) -> Fact? {
    let sheet = self[sheetOf: author]
    let last = sheet.isHandedIn ? (author == hand ? undoable.last : nil) : sheet.undoable.last
    return last.map { Fact($0, isUndo: true) }
  }

  subscript(sheetOf author: String) -> Sheet {
    get { author == viewer ? sheet : others[author] ?? Sheet() }
    _modify {
      if author == viewer { yield &sheet } else { yield &others[author, default: Sheet()] }
    }
  }

  /// What would undo an event, for those that a key can undo. Clocks, presence and seals are not undone: they
  /// are corrected by facts of their own.
  private func inverse(of event: Event) -> Event? {
    switch event {
    case .verdictGiven(let competency, _, _, _):
      let before = verdicts[competency]
      return .verdictGiven(
        competency: competency, acquired: before?.acquired,
        unmarkedConfirmed: before.map { $0.confirms(unmarked: unmarked(in: competency)) } ?? false,
        motive: before?.motive ?? "")
    case .blockDecided(let block, _, _):
      let before = blockVerdicts[block]
      return .blockDecided(block: block, acquired: before?.acquired, reason: before?.reason ?? "")
    case .decisionTaken: return .decisionTaken(decision: decision, comment: comment)
    default: return nil
    }
  }

  private mutating func change(by fact: Fact, of author: String, at stamp: Stamp) {
    if let step = fact.event.clockStep { clock.take(step, at: stamp) }
    switch fact.event {
    case .candidateAbsent(let reason): absence = reason
    case .candidateArrived: absence = nil
    case .identityChecked(let checked): isIdentityChecked = checked
    case .jurorPresent(let juror, let isPresent):
      if isPresent { present.insert(juror) } else { present.remove(juror) }
    case .noTieDeclared(let juror):
      withoutTie.insert(juror)
      ties[juror] = nil
    case .tieDeclared(let juror, let reason):
      withoutTie.remove(juror)
      ties[juror] = reason
    case .clockStarted: if isIndividual { hand = author }
    case .interruptionSettled(let settlement):
      settlements.append(Settlement.Taken(settlement: settlement, at: stamp))
    case .clockPaused, .clockResumed, .phaseEntered, .assessmentEntered, .oralEnded, .oralReopened:
      break  // The clock's alone.
    case .messageAcknowledged(let message): acknowledged.insert(message)
    case .handedIn:
      handedIn[author] = stamp
      self[sheetOf: author].isHandedIn = true
    case .jurorReleased(let juror, let reason): released[juror] = reason
    case .handTaken(_, let boot, let up, let isCertain):
      hand = author
      clock.handOver(from: Stamp(at: stamp.at, boot: boot, up: up), to: stamp, isCertain: isCertain)
    case .verdictGiven(let competency, let acquired, let confirmed, let motive):
      let unmarked = unmarked(in: competency)
      revision += 1
      votes[competency] = acquired == nil ? nil : votes[competency]
      verdicts[competency] = acquired.map {
        Verdict(acquired: $0, unmarkedConfirmed: confirmed, motive: motive, unmarked: unmarked, at: stamp)
      }
    case .blockDecided(let block, let acquired, let reason):
      revision += 1
      blockVerdicts[block] = acquired.map { BlockVerdict(acquired: $0, reason: reason) }
    case .decisionTaken(let decision, let comment):
      revision += 1
      self.decision = decision
      self.comment = comment
    case .gridSealed(let digest): seal = Sealing(digest: digest, at: stamp)
    case .voteOpened(let competency): votes[competency] = Vote(openedAt: stamp)
    case .voteCast(let competency, let acquired): votes[competency]?.ballots[author] = acquired
    case .wholeConfirmed(let revision): confirmations[author] = revision
    case .reservationMade(let text, let inGrid):
      reservations[author] = text.isBlank ? nil : Reservation(text: text, inGrid: inGrid)
    case .gridSigned(let juror, _, let signature):
      seal?.signatures[juror] = stamp
      seal?.signed[juror] = signature
    case .signatureRefused(let juror, let reason):
      seal?.refusals[juror] = reason
      seal?.refusedAt[juror] = stamp
    case .gridReopened(let reason):
      seal = nil
      reopenings.append(reason)
    case .criterionMarked, .noted, .noteWithdrawn, .noteRestored, .noteShared, .questionPrepared, .questionAsked,
      .questionUnasked,
      .opinionGiven:
      break  // The author's own, changed in their sheet.
    }
  }

  private func unmarked(in competency: String) -> Int {
    referential.competency(competency).map { unmarked(in: $0) } ?? 0
  }
}
