import Evaluation
import JSON
import Seal
import Store

/// Plays a scripted day on disk, as the consoles of its rooms and its manager would leave it.
///
/// Its law: every fact is one that the rules allow at its time; the same plan and keys leave the same bytes.
final class DayPlayer {
  private struct Seat {
    var journal: Journal
    var oral: Oral
    var sealed: SealedGrid?
  }

  let session: Session
  let script: DayScript
  private let keys: [String: PrivateKey]
  private let clock: PlayedClock
  private let manager: MinutesDesk
  private var seats: [String: Seat] = [:]

  /// - Parameter keys: by signer, jurors and manager.
  init(_ session: Session, keys: [String: PrivateKey]) throws(Refusal) {
    self.session = session
    self.keys = keys
    var orals: [String: Oral] = [:]
    for candidate in session.plan.candidates { orals[candidate.id] = try session.empty(candidate) }
    script = DayScript(session.plan, orals: orals)
    let clock = PlayedClock(
      from: script.cues.first?.at ?? 0, offsetMinutes: session.plan.slots.first?.start.offsetMinutes ?? 0)
    self.clock = clock
    manager = try MinutesDesk(session, now: { clock.now })
  }

  /// The manager signs the plan, before anybody comes.
  func signPlan() throws(Refusal) {
    let signed = try SignedPlan(
      session.plan, number: 1, key: try key(of: Plan.Manager.id), at: clock.now.at)
    try session.directory.add(signed)
  }

  /// Plays the script to the last grid's signature.
  ///
  /// - Parameter told: called before each cue.
  func play(_ told: (DayScript.Cue) throws(Refusal) -> Void) throws(Refusal) {
    for cue in script.cues {
      try told(cue)
      clock.advance(to: cue.at)
      try perform(cue.act)
    }
    seats = [:]
  }

  /// The manager's end of the day: observations, minutes, everybody's signature.
  func close() throws(Refusal) {
    clock.advance(byMinutes: 20)
    let proposals = try session.closing(manager.day).proposals
    let text = (["La session s'est déroulée selon le planning, aux points suivants près."] + proposals).joined(
      separator: "\n")
    try manager.record(.observationsWritten(text: text))
    let sealed = try manager.seal()
    for signer in sealed.signers.map(\.juror) {
      clock.advance(byMinutes: 1)
      _ = try manager.sign(as: signer) { (_: String) throws(Refusal) in try key(of: signer) }
    }
  }

  private func perform(_ act: DayScript.Act) throws(Refusal) {
    switch act {
    case .manager(let event): try manager.record(event)
    case .closeIncident(let outcome):
      guard let last = manager.day.incidents.last else { return }
      try manager.record(.incidentClosed(incident: last.n, outcome: outcome))
    case .fact(let candidate, let event): try record(Fact(event), of: candidate)
    case .sealGrid(let candidate):
      let seat = try seat(of: candidate)
      let source = JournalSource(
        path: session.path(of: seat.journal.path), head: seat.journal.head, lines: seat.journal.count)
      let grid = try seat.oral.grid(
        referentialDigest: session.referentialDigest, sources: [source], at: clock.now.at,
        thumbprint: Session.thumbprint)
      let sealed = try SealedGrid(sealing: grid)
      try session.replace(sealed)
      seats[candidate]?.sealed = sealed
      try record(Fact(.gridSealed(digest: sealed.digest)), of: candidate)
    case .signGrid(let candidate, let juror):
      guard let sealed = try seat(of: candidate).sealed else { return }
      let key = try key(of: juror)
      let signed = try sealed.signed(by: juror, with: key, at: clock.now.at)
      try session.replace(signed)
      seats[candidate]?.sealed = signed
      try record(Fact(.gridSigned(juror: juror, thumbprint: key.publicKey.thumbprint)), of: candidate)
    }
  }

  private func record(_ fact: Fact, of candidate: String) throws(Refusal) {
    let stamp = clock.now
    var seat = try seat(of: candidate)
    try seat.oral.apply(fact, at: stamp)
    try told { () throws(StoreFault) in
      _ = try seat.journal.append(event: fact.json, at: stamp.at.text, boot: stamp.boot, up: stamp.up)
    }
    seats[candidate] = seat
  }

  private func seat(of candidate: String) throws(Refusal) -> Seat {
    if let seat = seats[candidate] { return seat }
    let stamp = clock.now
    let journal = try told { () throws(StoreFault) in
      try Journal.open(
        .oral(session: session.plan.id, candidate: candidate, author: Oral.jury), in: session.directory,
        at: stamp.at.text, boot: stamp.boot, up: stamp.up)
    }
    let seat = Seat(journal: journal, oral: try session.empty(try session.candidate(candidate)))
    seats[candidate] = seat
    return seat
  }

  private func key(of signer: String) throws(Refusal) -> PrivateKey {
    guard let key = keys[signer] else {
      throw Refusal(Phrase("la clé de \(signer) manque", "the key of \(signer) is missing"), code: .noInput)
    }
    return key
  }
}

/// A clock that a script sets: it never goes back.
final class PlayedClock {
  private let start: Int
  private let offsetMinutes: Int
  private var time: Int

  init(from start: Int, offsetMinutes: Int) {
    (self.start, time, self.offsetMinutes) = (start, start, offsetMinutes)
  }

  var now: Stamp {
    Stamp(
      at: WallTime(unixMilliseconds: time, offsetMinutes: offsetMinutes), boot: "journee",
      up: 3_600_000 + time - start)
  }

  func advance(to time: Int) { self.time = max(self.time, time) }

  func advance(byMinutes minutes: Int) { time += minutes * 60_000 }
}
