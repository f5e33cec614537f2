import Evaluation
import Foundation
import Testing

@testable import jury

@Suite struct PlanFileTests {
  private func copy() throws -> (program: Program, path: String) {
    let program = try Program()
    let path = program.directory + "/session"
    try FileManager.default.copyItem(atPath: SampleSessionTests.directory + "/block2", toPath: path)
    return (program, path)
  }

  @Test func `a plan under which an oral could not be opened again is refused, and nothing is written`() throws {
    let (program, path) = try copy()
    defer { withExtendedLifetime(program) {} }
    let before = try SampleSessionTests.bytes(path + "/session.json")
    for change: (inout Plan) -> Void in [
      { plan in
        plan.jury.removeAll { $0.id == "roux" }
        for index in plan.slots.indices { plan.slots[index].jury = ["benali"] }
      },
      { plan in plan.candidates.removeAll { $0.id == "muller" } },
    ] {
      var file = try PlanFile(path: path)
      var plan = file.plan
      change(&plan)
      #expect {
        try file.write(plan)
      } throws: {
        ($0 as? Refusal)?.reason.en.hasPrefix("MÜLLER Chloé's jury has begun to write: ") == true
      }
      #expect(try SampleSessionTests.bytes(path + "/session.json") == before)
    }
  }

  @Test func `whether each juror has a console stays as it is once a jury has written a fact`() throws {
    let (program, path) = try copy()
    defer { withExtendedLifetime(program) {} }
    let before = try SampleSessionTests.bytes(path + "/session.json")
    var file = try PlanFile(path: path)
    var plan = file.plan
    try #require(plan.marking == .shared)
    plan.marking = .individual
    #expect {
      try file.write(plan)
    } throws: {
      ($0 as? Refusal)?.reason.en
        == "MÜLLER Chloé's jury has begun to write: “A console for each juror” stays as it is"
    }
    #expect(try SampleSessionTests.bytes(path + "/session.json") == before)
  }

  @Test func `a journal that holds its header alone keeps nothing from changing`() throws {
    let sitting = try Sitting()
    try sitting.desk().close()
    var file = try PlanFile(path: sitting.directory)
    var plan = file.plan
    plan.marking = .individual
    try file.write(plan)
    #expect(try PlanFile(path: sitting.directory).plan.marking == .individual)
  }

  @Test func `what no journal speaks of may change`() throws {
    let (program, path) = try copy()
    defer { withExtendedLifetime(program) {} }
    var file = try PlanFile(path: path)
    var plan = file.plan
    plan.slots[0].room = "3"
    try file.write(plan)
    #expect(try PlanFile(path: path).plan == plan)
  }
}
