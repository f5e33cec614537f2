import Testing

@testable import Evaluation

@Suite struct CompositionTests {
  let rules = Referential.small.rules

  @Test func `two members, one of them external, are a jury`() {
    #expect(rules.faults(of: [.fictitious("a", external: true), .fictitious("b")]) == [])
  }

  @Test func `one juror is too few`() {
    let faults = rules.faults(of: [.fictitious("a", external: true)])
    #expect(faults == [.tooFewMembers(present: 1, needed: 2)])
    #expect(
      faults.first?.phrase
        == Phrase("1 juré : le règlement (2.1) en veut au moins 2", "1 juror: the règlement (2.1) wants at least 2"))
  }

  @Test func `no juror is too few, without a share to speak of`() {
    let faults = rules.faults(of: [])
    #expect(faults == [.tooFewMembers(present: 0, needed: 2)])
    #expect(
      faults.first?.phrase
        == Phrase("0 juré : le règlement (2.1) en veut au moins 2", "0 jurors: the règlement (2.1) wants at least 2"))
  }

  @Test func `two members from inside are not a jury`() {
    let faults = rules.faults(of: [.fictitious("a"), .fictitious("b")])
    #expect(faults == [.tooFewExternal(percent: 0, needed: 50)])
  }

  @Test func `one external member of three is 33 percent`() {
    let faults = rules.faults(of: [.fictitious("a", external: true), .fictitious("b"), .fictitious("c")])
    #expect(faults == [.tooFewExternal(percent: 33, needed: 50)])
    #expect(faults.first?.phrase.fr == "33 % de jurés extérieurs : le règlement (2.1) en veut au moins 50 %")
  }

  @Test func `two external members of three are enough`() {
    let jury = [Juror.fictitious("a", external: true), .fictitious("b", external: true), .fictitious("c")]
    #expect(rules.faults(of: jury) == [])
  }

  @Test func `one year of practice is too little, two are enough`() {
    let faults = rules.faults(of: [.fictitious("a", years: 1, external: true), .fictitious("b", years: 2)])
    #expect(faults == [.tooLittleExperience(juror: "A NOM-A", years: 1, needed: 2)])
    #expect(
      faults.first?.phrase
        == Phrase(
          "A NOM-A : 1 an d'expérience, le règlement (2.1) en veut 2",
          "A NOM-A: 1 year of practice, the règlement (2.1) wants 2"))
  }

  @Test(arguments: [(0, "0 an", "0 years"), (1, "1 an", "1 year"), (2, "2 ans", "2 years")])
  func `years are counted in each language's plural`(years: Int, french: String, english: String) {
    let phrase = CompositionFault.tooLittleExperience(juror: "X", years: years, needed: 5).phrase
    #expect(phrase.fr.hasPrefix("X : \(french) d'expérience"))
    #expect(phrase.en.hasPrefix("X: \(english) of practice"))
  }
}
