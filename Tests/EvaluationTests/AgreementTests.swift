import Testing

@testable import Evaluation

@Suite struct AgreementTests {
  /// One rating an item: each juror's marks are a string, one letter an item: `+` met, `-` not met, `?` to probe,
  /// `.` no mark, and a space where they did not sit.
  private func ratings(_ jurors: (String, String)...) -> [Rating] {
    let length = jurors.map(\.1.count).max() ?? 0
    return (0..<length).map { item in
      var marks: [String: Mark] = [:]
      for (juror, letters) in jurors {
        switch Array(letters)[item] {
        case "+": marks[juror] = .met
        case "-": marks[juror] = .notMet
        case "?": marks[juror] = .toProbe
        case ".": marks[juror] = Mark.none
        default: break
        }
      }
      return Rating(criterion: "C1.\(item + 1)", marks: marks)
    }
  }

  @Test func `two jurors are compared with Cohen's kappa, whatever their order`() throws {
    //                 both + 5, both - 2, both ? 1, + and - 1, ? and + 1
    let (first, second) = ("+++++--?+?", "+++++--?-+")
    let agreement = Agreement(ratings(("amina", first), ("bruno", second)))
    #expect(agreement.items == 10 && agreement.leftOut == 0 && agreement.jurors == 2)
    #expect(agreement.percent == Ratio(8, over: 10))
    // Chance: (6·6 + 2·3 + 2·1) / 100.
    #expect(agreement.kappa == .value(try #require(Ratio(80 - 44, over: 100 - 44)), .cohen))
    #expect(Agreement(ratings(("zoe", first), ("bruno", second))) == agreement)
  }

  @Test func `three jurors are compared with Fleiss' kappa, and the share is the mean over their pairs`() throws {
    let agreement = Agreement(ratings(("amina", "++++++++--"), ("bruno", "++++++++-+"), ("chloe", "+++++++-??")))
    #expect(agreement.items == 10 && agreement.jurors == 3)
    // Pairs that agree: 3 × 7, then 1, 1, 0.
    #expect(agreement.pairs == 30 && agreement.agreeingPairs == 23)
    // Totals 24, 4, 2 of 30: (46·30 − 2·596) / (2·(900 − 596)).
    #expect(agreement.kappa == .value(try #require(Ratio(188, over: 608)), .fleiss))
  }

  @Test func `an item that a juror left without a mark is left out, and counted`() {
    let agreement = Agreement(ratings(("amina", "+-.+."), ("bruno", "++-..")))
    #expect(agreement.items == 2 && agreement.leftOut == 3)
    #expect(agreement.percent == Ratio(1, over: 2))
  }

  @Test func `an item that one juror judged alone compares with nothing`() {
    let agreement = Agreement(ratings(("amina", "+-"), ("bruno", "+ ")))
    #expect(agreement.items == 1 && agreement.leftOut == 1)
  }

  @Test func `nothing in common has no share and no kappa`() {
    let agreement = Agreement([])
    #expect(agreement.percent == nil && agreement.jurors == nil)
    #expect(agreement.kappa == .tooFew(common: 0))
    #expect(Agreement([], fewest: 0).kappa == .tooFew(common: 0))
  }

  @Test func `under ten common items it is too few to say, but the share is told`() {
    let nine = Agreement(ratings(("amina", "++++++++-."), ("bruno", "+++++++-++")))
    #expect(nine.kappa == .tooFew(common: 9) && nine.percent == Ratio(7, over: 9))
    let ten = Agreement(ratings(("amina", "++++++++-+"), ("bruno", "+++++++-++")))
    #expect(ten.kappa != .tooFew(common: 10))
    #expect(Agreement(ratings(("amina", "+-"), ("bruno", "+-")), fewest: 2).kappa.isPerfect)
  }

  @Test func `one mark everywhere leaves the kappa undefined`() {
    let all = String(repeating: "+", count: 12)
    #expect(Agreement(ratings(("amina", all), ("bruno", all))).kappa == .undefined)
    #expect(Agreement(ratings(("amina", all), ("bruno", all), ("chloe", all))).kappa == .undefined)
  }

  @Test func `two jurors who change are compared with Fleiss' kappa`() throws {
    let agreement = Agreement(
      ratings(("amina", "++++++++--"), ("bruno", "+++++-    "), ("chloe", "      ++--")))
    #expect(agreement.items == 10 && agreement.jurors == 2 && agreement.percent == Ratio(9, over: 10))
    // Totals 15 and 5 of 20: (18·20 − 250) / (400 − 250).
    #expect(agreement.kappa == .value(try #require(Ratio(110, over: 150)), .fleiss))
  }

  @Test func `juries of different sizes have a share by pairs and no kappa`() {
    let agreement = Agreement(
      ratings(("amina", "++++++++--"), ("bruno", "+++++-++--"), ("chloe", "      ++--")))
    #expect(agreement.kappa == .unequalJuries && agreement.jurors == nil)
    #expect(agreement.pairs == 6 + 4 * 3 && agreement.agreeingPairs == 5 + 12)
  }

  @Test func `ratings are told group by group`() {
    let all = ratings(("amina", "++--"), ("bruno", "+---")) + ratings(("amina", "+-+-"), ("bruno", "++.-"))
    let byCriterion = Agreement.by({ $0.criterion == "C1.4" ? nil : $0.criterion }, of: all)
    #expect(byCriterion.keys.sorted() == ["C1.1", "C1.2", "C1.3"])
    #expect(byCriterion["C1.1"]?.percent == Ratio(2, over: 2))
    #expect(byCriterion["C1.2"]?.percent == Ratio(0, over: 2))
    #expect(byCriterion["C1.3"]?.items == 1 && byCriterion["C1.3"]?.leftOut == 1)
    #expect(Agreement.by({ _ in 0 }, of: all, fewest: 4)[0] == Agreement(all, fewest: 4))
  }

  @Test(arguments: [
    (Kappa.tooFew(common: 1), "trop peu pour le dire (1 critère en commun)", "too few to say (1 criterion in common)"),
    (.tooFew(common: 0), "trop peu pour le dire (0 critère en commun)", "too few to say (0 criteria in common)"),
    (.tooFew(common: 9), "trop peu pour le dire (9 critères en commun)", "too few to say (9 criteria in common)"),
  ])
  func `a missing kappa says why`(kappa: Kappa, fr: String, en: String) { #expect(kappa.phrase == Phrase(fr, en)) }

  @Test func `a kappa is told with its formula, a share with what it is the share of`() throws {
    let kappa = Kappa.value(try #require(Ratio(2, over: 5)), .cohen)
    #expect(kappa.phrase == Phrase("0,40 (kappa de Cohen)", "0.40 (Cohen's kappa)"))
    #expect(Kappa.value(try #require(Ratio(43, over: 100)), .fleiss).phrase.fr == "0,43 (kappa de Fleiss)")
    let two = Agreement(ratings(("amina", "+"), ("bruno", "+")))
    #expect(two.percentMeaning.fr == "part des critères cochés de même par les deux jurés")
    let three = Agreement(ratings(("amina", "+"), ("bruno", "+"), ("chloe", "+")))
    #expect(three.percentMeaning.fr.hasSuffix("en moyenne sur les paires de jurés"))
  }
}

extension Kappa {
  fileprivate var isPerfect: Bool {
    guard case .value(let ratio, _) = self else { return false }
    return ratio.numerator == ratio.denominator
  }
}
