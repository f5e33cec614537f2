import Evaluation
import Screen

extension Console {
  /// The two rows at the bottom: what must be said, and the keys that act here.
  func footerView(at now: Stamp, in picture: inout Picture) {
    let (message, line) = Area(row: size.rows - 2, column: 0, rows: 2, columns: size.columns).split(atRow: 1)
    if picture.part(message, .anything) { messageView(at: now, in: &picture) }
    if picture.part(line, keysShown(at: now).map(Shown.keys) ?? .anything) {
      let help = (key: Key.function(1), label: Phrase("aide", "help"))
      picture.footer(prompt.map(keys(of:)) ?? pageKeys(at: now), last: prompt == nil ? [help] : [], language)
    }
  }

  /// What the footer of the live oral hangs on, where the jury shares the console; nil elsewhere.
  private func keysShown(at now: Stamp) -> KeysShown? {
    guard page == .oral, prompt == nil, oral?.isIndividual == false else { return nil }
    return KeysShown(
      clock: oral?.clock.state, isSealed: oral?.seal != nil, isMarkedWhileStopped: oral?.markedWhileStopped != nil,
      isInterrupted: isUseful(.interruption, in: oral, at: now), hasMessage: isUseful(.acknowledge, in: oral, at: now))
  }

  /// The keys that act on this page, the most useful first.
  private func pageKeys(at now: Stamp) -> [(key: Key, label: Phrase)] {
    let oral = oral
    let table = OralKeys.table.bindings(on: page)
    return table.indices.compactMap { line in
      let command = table[line].command
      guard let label = table[line].label, let key = table[line].keys.first, isUseful(command, in: oral, at: now) else {
        return nil
      }
      return (key, command == .clock ? clockLabel(oral) ?? label : label)
    }
  }

  /// What the clock's key does now.
  private func clockLabel(_ oral: Oral?) -> Phrase? {
    switch oral?.clock.state {
    case .notStarted: Phrase("commencer", "start")
    case .running: Phrase("pause", "pause")
    case .paused: Phrase("reprendre", "resume")
    case .ended, nil: nil
    }
  }

  /// Keys that can do nothing where the oral stands are left out of the footer and come last in the help; pressed, they
  /// still say why.
  func isUseful(_ command: Command, in oral: Oral?, at now: Stamp) -> Bool {
    if isWatching, command.records { return false }
    if command == .acknowledge { return pendingMessage(at: now) != nil }
    if command == .interruption {
      return interruption(minutes: plan.settings.interruption.minutes, at: now) != nil
    }
    // Asked of the oral where it is: unwrapping it would copy it, for each key of each picture.
    guard oral != nil else { return true }
    if oral?.isIndividual == true, let oral, let isUseful = isUsefulApart(command, oral, at: now) { return isUseful }
    return switch command {
    case .acquired, .notAcquired, .take, .comment: oral?.seal == nil && oral?.isDeliberating == true
    case .undo, .note, .markMet, .markNotMet, .markToProbe, .question: oral?.seal == nil
    case .startOral, .toggleAbsent: oral?.clock.state == .notStarted
    case .release: page == .before && oral?.seal == nil && oral?.clock.state != .notStarted
    case .nextPhase: oral?.clock.state == .running || oral?.clock.state == .paused
    case .ask: page == .agenda
    case .clock: oral?.clock.state != .ended
    case .deliberate: oral?.clock.state == .ended
    case .backdate: oral?.markedWhileStopped != nil
    case .seal: oral?.seal == nil && oral?.obstacles.isEmpty == true
    case .sign, .refuseSignature: oral?.stage == .signing
    case .reopen: oral?.stage == .signing || oral?.stage == .refused
    case .obstacles: oral?.seal == nil && oral?.obstacles.isEmpty == false
    case .handIn, .confirmAgreed, .openVote, .confirmWhole, .reserve, .agreement, .takeHand: false
    default: true
    }
  }

  /// The same where each juror has a console: what one does alone, what only the one who conducts does; nil where that
  /// makes no difference.
  private func isUsefulApart(_ command: Command, _ oral: Oral, at now: Stamp) -> Bool? {
    let conducts = oral.hand == viewer
    let isAwaiting = page == .deliberation && !isJudgingAlone && !oral.isDeliberating
    switch command {
    case .handIn: return isJudgingAlone && oral.clock.state == .ended && oral.sits(viewer)
    case .release where isAwaiting: return !oral.awaited.isEmpty
    case .release: return oral.sits(viewer) ? nil : false
    case .takeHand: return isHandSilent(at: now)
    case .help, .quit: return nil
    default: if isAwaiting { return false }
    }
    switch command {
    case .confirmAgreed: return conducts && !oral.agreed.isEmpty
    case .openVote:
      return conducts
        && deliberationCompetency.map { judged($0.id) == nil && oral.standing(of: $0) == .opinionsDiffer } ?? false
    case .confirmWhole: return oral.decision != nil && oral.seal == nil && oral.confirmations[viewer] != oral.revision
    case .reserve: return oral.isDeliberating && oral.seal == nil
    case .agreement: return oral.isDeliberating
    case .deliberate: return true
    case .acquired, .notAcquired:
      return page == .deliberation && isJudgingAlone
        || oral.isDeliberating && oral.seal == nil && (conducts || isVoting)
    case .take, .comment, .seal, .reopen, .clearVerdict: return conducts ? nil : false
    case .nextPhase, .clock, .backdate: return conducts || oral.hand == nil ? nil : false
    case .markMet, .markNotMet, .markToProbe, .question, .note: return isJudgingAlone
    default: return nil
    }
  }

  /// Whether the viewer's voice is awaited on the competency under the cursor.
  private var isVoting: Bool {
    guard page == .deliberation, let competency = deliberationCompetency, let oral else { return false }
    return oral.verdicts[competency.id] == nil && oral.vote(on: competency.id).map { $0.result == nil } ?? false
  }

  /// Something about the other consoles that what was done before must not hide: nobody may press a key for minutes.
  private func hasAlert(at now: Stamp) -> Bool {
    let hand = oral?.hand.flatMap { $0 == viewer ? nil : neighbour($0) }
    return !alarms.isEmpty || hand?.silence(at: now) != nil
  }

  private func messageView(at now: Stamp, in picture: inout Picture) {
    if case .spooled(let facts, let since) = saving, message == nil {
      let ago = minutesText(now.elapsed(since: since).milliseconds)
      picture.message(
        t(
          "Répertoire absent depuis \(ago) · \(facts) fait\(facts > 1 ? "s" : "") gardé\(facts > 1 ? "s" : "") sur cette machine",
          "Directory away for \(ago) · \(facts) fact\(facts == 1 ? "" : "s") kept on this machine"),
        role: "banner.alert")
    } else if case .unsaved(let reason, let facts, let since) = saving {
      let ago = minutesText(now.elapsed(since: since).milliseconds)
      let kept =
        facts.count == 1
        ? t("1 fait gardé", "1 fact kept") : t("\(facts.count) faits gardés", "\(facts.count) facts kept")
      picture.message(
        t(
          "NON ENREGISTRÉ depuis \(ago) · \(kept), saisie suspendue · \(reason.fr)",
          "NOT SAVED for \(ago) · \(kept), no more is taken · \(reason.en)"),
        role: "banner.alert")
    } else if message?.kind != .refusal, let pending = pendingMessage(at: now) {
      picture.message(
        t(
          "\(pending.at.at.minuteText) · Responsable de session : \(pending.text)   (m : vu)",
          "\(pending.at.at.minuteText) · Session manager: \(pending.text)   (m: seen)"), role: "banner")
    } else if let message, message.kind == .refusal || !hasAlert(at: now) {
      picture.message(message, language)
    } else if let alarm = alarms.first {
      picture.message(alarm(language) + (alarms.count > 1 ? " (+\(alarms.count - 1))" : ""), role: "banner")
    } else if page != .home {
      let width = size.columns - 2
      picture.frame.put(juryRuns(at: now, width: width), row: size.rows - 2, column: 1, width: width)
    }
  }
}
