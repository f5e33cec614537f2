import Evaluation
import Foundation
import JSON
import Testing

@testable import jury

@Suite struct SessionNewTests {
  static let facts = [
    "--title", "Lille, décembre", "--from", "01/12/2026", "--centre", "Centre Ada", "--address", "12 rue des Essais",
    "--manager", "Hélène MARCHAND", "--rooms", "2",
  ]

  private func new(_ program: Program, _ more: [String] = [], umask: String = "022") throws -> Program.Outcome {
    try program.run(["session", "new", "s"] + Self.facts + more, umask: umask)
  }

  private func plan(_ program: Program) throws -> Plan {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: program.directory + "/s/session.json"))
    return try Plan(json: try JSON.parse(Array(bytes)))
  }

  @Test(arguments: ["000", "077"])
  func `a session is its owner's alone, whatever the umask`(umask: String) throws {
    let program = try Program()
    #expect(try new(program, umask: umask).status == 0)
    #expect(try program.mode("s") == "700")
    #expect(try program.mode("s/session.json") == "600")
    let plan = try plan(program)
    #expect(plan.id == "lille-decembre-2026-12-01")
    #expect(plan.from.text == "2026-12-01" && plan.to == plan.from)
    #expect(plan.rooms.map(\.name) == ["1", "2"])
    #expect(plan.manager.function == "Responsable de session")
  }

  @Test func `an empty directory is made private, one that holds something is refused`() throws {
    let program = try Program()
    try FileManager.default.createDirectory(
      atPath: program.directory + "/s", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    #expect(try new(program).status == 0)
    #expect(try program.mode("s") == "700")
    let again = try new(program)
    #expect(again.status == 73)
    #expect(again.errors.contains("there is a session here already"))
  }

  @Test func `without a terminal every missing option is told at once`() throws {
    let outcome = try Program().run("session", "new", "s", "--title", "X")
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("jury: missing: --from, --centre, --address, --manager\n"))
  }

  @Test func `people come from CSV files, and one faulty line leaves nothing behind`() throws {
    let program = try Program()
    try PeopleSheetTests.jury.write(toFile: program.directory + "/j.csv", atomically: false, encoding: .utf8)
    let candidates = "Nom;Prénom;Bloc;Formateurs\nDurand;Léa;Bloc 1;Roux\n"
    try (candidates + "Martin;Zoé;Bloc 9;\n").write(
      toFile: program.directory + "/c.csv", atomically: false, encoding: .utf8)
    let refused = try new(program, ["--jurors", "j.csv", "--candidates", "c.csv"])
    #expect(refused.status == 65)
    #expect(refused.errors.contains("jury: c.csv:3: Blocs demandés “Bloc 9”: unknown block (B1, B2, B3)\n"))
    #expect(throws: (any Error).self) { try program.names("s") }
    try candidates.write(toFile: program.directory + "/c.csv", atomically: false, encoding: .utf8)
    let made = try new(program, ["--jurors", "j.csv", "--candidates", "c.csv"])
    #expect(made.output.hasPrefix("j.csv: 3 jurors (utf-8, “;”)\nc.csv: 1 candidate (utf-8, “;”)\n"))
    let plan = try plan(program)
    #expect(plan.ties == [Tie(candidate: "durand", juror: "roux", kind: .training)])
    #expect(plan.rooms.map(\.name) == ["1", "2", "A", "B"])
  }

  @Test func `what is missing is asked for, and asked again when the answer is none`() throws {
    var lines = ["", "Lille", "demain", "1/12/2026", "", "Centre", "12 rue", "Hélène MARCHAND", "", "Salle A, Salle B"]
    var said = ""
    let questions = Questions(.fr, read: { lines.isEmpty ? nil : lines.removeFirst() }, say: { said += $0 })
    let draft = try NewSessionOptions.parse([]).draft(questions)
    #expect(lines.isEmpty)
    #expect(draft.plan.title == "Lille" && draft.plan.from.text == "2026-12-01" && draft.plan.to == draft.plan.from)
    #expect(draft.plan.rooms.map(\.name) == ["Salle A", "Salle B"])
    #expect(said.hasPrefix("Nom de la session :   il faut une réponse\nNom de la session : Premier jour"))
    #expect(said.contains("une date comme 01/12/2026\n"))
    lines = ["Lille"]
    #expect(throws: Refusal.self) { try NewSessionOptions.parse([]).draft(questions) }
  }

  @Test(arguments: [
    ("Nom;Prénom;Voie\nDurand;Léa;formation\n", false), ("Nom;Prénom\nDurand;Léa\n", false),
    ("Nom;Prénom;Voie\nDurand;Léa;formation\nPetit;Hugo;VAE\n", true),
    ("Nom;Prénom;Voie;Durée de l'entretien\nPetit;Hugo;VAE;45\n", false),
    ("Nom;Prénom;Voie;Épreuve\nPetit;Hugo;VAE;Bloc 1\n", false), ("Nom\nDurand\n", false),
  ])
  func `the length of an interview is asked for where a candidate's is missing, and there alone`(
    sheet: String, isAsked: Bool
  ) throws {
    let program = try Program()
    let path = program.directory + "/c.csv"
    try sheet.write(toFile: path, atomically: false, encoding: .utf8)
    var lines = ["", path, "une heure", "50"]
    let questions = Questions(.fr, read: { lines.isEmpty ? nil : lines.removeFirst() }, say: { _ in })
    var options = try SheetOptions.parse([])
    try options.ask(questions)
    #expect(options.candidates == path)
    #expect(options.interview == (isAsked ? 50 : nil) && lines.isEmpty == isAsked)
  }
}
