import Console
import Evaluation
import Foundation
import JSON
import Screen
import Seal
import Store
import Testing

@testable import jury

/// A jury at its table: a session of block 2 on disk, its two jurors' keys, a clock that the test moves.
final class Sitting {
  static let passphrase = "exemple jury"
  static let wrongPassphrase = Refusal(Phrase("phrase fausse", "wrong passphrase"))

  let directory: String
  /// By thumbprint. A key file would take a tenth of a second to open; KeyStoreTests open some.
  private var keys: [String: PrivateKey] = [:]
  let candidate: String
  let jurors: [String]
  /// Milliseconds since the boot.
  var up = 1_000_000
  /// What is read next; each reading is a tenth of a second after the one before.
  func now() -> Stamp {
    up += 100
    return stamp
  }
  /// What was read last.
  var stamp: Stamp {
    Stamp(at: WallTime(unixMilliseconds: 1_796_112_000_000 + up, offsetMinutes: 60), boot: "b00710ad", up: up)
  }

  init(marking: Plan.Marking = .shared, isMock: Bool = false) throws {
    directory = NSTemporaryDirectory() + "jury-tests-\(UUID().uuidString)"
    let source = try Plan(json: JSON.parse(SampleSession.block2.source))
    candidate = source.candidates[0].id
    jurors = source.jury.map(\.id)
    var plan = source
    (plan.marking, plan.isMock) = (marking, isMock)
    for index in plan.jury.indices {
      let key = try PrivateKey()
      keys[key.publicKey.thumbprint] = key
      plan.jury[index].key = key.publicKey.jwk
    }
    let session = SessionDirectory(directory)
    try session.create()
    try session.replace(session.plan, with: plan.json.bytes)
  }

  /// The same table in another room: the session as it is on disk, its keys and its clock.
  init(copying sitting: Sitting) throws {
    directory = NSTemporaryDirectory() + "jury-tests-\(UUID().uuidString)"
    (keys, candidate, jurors, up) = (sitting.keys, sitting.candidate, sitting.jurors, sitting.up)
    try FileManager.default.copyItem(atPath: sitting.directory, toPath: directory)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  /// A console that sits down at the session.
  ///
  /// - Parameters:
  ///   - juror: whose it is, where each has one.
  ///   - spool: where facts go while the session's directory is away.
  func desk(
    _ disk: any Disk = SystemDisk(), as juror: String = Oral.jury, opening: Bool = true, spool: Spool? = nil
  ) throws -> Desk {
    let session = try Session(SessionDirectory(directory, disk: disk))
    let open: Desk.KeyOpening = { [self] (thumbprint, passphrase) throws(Refusal) in
      guard passphrase == Self.passphrase, let key = keys[thumbprint] else { throw Self.wrongPassphrase }
      return key
    }
    let desk = Desk(session, viewer: juror, spool: spool, key: open, language: .en, size: Size(rows: 24, columns: 80)) {
      [self] in now()
    }
    desk.start(opening: opening ? candidate : nil)
    return desk
  }

  /// The oral as another program finds it.
  func onDisk() throws -> Oral {
    let session = try Session(SessionDirectory(directory))
    return try session.oral(of: try session.candidate(candidate))
  }

  /// The facts that bring the oral to the moment before sealing.
  func complete(_ oral: Oral) -> [Fact] {
    let before: [Event] =
      [.identityChecked(true)] + jurors.flatMap { [.jurorPresent(juror: $0, true), .noTieDeclared(juror: $0)] }
    let verdicts = oral.competencies.map {
      Event.verdictGiven(competency: $0.id, acquired: true, unmarkedConfirmed: true)
    }
    let blocks = oral.blocks.map { Event.blockDecided(block: $0.id, acquired: true, reason: "") }
    let all =
      before + [.clockStarted(backdatedBy: 0), .criterionMarked(criterion: "C6.1", mark: .met), .oralEnded] + verdicts
      + blocks + [.decisionTaken(decision: .admitted, comment: "")]
    return all.map { Fact($0) }
  }

  /// What ends in the grids' directory, without hidden files.
  func grids() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory + "/grids")) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }
}

extension Desk {
  /// Begins the oral: its page shows.
  func begin(_ sitting: Sitting) {
    let ready: [Event] =
      [.identityChecked(true)] + sitting.jurors.flatMap { [.jurorPresent(juror: $0, true), .noTieDeclared(juror: $0)] }
    play((ready + [.clockStarted(backdatedBy: 0)]).map { Fact($0) })
  }

  /// What the console would ask.
  func play(_ facts: [Fact]) { for action in record(facts) { act(action) } }

  func play(_ events: Event...) { play(events.map { Fact($0) }) }

  func perform(_ act: () -> [Action]) { for action in act() { self.act(action) } }

  var said: String { console.message.map { $0.text.en } ?? "" }

  var events: [Fact] { journal?.lines.compactMap { Fact(json: $0.event) } ?? [] }
}
