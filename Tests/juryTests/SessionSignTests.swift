import Evaluation
import Foundation
import JSON
import Testing

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
    let made = try program.run(
      "keys", "new", "--juror", "manager", "--name", "M", "--passphrase-file", "-", input: "quatre mots sans lien\n")
    try #require(made.status == 0)
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
