import Evaluation
import Foundation
import JSON
import Testing

@testable import Seal
@testable import Store
@testable import jury

/// A session whose one grid is signed, at the manager's desk.
struct ClosingDesk {
  let sealed: SealedSession
  let journal: MinutesDesk

  init(_ sealed: SealedSession? = nil, observations: String? = "Rien à signaler.") throws {
    let sealed = try sealed ?? SealedSession()
    self.sealed = sealed
    journal = try MinutesDesk(try Session(path: sealed.path), now: SystemClock().now)
    if let observations { try journal.record(.observationsWritten(text: observations)) }
  }

  @discardableResult func sign(_ signer: String) throws -> Sealed<Minutes> {
    try journal.sign(as: signer) { (_: String) throws(Refusal) in sealed.keys[signer] ?? sealed.managerKey }
  }

  func signAll() throws {
    _ = try journal.seal()
    for signer in ["benali", "roux", "manager"] { try sign(signer) }
  }

  var path: String { sealed.path + "/minutes.json" }
}

@Test func `minutes are sealed, signed by jurors and manager, shown and verified`() throws {
  let desk = try ClosingDesk()
  try desk.signAll()
  let program = desk.sealed.program
  #expect(try verifyFindings(program, desk.sealed.path) == [])
  #expect(try verifyFindings(program, desk.path) == [])
  let shown = try program.run("minutes", desk.sealed.path)
  #expect(shown.status == 0 && shown.output.hasPrefix("Procès-verbal\nDÉLIBÉRATION DU JURY\n"))
  #expect(shown.output.ranges(of: "☒ signé le").count == 3)
  let json = try program.run("minutes", desk.sealed.path, "--format", "json")
  #expect(Array(json.output.utf8) == (try SystemDisk().contents(of: desk.path, limit: 1 << 20)))
  // A file of its own says so.
  let copy = program.directory + "/elsewhere.json"
  try FileManager.default.copyItem(atPath: desk.path, toPath: copy)
  #expect(try program.run("verify", copy).output.contains("without its session"))
}

@Test func `sealing is refused until nothing is missing, and the one list says what`() throws {
  let desk = try ClosingDesk(try SealedSession(signers: ["roux"]), observations: nil)
  let refusal = try #require(throws: Refusal.self) { try desk.journal.seal() }
  #expect(refusal.reason.en.hasPrefix("the minutes lack 2 points; first: DURAND Léa: incomplete grid, A BENALI"))
  let run = try desk.sealed.program.run("minutes", "missing", desk.sealed.path)
  #expect(run.status == 1)
  #expect(
    run.output == """
      – DURAND Léa: incomplete grid, A BENALI: has no valid signature  → the jury's console
      – the manager's observations are not written (part 4)  → jury minutes edit SESSION, or o then e in jury watch

      """)
  #expect(!FileManager.default.fileExists(atPath: desk.path))
  #expect(try desk.sealed.program.run("minutes", desk.sealed.path).output.contains("PROJET"))
  #expect(try desk.sealed.program.run("minutes", desk.sealed.path, "--format", "json").status == 66)
}

@Test func `what is wrong with minutes is found by name`() throws {
  let unsigned = try ClosingDesk()
  _ = try unsigned.journal.seal()
  try unsigned.sign("roux")
  #expect(
    try verifyFindings(unsigned.sealed.program, unsigned.sealed.path) == ["signature-missing", "signature-missing"])

  let stripped = try ClosingDesk()
  try stripped.signAll()
  let whole = try Sealed<Minutes>(parsing: SystemDisk().contents(of: stripped.path, limit: 1 << 20))
  let cut = whole.holding(Array(whole.envelope.signatures.dropLast()), refusals: [])
  try Data(cut.envelope.bytes).write(to: URL(fileURLWithPath: stripped.path))
  #expect(try verifyFindings(stripped.sealed.program, stripped.sealed.path) == ["signature-stripped"])
  try FileManager.default.removeItem(atPath: stripped.path)
  #expect(try verifyFindings(stripped.sealed.program, stripped.sealed.path) == ["minutes-missing"])
  try "{}".write(toFile: stripped.path, atomically: false, encoding: .utf8)
  #expect(try stripped.sealed.program.run("verify", stripped.sealed.path).status == 65)

  let changed = try ClosingDesk()
  try changed.signAll()
  try changed.sealed.change(changed.sealed.path + "/session.json") {
    $0.replacing("\"title\":\"Essai\"", with: "\"title\":\"Autre\"")
  }
  #expect(try verifyFindings(changed.sealed.program, changed.path) == ["content-differs"])

  let journal = changed.sealed.path + "/manager.jsonl"
  try FileManager.default.removeItem(atPath: journal)
  #expect(
    try verifyFindings(changed.sealed.program, changed.path)
      == ["journal-missing", "content-differs", "content-differs", "not-sealed-by-journal"])
}

@Test func `minutes are held against their session, its referential and its journals`() throws {
  let desk = try ClosingDesk()
  try desk.signAll()
  let session = try Session(path: desk.sealed.path)
  let sealed = try Sealed<Minutes>(parsing: SystemDisk().contents(of: desk.path, limit: 1 << 20))
  let check = try session.check(sealed, session.day())
  #expect(check.findings.isEmpty)
  var setting = try #require(check.setting)
  setting.expected.session = "autre"
  setting.expected.referential = "autre"
  #expect(MinutesCheck(sealed: sealed, setting: setting).findings.map(\.name) == [.otherSession, .referentialDiffers])
  var minutes = sealed.content
  minutes.sources = []
  #expect(try session.check(Sealed(sealing: minutes), session.day()).contents.map(\.name).contains(.noJournal))

  try desk.sealed.change(desk.sealed.path + "/manager.jsonl") { $0.replacing("\"n\":2", with: "\"n\":3") }
  let run = try desk.sealed.program.run("verify", desk.sealed.path)
  #expect(run.status == 1 && run.output.contains("manager.jsonl:3: line number 3, expected 2"))
}

@Test func `nobody signs minutes that the session does not say any more`() throws {
  let desk = try ClosingDesk()
  _ = try desk.journal.seal()
  #expect(throws: Refusal.self) { try desk.sign("durand") }
  try FileManager.default.removeItem(atPath: desk.sealed.gridPath)
  let refusal = try #require(throws: Refusal.self) { try desk.sign("roux") }
  #expect(refusal.reason.en == "the sealed minutes no more say what the session says: durand")
}

@Test func `minutes are taken back before the last signature, visibly, and never after`() throws {
  let desk = try ClosingDesk()
  _ = try desk.journal.seal()
  try desk.sign("roux")
  #expect(throws: Refusal.self) { try desk.sign("roux") }
  try desk.journal.reopen(because: "coquille")
  #expect(FileManager.default.fileExists(atPath: desk.sealed.path + "/minutes.void-1.json"))
  #expect(try verifyFindings(desk.sealed.program, desk.sealed.path + "/minutes.void-1.json") == ["voided"])
  try desk.journal.record(.observationsWritten(text: "Mieux dit."))
  try desk.signAll()
  #expect(throws: Refusal.self) { try desk.journal.reopen(because: "encore") }
  let shown = try desk.sealed.program.run("minutes", desk.sealed.path)
  #expect(shown.output.contains("2e édition,") && shown.output.contains("Mieux dit."))
  #expect(try verifyFindings(desk.sealed.program, desk.sealed.path) == [])
}

@Test func `a refusal to sign stands in the minutes, is verified and listed, until they are sealed anew`() throws {
  var desk: ClosingDesk? = try ClosingDesk()
  _ = try desk?.journal.seal()
  try desk?.sign("benali")
  let sealed = try #require(desk?.sealed)
  desk = nil
  let program = sealed.program
  func refuse(_ signer: String) throws -> Program.Outcome {
    try program.run("minutes", "refuse", sealed.path, "--as", signer, "--reason", "la décision n'est pas celle-là")
  }
  #expect(try refuse("roux").status == 0)
  #expect(try refuse("roux").status != 0 && refuse("benali").status != 0 && refuse("durand").status == 65)
  let shown = try program.run("minutes", sealed.path).output
  #expect(shown.contains("A refusé de signer") && shown.contains("la décision n'est pas celle-là"))
  #expect(try verifyFindings(program, sealed.path) == ["refused", "signature-missing"])
  let listed = try program.run("minutes", "missing", sealed.path)
  #expect(listed.status == 1)
  #expect(listed.output.contains("A ROUX refuses to sign the minutes: la décision n'est pas celle-là"))
  #expect(listed.output.contains("has not signed the minutes"))
  // Taken out of the file, it is missed: the journal says it.
  let path = sealed.path + "/minutes.json"
  let bytes = try SystemDisk().contents(of: path, limit: 1 << 20)
  let file = try Sealed<Minutes>(parsing: bytes)
  try Data(file.holding(file.envelope.signatures, refusals: []).envelope.bytes).write(to: URL(fileURLWithPath: path))
  #expect(try verifyFindings(program, sealed.path) == ["refusal-stripped", "signature-missing"])
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  #expect(try program.run("package", sealed.path, "-o", program.directory + "/p").status != 0)
  #expect(try program.run("minutes", "reopen", sealed.path, "--reason", "corrigé").status == 0)
  try ClosingDesk(sealed, observations: nil).signAll()
  #expect(try verifyFindings(program, sealed.path) == [])
}

@Test func `the session is closed while its manager's console watches`() throws {
  let sealed = try SealedSession()
  let clock = SystemClock()
  let post = try WatchPost(Session(path: sealed.path), isReadOnly: false, at: clock.now())
  try post.record(.observationsWritten(text: "Rien."), at: clock.now())
  #expect(try sealed.program.run("minutes", "seal", sealed.path).status == 0)
  post.look(at: clock.now().advanced(by: 2000))
  #expect(post.watch.day.sealing != nil)
  #expect(throws: Refusal.self) { try post.record(.observationsWritten(text: "Trop tard."), at: clock.now()) }
}

@Test func `a signature that was not recorded when the power went is recorded when given again`() throws {
  let desk = try ClosingDesk()
  let sealed = try desk.journal.seal()
  let signed = try sealed.signed(by: "roux", with: try #require(desk.sealed.keys["roux"]), at: SystemClock().now().at)
  try Data(signed.envelope.bytes).write(to: URL(fileURLWithPath: desk.path))
  try desk.sign("roux")
  #expect(desk.journal.day.sealing?.signatures["roux"] != nil)
  #expect(try SystemDisk().contents(of: desk.path, limit: 1 << 20) == signed.envelope.bytes)
}

@Test func `observations are written in the editor that the person named`() throws {
  let sealed = try SealedSession()
  let program = sealed.program
  let editor = ["EDITOR": "sed -i -e 1s/^/Bref\\\\n/"]
  let run = try program.run(["minutes", "edit", sealed.path], environment: editor)
  #expect(run.status == 0 && run.output == "Observations saved.\n")
  let day = try Session(path: sealed.path).day()
  #expect(day.observations.hasPrefix("Bref") && !day.observations.contains("#"))
  #expect(
    try program.run(["minutes", "edit", sealed.path], environment: ["EDITOR": "true"]).output
      == "Observations unchanged.\n")
  #expect(try program.run(["minutes", "edit", sealed.path], environment: ["EDITOR": "false"]).status == 70)
  let file = program.directory + "/text"
  try "Tout va bien.\n\n".write(toFile: file, atomically: false, encoding: .utf8)
  #expect(try program.run("minutes", "edit", sealed.path, "--from", file).status == 0)
  #expect(try Session(path: sealed.path).day().observations == "Tout va bien.")
}
