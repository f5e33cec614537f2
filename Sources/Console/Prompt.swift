import Evaluation
import Screen

/// A question over the page; while it stands, keys go to it.
public enum Prompt: Equatable, Sendable {
  /// A note on one of some subjects; Tab goes round them.
  case note(subjects: [String], index: Int, field: TextField)
  case question(criterion: String, field: TextField)
  /// A text that an act needs: a reason, a comment.
  case text(TextPurpose, field: TextField)
  /// A choice among texts, or one's own: reasons of a pause.
  case choice(TextPurpose, index: Int, field: TextField)
  case confirm(Confirmation)
  /// `C`, then a number.
  case competency(digits: String)
  case search(field: TextField, index: Int)
  case passphrase(juror: String, field: TextField)
  case help(scroll: Int)
  case time
  /// The whole criterion under the cursor, its notes and questions.
  case criterion(String, scroll: Int)
  case notes(scroll: Int)
}

/// What a typed text is for.
public enum TextPurpose: Equatable, Sendable {
  case pause
  case absence(candidate: String)
  case tie(juror: String)
  case blockReason(block: String, acquired: Bool)
  case comment
  case decisionComment(Decision)
  case reopen
}

/// An act that asks before it is done. Space, the key that ticks, never confirms.
public enum Confirmation: Equatable, Sendable {
  case nextPhase(String)
  case endOral
  case reopenOral
  case unmarked(competency: String, acquired: Bool, count: Int)
  case seal
  case quitWithUnsaved
  case absent
}

/// A line said at the bottom until the next key.
public struct Message: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// What was done.
    case done
    /// Why a key could not act, and what to do.
    case refusal
  }

  public let kind: Kind
  public let text: Phrase

  public init(_ kind: Kind, _ text: Phrase) {
    self.kind = kind
    self.text = text
  }
}

/// Whether what the person did is on disk (law 8).
public enum Saving: Equatable, Sendable {
  /// Everything is; since the last fact, if there is one.
  case saved(WallTime?)
  /// These facts are not: why, and since when.
  case unsaved(Phrase, facts: [Fact], since: Stamp)
}
