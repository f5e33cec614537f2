import Evaluation
import Screen

/// What happened: what the person did, or what came of an effect.
public enum Action: Equatable, Sendable {
  case pressed(Key)
  case pasted(String)
  case clicked(Mouse)
  case resized(Size)
  /// Every candidate's oral, for the home page.
  case loaded([String: Oral])
  /// The journal of a candidate's oral is open for writing. `notices`: what must be said aloud.
  case opened(Oral, notices: [Phrase])
  /// A fact is on disk.
  case recorded(Fact, at: Stamp)
  /// Facts of other jurors arrived, or an own one that concerns the jury: the open oral as all journals fold.
  case followed(Oral)
  /// The other consoles on the open oral, and what is wrong with the session's files.
  case neighboursSeen([Neighbour], alarms: [Phrase])
  /// What the session's manager recorded so far.
  case dayRead(Day)
  /// The session's directory is away: facts are kept on this machine, so many so far.
  case spooled(facts: Int, since: Stamp)
  /// The session's directory is back, and what was kept is in it.
  case carriedOver(facts: Int)
  /// Facts could not be written: they are kept and tried again.
  case notSaved(Phrase, facts: [Fact], at: Stamp)
  /// What was kept is on disk now; ``recorded(_:at:)`` followed for each fact.
  case savedAgain
  /// The grid to show, sealed or as it would be sealed now.
  case gridShown(GridPicture)
  /// A grid's file changed on disk, perhaps by another console.
  case gridChanged
  case refused(Refusal)
  case signed(juror: String)
}

/// The grid as it will be printed: lines of text, and whether they are frozen.
public struct GridPicture: Equatable, Sendable {
  public var lines: [String]
  /// Of the sealed bytes; nil before sealing.
  public var digest: String?

  public init(lines: [String], digest: String?) {
    self.lines = lines
    self.digest = digest
  }
}

/// Another juror's console on the open oral, as its presence file tells.
public struct Neighbour: Equatable, Sendable {
  public var juror: String
  /// Since when their console is open.
  public var since: WallTime
  /// When its last sign of life came, by this machine's clocks.
  public var heardAt: Stamp
  /// Milliseconds by which their machine's wall clock is ahead of this one's; nil on the same machine.
  public var wallAhead: Int?
  /// When the last fact of this console that theirs has read was recorded; nil before the first one.
  public var seenUpTo: Stamp?

  /// A console not heard of for longer is silent, in milliseconds. It tells every second; a synchronised folder may
  /// take two more.
  public static let patience = 5000

  public init(juror: String, since: WallTime, heardAt: Stamp, wallAhead: Int? = nil, seenUpTo: Stamp? = nil) {
    self.juror = juror
    self.since = since
    self.heardAt = heardAt
    self.wallAhead = wallAhead
    self.seenUpTo = seenUpTo
  }

  /// Milliseconds since the last sign of life, when it is too long ago.
  public func silence(at now: Stamp) -> Int? {
    let age = now.elapsed(since: heardAt).milliseconds
    return age > Self.patience ? age : nil
  }
}

/// What must happen outside the console; the loop does it and answers with an ``Action``.
public enum Effect: Equatable, Sendable {
  /// Append facts to the open journal, in order → `recorded` for each, or `notSaved`.
  case record([Fact])
  /// Open the journal of a candidate's oral → `opened` or `refused`.
  case open(candidate: String)
  /// Fold every candidate's journal → `loaded`.
  case load
  /// Draw the open oral's grid in this many columns → `gridShown`.
  case showGrid(columns: Int)
  /// Freeze the grid's bytes, then record `gridSealed` → `recorded` or `refused`.
  case seal
  /// Sign the sealed grid, then record `gridSigned` → `signed` or `refused`.
  case sign(juror: String, passphrase: String)
  /// Write a juror's refusal into the sealed grid's file, then record `signatureRefused` → `recorded` or `refused`.
  case refuseSignature(juror: String, reason: String)
  /// Void the sealed grid, then record `gridReopened` → `recorded` or `refused`.
  case reopen(reason: String)
  case bell
  case redraw
  case suspend
  case quit
}
