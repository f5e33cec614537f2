import Evaluation
import Screen

/// A console of somebody who was heard, or who rehearses: what the two do alike.
protocol CandidateConsole {
  associatedtype Subject: Equatable & Sendable
  associatedtype Effect

  var asked: Inquiry<Subject>? { get set }
  var message: Message? { get set }
  /// The last act is not kept: why.
  var unsaved: Phrase? { get set }
  var size: Size { get set }

  mutating func pressed(_ key: Key, at now: Stamp) -> [Effect]
}

extension CandidateConsole {
  /// Takes what happened, and returns what must happen outside.
  mutating func take(_ action: ReviewConsole.Action, at now: Stamp) -> [Effect] {
    switch action {
    case .pressed(let key):
      message = nil
      return pressed(key, at: now)
    case .pasted(let text): _ = asked?.paste(text)
    case .resized(let size): self.size = size
    case .saved: unsaved = nil
    case .refused(let refusal): unsaved = refusal.reason
    }
    return []
  }
}
