extension Oral {
  /// Why the rules do not allow a fact now, or nil when they do.
  ///
  /// An undo brings back what was allowed before, even where later facts speak against it by now (the obstacles
  /// then say so); it is refused only when it is not the next one, or once the grid is sealed.
  public func refusal(of fact: Fact, by author: String? = nil, at stamp: Stamp) -> Refusal? {
    let author = author ?? viewer
    guard fact.isUndo else { return refusal(of: fact.event, by: author, at: stamp) }
    if let refusal = refusalOnceSealed(fact.event) ?? refusalOfAuthor(fact.event, author) { return refusal }
    return fact == undo(of: author)
      ? nil : no("ce n'est pas le dernier fait à annuler", "this is not the next fact to undo")
  }

  /// Why the rules do not allow one of several facts after those before it, or nil when they allow all.
  public func refusal(of facts: [Fact], at stamp: Stamp) -> Refusal? {
    // One alone, as nearly always, needs no oral to try it on.
    if facts.count == 1 { return refusal(of: facts[0], at: stamp) }
    var oral = self
    for fact in facts {
      do throws(Refusal) { try oral.apply(fact, at: stamp) } catch { return error }
    }
    return nil
  }

  /// Why the rules do not allow an event now, or nil when they do.
  public func refusal(of event: Event, by author: String? = nil, at stamp: Stamp) -> Refusal? {
    let author = author ?? viewer
    if let refusal = refusalOnceSealed(event) ?? refusalOfAuthor(event, author) ?? refusalBeforeTheEnd(event) {
      return refusal
    }
    switch event {
    case .candidateAbsent:
      return clock.state == .notStarted ? nil : no("l'oral a commencé", "the oral has begun")
    case .identityChecked:
      return clock.state == .notStarted
        ? nil
        : no(
          "l'oral a commencé", "the oral has begun",
          hint: Phrase("noter l'incident sur l'oral", "write the incident as a note on the oral"))
    case .candidateArrived, .oralReopened, .gridSealed, .gridSigned, .signatureRefused, .gridReopened:
      return refusalOfStep(event)
    case .jurorPresent(let juror, let isPresent): return refusalOfPresence(juror, isPresent)
    case .noTieDeclared(let juror): return plan.juror(juror) == nil ? unknown(juror) : nil
    case .tieDeclared(let juror, _): return refusalOfTie(juror)
    case .clockStarted, .clockPaused, .clockResumed, .phaseEntered, .assessmentEntered, .oralEnded:
      return refusalOfTime(event)
    case .interruptionSettled(let settlement): return refusalOfSettlement(settlement, by: author)
    case .messageAcknowledged(let message):
      return acknowledged.contains(message) ? no("ce message est déjà vu", "this message is seen already") : nil
    case .criterionMarked(let id, _), .questionPrepared(let id, _), .questionAsked(let id):
      return terms.holds(criterion: id) ? nil : unknown(id)
    case .questionUnasked(let id):
      return self[sheetOf: author].questions[id]?.askedAt.isEmpty == false ? nil : unknown(id)
    case .noted(let subject, let text):
      let isKnown =
        subject == "oral" || terms.holds(criterion: subject) || competencies.contains { $0.id == subject }
      if !isKnown { return unknown(subject) }
      return text.isBlank ? no("la note est vide", "the note is empty") : nil
    case .noteWithdrawn(let note):
      return self[sheetOf: author].notes.contains { $0.number == note && !$0.isWithdrawn }
        ? nil : no("aucune note \(note) à retirer", "no note \(note) to withdraw")
    case .noteRestored(let note):
      return self[sheetOf: author].notes.contains { $0.number == note && $0.isWithdrawn }
        ? nil : no("aucune note \(note) à rétablir", "no note \(note) to restore")
    case .noteShared(let note, _): return refusalOfSharing(note, by: author)
    case .opinionGiven(let id, _): return competencies.contains { $0.id == id } ? nil : unknown(id)
    case .handedIn: return refusalOfHandingIn(by: author)
    case .jurorReleased(let juror, let reason): return refusalOfRelease(juror, reason)
    case .handTaken(let from, let boot, _, _): return refusalOfTaking(from: from, boot: boot, by: author)
    case .voteOpened, .voteCast: return refusalOfVote(event)
    case .wholeConfirmed(let revision): return refusalOfConfirming(revision, by: author)
    case .reservationMade: return nil
    case .verdictGiven(let id, let acquired, _, let motive):
      guard competencies.contains(where: { $0.id == id }) else { return unknown(id) }
      return acquired.flatMap { refusalByVote(id, $0) ?? refusalOfMotive(id, $0, motive) }
    case .blockDecided(let id, let acquired, let reason): return refusalOfBlock(id, acquired, reason)
    case .decisionTaken(let decision, let comment): return decision.flatMap { refusal(of: $0, comment: comment) }
    }
  }

  private func refusalOnceSealed(_ event: Event) -> Refusal? {
    // What a juror saw is their own: the grid holds none of it, where each has a journal.
    guard seal != nil, !(isIndividual && event.isPersonal) else { return nil }
    switch event {
    case .gridSigned, .signatureRefused, .gridReopened: return nil
    case .handTaken where isIndividual:
      return stage == .signed ? no("la grille est signée", "the grid is signed") : nil
    default:
      return no(
        "la grille est scellée", "the grid is sealed",
        hint: Phrase("la rouvrir d'abord, avec un motif", "reopen it first, with a reason"))
    }
  }

  /// The jury deliberates at the end of the oral (section 2.6), not before.
  private func refusalBeforeTheEnd(_ event: Event) -> Refusal? {
    guard !isDeliberating else { return nil }
    switch event {
    case .verdictGiven, .blockDecided, .decisionTaken, .voteOpened, .voteCast, .wholeConfirmed, .reservationMade:
      if clock.state == .ended {
        let names = awaited.map(\.name).joined(separator: ", ")
        return no("la délibération attend la grille de \(names)", "the deliberation awaits the grid of \(names)")
      }
      return no(
        "le jury délibère au terme de l'oral (2.6)", "the jury deliberates at the end of the oral (2.6)",
        hint: Phrase("terminer l'oral d'abord", "end the oral first"))
    default: return nil
    }
  }

  private func refusalOfStep(_ event: Event) -> Refusal? {
    switch event {
    case .oralReopened:
      if clock.state != .ended { return no("l'oral n'est pas terminé", "the oral has not ended") }
      return handedIn.isEmpty
        ? nil
        : no("un juré a remis sa grille : l'oral est clos", "a juror has handed in their grid: the oral is closed")
    case .gridSealed:
      return obstacles.first.map { no($0.phrase.fr, $0.phrase.en) }
    case .gridSigned(let juror, _, _):
      guard let seal else { return no("la grille n'est pas scellée", "the grid is not sealed") }
      if !requiredSigners.contains(juror) { return unknown(juror) }
      if seal.refusals[juror] != nil { return no("ce juré a refusé de signer", "this juror has refused to sign") }
      return seal.signatures[juror] == nil ? nil : no("ce juré a déjà signé", "this juror has signed already")
    case .signatureRefused(let juror, let reason):
      guard let seal else { return no("la grille n'est pas scellée", "the grid is not sealed") }
      if !requiredSigners.contains(juror) { return unknown(juror) }
      if seal.signatures[juror] != nil { return no("ce juré a déjà signé", "this juror has signed already") }
      if seal.refusals[juror] != nil { return no("ce refus est déjà noté", "this refusal is recorded already") }
      return reason.isBlank ? no("un refus de signer demande un motif", "refusing to sign needs a reason") : nil
    case .gridReopened(let reason):
      if seal == nil { return no("la grille n'est pas scellée", "the grid is not sealed") }
      if stage == .signed {
        return no("tous les jurés ont signé : la grille est close", "every juror has signed: the grid is closed")
      }
      return reason.isBlank ? no("la réouverture demande un motif", "reopening needs a reason") : nil
    default: return nil
    }
  }

  private func refusalOfTime(_ event: Event) -> Refusal? {
    switch (event, clock.state) {
    case (.clockStarted(let milliseconds), _) where milliseconds < 0,
      (.clockResumed(let milliseconds), _) where milliseconds < 0:
      return no("la minuterie ne part pas dans l'avenir", "the clock does not start in the future")
    case (.clockStarted(let milliseconds), _) where milliseconds > Stamp.longest,
      (.clockResumed(let milliseconds), _) where milliseconds > Stamp.longest:
      return no("la minuterie ne part pas d'il y a un siècle", "the clock does not start a century ago")
    case (.clockStarted, .notStarted):
      return startObstacles.first.map { no("l'oral ne commence pas : \($0.fr)", "the oral does not start: \($0.en)") }
    case (.clockPaused, .running), (.clockResumed, .paused): return nil
    case (.oralEnded, .running), (.oralEnded, .paused): return nil
    case (.phaseEntered(let phase), .running), (.phaseEntered(let phase), .paused):
      if clock.phases[clock.phase].id == phase {
        return no("cette phase est déjà en cours", "this phase is under way already")
      }
      return clock.phases.contains { $0.id == phase } ? nil : unknown(phase)
    case (.assessmentEntered(let assessment), .running), (.assessmentEntered(let assessment), .paused):
      return clock.phases[clock.phase].assessments.contains(assessment) ? nil : unknown(assessment)
    case (_, .notStarted): return no("l'oral n'a pas commencé", "the oral has not begun")
    case (_, .ended): return no("l'oral est terminé", "the oral has ended")
    case (.clockStarted, _): return no("l'oral a commencé", "the oral has begun")
    case (.clockResumed, _): return no("la minuterie tourne déjà", "the clock is running already")
    case (_, .paused): return no("l'oral est en pause", "the oral is paused")
    default: return nil
    }
  }

  private func refusalOfBlock(_ id: String, _ acquired: Bool?, _ reason: String) -> Refusal? {
    guard let block = blocks.first(where: { $0.id == id }) else { return unknown(id) }
    guard let acquired else { return nil }
    guard let derived = derived(block) else {
      return no(
        "\(id) : des compétences restent à décider", "\(id): some competencies are undecided",
        hint: Phrase("les décider d'abord", "decide them first"))
    }
    if acquired != derived, reason.isBlank {
      return no(
        "\(id) : décider autrement que ses compétences demande un motif",
        "\(id): deciding otherwise than its competencies needs a reason")
    }
    return nil
  }

  func unknown(_ id: String) -> Refusal {
    no("« \(id) » n'est pas de cet oral", "“\(id)” is not of this oral")
  }

  func no(_ fr: String, _ en: String, hint: Phrase? = nil) -> Refusal {
    Refusal(Phrase(fr, en), hint: hint, code: .badData)
  }
}
