/// A juror's mark on a criterion. `none` is never "no".
public enum Mark: String, Sendable, CaseIterable {
  case met, notMet, toProbe, none
}

/// The jury's decision about a candidate: annex 3's three, or for VAE the four of annex 5, where `blocks` stands apart from
/// `partial`.
public enum Decision: String, Sendable, CaseIterable {
  case admitted, blocks, partial, notAdmitted
}

/// A fact of an oral, named in the past. A session changes only by applying one (law 1).
public enum Event: Equatable, Sendable {
  case candidateAbsent(reason: String)
  case candidateArrived
  case identityChecked(Bool)
  case jurorPresent(juror: String, Bool)
  /// The juror confirms having no tie with the candidate and no part in their training (section 2.1).
  case noTieDeclared(juror: String)
  case tieDeclared(juror: String, reason: String)

  /// The first phase begins, this many milliseconds before the fact was recorded.
  case clockStarted(backdatedBy: Int)
  case clockPaused(reason: String)
  case clockResumed(backdatedBy: Int)
  case phaseEntered(phase: String)
  /// In a phase that presents several assessments: which one is being presented.
  case assessmentEntered(assessment: String)
  /// What the jury decided to do about a gap in the oral.
  case interruptionSettled(Settlement)
  /// The jury has seen a message of the session's manager, by its number in their journal.
  case messageAcknowledged(message: Int)
  case oralEnded
  /// An ended oral goes on: it was ended by mistake, or the jury has one more question.
  case oralReopened

  case criterionMarked(criterion: String, mark: Mark)
  /// `subject`: a criterion, a competency, or `oral`.
  case noted(subject: String, text: String)
  case noteWithdrawn(note: Int)
  case noteRestored(note: Int)
  /// The author lets the candidate of a mock oral read the note, without their name; false takes that back.
  case noteShared(note: Int, Bool)
  /// An empty text takes the prepared question away.
  case questionPrepared(criterion: String, text: String)
  case questionAsked(criterion: String)
  case questionUnasked(criterion: String)

  /// The author's own opinion of a competency, before the jury deliberates; nil takes it back.
  case opinionGiven(competency: String, acquired: Bool?)
  /// The author's grid is complete: its marks are the first values, and stay.
  case handedIn
  /// A juror must leave: nobody waits for their grid or their signature any more.
  case jurorReleased(juror: String, reason: String)
  /// Another juror conducts from now on. `boot` and `up`: the clock of the one before, as the taker reckons it now;
  /// `isCertain`: from a measure, not from wall clocks.
  case handTaken(from: String, boot: String, up: Int, isCertain: Bool)

  /// The jury's verdict on a competency; nil takes it back. `unmarkedConfirmed`: the jury was told that some
  /// of its criteria bear no mark, and confirmed. A motive where a juror had judged otherwise.
  case verdictGiven(competency: String, acquired: Bool?, unmarkedConfirmed: Bool, motive: String = "")
  /// The jury's verdict on a block; nil takes it back. A reason where it differs from the competencies'.
  case blockDecided(block: String, acquired: Bool?, reason: String)
  case decisionTaken(decision: Decision?, comment: String)
  /// No agreement came about a competency: the jury votes.
  case voteOpened(competency: String)
  case voteCast(competency: String, acquired: Bool)
  /// The author confirms the whole: verdicts, blocks, decision as they stand after so many changes.
  case wholeConfirmed(revision: Int)
  /// The author's reservation; an empty text takes it back. `inGrid`: they ask for it in the grid.
  case reservationMade(text: String, inGrid: Bool)

  /// The grid's bytes are frozen; `digest` is theirs.
  case gridSealed(digest: String)
  /// `signature`: where several consoles sign, for the one that keeps the grid's file; nil once it is in there already.
  case gridSigned(juror: String, thumbprint: String, signature: Signature? = nil)
  case signatureRefused(juror: String, reason: String)
  /// Before the last signature the jury takes the grid back: every signature on it is void.
  case gridReopened(reason: String)
}

/// A juror's signature as a sealed grid holds it (RFC 7515 §7.2.1): both members are base64url.
public struct Signature: Equatable, Sendable {
  public var protected: String
  public var signature: String

  public init(protected: String, signature: String) {
    self.protected = protected
    self.signature = signature
  }
}

/// An event, and whether it undoes the last one that can be undone.
public struct Fact: Equatable, Sendable {
  public var event: Event
  public var isUndo: Bool

  public init(_ event: Event, isUndo: Bool = false) {
    self.event = event
    self.isUndo = isUndo
  }
}
