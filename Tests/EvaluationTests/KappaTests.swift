import Testing

@testable import Evaluation

/// Against published worked examples, and against the definitions themselves.
@Suite struct KappaTests {
  // MARK: Cohen

  /// The usual example of grant proposals: both yes 20, both no 15, yes and no 5, no and yes 10: (0.7 − 0.5) / 0.5.
  @Test func `two raters of fifty proposals have a Cohen's kappa of 0.4`() {
    #expect(Kappa.cohen([[20, 5], [10, 15]]) == Ratio(2, over: 5))
  }

  /// The same share of agreement, 60 of 100, with other totals (examples of the formula's prevalence effect).
  @Test func `the same agreement is worth less where chance gives more`() throws {
    #expect(try #require(Kappa.cohen([[45, 15], [25, 15]])).rounded(per: 10_000) == 1304)
    #expect(try #require(Kappa.cohen([[25, 35], [5, 35]])).rounded(per: 10_000) == 2593)
  }

  @Test func `full agreement is 1, full disagreement below 0, independence 0`() {
    #expect(Kappa.cohen([[3, 0, 0], [0, 4, 0], [0, 0, 5]]) == Ratio(1, over: 1))
    #expect(Kappa.cohen([[0, 5], [5, 0]]) == Ratio(-1, over: 1))
    #expect(Kappa.cohen([[4, 2], [6, 3]]) == Ratio(0, over: 1))
  }

  @Test func `one category everywhere leaves Cohen's kappa undefined, two do not`() {
    #expect(Kappa.cohen([[9, 0], [0, 0]]) == nil)
    #expect(Kappa.cohen([[0, 9], [0, 0]]) == Ratio(0, over: 1))
    #expect(Kappa.cohen([]) == nil && Kappa.cohen([[0, 0], [0, 0]]) == nil)
  }

  // MARK: Fleiss

  /// Table 1 of the paper: depression, personality disorder, schizophrenia, neurosis, other.
  static let diagnoses = [
    [0, 0, 0, 6, 0], [0, 3, 0, 0, 3], [0, 1, 4, 0, 1], [0, 0, 0, 0, 6], [0, 3, 0, 3, 0], [2, 0, 4, 0, 0],
    [0, 0, 4, 0, 2], [2, 0, 3, 1, 0], [2, 0, 0, 4, 0], [0, 0, 0, 0, 6], [1, 0, 0, 5, 0], [1, 1, 0, 4, 0],
    [0, 3, 3, 0, 0], [1, 0, 0, 5, 0], [0, 2, 0, 3, 1], [0, 0, 5, 0, 1], [3, 0, 0, 1, 2], [5, 1, 0, 0, 0],
    [0, 2, 0, 4, 0], [1, 0, 2, 0, 3], [0, 0, 0, 0, 6], [0, 1, 0, 5, 0], [0, 2, 0, 1, 3], [2, 0, 0, 4, 0],
    [1, 0, 0, 4, 1], [0, 5, 0, 1, 0], [4, 0, 0, 0, 2], [0, 2, 0, 4, 0], [1, 0, 5, 0, 0], [0, 0, 0, 0, 6],
  ]

  @Test func `the paper's thirty patients and six psychiatrists have a Fleiss' kappa of 0.430`() throws {
    let totals = (0..<5).map { category in Self.diagnoses.reduce(0) { $0 + $1[category] } }
    #expect(totals == [26, 26, 30, 55, 43])
    #expect(try #require(Kappa.fleiss(Self.diagnoses)).rounded(per: 1000) == 430)
  }

  /// The worked example of Wikipedia's article on Fleiss' kappa.
  @Test func `ten subjects and fourteen raters have a Fleiss' kappa of 0.210`() throws {
    let table = [
      [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
    ]
    #expect(try #require(Kappa.fleiss(table)).rounded(per: 1000) == 210)
  }

  @Test func `one category everywhere, no item, or one rater leaves Fleiss' kappa undefined`() {
    #expect(Kappa.fleiss([[3, 0], [3, 0]]) == nil)
    #expect(Kappa.fleiss([]) == nil)
    #expect(Kappa.fleiss([[1, 0], [0, 1]]) == nil)
    #expect(Kappa.fleiss([[3, 0], [0, 3]]) == Ratio(1, over: 1))
  }

  // MARK: The definitions

  @Test(arguments: 1...40) func `the integers give what the definition gives in floating point`(seed: Int) throws {
    var random = Draws(seed: UInt64(seed))
    let square = (0..<3).map { _ in (0..<3).map { _ in random.below(9) } }
    let items = Double(square.joined().reduce(0, +))
    let observed = Double(square[0][0] + square[1][1] + square[2][2]) / items
    let expected = (0..<3).reduce(0.0) { sum, k in
      sum + Double(square[k].reduce(0, +)) / items * (Double(square.reduce(0) { $0 + $1[k] }) / items)
    }
    let cohen = try #require(Kappa.cohen(square))
    #expect(abs(cohen.value - (observed - expected) / (1 - expected)) < 1e-9)

    let raters = 2 + random.below(5)
    let rows = (0..<12).map { _ in
      (0..<raters).reduce(into: [0, 0, 0]) { row, _ in row[random.below(3)] += 1 }
    }
    let alike =
      rows.reduce(0.0) { $0 + Double($1.reduce(0) { $0 + $1 * ($1 - 1) }) / Double(raters * (raters - 1)) } / 12
    let chance = (0..<3).reduce(0.0) { sum, k in
      let share = Double(rows.reduce(0) { $0 + $1[k] }) / Double(12 * raters)
      return sum + share * share
    }
    let fleiss = try #require(Kappa.fleiss(rows))
    #expect(abs(fleiss.value - (alike - chance) / (1 - chance)) < 1e-9)
  }
}

/// The same numbers for the same seed (splitmix64).
private struct Draws {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(limit))
  }
}
