import Console
import Evaluation
import Screen

/// A rehearsal at work, then its review.
final class RehearsalSeat: Seat {
  private(set) var console: RehearsalConsole
  /// Once the oral has ended.
  private(set) var review: ReviewSeat?
  private var isLeft = false
  private let path: String
  private let now: () -> Stamp
  private var requests: [TerminalRequest] = []

  /// - Parameter path: where the review is kept, from the start of the clock on.
  init(_ rehearsal: Rehearsal, path: String, language: Language, size: Size, now: @escaping () -> Stamp) {
    self.path = path
    self.now = now
    console = RehearsalConsole(rehearsal, language: language, size: size)
  }

  var picture: Frame { review?.picture ?? console.picture(at: now()).frame }
  var delay: Int { review?.delay ?? console.delay(at: now()) }
  var isDone: Bool { review?.isDone ?? isLeft }

  func act(_ input: Input) {
    if let review { return review.act(input) }
    if let action = ReviewConsole.Action(input) { take(action) }
  }

  private func take(_ action: ReviewConsole.Action) {
    for effect in console.update(action, at: now()) { perform(effect) }
  }

  private func perform(_ effect: RehearsalConsole.Effect) {
    switch effect {
    case .keep(let review):
      do throws(Refusal) {
        try ReviewFile(review, path: path).keep()
        take(.saved)
      } catch {
        take(.refused(error))
      }
    case .review(let review):
      self.review = ReviewSeat(
        ReviewFile(review, path: path), progress: nil, language: console.language, size: console.size, now: now)
    case .redraw: requests.append(.redraw)
    case .suspend: requests.append(.suspend)
    case .quit: isLeft = true
    }
  }

  func takeRequests() -> [TerminalRequest] {
    defer { requests = [] }
    return requests + (review?.takeRequests() ?? [])
  }
}
