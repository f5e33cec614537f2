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
  /// What follows an interruption.
  case settlement(index: Int)
  /// `C`, then a number.
  case competency(digits: String)
  case search(field: TextField, index: Int)
  case passphrase(juror: String, field: TextField)
  case help(scroll: Int)
  case time(scroll: Int)
  /// The whole criterion under the cursor, its notes and questions.
  case criterion(String, scroll: Int)
  case notes(scroll: Int)
  /// The viewer's notes, each to be shared with the candidate of a mock oral, or not.
  case sharing(index: Int)
  /// What each juror saw of a competency, side by side.
  case disagreement(competency: String, scroll: Int)
  /// How far the jurors' first marks agree.
  case agreement(scroll: Int)
}

extension Prompt {
  /// The text being typed, for a prompt that takes one.
  var field: TextField? {
    switch self {
    case .note(_, _, let field), .question(_, let field), .text(_, let field), .choice(_, _, let field),
      .search(let field, _), .passphrase(_, let field):
      field
    default: nil
    }
  }

  /// The same prompt after its text changed: a search starts from its first find again, a choice is one's own.
  func with(_ field: TextField) -> Prompt {
    switch self {
    case .note(let subjects, let index, _): .note(subjects: subjects, index: index, field: field)
    case .question(let criterion, _): .question(criterion: criterion, field: field)
    case .text(let purpose, _): .text(purpose, field: field)
    case .choice(let purpose, _, _): .choice(purpose, index: Console.pauseReasons.count, field: field)
    case .search: .search(field: field, index: 0)
    case .passphrase(let juror, _): .passphrase(juror: juror, field: field)
    default: self
    }
  }

  /// Whether leaving would lose words: a search is none, a passphrase is typed again.
  var holdsWords: Bool {
    switch self {
    case .note, .question, .text, .choice: field?.isEmpty == false
    default: false
    }
  }
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
  /// Why the verdict is not what a juror had judged.
  case motive(competency: String, acquired: Bool, unmarkedConfirmed: Bool)
  case release(juror: String)
  /// `inGrid`: the juror asks for it in the grid; Tab changes it.
  case reservation(inGrid: Bool)
  case refuseSignature(juror: String)
}

extension TextPurpose {
  /// Whether nothing typed says something: no comment, no reservation any more.
  var takesNothing: Bool {
    switch self {
    case .comment, .reservation: true
    default: false
    }
  }
}

/// An act that asks before it is done. Space, the key that ticks, never confirms.
public enum Confirmation: Equatable, Sendable {
  case nextPhase(String)
  case endOral
  case reopenOral
  case unmarked(competency: String, acquired: Bool, count: Int)
  case seal
  case quitWithUnsaved
  case restart(Settlement)
  case handIn(unjudged: Int, unmarked: Int)
  case confirmAgreed
  case openVote(competency: String)
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
  /// The session's directory is away: so many facts are safe on this machine, to be carried over when it is back.
  case spooled(facts: Int, since: Stamp)
}
