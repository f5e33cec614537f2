import Testing

@testable import Evaluation

@Suite struct PlanTests {
  let plan = Plan.small(candidates: [.fictitious("lea"), .fictitious("max", format: "block1")])

  @Test func `people are found by their id`() {
    #expect(plan.juror("bruno")?.name == "Bruno NOM-BRUNO")
    #expect(plan.juror("zoe") == nil)
    #expect(plan.candidate("max")?.format == "block1")
    #expect(plan.slot(of: "lea")?.room == "Salle 2")
  }

  @Test func `names are written as the règlement's forms do`() {
    #expect(plan.juror("bruno")?.shortName == "B. Nom-bruno")
    #expect(plan.candidate("lea")?.name == "DURAND Léa")
  }

  @Test func `a candidate without a slot is heard by the whole jury`() {
    var plan = plan
    plan.slots = [Slot(candidate: "lea", room: "1", start: Stamp.start.at, minutes: 120, jury: ["bruno"])]
    #expect(plan.jurors(hearing: "lea").map(\.id) == ["bruno"])
    #expect(plan.jurors(hearing: "max").map(\.id) == ["amina", "bruno"])
  }

  @Test func `a VAE interview lasts as long as the plan says, over every assessment`() throws {
    var candidate = Candidate.fictitious("vera", format: nil)
    #expect(plan.format(of: candidate, in: .small) == nil)
    candidate.interviewMinutes = 45
    let format = try #require(plan.format(of: candidate, in: .small))
    #expect(format.minutes == 45)
    #expect(format.blocks == ["B1", "B2"])
    #expect(format.phases.map(\.assessments) == [["E1", "E2"]])
  }
}
