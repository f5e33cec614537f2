/// Where a room stands now: the row that the session's manager reads.
public struct RoomStatus: Equatable, Sendable {
  /// One verdict in words; the first that applies, in the order of need.
  public enum Verdict: Equatable, Sendable {
    /// The manager is needed, because.
    case needed(Phrase)
    /// Nothing was heard of the room for so many milliseconds.
    case stale(Int)
    /// So many whole minutes behind the plan, 1 or more.
    case late(Int)
    case onTime
    /// Nothing is heard here now: the next one comes at that time.
    case waiting(WallTime)
    /// No candidate is left.
    case finished
  }

  public let room: String
  /// Heard, prepared or awaited; nil once the room has finished.
  public let candidate: Candidate?
  public let slot: Slot?
  public let glance: Glance?
  /// The end to expect of the oral under way, pauses and extra time counted.
  public let expectedEnd: WallTime?
  /// Whole minutes by which that end, or the start, is behind the plan; negative when ahead.
  public let drift: Int
  /// Milliseconds since the room's consoles were last heard of; nil when none ever was.
  public let age: Int?
  public let jurorsPresent: Int
  public let jurorsPlanned: Int
  /// A gap that the jury has not settled.
  public let interruption: Interruption?
  public let verdict: Verdict
  /// The candidates to come in this room, the next one first.
  public let next: [Forecast]
}

/// When a candidate will be heard, by today's drift.
public struct Forecast: Equatable, Sendable {
  public let room: String
  public let candidate: Candidate
  public let planned: WallTime
  public let expected: WallTime

  /// Whole minutes behind the plan.
  public var drift: Int { (expected.unixMilliseconds - planned.unixMilliseconds + 30_000) / 60_000 }
}

extension RoomStatus.Verdict {
  /// Needs first, then what is not known, then lateness, then the rest.
  public var rank: Int {
    switch self {
    case .needed: 0
    case .stale: 1
    case .late: 2
    case .onTime: 3
    case .waiting: 4
    case .finished: 5
    }
  }
}
