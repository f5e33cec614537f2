import Evaluation
import Store

/// One run of the planner on a session as it stands now.
struct PlanningRun {
  let file: PlanFile
  /// The plan to find slots in: the file's, or one not saved yet.
  let plan: Plan
  let now: WallTime
  var absent: [String] = []
  var closed: [String] = []
  var late: [(room: String, minutes: Int)] = []
  var replans = false

  struct Found {
    var plan: Plan
    var changes: [PlanChange]
    var unplaced: [Planner.Unplaced]
  }

  init(
    _ file: PlanFile, plan: Plan? = nil, now: WallTime, absent: [String] = [], closed: [String] = [],
    late: [(room: String, minutes: Int)] = [], replans: Bool = false
  ) {
    self.file = file
    self.plan = plan ?? file.plan
    self.now = now
    self.absent = absent
    self.closed = closed
    self.late = late
    self.replans = replans
  }

  /// - Throws: when a juror or room is unknown, or a journal cannot be read.
  func found() throws(Refusal) -> Found {
    try refuseUnknown()
    let held = try Self.begun(file)
    var plan = plan
    for (room, minutes) in late {
      guard let delayed = planner(plan, held).delaying(room, by: minutes) else {
        throw Refusal(
          Phrase("salle \(room) : aucun oral à venir", "room \(room): no oral to come"), place: file.directory.plan,
          code: .noInput)
      }
      plan = delayed
    }
    let mends = replans || !absent.isEmpty || !closed.isEmpty || !late.isEmpty
    let outcome = mends ? planner(plan, held).replanning() : planner(plan, held).placing()
    // In the order in which they stood, so that the file differs only where the plan does.
    let before = plan.slots.map(\.candidate)
    let kept = before.compactMap { id in outcome.slots.first { $0.candidate == id } }
    plan.slots = kept + outcome.slots.filter { !before.contains($0.candidate) }
    return Found(plan: plan, changes: plan.changes(since: self.plan), unplaced: outcome.unplaced)
  }

  private func planner(_ plan: Plan, _ held: Set<String>) -> Planner {
    var planner = Planner(plan, file.referential) { LocalTime.offset(on: $0, plan) }
    planner.now = now
    planner.held = held
    planner.absent = Set(absent)
    planner.closed = Set(closed)
    return planner
  }

  /// Candidates whose orals have begun, or who are recorded as absent.
  static func begun(_ file: PlanFile) throws(Refusal) -> Set<String> {
    let directory = file.directory
    guard (try? directory.disk.status(of: directory.orals))?.isDirectory == true else { return [] }
    let session = try Session(directory)
    var begun: Set<String> = []
    for candidate in session.plan.candidates {
      let oral = try session.oral(of: candidate)
      if oral.clock.state != .notStarted || oral.absence != nil { begun.insert(candidate.id) }
    }
    return begun
  }

  private func refuseUnknown() throws(Refusal) {
    for juror in absent where plan.juror(juror) == nil {
      let known = plan.jury.map(\.id).joined(separator: ", ")
      throw Refusal(
        Phrase("--absent « \(juror) » n'est pas un juré", "--absent “\(juror)” is no juror"),
        hint: Phrase("Jurés : \(known).", "Jurors: \(known)."), code: .noInput)
    }
    for room in closed + late.map(\.room) where !plan.roomNames.contains(room) {
      throw Refusal(
        Phrase("la salle « \(room) » n'est pas au plan", "room “\(room)” is not in the plan"), code: .noInput)
    }
  }
}
