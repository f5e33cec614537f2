/// A session as its manager watches it: the plan, what may be seen of each oral, the manager's own day, and when each
/// room's consoles were last heard of.
public struct SessionWatch: Equatable, Sendable {
  public var plan: Plan
  public var rules: JuryRules
  /// By candidate.
  public var glances: [String: Glance]
  public var day: Day
  /// By candidate, when a console on their oral last gave a sign of life, by this machine's clocks.
  public var heardAt: [String: Stamp]
  /// What is wrong with the session's files.
  public var alarms: [Phrase] = []
  /// Another console keeps the manager's journal: this one only shows.
  public var isReadOnly: Bool

  /// A console not heard of for longer is silent, in milliseconds: each tells every second, a synchronised folder may take
  /// two more.
  public static let patience = 5000

  public init(
    plan: Plan, rules: JuryRules, glances: [String: Glance], day: Day = Day(), heardAt: [String: Stamp] = [:],
    isReadOnly: Bool = false
  ) {
    self.plan = plan
    self.rules = rules
    self.glances = glances
    self.day = day
    self.heardAt = heardAt
    self.isReadOnly = isReadOnly
  }

  /// The rooms of the slots, in the order of their names.
  public var rooms: [String] { Array(Set(plan.slots.map(\.room))).sorted(by: SessionWatch.isBefore) }

  /// « 2 » before « 10 », and both before « Salle bleue ».
  static func isBefore(_ a: String, _ b: String) -> Bool {
    switch (Int(a), Int(b)) {
    case (let a?, let b?): a < b
    case (.some, nil): true
    case (nil, .some): false
    case (nil, nil): a < b
    }
  }

  public func slots(in room: String) -> [Slot] {
    plan.slots.filter { $0.room == room }.sorted { $0.start.unixMilliseconds < $1.start.unixMilliseconds }
  }

  /// Every room, those that need somebody first, and by name where that makes no difference.
  public func statuses(at now: Stamp) -> [RoomStatus] {
    let byRoom = Dictionary(grouping: plan.slots, by: \.room)
    return byRoom.map { room, slots in
      status(of: room, slots.sorted { $0.start.unixMilliseconds < $1.start.unixMilliseconds }, at: now)
    }.sorted(by: SessionWatch.comesFirst)
  }

  public static func comesFirst(_ a: RoomStatus, _ b: RoomStatus) -> Bool {
    if a.verdict.rank != b.verdict.rank { return a.verdict.rank < b.verdict.rank }
    if a.verdict.rank == 2, a.drift != b.drift { return a.drift > b.drift }
    return isBefore(a.room, b.room)
  }
}

extension SessionWatch {
  /// The line that the minutes have of a choice after an interruption.
  public func line(for taken: Settlement.Taken, of glance: Glance) -> Phrase {
    let by = taken.settlement.by
    return taken.settlement.line(
      at: taken.at.at, in: glance.clock, settings: plan.settings.interruption, name: plan.juror(by)?.name ?? by)
  }
}
