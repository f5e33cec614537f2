extension Oral {
  /// Applies a fact that is on disk.
  ///
  /// - Throws: the reason why the rules do not allow it here; the oral is then as before.
  public mutating func apply(_ fact: Fact, at stamp: Stamp) throws(Refusal) {
    if let refusal = refusal(of: fact, at: stamp) { throw refusal }
    if fact.isUndo {
      _ = undoable.popLast()
    } else if let inverse = inverse(of: fact.event) {
      undoable.append(inverse)
    }
    factCount += 1
    lastFactAt = stamp
    change(by: fact, at: stamp)
  }

  /// The fact that undoes the last one, or nil when nothing is left to undo.
  public var undo: Fact? { undoable.last.map { Fact($0, isUndo: true) } }

  /// What would undo an event, for those that a key can undo. Clocks, presence and seals are not undone: they
  /// are corrected by facts of their own.
  private func inverse(of event: Event) -> Event? {
    switch event {
    case .criterionMarked(let criterion, _): return .criterionMarked(criterion: criterion, mark: mark(of: criterion))
    case .noted: return .noteWithdrawn(note: notes.count + 1)
    case .noteWithdrawn(let note): return .noteRestored(note: note)
    case .noteRestored(let note): return .noteWithdrawn(note: note)
    case .questionPrepared(let criterion, _):
      return .questionPrepared(criterion: criterion, text: questions[criterion]?.text ?? "")
    case .questionAsked(let criterion): return .questionUnasked(criterion: criterion)
    case .questionUnasked(let criterion): return .questionAsked(criterion: criterion)
    case .verdictGiven(let competency, _, _):
      let before = verdicts[competency]
      return .verdictGiven(
        competency: competency, acquired: before?.acquired,
        unmarkedConfirmed: before.map { $0.confirms(unmarked: unmarked(in: competency)) } ?? false)
    case .blockDecided(let block, _, _):
      let before = blockVerdicts[block]
      return .blockDecided(block: block, acquired: before?.acquired, reason: before?.reason ?? "")
    case .decisionTaken: return .decisionTaken(decision: decision, comment: comment)
    default: return nil
    }
  }

  private mutating func change(by fact: Fact, at stamp: Stamp) {
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
    case .clockStarted(let backdated): clock.start(at: stamp, backdatedBy: backdated)
    case .clockPaused(let reason): clock.pause(at: stamp, reason: reason)
    case .clockResumed(let backdated): clock.resume(at: stamp, backdatedBy: backdated)
    case .phaseEntered(let phase):
      if let index = clock.phases.firstIndex(where: { $0.id == phase }) { clock.enter(phase: index, at: stamp) }
    case .assessmentEntered(let assessment): clock.enter(assessment: assessment, at: stamp)
    case .oralEnded: clock.end(at: stamp)
    case .oralReopened: clock.reopen(reason: "reprise après la fin")
    case .criterionMarked(let criterion, let mark):
      marks[criterion] = mark == .none ? nil : mark
      markedAt[criterion] = mark == .none ? nil : stamp
      // Taking a tick back is no sign that the oral goes on.
      if !fact.isUndo { clock.marked(at: stamp) }
    case .noted(let subject, let text):
      notes.append(Note(number: notes.count + 1, subject: subject, text: text, at: stamp))
    case .noteWithdrawn(let note): set(note, withdrawn: true)
    case .noteRestored(let note): set(note, withdrawn: false)
    case .questionPrepared(let criterion, let text): questions[criterion, default: Question()].text = text
    case .questionAsked(let criterion): ask(criterion, at: stamp, again: fact.isUndo)
    case .questionUnasked(let criterion): unask(criterion, forGood: fact.isUndo)
    case .verdictGiven(let competency, let acquired, let confirmed):
      let unmarked = unmarked(in: competency)
      verdicts[competency] = acquired.map {
        Verdict(acquired: $0, unmarkedConfirmed: confirmed, unmarked: unmarked, at: stamp)
      }
    case .blockDecided(let block, let acquired, let reason):
      blockVerdicts[block] = acquired.map { BlockVerdict(acquired: $0, reason: reason) }
    case .decisionTaken(let decision, let comment):
      self.decision = decision
      self.comment = comment
    case .gridSealed(let digest): seal = Sealed(digest: digest, at: stamp)
    case .gridSigned(let juror, _): seal?.signatures[juror] = stamp
    case .gridReopened(let reason):
      seal = nil
      reopenings.append(reason)
    }
  }

  private func unmarked(in competency: String) -> Int {
    referential.competency(competency).map { unmarked(in: $0) } ?? 0
  }

  private mutating func set(_ number: Int, withdrawn isWithdrawn: Bool) {
    guard let index = notes.firstIndex(where: { $0.number == number }) else { return }
    notes[index].isWithdrawn = isWithdrawn
  }

  /// A question asked; one that was unasked by mistake keeps the time it was asked at.
  private mutating func ask(_ criterion: String, at stamp: Stamp, again isUndo: Bool) {
    let before = isUndo ? questions[criterion]?.unaskedAt.popLast() : nil
    questions[criterion, default: Question()].askedAt.append(before ?? stamp)
  }

  private mutating func unask(_ criterion: String, forGood isUndo: Bool) {
    guard let last = questions[criterion]?.askedAt.popLast(), !isUndo else { return }
    questions[criterion]?.unaskedAt.append(last)
  }
}
