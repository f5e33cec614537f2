import Evaluation
import Screen

extension ReviewConsole {
  /// Takes what happened, and returns what must happen outside.
  public mutating func update(_ action: Action, at now: Stamp) -> [Effect] {
    take(action, at: now)
  }

  mutating func pressed(_ key: Key, at now: Stamp) -> [Effect] {
    if asked != nil { return answered(key) }
    guard let command = ReviewKeys.table.command(for: key, on: page) else { return [] }
    return perform(command, at: now)
  }

  private mutating func perform(_ command: ReviewCommand, at now: Stamp) -> [Effect] {
    switch command {
    case .shown: return answer(.shown)
    case .notShown: return answer(.notShown)
    case .unsure: return answer(.unsure)
    case .clear: return answer(nil)
    case .finish: finish()
    case .play: play(at: now)
    case .faster: change(speed: 1, at: now)
    case .slower: change(speed: -1, at: now)
    case .forward: seek(by: 60_000, at: now)
    case .backward: seek(by: -60_000, at: now)
    case .up: move(to: row - 1)
    case .down: move(to: row + 1)
    case .pageUp: move(to: row - 10)
    case .pageDown: move(to: row + 10)
    case .first: move(to: 0)
    case .last: move(to: .max)
    case .nextPage: turn(by: 1)
    case .previousPage: turn(by: -1)
    case .help: asked = .reading(.help)
    case .quit: return [.quit]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    }
    return []
  }

  /// - Parameter row: the cursor's on the judgement, else the first line shown.
  private mutating func move(to row: Int) {
    let count = page == .judgement ? review.criteria.count : lines.count - size.pageArea.rows + 2
    rows[page] = max(0, min(row, count - 1))
  }

  private mutating func turn(by step: Int) {
    guard review.isOpen else { return sayFirst() }
    guard let index = pages.firstIndex(of: page) else { return }
    page = pages[(index + step + pages.count) % pages.count]
  }

  private mutating func sayFirst() {
    message = Message(
      .refusal,
      Phrase(
        "Jugez-vous d'abord ; v termine, et montre ce que le jury a vu.",
        "Judge yourself first; v finishes, and shows what the jury saw."))
  }

  // MARK: The candidate's own judgement

  /// An answer, or none; the cursor goes on to the next criterion.
  private mutating func answer(_ answer: SelfJudgement.Answer?) -> [Effect] {
    guard !review.judgement.isDone else {
      message = Message(
        .refusal, Phrase("Votre jugement est terminé : il reste.", "Your judgement is finished: it stays."))
      return []
    }
    guard review.criteria.indices.contains(row) else { return [] }
    let criterion = review.criteria[row].id
    let isAgain = review.judgement.answers[criterion] == answer
    review.judgement.answers[criterion] = isAgain ? nil : answer
    if !isAgain, answer != nil { move(to: row + 1) }
    return [.keep(review.judgement)]
  }

  private mutating func finish() {
    guard !review.judgement.isDone else {
      message = Message(.done, Phrase("Votre jugement est terminé.", "Your judgement is finished."))
      return
    }
    let left = review.criteria.count { review.judgement.answers[$0.id] == nil }
    let leftText = left == 0 ? Phrase("", "") : Phrase(" (\(left) sans réponse)", " (\(left) without an answer)")
    asked = .text(
      .again,
      title: Phrase(
        "Ce que vous referiez, en une phrase\(leftText.fr)",
        "What you would do again, in a sentence\(leftText.en)"),
      field: TextField(review.judgement.again), takesNothing: true)
  }

  private mutating func answered(_ key: Key) -> [Effect] {
    if ReviewKeys.table.command(for: key, on: page) == .quit { return [.quit] }
    let count = asked == nil ? 0 : helpLines.count
    switch asked?.reply(to: key, size: size, lineCount: count) {
    case .typed(.again, let text):
      asked = nil
      review.judgement.again = text
      review.judgement.isDone = true
      page = .time
      return [.keep(review.judgement)]
    case .stands, .empty: break
    default: asked = nil
    }
    return []
  }

  // MARK: Replay

  private mutating func play(at now: Stamp) {
    let here = replay.position(at: now, of: review.length)
    if replay.since != nil {
      (replay.position, replay.since) = (here, nil)
    } else {
      (replay.position, replay.since) = (here >= review.length ? 0 : here, now)
    }
  }

  private mutating func change(speed step: Int, at now: Stamp) {
    let index = Replay.speeds.firstIndex(of: replay.speed) ?? 0
    seek(by: 0, at: now)
    replay.speed = Replay.speeds[max(0, min(Replay.speeds.count - 1, index + step))]
  }

  private mutating func seek(by milliseconds: Int, at now: Stamp) {
    let here = replay.position(at: now, of: review.length)
    replay.position = max(0, min(review.length, here + milliseconds))
    if replay.since != nil { replay.since = now }
  }
}
