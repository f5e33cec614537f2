import Evaluation
import JSON
import Store

/// What a session holds on one of its candidates, as they may have it.
///
/// Its law: nothing on anybody else, jurors included, and nothing of how the jury came to its result (law 6): no mark, note,
/// opinion, vote or motive, no free text about the session; ``withheld`` says so.
struct PersonalData {
  let candidate: Candidate
  let referential: Referential
  let json: JSON
  /// Of a mock oral that they may review.
  let review: Review?

  init(of candidate: Candidate, in session: Session) throws(Refusal) {
    (self.candidate, referential) = (candidate, session.referential)
    let plan = session.plan
    let oral = try session.oral(of: candidate)
    let day = try session.day()
    review = try? ReviewFile(of: candidate, in: session, state: StateDirectory.ofThisUser).review
    let minutes = try StoredMinutes(in: session)?.sealed.content.json
    json = .object([
      "format": "jury-personal-data/1",
      "session": .object([
        "id": .string(plan.id), "title": .string(plan.title), "from": .string(plan.from.text),
        "to": .string(plan.to.text), "centre": .string(plan.centre.name), "mock": .bool(plan.isMock),
      ]),
      "candidate": Self.record(of: candidate.id, in: plan.json) ?? .null,
      "earlierRecords": .array(try Self.earlierRecords(of: candidate.id, in: session)),
      "ties": .array(plan.ties.filter { $0.candidate == candidate.id }.map { .string($0.kind.rawValue) }),
      "slot": plan.slot(of: candidate.id).map {
        .object([
          "room": .string($0.room), "start": .string($0.start.text), "minutes": .int($0.minutes),
          "link": $0.link.map(JSON.string),
        ])
      },
      "attendance": day.attendance[candidate.id].map(Self.said),
      "incidents": .array(day.incidents.filter { $0.candidate == candidate.id }.map(Self.said)),
      "oral": Self.said(oral), "grids": .array(try Self.grids(of: candidate, in: session)),
      "minutes": minutes.flatMap { Self.record(of: candidate.id, in: $0) },
      "withheld": .string(Self.withheld.fr),
    ])
  }

  static let withheld = Phrase(
    "Le secret de la délibération garde au jury ses coches, notes, avis, votes et motifs ; les textes libres du responsable et les noms d'autres personnes n'y sont pas.",
    "The secrecy of the deliberation keeps the jury's marks, notes, opinions, votes and motives with it; the manager's free texts and other people's names are left out."
  )

  /// The candidate's own object among a plan's, or minutes', candidates.
  private static func record(of id: String, in json: JSON) -> JSON? {
    json["candidates"]?.array?.first { $0["id"]?.string == id }
  }

  /// As signed plans had it, where that was otherwise.
  private static func earlierRecords(of id: String, in session: Session) throws(Refusal) -> [JSON] {
    var records: [JSON] = []
    let now = record(of: id, in: session.plan.json)
    for number in session.directory.signedPlanNumbers {
      guard let bytes = try session.contents(session.directory.signedPlan(number)) else { continue }
      let plan = try SignedPlan(parsing: bytes, number: number).plan
      if let record = record(of: id, in: plan.json), record != now, !records.contains(record) { records.append(record) }
    }
    return records
  }

  private static func said(_ attendance: Attendance) -> JSON {
    switch attendance {
    case .present: "present"
    case .late(let minutes): .object(["lateMinutes": .int(minutes)])
    case .absent(let reason): .object(["absent": .string(reason)])
    }
  }

  private static func said(_ incident: Day.Incident) -> JSON {
    .object([
      "at": .string(incident.at.at.text), "code": .string(incident.code.phrase.fr),
      "closedAt": incident.closedAt.map { .string($0.at.text) }, "withdrawn": incident.isWithdrawn ? true : nil,
    ])
  }

  /// Whether they came, and their time; never what was thought of it.
  private static func said(_ oral: Oral) -> JSON {
    let clock = oral.clock
    return .object([
      "format": .string(oral.format.title), "identityChecked": .bool(oral.isIdentityChecked),
      "absence": oral.absence.map(JSON.string), "startedAt": clock.startedAt.map { .string($0.at.text) },
      "endedAt": clock.endedAt.map { .string($0.at.text) },
      "phases": .array(
        clock.phases.map {
          .object(["title": .string($0.title), "planned": .int($0.planned), "spent": .int($0.spent)])
        }),
      "pauses": .int(clock.pauses.count),
    ])
  }

  /// Sealed grids, those taken back too, without signers, journals and reservations.
  private static func grids(of candidate: Candidate, in session: Session) throws(Refusal) -> [JSON] {
    let directory = session.directory
    let names = (try? directory.disk.names(in: directory.grids)) ?? []
    var grids: [JSON] = []
    for name in names where name == "\(candidate.id).grid.json" || name.hasPrefix("\(candidate.id).void-") {
      guard let bytes = try session.contents("\(directory.grids)/\(name)") else { continue }
      let grid = try SealedGrid(parsing: bytes).grid
      guard grid.candidate == candidate.id else { continue }
      let others = ["signers", "journals", "reservations"]
      var members = (grid.json.members ?? []).filter { !others.contains($0.key) }
      if name != "\(candidate.id).grid.json" { members.append(JSON.Member("void", true)) }
      grids.append(.object(of: members))
    }
    return grids
  }
}
