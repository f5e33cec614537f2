import Evaluation

/// The sample day as a list of cues: who does what, when.
struct DayScript {
  enum Act {
    case fact(candidate: String, Event)
    case sealGrid(candidate: String)
    case signGrid(candidate: String, juror: String)
    case manager(DayEvent)
    /// The manager's last incident is over.
    case closeIncident(outcome: String)
  }

  struct Cue {
    /// Milliseconds since 1970.
    let at: Int
    let act: Act
    /// What a person who watches is told.
    var line: Phrase?
  }

  let plan: Plan
  let cues: [Cue]

  /// - Parameter orals: by candidate, before any fact.
  init(_ plan: Plan, orals: [String: Oral]) {
    self.plan = plan
    var cues: [Cue] = []
    for slot in plan.slots {
      guard let oral = orals[slot.candidate], let story = DayStory.all[slot.candidate] else { continue }
      cues += story.isAbsent ? Self.absence(of: oral, slot) : Self.oral(oral, slot, story)
    }
    // Stable: what one candidate's facts are in order stays so.
    self.cues = cues.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  private static let minute = 60_000

  private static func absence(of oral: Oral, _ slot: Slot) -> [Cue] {
    let called = slot.start.unixMilliseconds
    let name = oral.candidate.name
    return [
      Cue(
        at: called + 15 * minute,
        act: .manager(
          .attendanceTaken(candidate: slot.candidate, attendance: .absent(reason: "ne s'est pas présenté"))),
        line: Phrase("\(name) : absent", "\(name): absent")),
      Cue(
        at: called + 16 * minute,
        act: .fact(candidate: slot.candidate, .candidateAbsent(reason: "ne s'est pas présenté"))
      ),
    ]
  }

  private static func oral(_ oral: Oral, _ slot: Slot, _ story: DayStory) -> [Cue] {
    let (id, name, room) = (slot.candidate, oral.candidate.name, slot.room)
    let start = slot.start.unixMilliseconds + story.lateMinutes * minute
    let attendance: Attendance = story.lateMinutes > 0 ? .late(minutes: story.lateMinutes) : .present
    var cues = [Cue(at: start - 4 * minute, act: .manager(.attendanceTaken(candidate: id, attendance: attendance)))]
    if story.lateMinutes > 0 {
      let late = story.lateMinutes
      cues[0].line = Phrase("\(name) : \(late) min de retard", "\(name): \(late) min late")
    }
    let script = OralScript(oral: oral, story: story, start: start).cues
    cues += script.map { Cue(at: $0.at, act: .fact(candidate: id, $0.event), line: line($0.event, name, room)) }
    if let cut = story.cut { cues += incident(cut, from: start, id, room) }
    let decided = script.last?.at ?? start
    cues.append(
      Cue(
        at: decided + minute, act: .sealGrid(candidate: id),
        line: Phrase("\(name) : grille scellée", "\(name): grid sealed")))
    for (rank, juror) in slot.jury.enumerated() {
      cues.append(Cue(at: decided + minute + (rank + 1) * 20_000, act: .signGrid(candidate: id, juror: juror)))
    }
    return cues
  }

  private static func incident(_ cut: DayStory.Cut, from start: Int, _ candidate: String, _ room: String) -> [Cue] {
    let from = start + cut.after * minute
    return [
      Cue(
        at: from + minute,
        act: .manager(
          .incidentReported(code: .network, room: room, candidate: candidate, text: "box du centre redémarrée")),
        line: Phrase("salle \(room) : coupure réseau", "room \(room): network failure")),
      Cue(
        at: from + cut.minutes * minute, act: .closeIncident(outcome: "oral prolongé de \(cut.minutes) min"),
        line: Phrase(
          "salle \(room) : reprise après \(cut.minutes) min, oral prolongé d'autant",
          "room \(room): back after \(cut.minutes) min, the oral is extended by as much")),
    ]
  }

  private static func line(_ event: Event, _ name: String, _ room: String) -> Phrase? {
    switch event {
    case .clockStarted: Phrase("salle \(room) : \(name), l'oral commence", "room \(room): \(name), the oral begins")
    case .oralEnded: Phrase("salle \(room) : \(name), l'oral est terminé", "room \(room): \(name), the oral has ended")
    case .decisionTaken(let decision?, _): Phrase("\(name) : \(decision.words.fr)", "\(name): \(decision.words.en)")
    default: nil
    }
  }
}

extension Decision {
  fileprivate var words: Phrase {
    switch self {
    case .admitted: Phrase("admission", "admitted")
    case .blocks, .partial: Phrase("admission partielle", "partially admitted")
    case .notAdmitted: Phrase("non admis", "not admitted")
    }
  }
}
