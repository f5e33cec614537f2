import JSON
import Testing

@testable import Evaluation

@Suite struct RehearsalTests {
  private func rehearsal() throws -> Rehearsal {
    let format = try #require(Referential.small.format("block1"))
    return Rehearsal(format, of: .small, family: "Durand", given: "Léa")
  }

  @Test func `a rehearsal's review has its clock and the candidate's own ticks, and no jury`() throws {
    var rehearsal = try rehearsal()
    #expect(rehearsal.review(at: .start) == nil)
    rehearsal.mark("C1.1", .met, at: .start)
    #expect(rehearsal.mark(of: "C1.1") == .none, "before the start it belongs to no minute")
    rehearsal.startOrPause(at: .start)
    rehearsal.mark("C1.1", .met, at: .second(30))
    rehearsal.startOrPause(at: .second(60))
    rehearsal.startOrPause(at: .second(80))
    rehearsal.mark("C1.2", .notMet, at: .second(90))
    rehearsal.goOn(at: .second(200))
    rehearsal.goOn(at: .second(230))
    #expect(rehearsal.clock.state == .ended)
    let review = try #require(rehearsal.review(at: .second(999)))
    #expect(review.isAlone && review.isMock && review.isOpen)
    #expect(review.phases.map(\.spent) == [180_000, 30_000])
    #expect(review.pauses == [Review.Pause(at: 60_000, length: 20_000)])
    #expect(review.marks() == ["C1.1": .met, "C1.2": .notMet] && review.length == 230_000)
    #expect(review.competencies.map(\.id) == ["C1", "C2"])
    #expect(try Review(json: JSON.parse(review.json.bytes)) == review)
  }

  @Test func `what is kept midway is a whole review, and progress reads it beside a mock oral's`() throws {
    var rehearsal = try rehearsal()
    rehearsal.startOrPause(at: .start)
    rehearsal.mark("C1.1", .toProbe, at: .second(30))
    let midway = try #require(rehearsal.review(at: .second(60)))
    #expect(midway.length == 60_000 && rehearsal.clock.state == .running)
    rehearsal.mark("C1.1", .met, at: .second(90))
    var later = try #require(rehearsal.review(at: .second(120)))
    later.startedAt = later.startedAt.advanced(by: 1000)
    #expect(try Progress([midway, later]).improved.map(\.criterion.id) == ["C1.1"])
  }
}
