import Evaluation
import Foundation
import JSON
import Seal
import Store
import Testing

@testable import jury

/// The signed sample, made anew from what its journals tell: the chain of their lines, the grids, the signatures.
@Suite struct SampleRenewalTests {
  private static let sample = SampleSessionTests.directory + "/block2"
  /// By juror. Opening a key takes half a second.
  private static let keys = Result {
    let session = try Session(path: sample)
    let store = try KeyStore.serving(session)
    return try Dictionary(
      uniqueKeysWithValues: session.plan.jury.map { juror in
        let thumbprint = try #require(session.plan.thumbprint(of: juror.id))
        return (juror.id, try store.privateKey(thumbprint: thumbprint, passphrase: SampleSession.passphrase))
      })
  }

  /// A candidate's journal and grid, each by its path in the session's directory.
  ///
  /// Nothing is checked that is made anew, so a journal's lines may have been written by hand.
  private func renewed(_ candidate: Candidate, of session: Session) throws -> [String: [UInt8]] {
    let path = "\(session.directory.path)/orals/\(candidate.id)/\(Oral.jury).jsonl"
    let lines = try SampleSessionTests.bytes(path).split(separator: UInt8(ascii: "\n")).map {
      try JSON.parse(Array($0))
    }
    let keys = try Self.keys.get()
    let header = try #require(lines.first)
    var written = try WrittenOral(of: candidate, in: session, from: stamp(header))
    for line in lines.dropFirst() {
      let fact = try #require(line["event"].flatMap(Fact.init))
      switch fact.event {
      case .gridSealed: try written.seal(at: stamp(line))
      case .gridSigned(let juror, _, _): try written.sign(as: juror, with: try #require(keys[juror]), at: stamp(line))
      default: try written.append(fact, at: stamp(line))
      }
    }
    return [
      written.path: written.journal, "grids/\(candidate.id).grid.json": try #require(written.sealed).envelope.bytes,
    ]
  }

  private func stamp(_ line: JSON) throws -> Stamp {
    let at = try #require(line["at"]?.string.flatMap(WallTime.init))
    return Stamp(at: at, boot: try #require(line["boot"]?.string), up: try #require(line["up"]?.int))
  }

  private func renewed(_ session: Session) throws -> [String: [UInt8]] {
    try session.plan.candidates.reduce(into: [:]) { files, candidate in
      files.merge(try renewed(candidate, of: session)) { $1 }
    }
  }

  private func write(_ files: [String: [UInt8]], to directory: String) throws {
    for (path, bytes) in files { try Data(bytes).write(to: URL(fileURLWithPath: "\(directory)/\(path)")) }
  }

  @Test func `the signed sample is what its facts make`() throws {
    let files = try renewed(Session(path: Self.sample))
    if ProcessInfo.processInfo.environment["UPDATE_SAMPLES"] == "1" { return try write(files, to: Self.sample) }
    for (path, bytes) in files {
      let isSame = try SampleSessionTests.bytes("\(Self.sample)/\(path)") == bytes
      #expect(isSame, "\(path) is stale: UPDATE_SAMPLES=1 swift test --filter SampleRenewal")
    }
  }

  @Test func `made anew after a line was changed by hand, the sample stands`() throws {
    let program = try Program()
    let copy = program.directory + "/block2"
    try FileManager.default.copyItem(atPath: Self.sample, toPath: copy)
    let journal = copy + "/orals/muller/jury.jsonl"
    let text = try String(contentsOfFile: journal, encoding: .utf8)
    try text.replacing("Démonstration claire", with: "Démonstration limpide").write(
      toFile: journal, atomically: false, encoding: .utf8)
    #expect(try Session(path: copy).verified().exitCode == .notValid)
    try write(try renewed(Session(path: copy)), to: copy)
    #expect(try Session(path: copy).verified().exitCode == nil)
    let renewed = try String(contentsOfFile: journal, encoding: .utf8)
    #expect(renewed.contains("Démonstration limpide"))
  }
}
