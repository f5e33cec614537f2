import Evaluation
import Foundation
import JSON
import Testing

@testable import jury

@Suite struct ExportCommandTests {
  private func texts(_ directory: String, in session: SealedSession) throws -> [String] {
    try session.program.names(directory).map {
      try String(contentsOfFile: "\(session.program.directory)/\(directory)/\($0)", encoding: .utf8)
    }
  }

  @Test func `a candidate has their record, their time and their grid, and nobody else's name`() throws {
    let session = try SealedSession()
    try session.change(session.path + "/session.json") {
      $0.replacing(
        "\"candidates\":[",
        with:
          "\"candidates\":[{\"id\":\"autre\",\"family\":\"Zqautre\",\"given\":\"Zqbis\",\"route\":\"training\",\"format\":\"block1\"},"
      )
    }
    let run = try session.program.run("export", session.path, "--candidate", "durand", "-o", "moi")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try session.program.names("moi") == ["donnees.html", "donnees.json"])
    #expect(try session.program.mode("moi/donnees.json") == "600")
    let texts = try texts("moi", in: session)
    for text in texts {
      #expect(text.contains("Durand"))
      for other in ["Zqautre", "Zqbis", "autre\"", "enali", "oux", "signers", "\"motive\""] {
        #expect(!text.contains(other), "\(other)")
      }
    }
    let json = try JSON.parse(Array(try #require(texts.last).utf8))
    #expect(json["grids"]?.array?.count == 1)
    #expect(json["oral"]?["startedAt"] != nil && json["candidate"]?["id"] == "durand")
  }

  @Test func `the page says it in words, in the language asked for`() throws {
    let session = try SealedSession()
    try session.change(session.path + "/session.json") {
      $0.replacing(
        "\"format\":\"block1\"}",
        with: "\"format\":\"block1\",\"extraMinutes\":15,\"deliverablesOn\":\"2026-11-20\"}")
    }
    for (language, said) in [
      (
        "fr",
        [
          "nom</dt>", "<p>Durand</p>", "temps supplémentaire, en minutes", "livrables transmis le", "20 novembre 2026",
          "Bloc 1", "formation", "C1 ", "acquis : oui", "commencé le", "1er décembre 2026 à ", "prévu : 24:00",
          "décision</dt>", "Admis",
        ]
      ), ("en", ["family name</dt>", "extra time, in minutes", "20 November 2026", "acquired: yes", "started on"]),
    ] {
      let run = try session.program.run(
        "export", session.path, "--candidate", "durand", "-o", "moi-\(language)", "--lang", language)
      #expect(run.status == 0, "\(run.errors)")
      let page = try String(
        contentsOfFile: "\(session.program.directory)/moi-\(language)/donnees.html", encoding: .utf8)
      for words in said { #expect(page.contains(words), "\(words)") }
      for word in ["startedAt", "900000", "acquired<", "jury-grid", "2026-11-20", "T09:", "+01:00", "· 1 ·"] {
        #expect(!page.contains(word), "\(word)")
      }
    }
  }

  @Test func `of a mock oral its review is among them, and a taken place or a stranger is refused`() throws {
    let session = try SealedSession()
    try session.change(session.path + "/session.json") {
      $0.replacing("\"slots\":[]", with: "\"mock\":true,\"slots\":[]")
    }
    #expect(try session.program.run("export", session.path, "--candidate", "durand", "-o", "moi").status == 0)
    #expect(try session.program.names("moi").contains("durand.review.json"))
    #expect(try session.program.run("export", session.path, "--candidate", "durand", "-o", "moi").status == 73)
    #expect(try session.program.run("export", session.path, "--candidate", "nobody", "-o", "lui").status == 66)
  }

  @Test func `what is no signed plan is in nobody's record`() throws {
    let session = try SealedSession()
    try FileManager.default.createDirectory(atPath: session.path + "/plans", withIntermediateDirectories: false)
    for name in ["-3", "03", "9223372036854775807"] {
      try "x".write(toFile: "\(session.path)/plans/\(name).json", atomically: false, encoding: .utf8)
    }
    let run = try session.program.run("export", session.path, "--candidate", "durand", "-o", "moi")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func `the jury's secrets stay with it`() throws {
    let session = try SealedSession()
    let data = try PersonalData(of: Session(path: session.path).candidate("durand"), in: Session(path: session.path))
    let text = String(decoding: data.files(.fr).values.flatMap { $0 }, as: UTF8.self)
    for word in ["criterionMarked", "\"marks\"", "\"notes\"", "\"votes\"", "\"reservations\""] {
      #expect(!text.contains(word), "\(word)")
    }
  }
}
