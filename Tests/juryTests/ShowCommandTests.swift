import Foundation
import Evaluation
import JSON
import Testing

@testable import jury

@Suite struct ShowCommandTests {
  @Test func `a script finds marks, verdicts, the seal and its signatures`() throws {
    let session = SampleSessionTests.directory + "/block2"
    let outcome = try Program().run("show", session, "--candidate", "muller", "--json")
    #expect(outcome.status == 0)
    let shown = try JSON.parse(Array(outcome.output.utf8))
    #expect(shown["session"]?["id"] == "exemple-bloc2")
    let oral = try #require(shown["candidates"]?.array?.first)
    #expect(oral["stage"] == "signed")
    #expect(oral["clock"]?["state"] == "ended")
    #expect(oral["decision"] == "admitted")
    #expect(oral["verdicts"]?["C13"]?["acquired"] == true)
    #expect(oral["marks"]?["C6.1"] == "met")
    #expect(oral["seal"]?["signatures"]?.array?.compactMap { $0["at"]?.string }.count == 2)
    #expect(oral["obstacles"] == [])
  }

  @Test func `for reading, a candidate is a line`() throws {
    let outcome = try Program().run("show", SampleSessionTests.directory + "/title", "--lang", "fr")
    #expect(
      outcome.output.split(separator: "\n").dropFirst() == [
        "09:00  DURAND Léa       Titre à finalité professionnelle · prévu",
        "11:15  N'GUESSAN Aïcha  Entretien VAE · prévu",
        "13:30  LE GOFF Maël     Titre à finalité professionnelle · prévu",
        "16:15  ŒUVRARD Zoé      Titre à finalité professionnelle · prévu",
      ])
  }

  @Test func `an unknown candidate is refused with the ids there are`() throws {
    let session = SampleSessionTests.directory + "/title"
    let outcome = try Program().run("show", session, "--candidate", "dupont")
    #expect(outcome.status == 66)
    #expect(
      outcome.errors == """
        jury: \(session)/session.json: “dupont” is no candidate of this session
          → Candidates: durand, nguessan, le-goff, oeuvrard.

        """)
  }

  @Test func `bad data is told with its file, line and member`() throws {
    let program = try Program()
    let broken = SampleSessionTests.directory + "/broken/session-a-number-from-0-to-70-is-expected.json"
    let session = program.directory + "/session"
    try FileManager.default.createDirectory(atPath: session, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: broken, toPath: session + "/session.json")
    let outcome = try program.run("show", session)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("/session/session.json:30: jury[0].years: a number from 0 to 70 is expected"))
  }

  @Test func `the language of a refusal is the one asked for, wherever the option stands`() throws {
    for arguments in [["--lang", "fr", "show", "/nowhere"], ["show", "/nowhere", "--lang=fr"]] {
      let outcome = try Program().run(arguments)
      #expect(outcome.status == 66)
      #expect(outcome.errors.hasPrefix("jury : /nowhere/session.json : il n'y a pas de session ici\n"))
    }
  }
}
