import Evaluation
import Foundation
import JSON
import Testing

@testable import jury

@Suite struct DemoTests {
  @Test(arguments: SampleSession.allCases)
  func `the first candidate of a demo is due now`(sample: SampleSession) throws {
    let now = try #require(WallTime("2030-02-28T23:58:30.000+02:00"))
    let plan = try sample.plan(at: now)
    let first = try #require(plan.slots.map(\.start.unixMilliseconds).min())
    #expect((0..<300_000).contains(now.unixMilliseconds - first))
    #expect(plan.from.text == "2030-02-28")
    #expect(plan.to == plan.slots.map(\.start.date).max())
    #expect(plan.slots.allSatisfy { $0.start.offsetMinutes == 120 })
  }

  @Test func `a directory that holds anything is refused`() throws {
    let sitting = try Sitting()
    let refusal = #expect(throws: Refusal.self) { try DemoDirectory.named(sitting.directory) }
    #expect(refusal?.code == .cannotCreate)
    #expect(refusal?.place == Session.absolute(sitting.directory))
  }

  @Test func `a demo is for its owner only, with the keys of its jurors and manager`() throws {
    let program = try Program()
    let now = try #require(WallTime("2026-12-01T09:00:00.000+01:00"))
    let session = try DemoDirectory.fill(
      try DemoDirectory.named(program.directory + "/new/demo"), with: .block1, at: now)
    #expect(try program.mode("new/demo") == "700")
    #expect(try program.mode("new/demo/session.json") == "600")
    #expect(try program.names("new/demo/keys").count == session.plan.jury.count + 1)
  }

  @Test func `without a terminal the console refuses, and makes nothing`() throws {
    let program = try Program()
    let outcome = try program.run("demo", "--directory", program.directory + "/demo")
    #expect(outcome.status == 69)
    #expect(outcome.errors.hasPrefix("jury: the console wants a terminal\n  → "))
    #expect(throws: (any Error).self) { try program.names("demo") }
  }

  @Test func `on a first day, five lines say what this is and offer the demo`() throws {
    let outcome = try Program().run("--lang", "fr")
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").count == 5)
    #expect(outcome.output.contains("jury demo"))
    #expect(outcome.output.hasPrefix("jury : la console"))
  }
}
