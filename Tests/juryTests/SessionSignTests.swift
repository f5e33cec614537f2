import Evaluation
import Foundation
import JSON
import Testing

@testable import Seal
@testable import Store
@testable import jury

@Suite struct SessionSignTests {
  private func sign(_ program: Program, _ more: String..., passphrase: String = "quatre mots sans lien") throws
    -> Program.Outcome
  {
    try program.run(["session", "sign", "s", "--passphrase-file", "-"] + more, input: passphrase + "\n")
  }

  private func withKey() throws -> (Program, String) {
    let program = try Program()
    let path = try SessionPlanTests.session(program)
    try KeyStore(directory: program.directory + "/jury/keys").add(
      KeyFile(
        sealing: PrivateKey(), juror: "manager", name: "M", created: "2026-11-23T10:00:00.000+01:00",
        passphrase: Passphrase("quatre mots sans lien"), cost: .least))
    return (program, path)
  }

  private func codes(_ program: Program) throws -> [String] {
    let shown = try JSON.parse(Array(try program.run("session", "check", "s", "--json").output.utf8))
    return (shown["findings"]?.array ?? []).compactMap { $0["code"]?.string }.filter { $0.hasPrefix("plan-") }
  }

  @Test func `the manager's key enters the plan, which is signed once`() throws {
    let (program, path) = try withKey()
    #expect(try codes(program) == ["plan-unsigned"])
    let first = try sign(program)
    #expect(first.output == "The plan's first signature.\nPlan 1 signed.\n")
    #expect(try SessionPlanTests.plan(path).manager.key != nil)
    #expect(try program.names("s/plans") == ["1.json"])
    #expect(try program.mode("s/plans") == "700")
    #expect(try program.mode("s/plans/1.json") == "600")
    #expect(try codes(program) == [])
    #expect(try sign(program).output.hasPrefix("Nothing changed since plan 1"))
    #expect(try program.names("s/plans") == ["1.json"])
  }

  @Test func `a changed plan says what changed, and is signed beside the first`() throws {
    let (program, path) = try withKey()
    _ = try sign(program)
    var file = try PlanFile(path: path)
    var plan = file.plan
    plan.candidates[1].extraMinutes = 15
    try file.write(plan)
    #expect(try codes(program) == ["plan-changed"])
    let told = "Since plan 1:\n  MARTIN Zoé: extraMinutes – → 15\n"
    #expect(try sign(program, "--dry-run").output == told)
    #expect(try sign(program).output == told + "Plan 2 signed.\n")
    #expect(try program.names("s/plans") == ["1.json", "2.json"])
    #expect(try codes(program) == [])
  }

  @Test func `a plan that another program signed meanwhile is kept`() throws {
    let (program, path) = try withKey()
    _ = try sign(program)
    let file = try PlanFile(path: path)
    let first = try #require(try file.directory.lastSignedPlan())
    let bytes = try file.directory.read(path + "/plans/1.json")
    let refusal = #expect(throws: Refusal.self) { try file.directory.add(first) }
    #expect(
      refusal?.reason.en == "another plan was signed meanwhile" && refusal?.place?.hasSuffix("/plans/1.json") == true)
    #expect(try file.directory.read(path + "/plans/1.json") == bytes)
  }

  @Test func `a signature on other bytes is found out`() throws {
    let (program, path) = try withKey()
    _ = try sign(program)
    let place = path + "/plans/1.json"
    let text = try String(contentsOfFile: place, encoding: .utf8)
    let envelope = try JSON.parse(Array(text.utf8))
    let payload = try #require(envelope["payload"]?.string)
    var plan = try SessionPlanTests.plan(path)
    plan.title = "Autre"
    let forged = text.replacing(payload, with: Base64URL.encode(plan.json.bytes))
    try forged.write(toFile: place, atomically: false, encoding: .utf8)
    #expect(try codes(program) == ["plan-signature-invalid"])
  }

  /// What `jury verify` finds wrong with the plans of a session that has sealed nothing yet.
  private func found(_ program: Program) throws -> [String] {
    let shown = try JSON.parse(Array(try program.run("verify", "s", "--json").output.utf8))
    return (shown["findings"]?.array ?? []).compactMap { $0["name"]?.string }.filter { $0 != "grid-missing" }
  }

  @Test func `verifying a session names a plan that is changed, missing, forged or signed with another key`() throws {
    let (program, path) = try withKey()
    #expect(try found(program) == [])
    _ = try sign(program)
    #expect(try found(program) == [])
    var file = try PlanFile(path: path)
    var plan = file.plan
    plan.candidates[1].extraMinutes = 15
    try file.write(plan)
    #expect(try found(program) == ["plan-changed"])
    _ = try sign(program)
    #expect(try found(program) == [])
    let first = path + "/plans/1.json"
    let text = try String(contentsOfFile: first, encoding: .utf8)
    try FileManager.default.removeItem(atPath: first)
    #expect(try found(program) == ["plan-missing"])
    let envelope = try JSON.parse(Array(text.utf8))
    let payload = try #require(envelope["payload"]?.string)
    plan.manager.key = nil
    try text.replacing(payload, with: Base64URL.encode(plan.json.bytes))
      .write(toFile: first, atomically: false, encoding: .utf8)
    #expect(try found(program) == ["signature-invalid", "key-differs"])
    try "{}".write(toFile: first, atomically: false, encoding: .utf8)
    #expect(try found(program) == ["unreadable"])
  }

  /// The manager's private key.
  private func key(_ program: Program, _ plan: Plan) throws -> PrivateKey {
    let thumbprint = try PublicKey(jwk: try #require(plan.manager.key)).thumbprint
    return try KeyStore(directory: program.directory + "/jury/keys").privateKey(
      thumbprint: thumbprint, passphrase: "quatre mots sans lien")
  }

  /// Puts a plan of another title in `session.json`.
  @discardableResult private func retitle(_ path: String, _ title: String) throws -> Plan {
    var file = try PlanFile(path: path)
    var plan = file.plan
    plan.title = title
    try file.write(plan)
    return plan
  }

  @Test func `an old signed plan put back as the newest is found`() throws {
    let (program, path) = try withKey()
    _ = try sign(program)
    let first = try SessionPlanTests.plan(path)
    try retitle(path, "Autre")
    _ = try sign(program)
    try FileManager.default.copyItem(atPath: path + "/plans/1.json", toPath: path + "/plans/3.json")
    var file = try PlanFile(path: path)
    try file.write(first)
    #expect(try found(program) == ["plan-replayed"])
    #expect(try program.run("verify", "s").output.contains("plans/3.json: it is plan 1\n"))
    // Signed indeed, and before the one that it follows.
    let old = try #require(WallTime("2020-01-01T00:00:00.000+01:00"))
    let third = try SignedPlan(first, number: 3, key: key(program, first), at: old)
    try file.directory.replace(path + "/plans/3.json", with: third.envelope.bytes)
    #expect(try found(program) == ["plan-replayed"])
    #expect(try program.run("verify", "s").output.contains("plans/3.json: is not signed after plan 2\n"))
  }

  @Test func `no plan is signed before the one it follows`() throws {
    let (program, path) = try withKey()
    _ = try sign(program)
    let plan = try SessionPlanTests.plan(path)
    let later = try #require(WallTime("2100-01-01T00:00:00.000+01:00"))
    let first = try SignedPlan(plan, number: 1, key: key(program, plan), at: later)
    try SessionDirectory(path).replace(path + "/plans/1.json", with: first.envelope.bytes)
    try retitle(path, "Autre")
    let run = try sign(program)
    #expect(run.status == 65 && run.errors.contains("clock is behind the signature of plan 1, of 1 January 2100"))
    #expect(try program.names("s/plans") == ["1.json"])
  }

  @Test func `a signed plan is numbered from 1 by the name that we would write`() throws {
    let program = try Program()
    let directory = SessionDirectory(program.directory + "/s")
    try directory.create()
    #expect(directory.signedPlanNumbers == [])
    let names = [
      "-3.json", "+3.json", "03.json", "0.json", ".json", "x.json", "1.json.json", "9223372036854775807.json",
      "99999999999999999999.json", "12.json", "1.json", "20261201.json",
    ]
    for name in names { try directory.replace("\(directory.plans)/\(name)", with: [0x78]) }
    #expect(directory.signedPlanNumbers == [1, 12, 20_261_201])
  }

  @Test func `plans that are missing before a far number are one fault, and the next is signed after it`() throws {
    let (program, path) = try withKey()
    _ = try sign(program)
    func move(_ name: String, to other: String) throws {
      try FileManager.default.moveItem(atPath: "\(path)/plans/\(name)", toPath: "\(path)/plans/\(other)")
    }
    try move("1.json", to: "9223372036854775807.json")
    #expect(try found(program) == [])
    try move("9223372036854775807.json", to: "20261201.json")
    #expect(try found(program) == ["plan-missing"])
    #expect(
      try program.run("verify", "s").output.contains(
        "plans/1.json: is missing among the signed plans, and those after it up to 20261200\n"))
    try retitle(path, "Autre")
    #expect(try sign(program).output.hasSuffix("Plan 20261202 signed.\n"))
    try FileManager.default.copyItem(atPath: path + "/plans/20261201.json", toPath: path + "/plans/-3.json")
    #expect(try found(program) == ["plan-missing"])
  }

  @Test func `without a key or with a wrong passphrase nothing is signed`() throws {
    let (program, path) = try withKey()
    #expect(try sign(program, passphrase: "autre chose").status != 0)
    #expect(try SessionPlanTests.plan(path).manager.key == nil)
    #expect(throws: (any Error).self) { try program.names("s/plans") }
    let nobody = try Program()
    _ = try SessionPlanTests.session(nobody)
    let refused = try sign(nobody)
    #expect(refused.status == 66)
    #expect(refused.errors.contains("jury keys new --juror manager"))
  }
}
