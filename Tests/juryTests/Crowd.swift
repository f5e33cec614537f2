import Evaluation
import Foundation
import JSON
import Seal
import Store
import Testing

@testable import jury

/// Two hundred candidates, each with an oral full of things that are nobody else's business. "Zq" and a number stand in
/// every name, id, note and reason: a candidate's own are 100 to 299, all others from 900 on are jurors', the manager's, or
/// the deliberation's.
struct Crowd {
  let plan: Plan
  /// Of criteria, one in how many is marked.
  let markedEvery: Int
  /// By juror, what they sign with.
  private let keys: [String: PrivateKey]

  init(_ marking: Plan.Marking, isMock: Bool = true, markedEvery: Int = 1) throws {
    self.markedEvery = markedEvery
    keys = ["juror0": try PrivateKey(), "juror1": try PrivateKey()]
    let keys = keys
    let jury = (0..<2).map { number in
      Juror(
        id: "juror\(number)", family: "Zq90\(number)", given: "Zq91\(number)", post: "Zq92\(number)",
        company: "Zq93\(number)", years: 5, isExternal: true, isPresident: number == 0,
        key: keys["juror\(number)"]?.publicKey.jwk)
    }
    let candidates = (100..<300).map { number in
      Candidate(
        id: "zq\(number)", family: "Zq\(number)", given: "Zq\(number)", route: .training, format: "block3",
        interviewMinutes: nil, extraMinutes: 0, heldBlocks: [])
    }
    let date = try #require(CalendarDate("2026-12-01"))
    plan = Plan(
      id: "foule", title: isMock ? "Oral blanc" : "Oral", certification: "RNCP37827", from: date, to: date,
      centre: .init(name: "Centre", address: "Zq941"),
      manager: .init(name: "Zq942", function: "Zq943", key: try PrivateKey().publicKey.jwk),
      marking: marking, isMock: isMock, jury: jury, candidates: candidates)
  }

  /// The numbers after "Zq" in a text, in any case, with a letter that follows. All are of three digits: a digest, too, may
  /// have "zq" in it.
  static func marks(in text: String) -> Set<String> {
    var found: Set<String> = []
    for piece in text.lowercased().split(separator: "zq", omittingEmptySubsequences: false).dropFirst()
    where piece.prefix(3).filter(\.isNumber).count == 3 {
      found.insert(String(piece.prefix { $0.isNumber || $0 == "s" }))
    }
    return found
  }

  /// The oral of a candidate, to its decision.
  func oral(of candidate: Candidate) throws -> CrowdOral {
    var written = try CrowdOral(candidate, in: plan)
    let isApart = plan.marking == .individual
    let authors = written.authors
    try written.say(authors[0], .identityChecked(true))
    for juror in ["juror0", "juror1"] {
      try written.say(isApart ? juror : Oral.jury, .jurorPresent(juror: juror, true), .noTieDeclared(juror: juror))
    }
    try written.say(authors[0], .clockStarted(backdatedBy: 0))
    for author in authors {
      for (index, criterion) in written.oral.competencies.flatMap(\.criteria).enumerated()
      where index % markedEvery == 0 {
        let isDoubted = author == "juror1" && index % (3 * markedEvery) == 0
        try written.say(author, .criterionMarked(criterion: criterion.id, mark: isDoubted ? .notMet : .met))
      }
      try written.say(
        author, .noted(subject: "oral", text: "Zq960 gardée"),
        .noted(subject: "oral", text: "Zq\(candidate.family.dropFirst(2))s"))
      if plan.isMock { try written.say(author, .noteShared(note: 2, true)) }
      try written.say(author, .questionPrepared(criterion: "C14.1", text: "Zq961"))
    }
    try written.say(authors[0], .clockPaused(reason: "Zq962"), .oralEnded)
    for author in authors where isApart {
      for competency in written.oral.competencies {
        try written.say(author, .opinionGiven(competency: competency.id, acquired: author == "juror0"))
      }
    }
    for author in authors where isApart { try written.say(author, .handedIn) }
    for competency in written.oral.competencies {
      try written.say(
        authors[0],
        .verdictGiven(competency: competency.id, acquired: true, unmarkedConfirmed: true, motive: "Zq963"))
    }
    for block in written.oral.blocks {
      try written.say(authors[0], .blockDecided(block: block.id, acquired: true, reason: ""))
    }
    try written.say(authors[0], .decisionTaken(decision: .admitted, comment: ""))
    for author in authors where isApart {
      try written.say(
        author, .wholeConfirmed(revision: written.oral.revision), .reservationMade(text: "Zq964", inGrid: true))
    }
    return written
  }

  /// The whole session on disk: journals, signed grids, the manager's day and, of a real one, its sealed minutes.
  func write(to path: String) throws -> Session {
    let directory = SessionDirectory(path)
    try directory.create()
    try directory.replace(directory.plan, with: plan.json.bytes)
    let session = try Session(path: path)
    func put(_ name: String, _ bytes: [UInt8]) throws {
      let file = URL(fileURLWithPath: "\(path)/\(name)")
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    for candidate in plan.candidates {
      var written = try oral(of: candidate)
      try put("grids/\(candidate.id).grid.json", try written.seal(in: session, signedWith: keys))
      for (author, bytes) in written.journals { try put("orals/\(candidate.id)/\(author).jsonl", bytes) }
    }
    let desk = try MinutesDesk(session, now: SystemClock().now)
    for candidate in plan.candidates {
      try desk.record(.attendanceTaken(candidate: candidate.id, attendance: .late(minutes: 5)))
    }
    for candidate in plan.candidates.prefix(3) {
      let text = "Zq970 \(candidate.name)"
      try desk.record(.incidentReported(code: .equipment, room: nil, candidate: candidate.id, text: text))
    }
    for incident in desk.day.standingIncidents {
      try desk.record(.incidentClosed(incident: incident.n, outcome: "Zq973"))
    }
    try desk.record(.messageSent(rooms: [], text: "Zq971"))
    try desk.record(.observationsWritten(text: "Zq972"))
    if !plan.isMock { _ = try desk.seal() }
    return session
  }
}

/// One of a crowd's orals, with what its consoles would have on disk.
struct CrowdOral {
  private(set) var oral: Oral
  /// By author, whole.
  private(set) var journals: [String: [UInt8]] = [:]
  let authors: [String]
  private let candidate: Candidate
  private let session: String
  private var counts: [String: Int] = [:]
  private var heads: [String: String] = [:]
  /// By author, what they had last said that they had seen.
  private var seen: [String: [String: Int]] = [:]
  private var second = 0

  init(_ candidate: Candidate, in plan: Plan) throws {
    oral = try Oral(of: candidate, plan: plan, referential: .rncp37827)
    authors = plan.marking == .individual ? ["juror0", "juror1"] : [Oral.jury]
    (self.candidate, session) = (candidate, plan.id)
    for author in authors {
      let start = stamp
      let header = JournalHeader(
        identity: .oral(session: session, candidate: candidate.id, author: author), at: start.at.text, boot: start.boot,
        up: start.up)
      journals[author] = header.bytes
      heads[author] = LineDigest.of(header.bytes)
    }
  }

  private var stamp: Stamp {
    let at = WallTime(unixMilliseconds: 1_796_112_000_000 + second * 1000, offsetMinutes: 60)
    return Stamp(at: at, boot: "Zq950", up: second * 1000)
  }

  /// One says something, a second later; every other console hears of it before anybody speaks again.
  mutating func say(_ author: String, _ events: Event...) throws {
    for event in events {
      second += 1
      let stamp = stamp
      try oral.apply(Fact(event), by: author, at: stamp)
      let n = counts[author, default: 0] + 1
      let now = counts.filter { $0.key != author && $0.value > seen[author]?[$0.key] ?? 0 }
      let line = Line(
        n: n, at: stamp.at.text, boot: stamp.boot, up: stamp.up, event: Fact(event).json, prev: heads[author] ?? "",
        seen: now)
      seen[author, default: [:]].merge(now) { $1 }
      counts[author] = n
      journals[author, default: []] += line.bytes
      heads[author] = LineDigest.of(line.bytes)
    }
  }

  /// The bytes of its grid, sealed and signed by each juror.
  mutating func seal(in session: Session, signedWith keys: [String: PrivateKey]) throws -> [UInt8] {
    let sources = authors.map {
      JournalSource(path: "orals/\(candidate.id)/\($0).jsonl", head: heads[$0] ?? "", lines: counts[$0] ?? 0)
    }
    let grid = try oral.grid(
      referentialDigest: session.referentialDigest, sources: sources, at: stamp.at,
      thumbprint: { try? PublicKey(jwk: $0).thumbprint })
    var sealed = try SealedGrid(sealing: grid)
    try say(authors[0], .gridSealed(digest: sealed.digest))
    for (juror, key) in keys.sorted(by: { $0.key < $1.key }) {
      let signature = try sealed.signature(by: juror, with: key, at: stamp.at)
      sealed = try sealed.adding(signature, of: juror)
      let author = authors.contains(juror) ? juror : authors[0]
      try say(author, .gridSigned(juror: juror, thumbprint: key.publicKey.thumbprint, signature: signature))
    }
    return sealed.envelope.bytes
  }
}
