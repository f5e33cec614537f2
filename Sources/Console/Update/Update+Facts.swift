import Evaluation
import Screen

extension Console {
  /// Asks for facts to be recorded, if the rules allow them and everything before is on disk.
  mutating func record(_ events: [Event], isUndo: Bool = false, at now: Stamp) -> [Effect] {
    guard isSafe(), oral != nil else { return [] }
    guard !isWatching else {
      refuse(
        "lecture seule : une autre console écrit ce journal", "read-only: another console writes this journal")
      return []
    }
    let facts = events.map { Fact($0, isUndo: isUndo) }
    if let refusal = oral?.refusal(of: facts, at: now) {
      refuse(refusal)
      return []
    }
    return [.record(facts)]
  }

  /// Whether everything before is on disk; what is not is said.
  mutating func isSafe() -> Bool {
    guard case .unsaved(let reason, _, _) = saving else { return true }
    refuse(
      "NON ENREGISTRÉ (\(reason.fr)) : rien de plus n'est pris avant que ce soit sûr",
      "NOT SAVED (\(reason.en)): nothing more is taken until it is safe")
    return false
  }

  mutating func record(_ event: Event, at now: Stamp) -> [Effect] { record([event], at: now) }

  /// A fact is on disk: now, and only now, it counts.
  mutating func recorded(_ fact: Fact, at stamp: Stamp) -> [Effect] {
    guard oral != nil else { return [] }
    // In place: a copy would take all that the oral holds with it. Where each juror has a journal, the fold of all of
    // them came before.
    if oral?.isIndividual == false {
      do throws(Refusal) { try oral?.apply(fact, at: stamp) } catch { refuse(error) }
    }
    if case .spooled = saving {} else { saving = .saved(stamp.at) }
    if fact.isUndo { message = undone(fact.event) }
    return follow(fact, at: stamp)
  }

  /// What a fact, once recorded, makes the console show.
  private mutating func follow(_ fact: Fact, at stamp: Stamp) -> [Effect] {
    switch fact.event {
    case .clockStarted where page == .before: return go(to: .oral)
    case .questionAsked(let criterion) where !fact.isUndo:
      message = Message(
        .done,
        Phrase(
          "question sur \(criterion) posée à \(stamp.at.minuteText)",
          "question on \(criterion) asked at \(stamp.at.minuteText)"))
      return []
    case .opinionGiven(let competency, .some) where page == .deliberation && !fact.isUndo:
      goToNextUndecided(after: competency)
      return []
    case .interruptionSettled(let settlement):
      message = Message(.done, settledText(settlement))
      return []
    case .clockResumed:
      if let gap = interruption(minutes: plan.settings.interruption.minutes, at: stamp)?.gap {
        let length = minutesText(gap)
        message = Message(
          .done,
          Phrase("interruption de \(length) : i pour décider la suite", "interruption of \(length): i to decide on it"))
      }
      return []
    case .handedIn:
      message = Message(.done, Phrase("votre grille est remise", "your grid is handed in"))
      return []
    case .oralEnded where page == .oral || page == .agenda:
      message = Message(.done, Phrase("l'oral est terminé ; d : délibérer", "the oral has ended; d: deliberate"))
      return []
    case .verdictGiven(let competency, .some, _, _) where page == .deliberation && !fact.isUndo:
      goToNextUndecided(after: competency)
      return []
    case .gridSigned, .signatureRefused:
      if let oral { rows[.grid] = nextSigner(oral) }
      return [showGrid]
    case .gridSealed:
      rows[.grid] = 0
      message = Message(
        .done, Phrase("scellée : chaque juré signe à son tour", "sealed: each juror signs in turn"))
      return [showGrid]
    case .gridReopened:
      message = Message(
        .done, Phrase("rouverte : les signatures sont annulées", "reopened: the signatures are void"))
      return [showGrid]
    default: return []
    }
  }

  /// The orals of the session are read: the cursor goes to the one interrupted, else to the next to hear.
  mutating func loaded(_ loaded: [String: Oral]) {
    let isFirst = orals.isEmpty
    take(all: loaded)
    guard isFirst else { return }
    let stages = plan.candidates.map { loaded[$0.id]?.stage ?? .planned }
    rows[.home] =
      stages.firstIndex(of: .underWay) ?? stages.firstIndex { $0 != .signed && $0 != .absent } ?? 0
  }

  /// A candidate's journal is open: on the page where that oral stands.
  mutating func opened(_ oral: Oral, _ notices: [Phrase], at now: Stamp) -> [Effect] {
    open(oral)
    rows[.home] = plan.candidates.firstIndex { $0.id == oral.candidate.id } ?? 0
    for page in [Page.before, .agenda, .decision, .obstacles] { rows[page] = 0 }
    rows[.deliberation] = deliberationOrder.first ?? 0
    rows[.grid] = nextSigner(oral)
    // Each confirms for themself: on their own line, one key does it.
    rows[.before] = beforeLines.firstIndex { if case .tie(let juror) = $0 { juror.id == viewer } else { false } } ?? 0
    spot = Spot()
    agendaAt = nil
    rung = nil
    saving = .saved(oral.lastFactAt?.at)
    trail = []
    page = .home
    if !notices.isEmpty {
      message = Message(
        .refusal,
        Phrase(notices.map(\.fr).joined(separator: " · "), notices.map(\.en).joined(separator: " · ")))
    }
    if oral.stage == .underWay {
      spot = lastSpot(in: oral)
      if message == nil, !isWatching {
        message = Message(
          .done,
          Phrase(
            "oral repris : \(oral.factCount) faits retrouvés, la minuterie est juste",
            "oral resumed: \(oral.factCount) facts found, the clock is right"))
      }
    }
    return enter(oral, at: now)
  }

  /// Where the last mark was set.
  private func lastSpot(in oral: Oral) -> Spot {
    var best: (spot: Spot, up: Int)?
    for (index, competency) in oral.competencies.enumerated() {
      for (line, criterion) in competency.criteria.enumerated() {
        guard let at = oral.markedAt[criterion.id]?.at.unixMilliseconds, at > best?.up ?? .min else { continue }
        best = (Spot(competency: index, criterion: line), at)
      }
    }
    return best?.spot ?? Spot()
  }
}
