import Testing

@testable import Evaluation

@Suite struct RatioTests {
  @Test func `a ratio is in lowest terms, its sign above`() throws {
    #expect(Ratio(6, over: 8) == Ratio(3, over: 4))
    #expect(Ratio(3, over: -4) == Ratio(-3, over: 4))
    #expect(Ratio(-3, over: -4) == Ratio(3, over: 4))
    #expect(Ratio(0, over: -7) == Ratio(0, over: 1))
    let ratio = try #require(Ratio(10, over: -4))
    #expect(ratio.numerator == -5 && ratio.denominator == 2 && ratio.value == -2.5)
  }

  @Test func `nothing is divided by zero`() { #expect(Ratio(0, over: 0) == nil && Ratio(1, over: 0) == nil) }

  @Test(arguments: [
    (1, 3, 33), (2, 3, 67), (1, 200, 1), (-1, 200, -1), (1, 201, 0), (-1, 201, 0), (1, 1, 100), (0, 5, 0),
  ])
  func `it rounds to the nearest, a half away from zero`(numerator: Int, denominator: Int, hundredths: Int) throws {
    #expect(try #require(Ratio(numerator, over: denominator)).rounded(per: 100) == hundredths)
  }

  @Test(arguments: [
    (43, 100, "0,43", "0.43"), (-1, 20, "−0,05", "−0.05"), (1, 1, "1,00", "1.00"), (-1, 900, "0,00", "0.00"),
  ])
  func `it is written as each language does`(numerator: Int, denominator: Int, fr: String, en: String) throws {
    #expect(try #require(Ratio(numerator, over: denominator)).phrase == Phrase(fr, en))
  }
}
