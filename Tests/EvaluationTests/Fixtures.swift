import JSON

@testable import Evaluation

extension Referential {
  /// 2 blocks, 3 competencies, 7 criteria, 2 assessments: enough for every rule.
  static let small = Referential(
    certification: Certification(
      id: "RNCP1", title: "Essai", gridTitle: "ESSAI", committeeAddress: "comite@exemple.fr", committee: "Comité"),
    blocks: [
      Block(
        id: "B1", code: "RNCP1BC01", title: "Premier bloc",
        competencies: [.small("C1", on: "E1", criteria: 3), .small("C2", on: "E1", criteria: 2)]),
      Block(
        id: "B2", code: "RNCP1BC02", title: "Second bloc", competencies: [.small("C3", on: "E2", criteria: 2)]),
    ],
    assessments: [.small("E1", ["C1", "C2"]), .small("E2", ["C3"])],
    formats: [
      OralFormat(
        id: "title", title: "Titre", blocks: ["B1", "B2"],
        phases: [
          OralFormat.Phase(id: "presentation", title: "Présentation", minutes: 4, assessments: ["E1", "E2"]),
          OralFormat.Phase(id: "questions", title: "Questions", minutes: 2, assessments: []),
        ]),
      OralFormat(
        id: "block1", title: "Bloc 1", blocks: ["B1"],
        phases: [
          OralFormat.Phase(id: "e1", title: "E1", minutes: 3, assessments: ["E1"]),
          OralFormat.Phase(id: "questions", title: "Questions", minutes: 1, assessments: []),
        ]),
    ],
    rules: JuryRules(
      minimumMembers: 2, minimumYears: 2, minimumExternalPercent: 50, deliverablesDays: 5, documentsDays: 7),
    source: "essai")
}

extension Competency {
  static func small(_ id: String, on assessment: String, criteria count: Int) -> Competency {
    Competency(
      id: id, title: "Savoir \(id)", label: id, assessment: assessment,
      criteria: (1...count).map {
        Criterion(id: "\(id).\($0)", label: "\(id).\($0)", text: "Critère \($0)", details: [])
      }
    )
  }
}

extension Assessment {
  static func small(_ id: String, _ competencies: [String]) -> Assessment {
    Assessment(
      id: id, kind: .casPratique, name: id, label: id, expected: [], competencies: competencies, deliverables: [],
      evaluation: [])
  }
}

extension Juror {
  static func fictitious(
    _ id: String, years: Int = 5, external: Bool = false, president: Bool = false, key: JSON? = .object(["kid": "k"])
  ) -> Juror {
    Juror(
      id: id, family: "Nom-\(id)", given: id.capitalizedFirst, post: "développeuse", company: "Exemple SARL",
      years: years, isExternal: external, isPresident: president, key: key)
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Candidate {
  static func fictitious(_ id: String, format: String? = "title", extra: Int = 0, held: [String] = []) -> Candidate {
    Candidate(
      id: id, family: "Durand", given: "Léa", route: format == nil ? .vae : .training, format: format,
      interviewMinutes: nil, extraMinutes: extra, heldBlocks: held)
  }
}

extension Plan {
  /// Amina (external, presides) and Bruno hear everyone.
  static func small(
    jury: [Juror] = [.fictitious("amina", external: true, president: true), .fictitious("bruno")],
    candidates: [Candidate] = [.fictitious("lea")]
  ) -> Plan {
    Plan(
      id: "essai", title: "Session d'essai", certification: "RNCP1", referentialFile: nil,
      from: CalendarDate(daysSince1970: 20_788), to: CalendarDate(daysSince1970: 20_789),
      centre: Centre(name: "Lille", address: "1 rue d'Essai, Lille"),
      manager: Manager(name: "Zoé Blanc", function: "Responsable de session"), settings: Settings(),
      isSample: true, isMock: false, jury: jury, candidates: candidates,
      slots: candidates.map {
        Slot(candidate: $0.id, room: "Salle 2", start: Stamp.start.at, minutes: 120, jury: jury.map(\.id))
      })
  }
}

extension Stamp {
  /// 2026-12-01, 09:00:00 in Paris, on a machine up for a thousand seconds.
  static let start = Stamp(
    at: WallTime(unixMilliseconds: 1_796_112_000_000, offsetMinutes: 60), boot: "boot-1", up: 1_000_000)

  /// Some seconds after ``start``.
  static func second(_ seconds: Int) -> Stamp { start.advanced(by: seconds * 1000) }
}

extension Oral {
  static func planned(
    _ candidate: Candidate = .fictitious("lea"), jury: [Juror]? = nil, referential: Referential = .small
  ) throws -> Oral {
    let plan = jury.map { Plan.small(jury: $0, candidates: [candidate]) } ?? .small(candidates: [candidate])
    return try Oral(of: candidate, plan: plan, referential: referential)
  }

  /// Identity checked, the whole jury present without ties: the clock may start.
  static func ready(
    _ candidate: Candidate = .fictitious("lea"), jury: [Juror]? = nil, referential: Referential = .small
  ) throws -> Oral {
    var oral = try planned(candidate, jury: jury, referential: referential)
    try oral.play([.identityChecked(true)])
    for juror in oral.plan.jury {
      try oral.play([.jurorPresent(juror: juror.id, true), .noTieDeclared(juror: juror.id)])
    }
    return oral
  }

  /// Heard to the end: the jury deliberates, every criterion marked `met`.
  static func ended(_ candidate: Candidate = .fictitious("lea"), jury: [Juror]? = nil) throws -> Oral {
    var oral = try ready(candidate, jury: jury)
    try oral.play([.clockStarted(backdatedBy: 0)])
    for criterion in oral.competencies.flatMap(\.criteria) {
      try oral.play([.criterionMarked(criterion: criterion.id, mark: .met)])
    }
    try oral.play([.oralEnded])
    return oral
  }

  /// Everything acquired and decided: nothing keeps the grid from being sealed.
  static func decided(_ candidate: Candidate = .fictitious("lea"), jury: [Juror]? = nil) throws -> Oral {
    var oral = try ended(candidate, jury: jury)
    for block in oral.blocks {
      for competency in block.competencies { try oral.play([.acquired(competency.id)]) }
      try oral.play([.blockDecided(block: block.id, acquired: true, reason: "")])
    }
    try oral.play([.decisionTaken(decision: .admitted, comment: "")])
    return oral
  }

  /// Applies events one after the other, all at one moment.
  mutating func play(_ events: [Event], at stamp: Stamp = .start) throws {
    for event in events { try apply(Fact(event), at: stamp) }
  }

  /// Undoes the last fact, as the key does.
  mutating func playUndo(at stamp: Stamp = .start) throws {
    guard let undo else { throw NothingToUndo() }
    try apply(undo, at: stamp)
  }

  /// The French reason for which an event is refused now, or nil.
  func reason(against event: Event, at stamp: Stamp = .start) -> String? { refusal(of: event, at: stamp)?.reason.fr }
}

struct NothingToUndo: Error {}

extension Event {
  static func acquired(_ competency: String, _ acquired: Bool? = true, confirmed: Bool = false) -> Event {
    .verdictGiven(competency: competency, acquired: acquired, unmarkedConfirmed: confirmed)
  }
}
