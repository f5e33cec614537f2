import JSON
import Testing

@testable import Evaluation

@Suite struct StatisticsTests {
  /// A candidate of block 1: C1 and C2, three and two criteria.
  private func sample(_ acquired: Bool = true, missing: [String] = [], spent: Int = 180_000) -> OralSample {
    let criteria = ["C1.1", "C1.2", "C1.3", "C2.1", "C2.2"]
    return OralSample(
      decision: acquired ? .admitted : .notAdmitted, format: "block1", formatTitle: "Bloc 1", blocks: ["B1": acquired],
      competencies: ["C1": acquired, "C2": true],
      criteria: Dictionary(
        uniqueKeysWithValues: criteria.map { ($0, .init(all: 1, missing: missing.contains($0) ? 1 : 0)) }),
      phases: [.init(id: "e1", title: "E1", isQuestions: false, planned: 180_000, spent: spent)])
  }

  private func statistics(_ samples: [OralSample]) -> Statistics {
    Statistics(samples, sessions: 2, referential: .small)
  }

  @Test func `rates are whole per cents of the candidates who were judged on it`() {
    let found = statistics([sample(false)] + Array(repeating: sample(), count: 5))
    #expect(found.orals == 6 && found.sessions == 2)
    #expect(found.blocks.map(\.percent) == [83, nil] && found.blocks.map(\.candidates) == [6, nil])
    #expect(found.competencies.map(\.percent) == [83, 100, nil])
    #expect(found.decisions.map(\.percent) == [83, 0, 17])
  }

  @Test func `below five candidates there is no figure, not even how many they are`() {
    let found = statistics(Array(repeating: sample(missing: ["C1.1"]), count: 4))
    #expect(found.orals == nil)
    let rates = found.blocks + found.competencies + found.decisions
    #expect(rates.allSatisfy { $0.percent == nil && $0.candidates == nil })
    #expect(found.missing.isEmpty)
    #expect(found.times.allSatisfy { $0.spent == nil && $0.planned == nil && $0.candidates == nil })
    #expect(!found.json(certification: "x").text.contains("4"))
  }

  @Test func `a group of fewer than five inside a large one gives none either`() {
    var other = sample()
    (other.blocks, other.format) = (["B2": true], "title")
    let found = statistics(Array(repeating: sample(), count: 6) + Array(repeating: other, count: 4))
    #expect(found.orals == 10)
    #expect(found.blocks.map(\.candidates) == [6, nil])
    // Over all, the four could be worked out: no figure there either, until there is a fifth.
    #expect(found.times.map(\.candidates) == [nil, nil, nil, 6])
    let larger = statistics(Array(repeating: sample(), count: 6) + Array(repeating: other, count: 5))
    #expect(larger.times.map(\.candidates) == [11, nil, 5, 6])
  }

  @Test func `the criteria most often missing come first, and those never missing not at all`() {
    let samples =
      [sample(missing: ["C2.2", "C1.3"]), sample(missing: ["C2.2"]), sample(missing: ["C1.1"])]
      + Array(repeating: sample(), count: 2)
    #expect(statistics(samples).missing.map(\.id) == ["C2.2", "C1.1", "C1.3"])
    #expect(statistics(samples).missing.map(\.percent) == [40, 20, 20])
  }

  @Test func `times are means, in seconds`() {
    let samples = [150, 160, 170, 180, 191].map { sample(spent: $0 * 1000) }
    let times = statistics(samples).times
    #expect(times.map(\.phase) == ["presentations", "questions", "e1"])
    #expect(times.map(\.spent) == [170, nil, 170] && times.map(\.planned) == [180, nil, 180])
  }

  @Test func `an oral brings its grid's verdicts, its marks and its times, and nobody's name`() throws {
    var oral = try Oral.ready()
    try oral.play([.clockStarted(backdatedBy: 0), .criterionMarked(criterion: "C1.1", mark: .notMet)])
    try oral.play([.criterionMarked(criterion: "C1.2", mark: .met)])
    try oral.play([.phaseEntered(phase: "questions")], at: .second(200))
    try oral.play([.oralEnded], at: .second(300))
    let sample = oral.sample(try Oral.decided().sampleGrid())
    #expect(sample.blocks == ["B1": true, "B2": true] && sample.competencies.count == 3)
    #expect(sample.criteria == ["C1.1": .init(all: 1, missing: 1), "C1.2": .init(all: 1, missing: 0)])
    #expect(sample.phases.map(\.spent) == [200_000, 100_000])
  }
}
