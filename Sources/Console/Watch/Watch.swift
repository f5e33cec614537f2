import Evaluation
import Screen

/// What the session manager's console shows. It changes by ``update(_:at:)`` alone, and is drawn by ``picture(at:)``.
///
/// Its laws: it does nothing itself; it holds no mark, since nothing that it is given can (``Glance``).
public struct Watch: Equatable, Sendable {
  public let language: Language
  public internal(set) var size: Size
  public internal(set) var sessions: [SessionWatch]
  public internal(set) var page = WatchPage.rooms
  /// The room under the cursor, which stays on it when needs change the order.
  public internal(set) var here: Place?
  public internal(set) var filter = Filter.all
  /// Words that a room's line must hold.
  public internal(set) var search = ""
  public internal(set) var scroll = 0
  /// What the page of the minutes shows; nil before it was opened.
  public internal(set) var closing: ClosingPage?
  public internal(set) var asked: Inquiry<WatchSubject>?
  public internal(set) var message: Message?

  /// A room of one of the sessions.
  public struct Place: Equatable, Hashable, Sendable {
    public var session: Int
    public var room: String
  }

  /// Which rooms are shown.
  public enum Filter: CaseIterable, Sendable {
    case all
    /// Those that need somebody, are late, or are not heard of.
    case troubled
    /// Those where an oral is under way.
    case underWay
  }

  public init(_ sessions: [SessionWatch], language: Language, size: Size, at now: Stamp) {
    self.sessions = sessions
    self.language = language
    self.size = size
    here = rows(at: now).first?.place
  }

  func t(_ fr: String, _ en: String) -> String { language == .fr ? fr : en }
}

/// A screen of the manager's console.
public enum WatchPage: String, Sendable, CaseIterable {
  /// All rooms.
  case rooms
  /// One room: its timeline, incidents and messages.
  case room
  /// A clock to be read from afar.
  case clock
  /// What a session's minutes lack, and the manager's observations.
  case closing
}

/// What a key of the manager's table asks for.
public enum WatchCommand: String, SharedCommand, CaseIterable {
  case help, back, quit, redraw, suspend
  case up, down, pageUp, pageDown, first, last
  case open, message, messageAll, incident, attendance, filter, search, clock
  case closing, take, takeAll, write
}

/// What the manager is asked about.
public enum WatchSubject: Equatable, Sendable {
  case help
  /// No room: all of the session.
  case message(session: Int, rooms: [String])
  case incident(Watch.Place, candidate: String?)
  /// What to do about the open incidents of a room: close one of these, or report another.
  case incidents(Watch.Place, candidate: String?, open: [Int])
  case incidentText(Watch.Place, candidate: String?, code: IncidentCode)
  case incidentOutcome(session: Int, incident: Int)
  case attendance(session: Int, candidate: String)
  case lateness(session: Int, candidate: String)
  case absence(session: Int, candidate: String)
  case search
  /// `before`: the text that the pane opened with.
  case observations(session: Int, before: String)
}

/// What happened: what the manager did, or what came of an effect.
public enum WatchAction: Equatable, Sendable {
  case pressed(Key)
  case pasted(String)
  case clicked(Mouse)
  case resized(Size)
  /// A session as it stands now.
  case seen(session: Int, SessionWatch)
  /// Something to say that did not come from the keyboard.
  case said(Phrase)
  case recorded(DayEvent)
  /// What a session's minutes lack now, and what is proposed for them.
  case closingRead(ClosingPage)
  case refused(Refusal)
}

/// What must happen outside.
public enum WatchEffect: Equatable, Sendable {
  /// Append a fact to the manager's journal of a session → `seen` and `recorded`, or `refused`.
  case record(session: Int, DayEvent)
  /// Read what a session's minutes lack → `closingRead`, or `refused`.
  case lookAtClosing(session: Int)
  case bell
  case redraw
  case suspend
  case quit
}
