/// Whether a candidate came.
public enum Attendance: Equatable, Sendable {
  case present
  /// Came this many minutes after the time they were called for, 1 or more.
  case late(minutes: Int)
  case absent(reason: String)
}

/// A fact of a session's day, which its manager records; named in the past.
///
/// What the jury decides stands in an oral's own journals, as ``Event``: the manager has no voice there.
public enum DayEvent: Equatable, Sendable {
  /// Nil takes a mistaken entry back.
  case attendanceTaken(candidate: String, attendance: Attendance?)
  /// An incident is known by its fact's number from then on. `candidate`: nil when it concerns the room or the session.
  case incidentReported(code: IncidentCode, room: String?, candidate: String?, text: String)
  /// How it ended; an empty text says only that it did.
  case incidentClosed(incident: Int, outcome: String)
  /// It was entered by mistake: it stays in the journal, and goes into no minutes.
  case incidentWithdrawn(incident: Int)
  /// A message is known by its fact's number. No room: all of them.
  case messageSent(rooms: [String], text: String)
  /// The manager's own text for the minutes (annex 4, part 4), whole.
  case observationsWritten(text: String)
  /// The minutes' bytes are frozen; `digest` is theirs.
  case minutesSealed(digest: String)
  /// The signature is in the minutes' file. `signer`: a juror, or ``Plan/Manager/id``.
  case minutesSigned(signer: String, thumbprint: String)
  /// A signer refuses, and says why: these minutes will never be complete.
  case minutesRefused(signer: String, reason: String)
  /// Before the last signature the minutes are taken back: every signature on them is void.
  case minutesReopened(reason: String)
}
