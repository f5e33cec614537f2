import Evaluation
import Foundation
import JSON
import Testing

@testable import Seal
@testable import Store
@testable import jury

/// A session of one candidate on block 1, heard by two jurors, its grid sealed and signed, on disk.
final class SealedSession {
  let program: Program
  let keys: [String: PrivateKey]
  let managerKey: PrivateKey
  private(set) var sealed: SealedGrid

  var path: String { program.directory + "/essai" }
  var gridPath: String { path + "/grids/durand.grid.json" }
  var journalPath: String { path + "/orals/durand/jury.jsonl" }

  /// - Parameters:
  ///   - signers: who signs, in this order.
  ///   - refusing: by juror, why they refuse to.
  ///   - fields: after the candidate, within `candidates`.
  init(
    signers: [String] = ["benali", "roux"], refusing: [String: String] = [:], fields: String = "", isMock: Bool = false
  ) throws {
    program = try Program()
    keys = ["benali": try PrivateKey(), "roux": try PrivateKey()]
    managerKey = try PrivateKey()
    let path = program.directory + "/essai"
    for directory in ["grids", "orals/durand"] {
      try FileManager.default.createDirectory(atPath: "\(path)/\(directory)", withIntermediateDirectories: true)
    }
    let plan = try Self.plan(keys: keys, manager: managerKey, fields: fields, isMock: isMock)
    try plan.write(toFile: path + "/session.json", atomically: false, encoding: .utf8)
    let session = try Session(path: path)
    let candidate = try session.candidate("durand")

    func stamp(_ minute: Int) -> Stamp { Stamp(at: Self.wall(minute), boot: "b", up: minute * 60_000) }
    var written = try WrittenOral(of: candidate, in: session, from: stamp(0))
    for event in Self.events(session.referential) {
      try written.append(Fact(event), at: stamp(written.oral.factCount + 1))
    }
    try written.seal(at: stamp(50))
    for juror in signers { try written.sign(as: juror, with: try #require(keys[juror]), at: stamp(55)) }
    for (juror, reason) in refusing { try written.refuse(as: juror, because: reason, at: stamp(55)) }
    sealed = try #require(written.sealed)
    try Data(written.journal).write(to: URL(fileURLWithPath: journalPath))
    try write(sealed.envelope.bytes)
  }

  func write(_ grid: [UInt8]) throws { try Data(grid).write(to: URL(fileURLWithPath: gridPath)) }

  /// Changes a file of the session, given and put back as text.
  func change(_ file: String, _ change: (String) -> String) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let changed = change(text)
    try #require(changed != text)
    try changed.write(toFile: file, atomically: false, encoding: .utf8)
  }

  private static func wall(_ minute: Int) -> WallTime {
    WallTime(unixMilliseconds: 1_796_115_600_000 + minute * 60_000, offsetMinutes: 60)
  }

  private static func events(_ referential: Referential) -> [Event] {
    let jurors: [Event] = ["benali", "roux"].flatMap {
      [.jurorPresent(juror: $0, true), .noTieDeclared(juror: $0)]
    }
    let verdicts: [Event] = referential.blocks[0].competencies.map {
      .verdictGiven(competency: $0.id, acquired: true, unmarkedConfirmed: true)
    }
    return [.identityChecked(true)] + jurors + [.clockStarted(backdatedBy: 0), .oralEnded] + verdicts
      + [.blockDecided(block: "B1", acquired: true, reason: ""), .decisionTaken(decision: .admitted, comment: "")]
  }

  private static func plan(keys: [String: PrivateKey], manager: PrivateKey, fields: String, isMock: Bool) throws
    -> String
  {
    func juror(_ id: String, _ family: String) throws -> String {
      let jwk = try #require(keys[id]).publicKey.jwk.text
      return """
        {"id":"\(id)","family":"\(family)","given":"A","post":"Poste","company":"Société","years":5,"external":true,
         "key":\(jwk)}
        """
    }
    return """
      {"format":"jury-session/1","id":"essai","title":"Essai","certification":"RNCP37827","from":"2026-12-01",
       "to":"2026-12-01","centre":{"name":"Centre","address":"Rue"},"manager":{"name":"M","function":"F",
       "key":\(manager.publicKey.jwk.text)},
       "jury":[\(try juror("benali", "Benali")),\(try juror("roux", "Roux"))],
       "candidates":[{"id":"durand","family":"Durand","given":"Léa","route":"training","format":"block1"}\(fields)],
       \(isMock ? "\"mock\":true," : "")"slots":[]}
      """
  }
}
