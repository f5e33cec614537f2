import Evaluation
import Screen

extension Console {
  /// Reasons for a pause that come up most; the last line takes one's own.
  static let pauseReasons = [
    Phrase("incident technique", "technical incident"),
    Phrase("pause demandée par le candidat", "break asked for by the candidate"),
    Phrase("interruption extérieure", "interruption from outside"),
    Phrase("pause du jury", "break of the jury"),
  ]

  mutating func startNote() {
    var subjects: [String] = []
    if page == .deliberation {
      if let competency = deliberationCompetency { subjects.append(competency.id) }
    } else if let criterion {
      subjects = [criterion.id, String(criterion.id.prefix { $0 != "." })]
    }
    prompt = .note(subjects: subjects + ["oral"], index: 0, field: TextField())
  }

  /// A key while a prompt stands.
  mutating func answered(_ key: Key, at now: Stamp) -> [Effect] {
    guard let asked = prompt else { return [] }
    if key == .escape {
      prompt = nil
      return []
    }
    if key == .control("c") || key == .control("q") {
      prompt = nil
      return perform(.quit, key, at: now)
    }
    switch asked {
    case .note(let subjects, let index, var field):
      switch key {
      case .enter: return finishNote(subjects[index], field.text, at: now)
      case .tab: prompt = .note(subjects: subjects, index: (index + 1) % subjects.count, field: field)
      case .backTab:
        prompt = .note(subjects: subjects, index: (index + subjects.count - 1) % subjects.count, field: field)
      default:
        _ = field.edit(key)
        prompt = .note(subjects: subjects, index: index, field: field)
      }
    case .question(let criterion, var field):
      if key == .enter {
        prompt = nil
        return record(.questionPrepared(criterion: criterion, text: field.text), at: now)
      }
      _ = field.edit(key)
      prompt = .question(criterion: criterion, field: field)
    case .text(let purpose, var field):
      if key == .enter { return finish(purpose, field.text, at: now) }
      _ = field.edit(key)
      prompt = .text(purpose, field: field)
    case .choice(let purpose, let index, let field): return chose(purpose, index, field, key, at: now)
    case .confirm(let confirmation): return confirmed(confirmation, key, at: now)
    case .competency(let digits): typedCompetency(digits, key)
    case .search(let field, let index): return searched(field, index, key)
    case .passphrase(let juror, var field):
      if key == .enter { return finishSigning(juror, field.text) }
      _ = field.edit(key)
      prompt = .passphrase(juror: juror, field: field)
    case .help(let scroll): scrolled(key, scroll) { .help(scroll: $0) }
    case .criterion(let id, let scroll): scrolled(key, scroll) { .criterion(id, scroll: $0) }
    case .notes(let scroll): scrolled(key, scroll) { .notes(scroll: $0) }
    case .time: prompt = nil
    }
    return []
  }

  mutating func paste(_ text: String) {
    switch prompt {
    case .note(let subjects, let index, var field):
      field.insert(text)
      prompt = .note(subjects: subjects, index: index, field: field)
    case .question(let criterion, var field):
      field.insert(text)
      prompt = .question(criterion: criterion, field: field)
    case .text(let purpose, var field):
      field.insert(text)
      prompt = .text(purpose, field: field)
    case .choice(let purpose, _, var field):
      field.insert(text)
      prompt = .choice(purpose, index: Self.pauseReasons.count, field: field)
    case .search(var field, _):
      field.insert(text)
      prompt = .search(field: field, index: 0)
    case .passphrase(let juror, var field):
      field.insert(text)
      prompt = .passphrase(juror: juror, field: field)
    default:
      message = Message(
        .refusal,
        Phrase("texte collé ignoré : aucun champ n'est ouvert", "pasted text ignored: no field is open"))
    }
  }

  private mutating func finishNote(_ subject: String, _ text: String, at now: Stamp) -> [Effect] {
    prompt = nil
    guard !text.allSatisfy(\.isWhitespace) else { return [] }
    return record(.noted(subject: subject, text: text), at: now)
  }

  private mutating func chose(
    _ purpose: TextPurpose, _ index: Int, _ field: TextField, _ key: Key, at now: Stamp
  ) -> [Effect] {
    let last = Self.pauseReasons.count
    switch key {
    case .up: prompt = .choice(purpose, index: max(0, index - 1), field: field)
    case .down, .tab: prompt = .choice(purpose, index: min(last, index + 1), field: field)
    case .enter:
      let reason = index < last ? Self.pauseReasons[index](language) : field.text
      return finish(purpose, reason, at: now)
    default:
      if index < last, let digit = KeyTable.digit(key), (1...last).contains(digit) {
        return finish(purpose, Self.pauseReasons[digit - 1](language), at: now)
      }
      var field = field
      if field.edit(key) { prompt = .choice(purpose, index: last, field: field) }
    }
    return []
  }

  /// What a typed text was for.
  private mutating func finish(_ purpose: TextPurpose, _ text: String, at now: Stamp) -> [Effect] {
    let isBlank = text.allSatisfy(\.isWhitespace)
    if isBlank, purpose != .comment {
      refuse("un motif est demandé", "a reason is needed")
      return []
    }
    prompt = nil
    switch purpose {
    case .pause: return record(.clockPaused(reason: text), at: now)
    case .absence: return record(.candidateAbsent(reason: text), at: now)
    case .tie(let juror): return record(.tieDeclared(juror: juror, reason: text), at: now)
    case .blockReason(let block, let acquired):
      return record(.blockDecided(block: block, acquired: acquired, reason: text), at: now)
    case .comment: return record(.decisionTaken(decision: oral?.decision, comment: text), at: now)
    case .decisionComment(let decision): return record(.decisionTaken(decision: decision, comment: text), at: now)
    case .reopen: return [.reopen(reason: text)]
    }
  }

  private mutating func confirmed(_ confirmation: Confirmation, _ key: Key, at now: Stamp) -> [Effect] {
    let isYes: Bool =
      switch key {
      case .enter, .character("o"), .character("O"), .character("y"), .character("Y"): true
      default: false
      }
    guard isYes else {
      if key == .character("n") || key == .character("N") { prompt = nil }
      return []
    }
    prompt = nil
    switch confirmation {
    case .nextPhase(let phase): return record(.phaseEntered(phase: phase), at: now)
    case .endOral: return record(.oralEnded, at: now)
    case .reopenOral: return record(.oralReopened, at: now)
    case .unmarked(let competency, let acquired, _):
      return record(
        .verdictGiven(competency: competency, acquired: acquired, unmarkedConfirmed: true), at: now)
    case .seal: return [.seal]
    case .quitWithUnsaved: return [.quit]
    case .absent: return record(.candidateAbsent(reason: ""), at: now)
    }
  }

  /// `C`, then a number: at once when no longer number can be meant.
  private mutating func typedCompetency(_ digits: String, _ key: Key) {
    var digits = digits
    if key == .backspace { digits = String(digits.dropLast()) }
    if let digit = KeyTable.digit(key), digits.count < 3 { digits += String(digit) }
    let ids = oral?.competencies.map(\.id) ?? []
    let possible = ids.filter { $0.hasPrefix("C" + digits) }
    guard !digits.isEmpty, key == .enter || possible.count <= 1 else {
      prompt = .competency(digits: digits)
      return
    }
    prompt = nil
    if !go(toCompetency: "C" + digits) {
      refuse("C\(digits) n'est pas de cet oral", "C\(digits) is not of this oral")
    }
  }

  private mutating func scrolled(_ key: Key, _ scroll: Int, _ again: (Int) -> Prompt) {
    switch key {
    case .down, .character("j"): prompt = again(scroll + 1)
    case .up, .character("k"): prompt = again(max(0, scroll - 1))
    case .pageDown, .character(" "): prompt = again(scroll + 10)
    case .pageUp: prompt = again(max(0, scroll - 10))
    case .home: prompt = again(0)
    default: prompt = nil
    }
  }
}
