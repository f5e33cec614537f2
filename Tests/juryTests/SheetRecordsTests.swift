import Testing

@testable import jury

@Suite struct SheetRecordsTests {
  private func cells(_ text: String) -> [[String]?] { SheetRecords(text).records.map(\.cells) }

  @Test(arguments: [";", ",", "\t"])
  func `the separator is the one that the headings have`(separator: Character) {
    let text = "Nom\(separator)Prénom\(separator)Poste\r\nDurand\(separator)Léa\(separator)dev\r\n"
    #expect(SheetRecords(text).separator == separator)
    #expect(cells(text) == [["Nom", "Prénom", "Poste"], ["Durand", "Léa", "dev"]])
  }

  @Test func `a comma in a heading is no separator where semicolons are`() {
    #expect(
      cells("Nom;Blocs (1, 2, 3);Salle\nA;1, 2;3\n") == [["Nom", "Blocs (1, 2, 3)", "Salle"], ["A", "1, 2", "3"]])
  }

  @Test func `a first line sep= names it`() {
    let records = SheetRecords("sep=|\r\nNom|Prénom\r\nA;B|C\r\n")
    #expect(records.separator == "|")
    #expect(records.records.map(\.line) == [2, 3])
    #expect(records.records.last?.cells == ["A;B", "C"])
  }

  @Test func `quoted cells hold separators, quotes and line ends, and lines are counted`() {
    let records = SheetRecords("a;b\r\n\"x;y\";\"dit \"\"non\"\"\"\r\n\r\n\"deux\r\nlignes\";z\r\nu;v")
    #expect(records.records.map(\.line) == [1, 2, 4, 6])
    #expect(
      records.records.map(\.cells) == [["a", "b"], ["x;y", "dit \"non\""], ["deux\r\nlignes", "z"], ["u", "v"]])
  }

  @Test func `spaces around cells go, empty cells and blank lines are what they are`() {
    #expect(cells("a ; b\u{A0};c\n;;\n \nx;;\n") == [["a", "b", "c"], ["x", "", ""]])
    #expect(cells("a\tb\tc\n\ty\t\n") == [["a", "b", "c"], ["", "y", ""]])
  }

  @Test func `quotes out of place are faults of their own line alone`() {
    let records = SheetRecords("a;b\nJean \"Jo\" D;x\n\"Léa;y\nu;v\n")
    #expect(records.records.map(\.cells) == [["a", "b"], nil, nil, ["u", "v"]])
    #expect(records.records.map(\.isOpen) == [false, false, true, false])
    #expect(records.records.map(\.line) == [1, 2, 3, 4])
  }

  @Test func `a quote that each line leaves open is looked for once`() {
    let clock = ContinuousClock()
    var records: SheetRecords?
    let time = clock.measure { records = SheetRecords("a;b\n" + String(repeating: "\"x\"\"\n", count: 6000)) }
    #expect(records?.records.dropFirst().allSatisfy(\.isOpen) == true)
    #expect(records?.records.count == 6001)
    #expect(time < .seconds(5))
  }
}
