import ArgumentParser
import Evaluation
import Foundation
import Screen
import Testing

@testable import jury

@Suite struct ReferentialCommandTests {
  func listing(width: Int = 80, _ language: Language = .fr) -> [String] {
    ReferentialListing(of: .rncp37827, width: width, in: language).text.components(separatedBy: "\n")
  }

  /// Runs `jury` with these words; the error it ends with.
  func outcome(_ words: String...) -> (any Error)? {
    do {
      var command = try Jury.parseAsRoot(words)
      try command.run()
      return nil
    } catch {
      return error
    }
  }

  func withFile(_ text: String, _ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).json").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test func `the listing opens with what it lists and where grids go`() {
    #expect(
      Array(listing().prefix(11)) == [
        "RNCP37827 Développeur en intelligence artificielle",
        "3 blocs, 21 compétences, 142 critères, 5 épreuves, 4 oraux",
        "",
        "Règlement spécifique RNCP « Développeur en intelligence artificielle » : section",
        "1 (blocs), section 2 (jury, épreuves, oraux, transmission), annexe 3",
        "(compétences, critères, attendus).",
        "Grilles et procès-verbal : Comité de Contrôle et de Conformité Qualité,",
        "certification@simplon.co",
        "",
        "",
        "B1  RNCP37827BC01",
      ])
  }

  @Test func `details stand under their criterion`() throws {
    let lines = listing()
    let first = try #require(lines.firstIndex { $0.hasPrefix("     C4.7 ") })
    #expect(
      Array(lines[first..<(first + 5)]) == [
        "     C4.7    Les documentations techniques des scripts couvrent les parties",
        "             suivantes :",
        "             – les dépendances nécessaires pour la réutilisation des scripts",
        "               (langages, dépendances externes, etc)",
        "             – les commandes pour l'exécution des scripts.",
      ])
  }

  @Test func `an oral shows its phases and their minutes`() throws {
    let lines = listing()
    let first = try #require(lines.firstIndex { $0.hasPrefix("block2 ") })
    #expect(
      Array(lines[first..<(first + 4)]) == [
        "block2   Bloc 2 · B2 · 45 min",
        "          15 min  Soutenance E2",
        "          20 min  Présentation E3",
        "          10 min  Questions du jury",
      ])
  }

  @Test(arguments: [0, 40, 80, 100])
  func `no line is wider than asked, and every criterion is there`(width: Int) {
    let lines = listing(width: width)
    #expect(lines.filter { Width.columns($0) > max(40, width) } == [])
    #expect(lines.filter { $0.firstMatch(of: #/^ {5}C\d+\.\d+\s/#) != nil }.count == 142)
    #expect(lines.filter { $0.hasSuffix(" ") } == [])
  }

  @Test func `headings follow the language, texts stay the règlement's`() {
    let english = listing(.en)
    #expect(english.contains("3 blocks, 21 competencies, 142 criteria, 5 assessments, 4 orals"))
    #expect(english.contains("Assessments"))
    #expect(english.contains { $0.contains("C4.1    Les modélisations des données respectent la méthode") })
  }

  @Test func `a right file is accepted`() throws {
    try withFile(Referential.rncp37827.json.readableText) { path in
      #expect(outcome("referential", "check", path) == nil)
    }
  }

  @Test func `a file with faults ends with 65`() throws {
    try withFile("{}") { path in
      #expect((outcome("referential", "check", path) as? ArgumentParser.ExitCode)?.rawValue == 65)
    }
  }

  @Test func `a file that is not there ends with 66`() {
    #expect((outcome("referential", "check", "/nowhere/r.json") as? Refusal)?.code == .noInput)
  }
}
