import Evaluation
import Testing

@testable import jury

@Suite struct SheetValueTests {
  @Test(arguments: [
    ("30", 30), ("30 min", 30), ("1h30", 90), ("00:30", 30), ("1 h", 60), ("45'", 45), ("1 h 05 min", 65),
  ])
  func `minutes are read as people write them`(cell: String, minutes: Int) {
    #expect(SheetValue.minutes(cell) == minutes)
  }

  @Test(arguments: [
    ("03/12/2026", "2026-12-03"), ("3/12/26", "2026-12-03"), ("2026-12-03", "2026-12-03"),
    ("03.12.2026 09:00", "2026-12-03"),
  ])
  func `dates are day, month, year`(cell: String, date: String) { #expect(SheetValue.date(cell)?.text == date) }

  @Test(arguments: ["31/02/2026", "12/31/2026", "demain", "", "2026"])
  func `what is no date is none`(cell: String) { #expect(SheetValue.date(cell) == nil) }

  @Test(arguments: [("7", 7), ("7 ans", 7), ("7,5", 7), ("12 années", 12)])
  func `years are whole`(cell: String, years: Int) { #expect(SheetValue.years(cell) == years) }

  @Test func `yes and no are said in many ways`() {
    #expect(["Oui", "OUI", "x", "1", "vrai"].map(SheetValue.flag) == [true, true, true, true, true])
    #expect(["Non", "0", "faux", "-"].map(SheetValue.flag) == [false, false, false, false])
    #expect(SheetValue.flag("peut-être") == nil)
  }

  @Test func `a whole name tells its parts by capitals`() {
    #expect(SheetValue.name("N'GUESSAN Aïcha").map { [$0.family, $0.given] } == ["N'GUESSAN", "Aïcha"])
    #expect(SheetValue.name("Maël LE GOFF").map { [$0.family, $0.given] } == ["LE GOFF", "Maël"])
    #expect(SheetValue.name("Léa Durand") == nil)
  }

  @Test func `headings match without case, accents and marks`() {
    let all = SheetColumn.ofCandidates + SheetColumn.ofJurors
    #expect(SheetColumn.named("PRENOM(S)", among: all) == .given)
    #expect(SheetColumn.named("voie d’acces", among: all) == .route)
    #expect(SheetColumn.named("Années d'expérience :", among: all) == .years)
    #expect(SheetColumn.named("Téléphone", among: all) == nil)
  }

  @Test func `no heading names two columns of a sheet`() {
    for columns in [SheetColumn.ofCandidates, SheetColumn.ofJurors] {
      let folded = columns.flatMap { column in Set(column.headings.map(SheetColumn.fold)) }
      #expect(folded.count == Set(folded).count)
    }
  }

  @Test func `extra time is minutes, or a third of the oral`() {
    let cells = ["30", "oui", "1/3", "non", "0", "13", "1h", "jamais"]
    #expect(cells.map { CandidateSheet.extra($0, of: 25) } == [30, 9, 9, 0, 0, 13, 60, nil])
  }

  @Test func `formats and blocks are named as people do`() {
    let referential = Referential.rncp37827
    let formats = ["Titre", "titre complet", "Bloc 2", "BC03", "block1", "Titre à finalité professionnelle", "Bloc 4"]
    #expect(
      formats.map { CandidateSheet.format($0, referential) } == [
        "title", "title", "block2", "block3", "block1", "title", nil,
      ])
    #expect(CandidateSheet.blocks("1, 3", referential) == ["B1", "B3"])
    #expect(CandidateSheet.blocks("Bloc 1 et RNCP37827BC02", referential) == ["B1", "B2"])
    #expect(CandidateSheet.blocks("aucun", referential) == [])
    #expect(CandidateSheet.blocks("Bloc 7", referential) == nil)
  }
}
