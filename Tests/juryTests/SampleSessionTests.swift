import Evaluation
import Foundation
import JSON
import Seal
import Store
import Testing

@testable import jury

/// The corpus: every session opens and replays; every broken file gets the refusal it is named after.
@Suite struct SampleSessionTests {
  static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "../../sample-sessions"
  ).standardized.path
  static let sessions = names(directory).filter {
    FileManager.default.fileExists(atPath: "\(directory)/\($0)/session.json")
  }
  /// Those that are complete.
  static let signed = ["block2", "individual"]
  static let broken = names(directory + "/broken")

  static func names(_ path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  static func bytes(_ path: String) throws -> [UInt8] { try SystemDisk().contents(of: path, limit: 1 << 24) }

  @Test func `there is a session for each format, and a corpus`() {
    #expect(Set(Self.sessions).isSuperset(of: SampleSession.allCases.map(\.rawValue)))
    #expect(Self.broken.count >= 15)
  }

  @Test(arguments: sessions)
  func `a sample session opens, replays, and re-encodes to the same bytes`(name: String) throws {
    let session = try Session(path: "\(Self.directory)/\(name)")
    #expect(session.plan.isSample)
    #expect(try Plan(json: session.plan.json) == session.plan)
    for candidate in session.plan.candidates { _ = try session.oral(of: candidate) }
    for file in try session.directory.journals() {
      let contents = try session.directory.read(file, session: session.plan.id)
      #expect(contents.header.bytes + contents.lines.flatMap(\.bytes) == (try Self.bytes(file.path)))
      #expect(try contents.lines.map { try #require(Fact(json: $0.event)).json } == contents.lines.map(\.event))
    }
  }

  @Test(arguments: sessions)
  func `the sample jurors' keys are those of the plan, and open with the passphrase that is told`(name: String) throws {
    let session = try Session(path: "\(Self.directory)/\(name)")
    let store = try KeyStore.serving(session)
    #expect(store.directory == session.directory.path + "/keys")
    let keys = session.plan.jury.map(\.key) + (session.plan.manager.key == nil ? [] : [session.plan.manager.key])
    let thumbprints = try keys.map { try PublicKey(jwk: try #require($0)).thumbprint }
    #expect(Set(try store.contents().keys.map(\.facts.publicKey.thumbprint)) == Set(thumbprints))
    // The demo carries the same files.
    for print in thumbprints { #expect(SampleSession.keys.contains(try Self.bytes(store.path(of: print)))) }
  }

  @Test(arguments: sessions)
  func `nothing keeps a sample session from being held, wherever its demo is moved`(name: String) throws {
    let file = try PlanFile(path: "\(Self.directory)/\(name)")
    #expect(try PlanReport(file).findings.filter(\.blocks).map(\.what.en) == [])
    guard let sample = SampleSession(rawValue: name) else { return }
    let now = try #require(WallTime("2031-03-04T10:02:00.000+01:00"))
    #expect(PlanCheck(try sample.plan(at: now), file.referential).findings.filter(\.blocks).map(\.what.en) == [])
  }

  @Test(arguments: signed)
  func `a complete session's grids are signed by every juror`(name: String) throws {
    let session = try Session(path: "\(Self.directory)/\(name)")
    for candidate in session.plan.candidates {
      let oral = try session.oral(of: candidate)
      #expect(oral.stage == .signed)
      let sealed = try SealedGrid(parsing: Self.bytes(try session.directory.grid(of: candidate.id)))
      #expect(sealed.digest == oral.seal?.digest)
      #expect(sealed.grid.isSample)
    }
    #expect(try session.verified().exitCode == nil)
  }

  @Test func `one session's jurors judged apart: a disagreement with its motive, and a reservation in the grid`() throws
  {
    let session = try Session(path: "\(Self.directory)/individual")
    let oral = try session.oral(of: session.candidate("lefevre"), viewer: "roux")
    let opinions = try ["benali", "lindqvist", "roux"].map { try #require(oral.sheet(of: $0)).opinions["C4"] }
    #expect(opinions == [true, false, true])
    #expect(oral.verdicts["C4"]?.motive.isEmpty == false)
    let sealed = try SealedGrid(parsing: Self.bytes(try session.directory.grid(of: "lefevre")))
    #expect(sealed.grid.reservations.map(\.juror) == ["lindqvist"])
    #expect(sealed.grid.sources.count == 3)
    // What each console wrote was allowed where it counts.
    for viewer in ["benali", "lindqvist", "roux"] {
      #expect(try session.oral(of: session.candidate("lefevre"), viewer: viewer).common == oral.common)
    }
  }

  @Test(arguments: broken)
  func `a broken file gets the refusal it is named after`(name: String) throws {
    let bytes = try Self.bytes("\(Self.directory)/broken/\(name)")
    let kind = try #require(name.split(separator: "-").first)
    let expected = name.dropFirst(kind.count + 1).prefix { $0 != "." }
    let found: String? =
      switch kind {
      case "journal": journalFault(bytes)
      case "session": refusal { () throws(Refusal) in _ = try Plan(json: try Session.parse(bytes, at: "session.json")) }
      case "grid": gridFault(bytes)
      default: nil
      }
    #expect(found == String(expected))
  }

  /// The store's name for damage; for a sound journal of no lawful oral, the refusal's words.
  private func journalFault(_ bytes: [UInt8]) -> String? {
    let identity = JournalIdentity.oral(session: "exemple-bloc2", candidate: "muller", author: "jury")
    do throws(StoreFault) {
      let lines = try JournalReader.read(bytes, path: "journal", expecting: identity).lines
      return refusal { () throws(Refusal) in
        let session = try Session(path: "\(Self.directory)/block2")
        _ = try session.fold(lines, of: try session.candidate("muller"), journal: "journal")
      }
    } catch {
      return error.reason.name
    }
  }

  /// The seal's name for what is wrong; where the form is right but the grid is not, the refusal's words.
  private func gridFault(_ bytes: [UInt8]) -> String? {
    do throws(SealFault) { _ = try Envelope(parsing: bytes) } catch { return error.name }
    do throws(Refusal) {
      let verification = try SealedGrid(parsing: bytes).verification
      if let refusal = verification.refusals.last {
        return refusal.status == .standing ? "refused" : "refusal-\(refusal.status.rawValue)"
      }
      for signature in verification.signatures {
        switch signature.status {
        case .valid: continue
        case .invalid(let fault): return fault.name
        case .foreign, .doubled: return signature.status.name
        }
      }
      return verification.missing.isEmpty ? nil : "signature-missing"
    } catch {
      return words(error)
    }
  }

  private func refusal(_ act: () throws(Refusal) -> Void) -> String? {
    do throws(Refusal) {
      try act()
      return nil
    } catch {
      return words(error)
    }
  }

  /// The English reason as a file's name has it: "is unknown" → `is-unknown`.
  private func words(_ refusal: Refusal) -> String {
    let letters = refusal.reason.en.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : " " }
    return String(letters).split(separator: " ").joined(separator: "-")
  }
}
