import Evaluation
import Screen

extension Console {
  /// The key that breaks a line in a text of several lines; Enter saves it.
  static let lineBreak = Key.control("n")

  mutating func startNote() {
    var subjects: [String] = []
    if page == .deliberation {
      if let competency = deliberationCompetency { subjects.append(competency.id) }
    } else if let criterion {
      subjects = [criterion.id]
      if let competency = oral?.competency(of: criterion.id) { subjects.append(competency.id) }
    }
    prompt = .note(subjects: subjects + ["oral"], index: 0, field: TextField(lines: true))
  }

  /// A key while a prompt stands.
  mutating func answered(_ key: Key, at now: Stamp) -> [Effect] {
    guard let asked = prompt else { return [] }
    if key == .escape {
      prompt = nil
      return []
    }
    if let command = OralKeys.table.command(for: key, on: page), [.quit, .redraw, .suspend].contains(command) {
      return perform(command, key, at: now)
    }
    switch asked {
    case .note(let subjects, let index, let field):
      switch key {
      case .enter: return finishNote(subjects[index], field.written, at: now)
      case .tab: prompt = .note(subjects: subjects, index: (index + 1) % subjects.count, field: field)
      case .backTab:
        prompt = .note(subjects: subjects, index: (index + subjects.count - 1) % subjects.count, field: field)
      default: type(key)
      }
    case .question(let criterion, let field):
      guard key == .enter else { return type(key) }
      return finishQuestion(criterion, field.written, at: now)
    case .text(.reservation(let inGrid), let field) where key == .tab || key == .backTab:
      prompt = .text(.reservation(inGrid: !inGrid), field: field)
    case .text(let purpose, let field):
      guard key == .enter else { return type(key) }
      return finish(purpose, field.written, at: now)
    case .choice(let purpose, let index, let field): return chose(purpose, index, field, key, at: now)
    case .confirm(let confirmation): return confirmed(confirmation, key, at: now)
    case .settlement(let index): return settled(index, key, at: now)
    case .competency(let digits): return typedCompetency(digits, key)
    case .search(let field, let index): return searched(field, index, key)
    case .passphrase(let juror, let field):
      guard key == .enter else { return type(key) }
      return finishSigning(juror, field.text)
    case .help(let scroll): scrolled(key, scroll, at: now) { .help(scroll: $0) }
    case .time(let scroll): scrolled(key, scroll, at: now) { .time(scroll: $0) }
    case .criterion(let id, let scroll): scrolled(key, scroll, at: now) { .criterion(id, scroll: $0) }
    case .disagreement(let id, let scroll):
      scrolled(key, scroll, at: now) { .disagreement(competency: id, scroll: $0) }
    case .agreement(let scroll): scrolled(key, scroll, at: now) { .agreement(scroll: $0) }
    case .sharing(let index): return shared(index, key, at: now)
    case .notes(let scroll): scrolled(key, scroll, at: now) { .notes(scroll: $0) }
    }
    return []
  }

  /// A key in the prompt's text.
  @discardableResult mutating func type(_ key: Key) -> [Effect] {
    guard let asked = prompt, var field = asked.field else { return [] }
    if key == Self.lineBreak, field.lines {
      field.insert("\n")
    } else if !field.edit(key) {
      return []
    }
    prompt = asked.with(field)
    return []
  }

  mutating func paste(_ text: String) {
    guard let asked = prompt, var field = asked.field else {
      refuse("texte collé ignoré : aucun champ n'est ouvert", "pasted text ignored: no field is open")
      return
    }
    field.insert(text)
    prompt = asked.with(field)
  }

  // MARK: What was typed

  /// Records what a prompt was for. Refused, the prompt stands, with what was typed.
  private mutating func submit(_ event: Event, at now: Stamp) -> [Effect] {
    let effects = record(event, at: now)
    if !effects.isEmpty { prompt = nil }
    return effects
  }

  private mutating func finishNote(_ subject: String, _ text: String, at now: Stamp) -> [Effect] {
    guard !text.isEmpty else {
      prompt = nil
      return []
    }
    return submit(.noted(subject: subject, text: text), at: now)
  }

  private mutating func finishQuestion(_ criterion: String, _ text: String, at now: Stamp) -> [Effect] {
    guard text != oral?.questions[criterion]?.text ?? "" else {
      prompt = nil
      return []
    }
    return submit(.questionPrepared(criterion: criterion, text: text), at: now)
  }

  /// What a typed text was for.
  mutating func finish(_ purpose: TextPurpose, _ text: String, at now: Stamp) -> [Effect] {
    if text.isEmpty, !purpose.takesNothing {
      if case .decisionComment(let decision) = purpose {
        let duty = oral?.candidate.route == .vae ? decision.obligation(on: .vae) : nil
        refuse(
          duty?.fr ?? "un commentaire est obligatoire (annexe 3)", duty?.en ?? "a comment is obligatory (annex 3)")
      } else {
        refuse("un motif est demandé", "a reason is needed")
      }
      return []
    }
    switch purpose {
    case .pause: return submit(.clockPaused(reason: text), at: now)
    case .absence: return submit(.candidateAbsent(reason: text), at: now)
    case .tie(let juror): return submit(.tieDeclared(juror: juror, reason: text), at: now)
    case .blockReason(let block, let acquired):
      return submit(.blockDecided(block: block, acquired: acquired, reason: text), at: now)
    case .comment:
      guard text != oral?.comment else {
        prompt = nil
        return []
      }
      return submit(.decisionTaken(decision: oral?.decision, comment: text), at: now)
    case .decisionComment(let decision):
      guard decision != oral?.decision || text != oral?.comment else {
        prompt = nil
        return []
      }
      return submit(.decisionTaken(decision: decision, comment: text), at: now)
    case .motive(let competency, let acquired, let confirmed):
      return submit(
        .verdictGiven(competency: competency, acquired: acquired, unmarkedConfirmed: confirmed, motive: text), at: now)
    case .release(let juror): return submit(.jurorReleased(juror: juror, reason: text), at: now)
    case .reservation(let inGrid):
      let own = oral?.reservations[viewer]
      guard text.isEmpty ? own != nil : own?.text != text || own?.inGrid != inGrid else {
        prompt = nil
        return []
      }
      return submit(.reservationMade(text: text, inGrid: inGrid && !text.isEmpty), at: now)
    case .refuseSignature(let juror):
      guard isSafe() else { return [] }
      prompt = nil
      return [.refuseSignature(juror: juror, reason: text)]
    case .reopen:
      guard isSafe() else { return [] }
      prompt = nil
      return [.reopen(reason: text)]
    }
  }
}
