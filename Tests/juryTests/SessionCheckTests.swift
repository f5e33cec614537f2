import Evaluation
import JSON
import Store
import Testing

@testable import jury

@Suite struct SessionCheckTests {
  /// The title's sample before anything was handed over, its manager without a key.
  private func unprepared(in program: Program) throws -> String {
    var plan = try Session(path: SampleSessionTests.directory + "/title").plan
    plan.manager.key = nil
    for index in plan.candidates.indices { plan.candidates[index].deliverablesOn = nil }
    let session = SessionDirectory(program.directory + "/session")
    try session.create()
    try session.replace(session.plan, with: plan.json.bytes)
    return session.path
  }

  @Test func `what blocks makes the command fail, and JSON names code, section and remedy`() throws {
    let program = try Program()
    let outcome = try program.run("session", "check", unprepared(in: program), "--json")
    #expect(outcome.status == 1)
    let shown = try JSON.parse(Array(outcome.output.utf8))
    #expect(shown["blocks"] == true && shown["session"] == "exemple-titre")
    let findings = shown["findings"]?.array ?? []
    let late = try #require(findings.first { $0["code"] == "deliverables-missing" })
    #expect(late["section"] == "2.1" && late["blocks"] == true && late["subjects"] == ["durand"])
    #expect(late["mend"] == "Hand them on by 26 November 2026 (5 days before), and note the date.")
    let key = try #require(findings.first { $0["code"] == "manager-key-missing" })
    #expect(key["section"] == .null)
  }

  @Test func `a key that is none is found by name`() throws {
    var plan = try Session(path: SampleSessionTests.directory + "/title").plan
    plan.jury[0].key = .object(["kty": "RSA"])
    let report = PlanReport(plan: plan, referential: .rncp37827, standing: .unsigned)
    let finding = try #require(report.findings.first { $0.code == .keyUnusable })
    #expect(finding.subjects == ["benali"] && finding.blocks)
  }

  @Test func `for reading, a finding says where its rule is from and how to mend it`() throws {
    let program = try Program()
    let outcome = try program.run("session", "check", unprepared(in: program), "--lang", "fr")
    #expect(
      outcome.output.contains(
        """
          ✗ DURAND Léa : rien ne dit que ses livrables ont été transmis au jury
            [règlement, 2.1]
            → Transmettez-les au plus tard le 26 novembre 2026 (5 jours avant), et notez
              la date.
        """))
  }
}
