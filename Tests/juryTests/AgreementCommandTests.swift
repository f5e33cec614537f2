import Evaluation
import Foundation
import JSON
import Testing

@testable import jury

@Suite struct AgreementCommandTests {
  private static let differing: MarkedSessions.Marks = ["benali": ["C6.1": .notMet], "roux": ["C9.1": .notMet]]

  /// Two orals count; of the two others one misses a grid, one is to come.
  ///
  /// benali and roux: both met 116, both not met 1 (C6.2), and four otherwise.
  private func twoJurors() throws -> (sessions: MarkedSessions, path: String) {
    let sessions = try MarkedSessions()
    let path = try sessions.session(
      "essai",
      heard: [
        .init(
          id: "durand",
          marks: [
            "benali": ["C6.1": .notMet, "C9.2": .toProbe, "C13.8": .none],
            "roux": ["C9.2": .notMet, "C9.3": .notMet, "C10.1": .none],
          ]),
        .init(
          id: "martin",
          marks: ["benali": ["C6.2": .notMet], "roux": ["C6.2": .notMet, "C9.2": .notMet, "C10.1": .none]]),
        .init(id: "petit", marks: ["roux": ["C7.1": .notMet, "C7.2": .notMet]], late: ["roux"]),
      ], planned: ["leroy"])
    return (sessions, path)
  }

  private func report(_ sessions: MarkedSessions, _ paths: String...) throws -> JSON {
    let run = try sessions.program.run(["agreement"] + paths + ["--json"])
    #expect(run.status == 0 && run.errors == "")
    return try JSON.parse(Array(run.output.utf8))
  }

  @Test func `for reading, the whole, the assessments and the least agreed criteria are told`() throws {
    let (sessions, path) = try twoJurors()
    let run = try sessions.program.run("agreement", path, "--lang", "fr")
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.output == """
        Accord des jurés sur leurs premières coches · RNCP37827
        1 session · 2 oraux aux grilles toutes remises · 2 autres, laissés de côté

                   accord     paires   comparés  κ
        ensemble    97 %    117/121    121/124  0,41 (kappa de Cohen)

        Par épreuve
        E2          97 %      35/36      36/36  0,65 (kappa de Cohen)
        E3          96 %      82/85      85/88  0,24 (kappa de Cohen)

        Par critère, le moins d'accord d'abord
        C9.2         0 %        0/2        2/2  trop peu pour le dire
        C6.1        50 %        1/2        2/2  trop peu pour le dire
        C9.3        50 %        1/2        2/2  trop peu pour le dire

        D'accord partout : C6.2, C6.3, C6.4, C6.5, C6.6, C7.1, C7.2, C7.3, C7.4, C7.5,
        C7.6, C7.7, C8.1, C8.2, C8.3, C8.4, C8.5, C9.1, C9.4, C9.5, C9.6, C9.7, C9.8,
        C9.9, C9.10, C9.11, C10.2, C10.3, C10.4, C10.5, C10.6, C10.7, C10.8, C10.9,
        C11.1, C11.2, C11.3, C11.4, C11.5, C11.6, C11.7, C11.8, C11.9, C12.1, C12.2,
        C12.3, C12.4, C12.5, C12.6, C12.7, C13.1, C13.2, C13.3, C13.4, C13.5, C13.6,
        C13.7, C13.8

        Non comparés : C10.1

        accord    part des critères cochés de même par les deux jurés
        paires    paires de jurés qui ont coché de même, sur celles comparées
        comparés  critères que chaque juré d'un oral a cochés, sur ceux qui y sont jugés
        κ         accord au-delà de ce que le hasard donnerait : 1 parfait, 0 celui du
                  hasard
                  trop peu pour le dire : sous 10 comparés, une coche changerait tout

        """)
  }

  @Test func `a script finds exact ratios, counts and the method`() throws {
    let (sessions, path) = try twoJurors()
    let report = try report(sessions, path)
    #expect(
      report.members?.map(\.key) == ["assessments", "certification", "criteria", "sessions", "whole"])
    #expect(report["certification"] == "RNCP37827")
    #expect(report["sessions"] == [.object(["id": "essai", "orals": 2, "leftOut": 2])])
    #expect(
      report["whole"]
        == .object([
          "share": ratio(117, 121), "pairs": 121, "agreeingPairs": 117, "items": 121, "leftOut": 3, "jurors": 2,
          "kappa": .object(["value": ratio(343, 827), "method": "cohen"]),
        ]))
    #expect(report["assessments"]?.array?.compactMap { $0["id"]?.string } == ["E2", "E3"])
    #expect(report["assessments"]?.array?.first?["kappa"]?["value"] == ratio(17, 26))
    let criteria = try #require(report["criteria"]?.array)
    let few = JSON.object(["value": .null, "method": .null, "reason": "too-few"])
    #expect(criteria.count == 62)
    #expect(
      criteria.first
        == .object([
          "id": "C9.2", "share": ratio(0, 1), "pairs": 2, "agreeingPairs": 0, "items": 2, "leftOut": 0, "jurors": 2,
          "kappa": few,
        ]))
    #expect(
      criteria.last
        == .object([
          "id": "C10.1", "share": .null, "pairs": 0, "agreeingPairs": 0, "items": 0, "leftOut": 2, "jurors": .null,
          "kappa": few,
        ]))
  }

  @Test func `three jurors are compared by their pairs, with Fleiss' kappa`() throws {
    let sessions = try MarkedSessions()
    let marks: MarkedSessions.Marks = ["lindqvist": ["C6.1": .notMet], "roux": ["C6.1": .notMet, "C9.1": .notMet]]
    let path = try sessions.session(
      "essai", jurors: ["benali", "lindqvist", "roux"], heard: [.init(id: "durand", marks: marks)])
    let whole = try #require(try report(sessions, path)["whole"])
    #expect(whole["share"] == ratio(91, 93) && whole["jurors"] == 3)
    // Totals 183 and 3 of 186: (364·186 − 2·33498) / (2·(34596 − 33498)).
    #expect(whole["kappa"] == .object(["value": ratio(59, 183), "method": "fleiss"]))
    let text = try sessions.program.run("agreement", path).output
    #expect(text.contains("\n1 session · 1 oral with all grids handed in\n\n"))
    #expect(text.contains("\nwhole        98%    182/186      62/62  0.32 (Fleiss's kappa)\n"))
    #expect(text.contains("marked alike, averaged over the"))
  }

  @Test func `over several sessions, two jurors are the same two only by id and name`() throws {
    let sessions = try MarkedSessions()
    let heard = MarkedSessions.Heard(id: "durand", marks: Self.differing)
    let first = try sessions.session("un", heard: [heard])
    let second = try sessions.session("deux", heard: [heard])
    let others = try sessions.session("trois", heard: [heard], given: "SECRET aussi")
    let three = try sessions.session("quatre", jurors: ["benali", "lindqvist", "roux"], heard: [heard])
    let same = try report(sessions, first, second)
    #expect(same["whole"]?["items"] == 124 && same["whole"]?["kappa"]?["method"] == "cohen")
    #expect(same["sessions"]?.array?.compactMap { $0["id"]?.string } == ["un", "deux"])
    #expect(try report(sessions, first, others)["whole"]?["kappa"]?["method"] == "fleiss")
    #expect(try report(sessions, first, three)["whole"]?["kappa"]?["reason"] == "unequal-juries")
  }

  @Test func `with no oral complete there is nothing to compare, and it says so`() throws {
    let sessions = try MarkedSessions()
    let path = try sessions.session("essai", heard: [.init(id: "durand", late: ["benali"])], planned: ["martin"])
    let run = try sessions.program.run("agreement", path)
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.output == """
        The jurors' agreement on their first marks · RNCP37827
        1 session · 0 orals with all grids handed in · 2 others, left out

        No oral has all its grids handed in: nothing to compare.

        """)
    let report = try report(sessions, path)
    #expect(report["criteria"] == [] && report["assessments"] == [])
    #expect(report["whole"]?["share"] == .null && report["whole"]?["items"] == 0)
  }

  @Test func `a session whose jury shares a console is refused, whichever it is`() throws {
    let sessions = try MarkedSessions()
    let (apart, shared) = (try sessions.session("un"), try sessions.session("deux", marking: "shared"))
    let run = try sessions.program.run("agreement", apart, shared)
    #expect(run.status == 65 && run.output == "")
    #expect(
      run.errors == """
        jury: \(shared)/session.json: its jury shares one console: there is one grid, and nothing to compare
          → Agreement is measured where each juror marks apart: “"marking": "individual"” in session.json.

        """)
  }

  @Test func `a mock session is refused, alone as beside a real one`() throws {
    let sessions = try MarkedSessions()
    let real = try sessions.session("un", heard: [.init(id: "durand", marks: Self.differing)])
    let mock = try sessions.session("deux", heard: [.init(id: "durand", marks: Self.differing)])
    let plan = try String(contentsOfFile: mock + "/session.json", encoding: .utf8)
    try plan.replacing("\"slots\":[]", with: "\"mock\":true,\"slots\":[]").write(
      toFile: mock + "/session.json", atomically: false, encoding: .utf8)
    for paths in [[mock], [real, mock], [mock, real]] {
      let run = try sessions.program.run(["agreement"] + paths)
      #expect(run.status == 65 && run.output == "")
      #expect(run.errors == "jury: \(mock)/session.json: mock: a mock oral enters no statistics\n")
    }
  }

  @Test func `sessions of two certifications or referentials are refused`() throws {
    let sessions = try MarkedSessions()
    var (renamed, reworded) = (Referential.rncp37827, Referential.rncp37827)
    renamed.certification.id = "RNCP1"
    reworded.blocks[0].competencies[0].criteria[0].text += " Autrement."
    let first = try sessions.session("un")
    let other = try sessions.session("deux", referential: renamed)
    let run = try sessions.program.run("agreement", first, other)
    #expect(run.status == 65 && run.output == "")
    let place = "jury: \(other)/session.json: certification: "
    #expect(run.errors.hasPrefix(place + "certification RNCP1 is not the first session's, RNCP37827\n"))
    let newer = try sessions.session("trois", referential: reworded)
    let second = try sessions.program.run("agreement", first, newer)
    #expect(second.status == 65)
    #expect(second.errors.contains("its referential is not the first session's\n"))
  }

  @Test func `a session counts once, and must be there`() throws {
    let sessions = try MarkedSessions()
    let path = try sessions.session("un")
    let twice = try sessions.program.run("agreement", path, path + "/.")
    #expect(twice.status == 64 && twice.errors.contains("session “un” is given twice\n"))
    #expect(try sessions.program.run("agreement", path, "/nowhere").status == 66)
  }

  @Test func `nobody's mark, note or name is told`() throws {
    let (sessions, path) = try twoJurors()
    for options in [["--lang", "fr"], ["--lang", "en"], ["--json"]] {
      let output = try sessions.program.run(["agreement", path] + options).output
      #expect(output.contains("C9.2"))
      let secrets = ["SECRET", "benali", "roux", "durand", "martin", "petit", "leroy", "Léa"]
      for secret in secrets + ["\"met\"", "notMet", "toProbe", "\"marks\""] {
        #expect(!output.contains(secret), "\(secret)")
      }
    }
  }

  private func ratio(_ numerator: Int, _ denominator: Int) -> JSON {
    .object(["numerator": .int(numerator), "denominator": .int(denominator)])
  }
}
