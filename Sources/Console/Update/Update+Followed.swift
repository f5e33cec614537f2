import Evaluation
import Screen

extension Console {
  /// Whether the viewer judges alone: their own opinions, until they hand in their grid.
  var isJudgingAlone: Bool { oral.map { $0.isIndividual && !$0.sheet.isHandedIn } ?? false }

  /// The open oral as all journals fold. What another juror did for all is said, and moves nobody off a page but the one
  /// that the act ends.
  mutating func followed(_ oral: Oral, at now: Stamp) -> [Effect] {
    let open = self.oral
    take(oral)
    guard let before = open, oral.candidate.id == before.candidate.id else { return [] }
    if let said = news(from: before, to: oral) { message = Message(.done, said) }
    if page == .before, before.clock.state == .notStarted, oral.clock.state == .running,
      place(in: oral, at: now) == .oral
    {
      return go(to: .oral)
    }
    let isGridNew = before.seal != oral.seal || before.revision != oral.revision
    return page == .grid && isGridNew ? [showGrid] : []
  }

  /// What another juror's act changes for everybody, the most important first.
  private func news(from before: Oral, to now: Oral) -> Phrase? {
    func name(_ juror: String) -> String { plan.juror(juror)?.name ?? juror }
    if let hand = now.hand, hand != viewer, let lost = before.hand, lost != hand {
      return Phrase("\(name(hand)) a pris la main", "\(name(hand)) has taken the hand")
    }
    if let id = now.competencies.first(where: { before.vote(on: $0.id) == nil && now.vote(on: $0.id) != nil })?.id,
      now.hand != viewer
    {
      return Phrase(
        "vote ouvert sur \(id) : d pour délibérer, puis a acquis, r non acquis",
        "a vote is open on \(id): d to deliberate, then a acquired, r not acquired")
    }
    if before.clock.state != .ended, now.clock.state == .ended, now.hand != viewer {
      return Phrase(
        "l'oral est terminé ; d : votre avis, puis remettre la grille",
        "the oral has ended; d: your opinions, then hand in the grid")
    }
    if !before.isDeliberating, now.isDeliberating, now.isIndividual {
      return Phrase(
        "toutes les grilles sont remises : le jury délibère", "all grids are handed in: the jury deliberates")
    }
    if before.seal == nil, now.seal != nil, now.hand != viewer {
      return Phrase("la grille est scellée ; g : la signer", "the grid is sealed; g: sign it")
    }
    if before.seal != nil, now.seal == nil {
      return Phrase(
        "la grille est rouverte : les signatures sont annulées", "the grid is reopened: signatures are void")
    }
    if let decision = now.decision, before.decision != decision, now.hand != viewer {
      return Phrase(
        "décision : \(decisionName(decision)) ; b puis v : confirmer l'ensemble",
        "decision: \(decisionName(decision)); b then v: confirm the whole")
    }
    return nil
  }

  /// Takes the clock and the lead over from the juror who has them: the elapsed time goes on from their clock, as this
  /// machine reckons it now.
  mutating func takeHand(at now: Stamp) -> [Effect] {
    guard let oral, oral.isIndividual else {
      refuse("le jury partage une console", "the jury shares one console")
      return []
    }
    guard let from = oral.hand else {
      refuse("l'oral n'a pas commencé : t pour le commencer", "the oral has not begun: t to start it")
      return []
    }
    let since = oral.clock.countedSince ?? now
    let (up, isCertain) = oral.clock.bridges.reckon(now, asOf: since)
    return record(.handTaken(from: from, boot: since.boot, up: up, isCertain: isCertain), at: now)
  }
}
