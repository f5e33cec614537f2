import Evaluation
import JSON
import Seal
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

  let session: Session
  let candidate: Candidate
  let jurors: [String]
  private(set) var seats: [String: Seat] = [:]
  private(set) var minute = 0
  /// As the last one to seal it did; its file is ``files``' to say.
  private(set) var sealed: SealedGrid?

  /// - Parameter starts: by juror, when they opened their console.
  init(_ jurors: [String], _ session: Session, _ candidate: Candidate, starts: [String: Stamp] = [:]) throws {
    (self.session, self.candidate, self.jurors) = (session, candidate, jurors)
    for juror in jurors {
      let start = starts[juror] ?? Self.stamp(0)
      let header = JournalHeader(
        identity: .oral(session: session.plan.id, candidate: candidate.id, author: juror), at: start.at.text,
        boot: start.boot, up: start.up)
      let blank = try session.empty(candidate, viewer: juror)
      seats[juror] = Seat(fold: Fold(blank), bytes: header.bytes, head: LineDigest.of(header.bytes))
    }
  }

  func oral(_ juror: String) throws -> Oral { try #require(seats[juror]).fold.oral }

  var now: WallTime { Self.wall(minute) }

  static func wall(_ minute: Int) -> WallTime {
    WallTime(unixMilliseconds: 1_796_115_600_000 + minute * 60_000, offsetMinutes: 60)
  }

  private static func stamp(_ minute: Int) -> Stamp { Stamp(at: wall(minute), boot: "b", up: minute * 60_000) }

  /// One says something, a minute later, and every console hears of it.
  mutating func say(_ juror: String, _ events: Event...) throws {
    for event in events {
      minute += 1
      try append(Fact(event), by: juror, at: Self.stamp(minute))
    }
  }

  mutating func append(_ fact: Fact, by juror: String, at stamp: Stamp) throws {
    var seat = try #require(seats[juror])
    if let refusal = seat.fold.oral.refusal(of: fact, at: stamp) { throw refusal }
    let line = Line(
      n: seat.count + 1, at: stamp.at.text, boot: stamp.boot, up: stamp.up, event: fact.json, prev: seat.head,
      seen: seat.fold.seen(by: fact.event))
    seat.count += 1
    seat.bytes += line.bytes
    seat.head = LineDigest.of(line.bytes)
    seats[juror] = seat
    let entry = Entry(n: line.n, fact: fact, at: stamp, seen: line.seen)
    for reader in jurors { seats[reader]?.fold.receive([entry], from: juror) }
  }

  mutating func seal(by juror: String, at stamp: Stamp? = nil) throws {
    let grid = try oral(juror).grid(
      referentialDigest: session.referentialDigest,
      sources: seats.map { JournalSource(path: path(of: $0), head: $1.head, lines: $1.count) }, at: stamp?.at ?? now,
      thumbprint: { try? PublicKey(jwk: $0).thumbprint })
    let sealed = try SealedGrid(sealing: grid)
    self.sealed = sealed
    try record(.gridSealed(digest: sealed.digest), by: juror, at: stamp)
  }

  /// A juror signs from their own console: in their journal alone.
  mutating func sign(as juror: String, with key: PrivateKey, at stamp: Stamp? = nil) throws {
    let signature = try #require(sealed).signature(by: juror, with: key, at: stamp?.at ?? now)
    try record(
      .gridSigned(juror: juror, thumbprint: key.publicKey.thumbprint, signature: signature), by: juror, at: stamp)
  }

  private mutating func record(_ event: Event, by juror: String, at stamp: Stamp?) throws {
    if let stamp { try append(Fact(event), by: juror, at: stamp) } else { try say(juror, event) }
  }

  /// A journal's file, in the session's directory.
  private func path(of juror: String) -> String { "orals/\(candidate.id)/\(juror).jsonl" }

  /// The journals and the grid, each by its path in the session's directory.
  func files() throws -> [String: [UInt8]] {
    var files = Dictionary(uniqueKeysWithValues: seats.map { (path(of: $0), $1.bytes) })
    if let sealed {
      files["grids/\(candidate.id).grid.json"] =
        SealedGrid.assembled(sealed, from: try oral(jurors[0]).seal).envelope.bytes
    }
    return files
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
