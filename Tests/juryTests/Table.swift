import Evaluation
import JSON
import Testing

@testable import Store
@testable import jury

/// Jurors' consoles around one oral: each writes a journal of its own, and hears at once what the others say.
struct Table {
  /// What one juror's console has in memory, and will have on disk.
  struct Seat {
    var fold: Fold
    var bytes: [UInt8]
    var head: String
    var count = 0
  }

  let jurors: [String]
  private(set) var seats: [String: Seat] = [:]
  private(set) var minute = 0

  init(_ jurors: [String], _ session: Session, _ candidate: Candidate) throws {
    self.jurors = jurors
    for juror in jurors {
      let header = JournalHeader(
        identity: .oral(session: session.plan.id, candidate: candidate.id, author: juror), at: Self.wall(0).text,
        boot: "b", up: 0)
      let blank = try Oral(of: candidate, plan: session.plan, referential: session.referential, viewer: juror)
      seats[juror] = Seat(fold: Fold(blank), bytes: header.bytes, head: LineDigest.of(header.bytes))
    }
  }

  func oral(_ juror: String) throws -> Oral { try #require(seats[juror]).fold.oral }

  var now: WallTime { Self.wall(minute) }

  static func wall(_ minute: Int) -> WallTime {
    WallTime(unixMilliseconds: 1_796_115_600_000 + minute * 60_000, offsetMinutes: 60)
  }

  /// One says something, a minute later, and every console hears of it.
  mutating func say(_ juror: String, _ events: Event...) throws {
    for event in events {
      minute += 1
      var seat = try #require(seats[juror])
      let stamp = Stamp(at: now, boot: "b", up: minute * 60_000)
      if let refusal = seat.fold.oral.refusal(of: event, at: stamp) { throw refusal }
      let line = Line(
        n: seat.count + 1, at: stamp.at.text, boot: "b", up: stamp.up, event: Fact(event).json, prev: seat.head,
        seen: seat.fold.seen(by: event))
      seat.count += 1
      seat.bytes += line.bytes
      seat.head = LineDigest.of(line.bytes)
      seats[juror] = seat
      let entry = Entry(n: line.n, fact: Fact(event), at: stamp, seen: line.seen)
      for reader in jurors { seats[reader]?.fold.receive([entry], from: juror) }
    }
  }

  /// Present without ties, heard, marked apart, and handed in. The last of them would not grant C2.
  mutating func hear() throws {
    for juror in jurors { try say(juror, .jurorPresent(juror: juror, true), .noTieDeclared(juror: juror)) }
    try say(jurors[0], .identityChecked(true), .clockStarted(backdatedBy: 0))
    for juror in jurors {
      let isGranted = juror != jurors.last
      try say(
        juror, .criterionMarked(criterion: "C2.1", mark: isGranted ? .met : .notMet),
        .noted(subject: "C2", text: "SECRET note \(juror)"),
        .questionPrepared(criterion: "C2.1", text: "SECRET question \(juror)"),
        .opinionGiven(competency: "C2", acquired: isGranted))
    }
    try say(jurors[0], .oralEnded)
    for juror in jurors { try say(juror, .handedIn) }
  }

  /// C2 granted by a vote, everything else too, and confirmed by each; the last of them put a reservation.
  mutating func decide(reservation: String) throws {
    let leader = jurors[0]
    try say(leader, .voteOpened(competency: "C2"))
    for juror in jurors { try say(juror, .voteCast(competency: "C2", acquired: juror != jurors.last)) }
    for competency in try oral(leader).competencies {
      try say(
        leader,
        .verdictGiven(
          competency: competency.id, acquired: true, unmarkedConfirmed: true,
          motive: competency.id == "C2" ? "SECRET motif" : ""))
    }
    try say(leader, .blockDecided(block: "B1", acquired: true, reason: ""))
    try say(leader, .decisionTaken(decision: .admitted, comment: "Bonne tenue."))
    try say(jurors[jurors.count - 1], .reservationMade(text: reservation, inGrid: true))
    try say(jurors[1], .reservationMade(text: "SECRET réserve", inGrid: false))
    let revision = try oral(leader).revision
    for juror in jurors { try say(juror, .wholeConfirmed(revision: revision)) }
  }
}
