import Evaluation
import JSON
import Seal
import Store

@testable import jury

/// An oral's facts with the times a test chooses, and what a console would leave of them on disk.
struct WrittenOral {
  let session: Session
  private(set) var oral: Oral
  /// The journal, whole.
  private(set) var journal: [UInt8]
  private(set) var sealed: SealedGrid?
  private var head: String

  /// The journal's file, in the session's directory.
  var path: String { "orals/\(oral.candidate.id)/\(Oral.jury).jsonl" }

  init(of candidate: Candidate, in session: Session, from start: Stamp) throws(Refusal) {
    self.session = session
    oral = try session.empty(candidate)
    let header = JournalHeader(
      identity: .oral(session: session.plan.id, candidate: candidate.id, author: Oral.jury), at: start.at.text,
      boot: start.boot, up: start.up)
    journal = header.bytes
    head = LineDigest.of(header.bytes)
  }

  mutating func append(_ fact: Fact, at stamp: Stamp) throws(Refusal) {
    try oral.apply(fact, at: stamp)
    let line = Line(
      n: oral.factCount, at: stamp.at.text, boot: stamp.boot, up: stamp.up, event: fact.json, prev: head)
    journal += line.bytes
    head = LineDigest.of(line.bytes)
  }

  mutating func seal(at stamp: Stamp) throws(Refusal) {
    let grid = try oral.grid(
      referentialDigest: session.referentialDigest,
      sources: [JournalSource(path: path, head: head, lines: oral.factCount)], at: stamp.at,
      thumbprint: { try? PublicKey(jwk: $0).thumbprint })
    let sealed = try SealedGrid(sealing: grid)
    self.sealed = sealed
    try append(Fact(.gridSealed(digest: sealed.digest)), at: stamp)
  }

  mutating func sign(as juror: String, with key: PrivateKey, at stamp: Stamp) throws(Refusal) {
    sealed = try sealed?.signed(by: juror, with: key, at: stamp.at)
    try append(Fact(.gridSigned(juror: juror, thumbprint: key.publicKey.thumbprint)), at: stamp)
  }

  mutating func refuse(as juror: String, because reason: String, at stamp: Stamp) throws(Refusal) {
    sealed = try sealed?.refused(by: juror, because: reason, at: stamp.at)
    try append(Fact(.signatureRefused(juror: juror, reason: reason)), at: stamp)
  }
}
