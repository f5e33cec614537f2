import Evaluation
import Screen

/// The console of a candidate who rehearses alone: the clocks of the oral, and its criteria as a list to check oneself by.
///
/// Its law: it touches nothing outside; ``update(_:at:)`` returns what must happen there.
public struct RehearsalConsole: CandidateConsole, Equatable, Sendable {
  /// One page.
  public enum Page: String, CaseIterable, Sendable {
    case rehearsal
  }

  public enum Subject: Equatable, Sendable {
    case help
    /// To end the oral before its last phase is over.
    case ending
    case leaving
  }

  public enum Effect: Equatable, Sendable {
    /// Keep what there is so far → `saved` or `refused`.
    case keep(Review)
    /// The oral has ended: show its review.
    case review(Review)
    case redraw, suspend, quit
  }

  public private(set) var rehearsal: Rehearsal
  let criteria: [Criterion]
  var row = 0
  var asked: Inquiry<Subject>?
  var message: Message?
  /// The last act is not kept: why.
  var unsaved: Phrase?
  public internal(set) var size: Size
  public let language: Language

  public init(_ rehearsal: Rehearsal, language: Language, size: Size) {
    self.rehearsal = rehearsal
    criteria = rehearsal.competencies.flatMap(\.criteria)
    self.language = language
    self.size = size
  }

  func t(_ fr: String, _ en: String) -> String { Phrase(fr, en)(language) }

  /// Milliseconds to the next change by itself.
  public func delay(at now: Stamp) -> Int { rehearsal.clock.state == .running ? 1000 : 60_000 }

  /// Takes what happened, and returns what must happen outside.
  public mutating func update(_ action: ReviewConsole.Action, at now: Stamp) -> [Effect] {
    take(action, at: now)
  }

  mutating func pressed(_ key: Key, at now: Stamp) -> [Effect] {
    if asked != nil { return answered(key, at: now) }
    guard let command = RehearsalKeys.table.command(for: key, on: .rehearsal) else { return [] }
    return perform(command, at: now)
  }

  private mutating func perform(_ command: RehearsalCommand, at now: Stamp) -> [Effect] {
    switch command {
    case .met: return mark(.met, at: now)
    case .notMet: return mark(.notMet, at: now)
    case .toProbe: return mark(.toProbe, at: now)
    case .clear: return mark(.none, at: now)
    case .clock: return act(at: now) { $0.startOrPause(at: now) }
    case .nextPhase: return act(at: now) { $0.goOn(at: now) }
    case .finish:
      guard rehearsal.clock.state != .notStarted else { return notStarted() }
      asked = .confirm(.ending, Phrase("Terminer l'oral ?", "End the oral?"))
    case .up: move(to: row - 1)
    case .down: move(to: row + 1)
    case .pageUp: move(to: row - 10)
    case .pageDown: move(to: row + 10)
    case .first: move(to: 0)
    case .last: move(to: .max)
    case .nextCompetency: move(toCompetencyAfter: 1)
    case .previousCompetency: move(toCompetencyAfter: -1)
    case .help: asked = .reading(.help)
    case .quit: return quit()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    }
    return []
  }

  private mutating func quit() -> [Effect] {
    guard rehearsal.clock.state != .notStarted else { return [.quit] }
    asked = .confirm(
      .leaving,
      Phrase("Quitter ? Ce qui est coché reste dans le fichier.", "Quit? What is marked stays in the file."))
    return []
  }

  private mutating func notStarted() -> [Effect] {
    message = Message(.refusal, Phrase("t lance d'abord la minuterie.", "t starts the clock first."))
    return []
  }

  private mutating func mark(_ mark: Mark, at now: Stamp) -> [Effect] {
    guard rehearsal.clock.state != .notStarted else { return notStarted() }
    let criterion = criteria[row].id
    let isAgain = rehearsal.mark(of: criterion) == mark
    defer { if !isAgain, mark != .none { move(to: row + 1) } }
    return act(at: now) { $0.mark(criterion, isAgain ? .none : mark, at: now) }
  }

  /// Does it, keeps what came of it, and shows the review once the oral has ended.
  private mutating func act(at now: Stamp, _ change: (inout Rehearsal) -> Void) -> [Effect] {
    change(&rehearsal)
    guard let review = rehearsal.review(at: now) else { return notStarted() }
    return [.keep(review)] + (rehearsal.clock.state == .ended ? [.review(review)] : [])
  }

  private mutating func answered(_ key: Key, at now: Stamp) -> [Effect] {
    let count = asked == .reading(.help) ? helpLines.count : 0
    switch asked?.reply(to: key, size: size, lineCount: count) {
    case .confirmed(.ending):
      asked = nil
      return act(at: now) { $0.end(at: now) }
    case .confirmed(.leaving): return [.quit]
    case .stands, .empty: break
    default: asked = nil
    }
    return []
  }

  // MARK: Where the cursor is

  private mutating func move(to row: Int) { self.row = max(0, min(row, criteria.count - 1)) }

  /// To the first criterion of the competency so many further.
  private mutating func move(toCompetencyAfter step: Int) {
    let competencies = rehearsal.competencies
    let here = competencies.firstIndex { $0.criteria.contains { $0.id == criteria[row].id } } ?? 0
    let there = max(0, min(competencies.count - 1, here + step))
    move(to: competencies.prefix(there).reduce(0) { $0 + $1.criteria.count })
  }
}
