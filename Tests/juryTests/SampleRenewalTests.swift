import Evaluation
import Foundation
import JSON
import Seal
import Store
import Testing

@testable import jury

/// The signed samples, made anew from what their journals tell: the chain of their lines, the grids, the signatures.
@Suite struct SampleRenewalTests {
  private static func path(_ sample: String) -> String { "\(SampleSessionTests.directory)/\(sample)" }
  /// By juror. Opening a key takes half a second.
  private static let keys = Result {
    let session = try Session(path: path("individual"))
    let store = try KeyStore.serving(session)
    return try Dictionary(
      uniqueKeysWithValues: session.plan.jury.map { juror in
        let thumbprint = try #require(session.plan.thumbprint(of: juror.id))
        return (juror.id, try store.privateKey(thumbprint: thumbprint, passphrase: SampleSession.passphrase))
      })
  }

  /// A journal's header, and its facts.
  private func read(_ author: String, of candidate: Candidate, in session: Session) throws -> (JSON, [JSON]) {
    let path = "\(session.directory.path)/orals/\(candidate.id)/\(author).jsonl"
    let lines = try SampleSessionTests.bytes(path).split(separator: UInt8(ascii: "\n")).map {
      try JSON.parse(Array($0))
    }
    return (try #require(lines.first), Array(lines.dropFirst()))
  }

  /// A candidate's journals and grid, each by its path in the session's directory.
  ///
  /// Nothing is checked that is made anew, so a journal's lines may have been written by hand.
  private func renewed(_ candidate: Candidate, of session: Session) throws -> [String: [UInt8]] {
    session.plan.marking == .individual
      ? try renewedApart(candidate, of: session) : try renewedTogether(candidate, of: session)
  }

  private func renewedTogether(_ candidate: Candidate, of session: Session) throws -> [String: [UInt8]] {
    let (header, lines) = try read(Oral.jury, of: candidate, in: session)
    let keys = try Self.keys.get()
    var written = try WrittenOral(of: candidate, in: session, from: stamp(header))
    for line in lines {
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

  /// Where each juror has a journal: every console hears at once of what another says, by the wall clocks.
  private func renewedApart(_ candidate: Candidate, of session: Session) throws -> [String: [UInt8]] {
    let jurors = session.plan.jurors(hearing: candidate.id).map(\.id)
    let keys = try Self.keys.get()
    var starts: [String: Stamp] = [:]
    var facts: [(juror: String, fact: Fact, at: Stamp)] = []
    for juror in jurors {
      let (header, lines) = try read(juror, of: candidate, in: session)
      starts[juror] = try stamp(header)
      for line in lines { facts.append((juror, try #require(line["event"].flatMap(Fact.init)), try stamp(line))) }
    }
    var table = try Table(jurors, session, candidate, starts: starts)
    for (juror, fact, at) in facts.sorted(by: { $0.at.at.unixMilliseconds < $1.at.at.unixMilliseconds }) {
      switch fact.event {
      case .gridSealed: try table.seal(by: juror, at: at)
      case .gridSigned: try table.sign(as: juror, with: try #require(keys[juror]), at: at)
      default: try table.append(fact, by: juror, at: at)
      }
    }
    return try table.files()
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

  @Test(arguments: SampleSessionTests.signed)
  func `a signed sample is what its facts make`(sample: String) throws {
    let path = Self.path(sample)
    let files = try renewed(Session(path: path))
    if ProcessInfo.processInfo.environment["UPDATE_SAMPLES"] == "1" { return try write(files, to: path) }
    for (file, bytes) in files {
      let isSame = try SampleSessionTests.bytes("\(path)/\(file)") == bytes
      #expect(isSame, "\(file) is stale: UPDATE_SAMPLES=1 swift test --filter SampleRenewal")
    }
  }

  @Test(
    arguments: zip(
      SampleSessionTests.signed,
      [("muller/jury", "Démonstration claire"), ("lefevre/lindqvist", "Procédures de tri évoquées")]))
  func `made anew after a line was changed by hand, a sample stands`(
    sample: String, line: (journal: String, words: String)
  ) throws {
    let program = try Program()
    let copy = "\(program.directory)/\(sample)"
    try FileManager.default.copyItem(atPath: Self.path(sample), toPath: copy)
    let journal = "\(copy)/orals/\(line.journal).jsonl"
    let text = try String(contentsOfFile: journal, encoding: .utf8)
    try #require(text.contains(line.words))
    try text.replacing(line.words, with: "Autre chose").write(toFile: journal, atomically: false, encoding: .utf8)
    #expect(try Session(path: copy).verified().exitCode == .notValid)
    try write(try renewed(Session(path: copy)), to: copy)
    #expect(try Session(path: copy).verified().exitCode == nil)
    let renewed = try String(contentsOfFile: journal, encoding: .utf8)
    #expect(renewed.contains("Autre chose"))
  }
}
