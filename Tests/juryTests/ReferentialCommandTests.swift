import Evaluation
import Foundation
import Screen
import Testing

@testable import jury

@Suite struct ReferentialCommandTests {
  func listing(width: Int = 80, _ language: Language = .fr) -> [String] {
    ReferentialListing(of: .rncp37827, width: width, in: language).text.components(separatedBy: "\n")
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

  @Test func `the JSON is canonical, on one line`() throws {
    let outcome = try Program().run("referential", "--json")
    #expect(outcome.output == Referential.rncp37827.json.text + "\n")
    #expect(outcome.status == 0)
  }

  @Test func `a right file is summed up in a line`() throws {
    let program = try Program()
    let path = program.directory + "/right.json"
    try Referential.rncp37827.json.readableText.write(toFile: path, atomically: false, encoding: .utf8)
    let outcome = try program.run("referential", "check", path)
    #expect(
      outcome.output
        == "\(path): RNCP37827 Développeur en intelligence artificielle: "
        + "3 blocks, 21 competencies, 142 criteria, 5 assessments, 4 orals\n")
    #expect(outcome.status == 0)
  }

  @Test func `each fault is a line that names the file, the line, the place and the reason`() throws {
    let program = try Program()
    let path = program.directory + "/wrong.json"
    let text = Referential.rncp37827.json.readableText.replacing("\"minutes\": 80", with: "\"minutes\": -80")
      .replacing("\"certification@simplon.co\"", with: "7")
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    let outcome = try program.run("referential", "check", path, "--lang", "fr")
    #expect(
      outcome.output == """
        \(path):1176: certification.committeeAddress: un texte est attendu ici, pas un nombre
        \(path):1199: formats[0].phases[0].minutes: -80 est hors des bornes 1–1440

        """)
    #expect(outcome.status == 65)
    #expect(outcome.errors == "")
  }

  @Test func `a fault cannot write to the terminal`() throws {
    let program = try Program()
    let path = program.directory + "/evil.json"
    try #"{"\u001b[2J":1}"#.write(toFile: path, atomically: false, encoding: .utf8)
    let outcome = try program.run("referential", "check", path)
    #expect(!outcome.output.unicodeScalars.contains("\u{1B}"))
    #expect(outcome.output.contains(#"["\u001b[2J"]: unknown member"#))
  }

  @Test func `a file that is not there ends with 66`() throws {
    let outcome = try Program().run("referential", "check", "/nowhere/r.json")
    #expect(outcome.status == 66)
    #expect(outcome.errors == "jury: /nowhere/r.json: no such file\n")
  }
}
