import Console
import Evaluation
import Screen

/// A candidate's console at work.
final class ReviewSeat: Seat {
  private(set) var console: ReviewConsole
  private(set) var isDone = false
  private var file: ReviewFile
  private let now: () -> Stamp
  private var requests: [TerminalRequest] = []

  init(_ file: ReviewFile, progress: Progress?, language: Language, size: Size, now: @escaping () -> Stamp) {
    self.file = file
    self.now = now
    console = ReviewConsole(file.review, progress: progress, language: language, size: size)
  }

  var picture: Frame { console.picture(at: now()).frame }
  var delay: Int { console.delay(at: now()) }

  func act(_ input: Input) {
    if let action = ReviewConsole.Action(input) { take(action) }
  }

  private func take(_ action: ReviewConsole.Action) {
    for effect in console.update(action, at: now()) { perform(effect) }
  }

  private func perform(_ effect: ReviewConsole.Effect) {
    switch effect {
    case .keep(let judgement):
      do throws(Refusal) {
        try file.keep(judgement)
        take(.saved)
      } catch {
        take(.refused(error))
      }
    case .redraw: requests.append(.redraw)
    case .suspend: requests.append(.suspend)
    case .quit: isDone = true
    }
  }

  func takeRequests() -> [TerminalRequest] {
    defer { requests = [] }
    return requests
  }
}
