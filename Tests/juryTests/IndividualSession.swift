import Evaluation
import Foundation
import JSON
import Testing

@testable import Seal
@testable import Store
@testable import jury

/// An individual session of one candidate on block 1, on disk: three jurors, each with a journal of their own, who
/// disagreed about C2, and a substitute who was not needed; one reservation in the grid, which is sealed, and signed by each from their own console.
///
/// Whatever is one juror's own says SECRET.
final class IndividualSession {
  static let jurors = ["benali", "lindqvist", "roux"]
  static let reservation = "projet très guidé"

  let program: Program
  let keys: [String: PrivateKey]
  var table: Table
  /// The grid as its file has it.
  private(set) var sealed: SealedGrid

  var path: String { program.directory + "/essai" }
  var gridPath: String { path + "/grids/durand.grid.json" }
  func journalPath(_ juror: String) -> String { "\(path)/orals/durand/\(juror).jsonl" }

  /// - Parameters:
  ///   - signers: who sign, in this order.
  ///   - refusing: by juror, why they refuse to.
  init(signers: [String] = jurors, refusing: [String: String] = [:]) throws {
    program = try Program()
    let keys = Dictionary(uniqueKeysWithValues: try Self.jurors.map { ($0, try PrivateKey()) })
    self.keys = keys
    let path = program.directory + "/essai"
    for directory in ["grids", "orals/durand"] {
      try FileManager.default.createDirectory(atPath: "\(path)/\(directory)", withIntermediateDirectories: true)
    }
    try Self.plan(keys: keys).write(toFile: path + "/session.json", atomically: false, encoding: .utf8)
    let session = try Session(path: path)
    table = try Table(Self.jurors, session, try session.candidate("durand"))
    try table.hear()
    try table.decide(reservation: Self.reservation)
    try table.seal(by: "benali")
    sealed = try #require(table.sealed)
    for juror in signers { try sign(juror) }
    for (juror, reason) in refusing { try table.say(juror, .signatureRefused(juror: juror, reason: reason)) }
    try gather()
  }

  func key(_ juror: String) throws -> PrivateKey { try #require(keys[juror]) }

  func sign(_ juror: String) throws { try table.sign(as: juror, with: key(juror)) }

  /// Puts the journals on disk, and what they say of the signing into the grid.
  func gather() throws {
    sealed = SealedGrid.assembled(sealed, from: try table.oral("benali").seal)
    for (file, bytes) in try table.files() { try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(file)")) }
    try write(sealed.envelope.bytes)
  }

  func write(_ grid: [UInt8]) throws { try Data(grid).write(to: URL(fileURLWithPath: gridPath)) }

  private static func plan(keys: [String: PrivateKey]) throws -> String {
    let jury = try jurors.map { id in
      """
      {"id":"\(id)","family":"\(id.capitalized)","given":"A","post":"Poste","company":"Société","years":5,
       "external":true,"key":\(try #require(keys[id]).publicKey.jwk.text)}
      """
    }
    return """
      {"format":"jury-session/1","id":"essai","title":"Essai","certification":"RNCP37827","from":"2026-12-01",
       "to":"2026-12-01","marking":"individual","centre":{"name":"Centre","address":"Rue"},
       "manager":{"name":"M","function":"F"},"jury":[\(jury.joined(separator: ",")),
        {"id":"weber","family":"Weber","given":"A","post":"Poste","company":"Société","years":5,"external":true,
         "substitute":true}],
       "candidates":[{"id":"durand","family":"Durand","given":"Léa","route":"training","format":"block1"}],"slots":[]}
      """
  }
}
