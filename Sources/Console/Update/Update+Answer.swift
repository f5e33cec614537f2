import Evaluation
import Screen

// Prompts that are answered by a choice, a yes, a number or a movement.

extension Console {
  /// Reasons for a pause that come up most; the last line takes one's own.
  static let pauseReasons = [
    Phrase("incident technique", "technical incident"),
    Phrase("pause demandée par le candidat", "break asked for by the candidate"),
    Phrase("interruption extérieure", "interruption from outside"),
    Phrase("pause du jury", "break of the jury"),
  ]

  mutating func chose(
    _ purpose: TextPurpose, _ index: Int, _ field: TextField, _ key: Key, at now: Stamp
  ) -> [Effect] {
    let own = Self.pauseReasons.count
    switch key {
    case .up, .backTab: prompt = .choice(purpose, index: max(0, index - 1), field: field)
    case .down, .tab: prompt = .choice(purpose, index: min(own, index + 1), field: field)
    case .enter:
      return finish(purpose, index < own ? Self.pauseReasons[index](language) : field.written, at: now)
    default:
      if index < own, let digit = key.typedDigit, (1...own).contains(digit) {
        return finish(purpose, Self.pauseReasons[digit - 1](language), at: now)
      }
      type(key)
    }
    return []
  }

  /// Enter, `o` and `y` say yes, `n` says no; the key that ticks says neither.
  mutating func confirmed(_ confirmation: Confirmation, _ key: Key, at now: Stamp) -> [Effect] {
    switch key {
    case .enter, .character("o"), .character("O"), .character("y"), .character("Y"): break
    case .character("n"), .character("N"):
      prompt = nil
      return []
    default: return []
    }
    prompt = nil
    switch confirmation {
    case .nextPhase(let phase): return record(.phaseEntered(phase: phase), at: now)
    case .endOral: return record(.oralEnded, at: now)
    case .reopenOral: return record(.oralReopened, at: now)
    case .unmarked(let competency, let acquired, _):
      return give(.verdictGiven(competency: competency, acquired: acquired, unmarkedConfirmed: true), at: now)
    case .handIn: return record(.handedIn, at: now)
    case .confirmAgreed: return record(agreedVerdicts(), at: now)
    case .openVote(let competency): return record(.voteOpened(competency: competency), at: now)
    case .seal: return isSafe() ? [.seal] : []
    case .quitWithUnsaved: return [.quit]
    case .restart(let settlement): return record(.interruptionSettled(settlement), at: now)
    }
  }

  /// What is typed after `C` for each competency of the oral: the digits of its id, or its place where they do not tell
  /// all of them apart.
  private var competencyNumbers: [String] {
    let digits = (oral?.competencies ?? []).map { $0.id.filter { ("0"..."9").contains($0) } }
    let areTold = !digits.contains("") && Set(digits).count == digits.count
    return areTold ? digits : digits.indices.map { String($0 + 1) }
  }

  /// `C`, then a number: at once when no longer number can be meant.
  mutating func typedCompetency(_ digits: String, _ key: Key) -> [Effect] {
    var digits = digits
    if key == .backspace {
      digits = String(digits.dropLast())
    } else if let digit = key.digit {
      digits += String(digit)
    } else if key != .enter || digits.isEmpty {
      refuse("un numéro de compétence est attendu", "the number of a competency is expected")
      return []
    }
    let numbers = competencyNumbers
    let possible = numbers.filter { $0.hasPrefix(digits) }
    guard !digits.isEmpty, key == .enter || possible.count <= 1 else {
      prompt = .competency(digits: digits)
      return []
    }
    prompt = nil
    guard let index = numbers.firstIndex(of: digits) else {
      refuse("C\(digits) n'est pas de cet oral", "C\(digits) is not of this oral")
      return []
    }
    if page == .deliberation {
      rows[.deliberation] = index
      return []
    }
    spot = Spot(competency: index)
    return go(to: .oral)
  }

  mutating func scrolled(_ key: Key, _ scroll: Int, at now: Stamp, _ again: (Int) -> Prompt) {
    prompt = key.scrolled(from: scroll, rows: size.readingRows, furthest: furthestScroll(at: now)).map(again)
  }
}
