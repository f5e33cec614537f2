import Evaluation
import Foundation
import Glibc
import JSON
import Testing

@testable import Seal
@testable import Store
@testable import jury

@Suite struct PurgeTests {
  /// A session that keeps its data for some days, with the statement that its purge would leave.
  private func session(days: Int) throws -> SealedSession {
    let session = try SealedSession()
    try session.change(session.path + "/session.json") {
      $0.replacing("\"slots\":[]", with: "\"settings\":{\"warnings\":[300,60],\"retentionDays\":\(days)},\"slots\":[]")
    }
    return session
  }

  private func sealed(_ session: SealedSession) throws -> SealedPurge {
    let at = try #require(WallTime("2030-01-01T00:00:00.000+01:00"))
    let statement = try Purge.statement(of: Session(path: session.path), retentionDays: 0, at: at)
    return try SealedPurge(statement, key: session.managerKey, at: at)
  }

  /// The session purged, its grid kept elsewhere.
  private func purged() throws -> (SealedSession, grid: String) {
    let session = try session(days: 0)
    let grid = session.program.directory + "/gardee.grid.json"
    try FileManager.default.copyItem(atPath: session.gridPath, toPath: grid)
    let directory = SessionDirectory(session.path)
    let sealed = try sealed(session)
    let purge = try Purge(directory, session: sealed.statement.session, state: nil)
    try directory.replace(directory.purge, with: sealed.envelope.bytes)
    try purge.erase()
    return (session, grid)
  }

  @Test func `without a stated retention, or before its end, nothing is erased`() throws {
    let silent = try SealedSession()
    #expect(try silent.program.run("purge", silent.path).status == 78)
    let session = try session(days: 36_000)
    let dry = try session.program.run("purge", session.path)
    #expect(
      dry.status == 0 && dry.output.contains("orals/durand/jury.jsonl") && dry.output.contains("Nothing is erased"))
    #expect(try session.program.run("purge", session.path, "--erase").status == 65)
    #expect(FileManager.default.fileExists(atPath: session.journalPath))
    #expect(!FileManager.default.fileExists(atPath: session.path + "/purge.json"))
  }

  @Test func `in a terminal the manager's passphrase is asked for, unseen, and a wrong one erases nothing`() throws {
    let session = try session(days: 0)
    try session.change(session.path + "/session.json") { $0.replacing("2026-12-01", with: "2020-12-01") }
    let passphrase = "quatre mots sans lien"
    try KeyStore(directory: session.program.directory + "/jury/keys").add(
      KeyFile(
        sealing: session.managerKey, juror: "manager", name: "M", created: "2020-11-01T00:00:00.000+01:00",
        passphrase: Passphrase(passphrase)))
    func ask(_ typed: String, leaving: String) throws {
      let terminal = try Tmux(
        "purge", session.path, "--erase", environment: ["XDG_DATA_HOME": session.program.directory])
      try terminal.shows("M's passphrase (hidden)")
      try terminal.type(typed, "Enter")
      try terminal.shows(leaving)
      #expect(try !terminal.screen.contains(typed))
    }
    try ask("autre phrase", leaving: "LEFT-77-")
    #expect(FileManager.default.fileExists(atPath: session.journalPath))
    #expect(!FileManager.default.fileExists(atPath: session.path + "/purge.json"))
    try ask(passphrase, leaving: "LEFT-0-")
    #expect(try FileManager.default.contentsOfDirectory(atPath: session.path) == ["purge.json"])
  }

  @Test(arguments: ["essai", "Été/2026", "../essai"])
  func `facts that wait for their journal keep all from being erased; a spool with none goes too`(id: String) throws {
    let session = try session(days: 0)
    let state = session.program.directory + "/state"
    let name = StateDirectory.name(ofSession: id)
    #expect(!name.contains("/") && !name.hasPrefix("."))
    func put(_ path: String) throws {
      let path = "\(state)/\(path)"
      let place = URL(fileURLWithPath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try "x".write(toFile: path, atomically: false, encoding: .utf8)
    }
    for path in ["spool/\(name)/durand/jury", "spool/essai-2/durand/jury"] {
      try put(path + ".jsonl")
      try put(path + ".lock")
    }
    for session in [name, "essai-2"] { try put("reviews/\(session).durand.json") }
    let directory = SessionDirectory(session.path)
    #expect(throws: Refusal.self) { try Purge(directory, session: id, state: state) }
    try FileManager.default.removeItem(atPath: "\(state)/spool/\(name)/durand/jury.jsonl")
    try Purge(directory, session: id, state: state).erase()
    func names(_ place: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: "\(state)/\(place)").sorted()
    }
    #expect(try names("spool") == ["essai-2"] && names("spool/essai-2/durand") == ["jury.jsonl", "jury.lock"])
    #expect(try names("reviews") == ["essai-2.durand.json"])
  }

  @Test func `a damaged journal keeps all from being erased`() throws {
    let session = try session(days: 0)
    try session.change(session.journalPath) { $0.replacing("\"n\":3", with: "\"n\":4") }
    #expect(throws: Refusal.self) { try sealed(session) }
  }

  @Test func `what stays is one file that names nobody, and it verifies`() throws {
    let (session, _) = try purged()
    #expect(try FileManager.default.contentsOfDirectory(atPath: session.path) == ["purge.json"])
    let bytes = try #require(FileManager.default.contents(atPath: session.path + "/purge.json"))
    let payload = String(decoding: try SealedPurge(parsing: Array(bytes)).envelope.payload, as: UTF8.self)
    for name in ["Durand", "durand", "Benali", "benali", "Roux", "roux", "jsonl"] {
      #expect(!payload.contains(name), "\(name)")
    }
    let run = try session.program.run("verify", session.path)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("journals (1, of "))
  }

  @Test func `a grid kept elsewhere still verifies against the chains, another does not`() throws {
    let (session, grid) = try purged()
    let run = try session.program.run("verify", grid, "--purged", session.path)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let other = try SealedSession()
    try FileManager.default.copyItem(atPath: other.gridPath, toPath: session.program.directory + "/autre.grid.json")
    let wrong = try session.program.run("verify", "autre.grid.json", "--purged", session.path, "--json")
    #expect(wrong.status == 1 && wrong.output.contains("grid-differs"))
  }

  @Test func `a grid that says it is another session's, and a session that was not purged, are told`() throws {
    let (session, grid) = try purged()
    let directory = SessionDirectory(session.path)
    let check = try PurgeCheck(SealedPurge(in: directory), in: directory)
    #expect(check.findings(of: session.sealed).isEmpty)
    var other = session.sealed.grid
    other.session = "autre"
    #expect(
      try check.findings(of: SealedGrid(sealing: other)).map(\.name)
        == [.signatureMissing, .signatureMissing, .otherSession, .gridDiffers])
    let run = try session.program.run("verify", grid, "--purged", SealedSession().path)
    #expect(run.status == 66 && run.errors.contains("no purged session here"))
  }

  @Test func `a statement that was altered does not verify, nor does an unfinished purge`() throws {
    let (session, _) = try purged()
    let directory = SessionDirectory(session.path)
    try directory.replace(session.path + "/orals.txt", with: Array("DURAND".utf8))
    let unfinished = try session.program.run("verify", session.path, "--json")
    #expect(unfinished.status == 1 && unfinished.output.contains("purge-unfinished"))
    let sealed = try SealedPurge(in: directory)
    var statement = sealed.statement
    statement.chains = []
    let forged = try Envelope(payload: statement.json.bytes)
    try directory.replace(directory.purge, with: forged.bytes)
    let run = try session.program.run("verify", session.path, "--json")
    #expect(run.status == 1 && run.output.contains("signature-invalid"))
  }

  @Test func `an interrupted purge is carried on`() throws {
    let session = try session(days: 0)
    let directory = SessionDirectory(session.path)
    try directory.replace(directory.purge, with: sealed(session).envelope.bytes)
    #expect(try session.program.run("purge", session.path).output.contains("Interrupted purge"))
    // Nobody goes on with what is left of it.
    for command in [["show", session.path], ["open", session.path], ["session", "check", session.path]] {
      let run = try session.program.run(command)
      #expect(run.status == 66 && run.errors.contains("this session's data were purged"), "\(command)")
    }
    #expect(try session.program.run("purge", session.path, "--erase").status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: session.path) == ["purge.json"])
  }

  /// A live session, with a file that is not its purge.
  private func session(holding bytes: Data) throws -> SealedSession {
    let session = try session(days: 0)
    try bytes.write(to: URL(fileURLWithPath: session.path + "/purge.json"))
    return session
  }

  private func files(_ session: SealedSession) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: session.path).sorted()
  }

  /// It opens, is found to hold a strange file, and is not erased.
  private func expectLive(_ session: SealedSession, _ reason: String) throws {
    let before = try files(session)
    #expect(try session.program.run("show", session.path).status == 0)
    #expect(try verifyFindings(session.program, session.path) == ["purge-foreign"])
    for more in [[], ["--erase"]] {
      let run = try session.program.run(["purge", session.path] + more)
      #expect(run.status == 1 && run.errors.contains("purge.json: it is not this session's purge: \(reason)"))
    }
    #expect(try files(session) == before && before.contains("orals/durand/jury.jsonl"))
  }

  @Test func `another session's purge, copied into a live one, takes nothing of it away`() throws {
    let (other, grid) = try purged()
    let statement = try #require(FileManager.default.contents(atPath: other.path + "/purge.json"))
    let session = try session(holding: statement)
    try expectLive(session, "its key is not the manager's")
    let run = try other.program.run("verify", grid, "--purged", session.path)
    #expect(run.status == 66 && run.errors.contains("no purged session here"))
    // Nor without the plan that it would be held against.
    try FileManager.default.removeItem(atPath: session.path + "/session.json")
    let left = try files(session)
    let erasing = try session.program.run("purge", session.path, "--erase")
    #expect(erasing.status == 1 && erasing.errors.contains("it says nothing of orals/durand/jury.jsonl"))
    #expect(try files(session) == left)
  }

  @Test(arguments: ["", "{}", "\u{0}\u{0}"])
  func `an empty or unreadable purge.json keeps no session from opening`(text: String) throws {
    try expectLive(session(holding: Data(text.utf8)), "")
  }

  @Test func `a purge is its session's when the manager signed it and it speaks of all that is there`() throws {
    let session = try session(days: 0)
    let directory = SessionDirectory(session.path)
    let statement = try sealed(session).statement
    let stranger = try PrivateKey()
    func refusal(of change: (inout PurgeStatement) -> Void, key: PrivateKey? = nil) throws -> String? {
      var changed = statement
      change(&changed)
      let purge = try SealedPurge(changed, key: key ?? session.managerKey, at: changed.purgedAt)
      try directory.replace(directory.purge, with: purge.envelope.bytes)
      guard case .foreign(let reason) = try PurgeStanding(of: directory) else { return nil }
      return reason.en
    }
    #expect(try refusal(of: { _ in }) == nil)
    #expect(try refusal(of: { $0.session = "autre" }) == "it is another session's")
    #expect(try refusal(of: { $0.key = stranger.publicKey.jwk }, key: stranger) == "its key is not the manager's")
    #expect(try refusal(of: { _ in }, key: stranger) == "its signature proves nothing")
    // A fact was added since.
    #expect(
      try refusal(of: { $0.chains[0].digests.removeLast() }) == "it says nothing of orals/durand/jury.jsonl")
    #expect(try refusal(of: { $0.documents = [] }) == "it says nothing of grids/durand.grid.json")
  }

  @Test func `links, which are not followed, pipes, and what lies deep go with the purge`() throws {
    let session = try session(days: 0)
    let directory = SessionDirectory(session.path)
    let elsewhere = session.program.directory + "/ailleurs"
    for place in [elsewhere, session.path + "/a/b/c/d/e/f"] {
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      try "x".write(toFile: place + "/x", atomically: false, encoding: .utf8)
    }
    // As Emacs says who edits a file: a link to nothing.
    for (link, target) in [("orals/durand/.#roux.jsonl", "x"), ("lien", elsewhere)] {
      try FileManager.default.createSymbolicLink(atPath: "\(session.path)/\(link)", withDestinationPath: target)
    }
    try #require(mkfifo(session.path + "/tube", 0o600) == 0)
    try directory.replace(directory.purge, with: sealed(session).envelope.bytes)
    let left = try PurgeCheck(SealedPurge(in: directory), in: directory).left
    #expect(left.contains(session.path + "/orals/durand/.#roux.jsonl"))
    try Purge(directory, session: "essai", state: nil).erase()
    #expect(try files(session) == ["purge.json"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere) == ["x"])
  }

  @Test func `where the grids cannot be listed no statement is made without them`() throws {
    let session = try session(days: 0)
    try FileManager.default.removeItem(atPath: session.path + "/grids")
    try "".write(toFile: session.path + "/grids", atomically: false, encoding: .utf8)
    #expect(throws: Refusal.self) { try sealed(session) }
  }

  @Test func `each digest of a chain is one, the header's first`() throws {
    let (session, _) = try purged()
    let directory = SessionDirectory(session.path)
    var statement = try SealedPurge(in: directory).statement
    func findings() throws -> [Finding.Name] {
      let sealed = try SealedPurge(statement, key: session.managerKey, at: statement.purgedAt)
      return try PurgeCheck(sealed, in: directory).findings.map(\.name)
    }
    #expect(try findings() == [])
    statement.chains[0].digests[0] = "x"
    #expect(try findings() == [.journalDamaged])
  }
}
