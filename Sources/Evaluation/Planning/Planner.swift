/// Finds slots: a room, a time and a jury for each candidate who needs one.
///
/// Its laws: it draws nothing by lot and reads no clock, so that equal plans get equal slots; a slot that need not move
/// stays where it is; nobody is placed before a jury that section 2.1 does not allow, nor one tied to them.
public struct Planner {
  let plan: Plan
  let referential: Referential
  /// Candidates whose slots stay whatever they are: their orals have begun, or they are absent.
  public var held: Set<String> = []
  /// Nothing is placed before; slots that started by then stay.
  public var now: WallTime?
  /// Jurors who cannot come.
  public var absent: Set<String> = []
  /// Rooms that cannot be used any more.
  public var closed: Set<String> = []
  /// What local time adds to UTC on a date, in minutes.
  let offset: (CalendarDate) -> Int
  /// With what jury each room starts.
  let halls: [Hall]

  /// A room with the jury that sits there.
  struct Hall {
    var name: String
    var jury: [String]
  }

  /// What planning came to.
  public struct Outcome: Equatable, Sendable {
    /// By start, then room.
    public var slots: [Slot]
    public var unplaced: [Unplaced]
    /// What the manager should know about the slots.
    public var notes: [Phrase] = []
  }

  public struct Unplaced: Equatable, Sendable {
    public var candidate: String
    public var reason: Phrase
  }

  public init(_ plan: Plan, _ referential: Referential, offset: @escaping (CalendarDate) -> Int) {
    self.plan = plan
    self.referential = referential
    self.offset = offset
    halls = Self.halls(of: plan, referential)
  }

  /// Places the candidates who have no slot; those there are stay, sound or not.
  public func placing() -> Outcome { place(around: plan.slots) }

  /// Places anew those whose slot cannot stay, and whoever has none. A slot that only its jury or its length spoils is
  /// mended where it is, if it can be.
  public func replanning() -> Outcome { place(around: kept()) }

  private func place(around kept: [Slot]) -> Outcome {
    var board = Board(slots: kept, planner: self)
    var unplaced: [Unplaced] = []
    let placed = Set(kept.map(\.candidate))
    for candidate in plan.candidates where !placed.contains(candidate.id) {
      guard let length = plan.slotLength(of: candidate, in: referential) else {
        let untimed = Oral.untimedInterview
        let reason =
          candidate.route == .vae
          ? Phrase("\(untimed.fr) (« interviewMinutes »)", "\(untimed.en) (“interviewMinutes”)")
          : Phrase("son oral n'a pas de durée (« format »)", "their oral has no length (“format”)")
        unplaced.append(Unplaced(candidate: candidate.id, reason: reason))
        continue
      }
      switch board.best(for: candidate, minutes: length.minutes, near: plan.slot(of: candidate.id)) {
      case .success(let slot): board.slots.append(slot)
      case .failure(let reason): unplaced.append(Unplaced(candidate: candidate.id, reason: reason.phrase))
      }
    }
    return Outcome(slots: Self.inOrder(board.slots), unplaced: unplaced)
  }

  static func inOrder(_ slots: [Slot]) -> [Slot] {
    slots.sorted {
      ($0.start.unixMilliseconds, $0.room, $0.candidate) < ($1.start.unixMilliseconds, $1.room, $1.candidate)
    }
  }

  /// Whether a slot is no longer to be touched.
  func isHeld(_ slot: Slot) -> Bool {
    held.contains(slot.candidate) || now.map { slot.start.unixMilliseconds <= $0.unixMilliseconds } ?? false
  }
}

/// Why a candidate finds no place.
enum NoPlace: Error {
  /// No jury of the plan may hear them.
  case noJury
  /// Those who may are all taken.
  case noFreeJury
  /// Every day is full.
  case noTime
  /// There is no room left.
  case noRoom

  var phrase: Phrase {
    switch self {
    case .noJury:
      Phrase(
        "aucun jury sans lien avec ce candidat n'est conforme (règlement, 2.1)",
        "no jury without a tie to this candidate is lawful (règlement, 2.1)")
    case .noFreeJury:
      Phrase(
        "les jurés qui peuvent l'entendre sont tous pris : ajoutez un juré ou un jour",
        "the jurors who may hear them are all taken: add a juror or a day")
    case .noTime: Phrase("plus de place : ajoutez une salle ou un jour", "no time left: add a room or a day")
    case .noRoom: Phrase("aucune salle", "no room")
    }
  }
}
