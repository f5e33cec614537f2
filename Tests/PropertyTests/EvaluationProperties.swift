import JSON
import Testing

@testable import Evaluation

extension Stamp {
  static let nine = Stamp(
    at: WallTime(unixMilliseconds: 1_796_112_000_000, offsetMinutes: 60), boot: "boot-1", up: 1_000_000)
}

extension Draws {
  mutating func plan() -> Plan {
    var ids: [String] = []
    while ids.count < 8 {
      let id = id()
      if id != Plan.Manager.id, !ids.contains(id) { ids.append(id) }
    }
    let jury = ids.prefix(int(2...4)).map { id in
      Juror(
        id: id, family: words(), given: words(), post: words(), company: words(), years: int(0...40),
        isExternal: oneIn(2), isPresident: oneIn(3), isSubstitute: oneIn(4),
        documentsOn: oneIn(2) ? CalendarDate(daysSince1970: int(20_000...21_000)) : nil)
    }
    let candidates = ids.suffix(int(1...4)).map { id in
      let isVAE = oneIn(4)
      return Candidate(
        id: id, family: words(), given: words(), route: isVAE ? .vae : .training, format: isVAE ? nil : "block1",
        interviewMinutes: isVAE ? int(10...90) : nil, extraMinutes: int(0...30), heldBlocks: oneIn(4) ? ["B2"] : [])
    }
    let from = int(20_000...21_000)
    return Plan(
      id: id(), title: text(1...20) + "x", certification: "RNCP37827", from: CalendarDate(daysSince1970: from),
      to: CalendarDate(daysSince1970: from + int(0...3)), centre: Plan.Centre(name: words(), address: words()),
      manager: Plan.Manager(name: words(), function: words()), marking: oneIn(2) ? .shared : .individual,
      isSample: oneIn(2), isMock: oneIn(2), jury: jury, candidates: candidates,
      slots: candidates.map {
        Slot(
          candidate: $0.id, room: words(), start: Stamp.nine.at.advanced(by: int(0...500) * 60_000),
          minutes: int(10...120),
          jury: jury.map(\.id))
      })
  }

  /// An oral in front of two jurors, who are there, ready to start.
  fileprivate mutating func readyOral() throws -> Oral {
    var plan = plan()
    plan.marking = .shared
    for index in plan.jury.indices {
      plan.jury[index].years = 5
      plan.jury[index].isExternal = true
      plan.jury[index].isSubstitute = false
    }
    let candidate = Candidate(
      id: "lea", family: "Durand", given: "Léa", route: .training, format: "block1", interviewMinutes: nil,
      extraMinutes: int(0...20), heldBlocks: [])
    var oral = try Oral(of: candidate, plan: plan, referential: .rncp37827)
    let facts = plan.jury.flatMap { [Event.jurorPresent(juror: $0.id, true), .noTieDeclared(juror: $0.id)] }
    for event in [.identityChecked(true)] + facts { try oral.apply(Fact(event), at: .nine) }
    return oral
  }

  /// What a jury might do next, allowed or not.
  fileprivate mutating func event(in oral: Oral) -> Event {
    let competency = one(of: oral.competencies)
    let criterion = one(of: competency.criteria).id
    return switch int(0...19) {
    case 0: .clockStarted(backdatedBy: int(0...5000))
    case 1: .clockPaused(reason: text(0...5))
    case 2: .clockResumed(backdatedBy: int(0...3000))
    case 3: .phaseEntered(phase: one(of: oral.clock.phases).id)
    case 4: oneIn(4) ? .oralEnded : .candidateAbsent(reason: words())
    case 5: .oralReopened
    case 6: .noted(subject: oneIn(2) ? criterion : "oral", text: text(0...12))
    case 7: .noteWithdrawn(note: int(1...4))
    case 8: .noteRestored(note: int(1...4))
    case 9: .questionPrepared(criterion: criterion, text: text(0...8))
    case 10: .questionAsked(criterion: criterion)
    case 11: .questionUnasked(criterion: criterion)
    case 12, 13:
      .verdictGiven(competency: competency.id, acquired: one(of: [true, false, nil]), unmarkedConfirmed: true)
    case 14: .blockDecided(block: one(of: oral.blocks).id, acquired: one(of: [true, false, nil]), reason: words())
    case 15: .decisionTaken(decision: one(of: [.admitted, .partial, nil]), comment: text(0...6))
    default: .criterionMarked(criterion: criterion, mark: one(of: Mark.allCases))
    }
  }

  /// An oral played for a while, and its facts.
  fileprivate mutating func playedOral(acts: Int = 40) throws -> (oral: Oral, blank: Oral, entries: [Entry]) {
    let blank = try readyOral()
    var oral = blank
    var entries: [Entry] = []
    var now = Stamp.nine
    func take(_ fact: Fact) {
      guard (try? oral.apply(fact, at: now)) != nil else { return }
      entries.append(Entry(n: entries.count + 1, fact: fact, at: now))
    }
    take(Fact(.clockStarted(backdatedBy: 0)))
    for _ in 0..<acts {
      now = now.advanced(by: int(0...20_000))
      if oneIn(8), let undo = oral.undo { take(undo) } else { take(Fact(event(in: oral))) }
    }
    return (oral, blank, entries)
  }
}

/// What a key can change and undo, of an oral.
private struct Undoable: Equatable {
  let marks: [String: Mark]
  let notes: [String]
  let questions: [String: String]
  let asked: [String: [Stamp]]
  let verdicts: [String: Bool]
  let blocks: [String: Oral.BlockVerdict]
  let decision: Decision?
  let comment: String

  init(_ oral: Oral) {
    marks = oral.marks.filter { $0.value != .none }
    notes = oral.notes().map(\.text)
    questions = oral.questions.mapValues(\.text).filter { !$0.value.isEmpty }
    asked = oral.questions.mapValues(\.askedAt).filter { !$0.value.isEmpty }
    verdicts = oral.verdicts.mapValues(\.acquired)
    blocks = oral.blockVerdicts
    decision = oral.decision
    comment = oral.comment
  }
}

@Suite struct EvaluationProperties {
  @Test func `the facts of an oral, written and read, replay to the same oral`() {
    always { draws in
      let (oral, blank, entries) = try draws.playedOral()
      var replayed = blank
      for entry in entries {
        guard let fact = Fact(json: try JSON.parse(entry.fact.json.bytes)), fact == entry.fact else { return false }
        try replayed.apply(fact, at: entry.at)
      }
      return replayed == oral
    }
  }

  @Test func `a fold of the facts, in parts of any size, is the oral`() {
    always { draws in
      let (oral, blank, entries) = try draws.playedOral()
      var fold = Fold(blank)
      var rest = entries[...]
      while !rest.isEmpty {
        let part = rest.prefix(draws.int(1...7))
        fold.receive(Array(part), from: Oral.jury)
        rest = rest.dropFirst(part.count)
      }
      return fold.oral == oral && fold.voidCount == 0
    }
  }

  @Test func `an act undone leaves what it changed as it was`() {
    always { draws in
      let (oral, _, entries) = try draws.playedOral(acts: 25)
      let now = (entries.last?.at ?? .nine).advanced(by: 1000)
      var after = oral
      guard (try? after.apply(Fact(draws.event(in: oral)), at: now)) != nil,
        after.sheet.undoable.count > oral.sheet.undoable.count, let undo = after.undo
      else { return true }
      try after.apply(undo, at: now)
      return Undoable(after) == Undoable(oral)
    }
  }

  @Test func `a refused fact changes nothing`() {
    always { draws in
      let (oral, _, _) = try draws.playedOral(acts: 20)
      var after = oral
      for _ in 0..<5 {
        let before = after
        if (try? after.apply(Fact(draws.event(in: after)), at: .nine)) == nil, after != before { return false }
      }
      return true
    }
  }

  @Test func `time spent and time paused add up to the time since the start`() {
    always { draws in
      let (oral, _, entries) = try draws.playedOral()
      let clock = oral.clock
      guard let start = clock.startedAt, clock.state == .running || clock.state == .paused else { return true }
      let now = (entries.last?.at ?? start).advanced(by: draws.int(0...100_000))
      let phases = clock.phases.indices.reduce(0) { $0 + clock.spent(inPhase: $1, at: now) }
      guard phases == clock.totalSpent(at: now) else { return false }
      // A reopened oral was at rest for a while, and a backdated act takes from one count what it gives to the other.
      let isPlain = entries.allSatisfy {
        switch $0.fact.event {
        case .oralReopened, .oralEnded: false
        case .clockResumed(let backdated), .clockStarted(let backdated): backdated == 0
        default: true
        }
      }
      return !isPlain || phases + clock.paused(at: now) == now.elapsed(since: start).milliseconds
    }
  }

  @Test func `steps of the wall clock change no count`() {
    always { draws in
      let (oral, blank, entries) = try draws.playedOral()
      var stepped = blank
      var now = oral.lastFactAt ?? .nine
      for entry in entries {
        var at = entry.at
        at.at = at.at.advanced(by: draws.int(-90_000_000...90_000_000))
        try stepped.apply(entry.fact, at: at)
      }
      now = now.advanced(by: 5000)
      return stepped.clock.phases.indices.allSatisfy {
        stepped.clock.spent(inPhase: $0, at: now) == oral.clock.spent(inPhase: $0, at: now)
      } && stepped.clock.paused(at: now) == oral.clock.paused(at: now) && !stepped.clock.isUncertain
    }
  }

  @Test func `a plan is the same once written and read`() {
    always { draws in
      let plan = draws.plan()
      return try Plan(json: JSON.parse(Array(plan.json.readableText.utf8))) == plan
    }
  }

  @Test func `a time of day and a day are read from what they are written as`() {
    always { draws in
      let time = WallTime(
        unixMilliseconds: draws.int(-2_000_000_000_000...9_000_000_000_000), offsetMinutes: draws.int(-1439...1439))
      return WallTime(time.text) == time && CalendarDate(time.date.text) == time.date
    }
  }

  @Test func `days are in the order of their texts`() {
    always { draws in
      let (a, b) = (draws.int(-700_000...2_900_000), draws.int(-700_000...2_900_000))
      return (a < b) == (CalendarDate(daysSince1970: a).text < CalendarDate(daysSince1970: b).text)
    }
  }

  @Test func `a referential is the same once written and read, whatever its texts`() {
    always(cases: 30) { draws in
      var referential = Referential.rncp37827
      referential = Referential(
        certification: referential.certification, blocks: referential.blocks, assessments: referential.assessments,
        formats: referential.formats.map { format in
          OralFormat(
            id: format.id, title: draws.words(1...2), blocks: format.blocks,
            phases: format.phases.map {
              OralFormat.Phase(
                id: $0.id, title: draws.words(1...2), minutes: draws.int(1...90), assessments: $0.assessments)
            })
        }, rules: referential.rules, source: draws.words())
      guard case .success(let again) = Referential.check(referential.json.bytes) else { return false }
      return again == referential
    }
  }
}
