/// When and where a candidate is heard, and by whom.
public struct Slot: Equatable, Sendable {
  public var candidate: String
  public var room: String
  public var start: WallTime
  public var minutes: Int
  public var jury: [String]
  /// Where a candidate heard at a distance is met, when not in the room's own visio.
  public var link: String?

  public init(
    candidate: String, room: String, start: WallTime, minutes: Int, jury: [String], link: String? = nil
  ) {
    self.candidate = candidate
    self.room = room
    self.start = start
    self.minutes = minutes
    self.jury = jury
    self.link = link
  }

  public var end: WallTime { start.advanced(by: minutes * 60_000) }

  /// Whether both take some of the same time, or less than a gap lies between them.
  ///
  /// - Parameter gap: minutes that must lie between the two.
  public func overlaps(_ other: Slot, gap: Int = 0) -> Bool {
    let gap = gap * 60_000
    return start.unixMilliseconds < other.end.unixMilliseconds + gap
      && other.start.unixMilliseconds < end.unixMilliseconds + gap
  }
}

/// Where a jury sits for the session.
public struct Room: Equatable, Sendable {
  /// As slots name it: « 2 », « Salle Lovelace ».
  public var name: String
  /// Its visio, for orals at a distance.
  public var link: String?
  /// The jurors who sit there; empty where the planner composes the jury.
  public var jury: [String]

  public init(name: String, link: String? = nil, jury: [String] = []) {
    self.name = name
    self.link = link
    self.jury = jury
  }

  /// « salle 2 », « salle A » for a room of a short name; the plan's own words otherwise.
  public static func title(_ name: String) -> Phrase {
    name.count <= 2 || name.first?.isNumber == true ? Phrase("salle \(name)", "room \(name)") : Phrase(name, name)
  }
}

/// What keeps a juror from hearing a candidate (section 2.1).
public struct Tie: Equatable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A professional tie, present or past.
    case professional
    /// A personal tie, present or past.
    case personal
    /// They took part in the candidate's training, or prepared them for the certification.
    case training
  }

  public var candidate: String
  public var juror: String
  public var kind: Kind

  public init(candidate: String, juror: String, kind: Kind) {
    self.candidate = candidate
    self.juror = juror
    self.kind = kind
  }
}

extension Tie.Kind {
  public var phrase: Phrase {
    switch self {
    case .professional: Phrase("lien professionnel", "professional tie")
    case .personal: Phrase("lien personnel", "personal tie")
    case .training: Phrase("a formé ou préparé le candidat", "trained or prepared the candidate")
    }
  }
}
