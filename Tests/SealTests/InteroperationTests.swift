import Foundation
import JSON
import Testing

@testable import Seal

/// Grids exchanged with libraries that are not this program's: `.ci/proof/forge --agree N` makes the one half, gives the
/// directory in `JURY_INTEROPERATION`, and looks at the other.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["JURY_INTEROPERATION"] != nil)) struct InteroperationTests {
  private let directory = ProcessInfo.processInfo.environment["JURY_INTEROPERATION"] ?? ""
  private let jurors = ["amina", "bruno", "chloe", "david", "elif"]

  private func read(_ folder: String, _ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(directory)/\(folder)/\(name)")))
  }

  @Test func `what others signed is complete, and what is signed here goes to them`() throws {
    let keys = try (1...5).map { try PrivateKey(seed: Array(repeating: $0, count: 32)) }
    let expected = zip(jurors, keys).map { ExpectedSigner(juror: $0, key: $1.publicKey) }
    let names = try FileManager.default.contentsOfDirectory(atPath: directory + "/payloads")
    try #require(!names.isEmpty)
    for name in names {
      let payload = try read("payloads", name)
      let theirs = try Envelope(parsing: try read("theirs", name))
      let found = theirs.verify(expected: expected, type: Jurors.type)
      #expect(theirs.payload == payload && found.missing.isEmpty && found.signatures.count == 5, "\(name)")
      var ours = try Envelope(payload: payload)
      for (juror, key) in zip(jurors, keys) {
        let facts = SigningFacts(juror: juror, capacity: "Membre du jury", at: "2026-12-01T09:31:49.160+01:00")
        ours = try ours.signing(with: key, as: facts, type: Jurors.type)
      }
      try Data(ours.bytes).write(to: URL(fileURLWithPath: "\(directory)/ours/\(name)"))
    }
  }
}
