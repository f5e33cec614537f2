import Evaluation
import Foundation
import JSON
import Testing

@testable import Seal
@testable import jury

private func findings(_ sealed: SealedSession, _ path: String? = nil) throws -> [String] {
  try verifyFindings(sealed.program, path ?? sealed.path)
}

/// The names of what `jury verify` finds, which must be none exactly when it says that all stands.
func verifyFindings(_ program: Program, _ path: String) throws -> [String] {
  let run = try program.run("verify", path, "--json")
  let report = try JSON.parse(Array(run.output.utf8.dropLast()))
  let files = (report["grids"]?.array ?? []) + [report["minutes"] ?? .null, report]
  let all = files.flatMap { $0["findings"]?.array ?? [] }
  #expect((run.status == 0) == all.isEmpty && (report["valid"]?.bool == true) == all.isEmpty)
  return all.compactMap { $0["name"]?.string }
}

@Test func `a whole session stands, and so does its grid with it or by itself`() throws {
  let sealed = try SealedSession()
  let run = try sealed.program.run("verify", sealed.path)
  #expect(run.status == 0 && run.errors == "")
  #expect(run.output.hasSuffix("\nComplete and intact.\n"))
  #expect(run.output.ranges(of: "valid signature").count == 2)
  for (juror, key) in sealed.keys {
    #expect(run.output.contains("A \(juror.uppercased()) · 2026-12-01"))
    #expect(run.output.contains(key.publicKey.thumbprint))
  }
  #expect(try findings(sealed, sealed.gridPath) == [])
  let copy = sealed.program.directory + "/elsewhere.json"
  try FileManager.default.copyItem(atPath: sealed.gridPath, toPath: copy)
  let alone = try sealed.program.run("verify", copy)
  #expect(alone.status == 0)
  #expect(alone.output.contains("without its session: keys and journals not compared"))
}

@Test func `a signature that is not there yet is missing`() throws {
  let sealed = try SealedSession(signers: ["roux"])
  #expect(try findings(sealed) == ["signature-missing"])
  let run = try sealed.program.run("verify", sealed.gridPath)
  #expect(run.status == 1)
  #expect(run.output.hasSuffix("  ✗ A BENALI: has no valid signature\n\nNOT VALID: 1 fault.\n"))
}

@Test func `a grid that a juror refused to sign is refused by name, with their reason`() throws {
  let sealed = try SealedSession(signers: ["roux"], refusing: ["benali": "désaccord sur C2"])
  #expect(try findings(sealed) == ["refused"])
  let run = try sealed.program.run("verify", sealed.gridPath)
  #expect(run.status == 1)
  #expect(run.output.hasSuffix("  ✗ refused by A BENALI: désaccord sur C2\n\nNOT VALID: 1 fault.\n"))
  let french = try sealed.program.run("verify", sealed.gridPath, "--lang", "fr")
  #expect(french.output.contains("  ✗ refusée par A BENALI : désaccord sur C2\n"))
  // Away from its session it says the same.
  let copy = sealed.program.directory + "/elsewhere.json"
  try FileManager.default.copyItem(atPath: sealed.gridPath, toPath: copy)
  #expect(try findings(sealed, copy) == ["refused"])
}

@Test func `a changed verdict breaks every signature`() throws {
  let sealed = try SealedSession()
  var grid = sealed.sealed.grid
  grid.verdicts[0].acquired = false
  let file = try #require(try JSON.parse(sealed.sealed.envelope.bytes)["signatures"])
  try sealed.write(JSON.object(["payload": .string(Base64URL.encode(grid.json.bytes)), "signatures": file]).bytes)
  #expect(
    try findings(sealed) == [
      "signature-invalid", "signature-invalid", "signature-missing", "signature-missing", "content-differs",
      "not-sealed-by-journal",
    ])
}

@Test func `a grid that says what is said by leaving it out is refused`() throws {
  let sealed = try SealedSession()
  // Two payloads would be one grid.
  let payload = String(decoding: sealed.sealed.envelope.payload, as: UTF8.self)
  let more = try Envelope(
    payload: Array(payload.replacing("\"title\":\"Essai\"", with: "\"mock\":false,\"title\":\"Essai\"").utf8))
  let refusal = #expect(throws: Refusal.self) { try SealedGrid(parsing: more.bytes) }
  #expect(refusal?.reason.en == "this grid is not in its canonical form")
  #expect(refusal?.code == .badData)
  try sealed.write(more.bytes)
  #expect(try findings(sealed) == ["unreadable"])
}

@Test func `who was absent, in a package, is named`() {
  var report = VerifyReport()
  report.absent = ["MARTIN Zoé"]
  #expect(report.text(.fr).contains("MARTIN Zoé : absent, pas de grille\n"))
}

@Test func `a grid that nobody is to sign never stands`() throws {
  var grid = try SealedSession().sealed.grid
  grid.signers = []
  let unsigned = try SealedGrid(sealing: grid)
  #expect(GridCheck(sealed: unsigned, setting: nil).findings.map(\.name) == [.signatureMissing])
}

@Test func `a journal cut short, changed, damaged or taken away is found`() throws {
  let cut = try SealedSession()
  try cut.change(cut.journalPath) { $0.split(separator: "\n").prefix(6).joined(separator: "\n") + "\n" }
  #expect(try findings(cut) == ["journal-cut"])

  let damaged = try SealedSession()
  try damaged.change(damaged.journalPath) { $0.replacing("\"roux\"", with: "\"rous\"") }
  #expect(try findings(damaged) == ["journal-damaged"])

  let gone = try SealedSession()
  try FileManager.default.removeItem(atPath: gone.journalPath)
  #expect(try findings(gone) == ["journal-missing"])
}

@Test func `another whole journal in the place of the grid's is found`() throws {
  let sealed = try SealedSession()
  let session = try Session(path: sealed.path)
  let oral = try session.oral(of: try session.candidate("durand"))
  let source = sealed.sealed.grid.sources[0]
  var setting = GridSetting(
    plan: session.plan, referentialDigest: session.referentialDigest, candidate: "durand", journals: [:], oral: oral)
  func names(_ digests: [String]) -> [Finding.Name] {
    setting.journals[source.path] = .sound(digests: digests, concernsJury: true)
    return GridCheck(sealed: sealed.sealed, setting: setting).findings.map(\.name)
  }
  let before = Array(repeating: "", count: source.lines)
  #expect(names(Array(repeating: "AAAA", count: 30)) == [.journalChanged])
  #expect(names(before + [source.head]) == [])
  // The facts that follow, the seal and the signatures, do not count.
  #expect(names(before + [source.head, "x"]) == [])
  #expect(names(before) == [.journalCut])
  // Another author's journal counts when it says something of the jury.
  setting.journals["orals/durand/roux.jsonl"] = .sound(digests: ["", "x"], concernsJury: false)
  #expect(names(before + [source.head]) == [])
  setting.journals["orals/durand/roux.jsonl"] = .sound(digests: ["", "x"], concernsJury: true)
  #expect(names(before + [source.head]) == [.journalAdded])
  setting.journals["orals/durand/roux.jsonl"] = .damaged(Phrase("x", "x"))
  #expect(names(before + [source.head]) == [.journalDamaged])
  setting.journals["orals/durand/roux.jsonl"] = nil
  setting.oral = try session.empty(oral.candidate)
  #expect(names(before + [source.head]) == [.notSealedByJournal])
  setting.oral = nil
  #expect(names(before + [source.head]) == [.notSealedByJournal])
  setting.oral = oral
  setting.referentialDigest = "another"
  setting.candidate = "martin"
  setting.plan.id = "another"
  setting.plan.jury[0].key = nil
  setting.plan.jury.removeLast()
  #expect(
    names(before + [source.head])
      == [.otherSession, .otherCandidate, .referentialDiffers, .keyDiffers, .signerUnknown])
}

@Test func `a key that is not the plan's is found`() throws {
  let sealed = try SealedSession()
  let other = try PrivateKey().publicKey.jwk.text
  let own = try #require(sealed.keys["roux"]).publicKey.jwk.text
  try sealed.change(sealed.path + "/session.json") { $0.replacing(own, with: other) }
  // The plan changed after the seal; the journal is sound.
  #expect(try findings(sealed) == ["key-differs"])
}

@Test func `a candidate without a grid keeps the session from standing, an absent one does not`() throws {
  let sealed = try SealedSession(
    fields: #",{"id":"martin","family":"Martin","given":"Zoé","route":"training","format":"block1"}"#)
  #expect(try findings(sealed) == ["grid-missing"])
}

@Test func `a grid taken back is named as void`() throws {
  let sealed = try SealedSession()
  let void = sealed.path + "/grids/durand.void-1.grid.json"
  try FileManager.default.copyItem(atPath: sealed.gridPath, toPath: void)
  let run = try sealed.program.run("verify", sealed.path)
  #expect(run.status == 0 && run.output.contains("durand.void-1.grid.json: voided by the jury\n"))
  #expect(try findings(sealed, void) == ["voided"])
}

@Test func `minutes taken back are told to be void by the manager`() throws {
  let sealed = try SealedSession()
  try "{}".write(toFile: sealed.path + "/minutes.void-1.json", atomically: false, encoding: .utf8)
  let run = try sealed.program.run("verify", sealed.path, "--lang", "fr")
  #expect(run.status == 0 && run.output.contains("minutes.void-1.json : annulé par le responsable\n"))
}

@Test func `a purged session is refused where nothing would be held against it`() throws {
  let desk = try ClosingDesk()
  try desk.signAll()
  for path in [desk.path, desk.sealed.path] {
    let run = try desk.sealed.program.run("verify", path, "--purged", desk.sealed.path)
    #expect(run.status == 64 && run.output == "" && run.errors.contains("--purged is for a grid's file alone"))
  }
}

@Test func `whom a grid is about is held against the plan`() throws {
  let sealed = try SealedSession()
  try sealed.change(sealed.path + "/session.json") {
    $0.replacing("\"family\":\"Durand\"", with: "\"family\":\"Martin\"")
  }
  #expect(try findings(sealed) == ["content-differs"])
  let run = try sealed.program.run("verify", sealed.path)
  #expect(run.output.contains("✗ name: the grid does not say what the session says"))
}

@Test(arguments: [
  ("\"title\":\"Essai\"", "\"title\":\"Autre\""), ("\"to\":\"2026-12-01\"", "\"to\":\"2026-12-02\""),
  ("\"company\":\"Société\"", "\"company\":\"Autre\""),
])
func `what a manager mends once grids are signed leaves them whole`(own: String, other: String) throws {
  let sealed = try SealedSession()
  try sealed.change(sealed.path + "/session.json") { $0.replacing(own, with: other) }
  #expect(try findings(sealed) == [])
}

@Test(arguments: ["", "{}", "not json", "{\"payload\":\"e30\",\"signatures\":[]}"])
func `a file that is no grid never verifies`(text: String) throws {
  let sealed = try SealedSession()
  try sealed.write(Array(text.utf8))
  #expect(try sealed.program.run("verify", sealed.path).status == 65)
  #expect(try sealed.program.run("verify", sealed.gridPath).status == 65)
  let alone = sealed.program.directory + "/alone.json"
  try text.write(toFile: alone, atomically: false, encoding: .utf8)
  #expect(try sealed.program.run("verify", alone).status == 65)
  #expect(try sealed.program.run("verify", alone + "x").status == 66)
}

@Test func `a session where nobody is to be heard never verifies`() throws {
  let sealed = try SealedSession()
  try sealed.change(sealed.path + "/session.json") {
    $0.replacing(#/"candidates":\[.*\]/#, with: "\"candidates\":[]")
  }
  #expect(try findings(sealed) == ["no-candidate"])
}

@Test func `the code printed on paper must be that of a file`() throws {
  let sealed = try SealedSession()
  #expect(try sealed.program.run("verify", sealed.path, "--code", sealed.sealed.digest).status == 0)
  #expect(try sealed.program.run("verify", sealed.path, "--code", "-ab").output.contains("no file bears the code"))
  let other = try SealedSession()
  let run = try sealed.program.run("verify", other.path, "--code", sealed.sealed.digest, "--json")
  #expect(run.status == 1 && run.output.contains("code-differs"))
  // Which fact of a journal seals what, so that it is known what was replaced: the journal here, the file below.
  let seal = try #require(try Session(path: other.path).sealFacts.last)
  #expect(seal.path == "orals/durand/jury.jsonl" && seal.code == other.sealed.digest)
  #expect(run.output.contains("the journals seal others: orals/durand/jury.jsonl, fact \(seal.n)"))
  try FileManager.default.removeItem(atPath: other.gridPath)
  let gone = try sealed.program.run("verify", other.path, "--code", other.sealed.digest)
  #expect(
    gone.status == 1 && gone.output.contains("orals/durand/jury.jsonl says that it was sealed, fact \(seal.n):"))
}
