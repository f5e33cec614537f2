import Evaluation
import Foundation
import JSON
import Testing

@testable import jury

/// A mock session of one oral, on disk.
private func mockSession() throws -> SealedSession { try SealedSession(isMock: true) }

/// The text of a PDF, by poppler's program.
private func text(ofPDF pdf: [UInt8]) throws -> String {
  let directory = NSTemporaryDirectory() + "jury-pdf-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: directory) }
  try Data(pdf).write(to: URL(fileURLWithPath: directory + "/a.pdf"))
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/pdftotext")
  process.arguments = ["-layout", directory + "/a.pdf", directory + "/a.txt"]
  try process.run()
  process.waitUntilExit()
  try #require(process.terminationStatus == 0)
  return try String(contentsOfFile: directory + "/a.txt", encoding: .utf8)
}

@Suite struct ReviewCommandTests {
  @Test func `a review is exported as a file, a page and a PDF, and the file opens with nothing but the program`()
    throws
  {
    let session = try mockSession()
    let tool = session.program.directory + "/weasyprint"
    try "#!/bin/sh\ncp \"$4\" \"$5\"\n".write(toFile: tool, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: tool)
    let path = ["PATH": "\(session.program.directory):/usr/bin:/bin"]
    let run = try session.program.run(
      ["review", session.path, "--candidate", "durand", "--export", "pris"], environment: path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try session.program.names("pris") == ["durand.html", "durand.pdf", "durand.review.json"])
    #expect(try session.program.mode("pris/durand.review.json") == "600")
    let page = try String(contentsOfFile: session.program.directory + "/pris/durand.html", encoding: .utf8)
    #expect(page.contains("ORAL BLANC") && page.contains("role=\"img\"") && !page.contains("http"))
    for name in ["Benali", "Roux"] { #expect(!page.contains(name)) }
    try FileManager.default.removeItem(atPath: session.path)
    let again = try session.program.run(
      ["review", "pris/durand.review.json", "--export", "encore"], environment: ["PATH": "/nowhere"])
    #expect(again.status == 69, "no WeasyPrint there")
    #expect(try session.program.names("encore") == ["durand.html", "durand.review.json"])
    func file(_ name: String) throws -> String {
      try String(contentsOfFile: "\(session.program.directory)/\(name)/durand.review.json", encoding: .utf8)
    }
    #expect(try file("pris") == file("encore"))
  }

  @Test func `a mock session says so where it is only listed`() throws {
    let session = try mockSession()
    #expect(try session.program.run("show", session.path).output.hasPrefix("MOCK ORAL"))
  }

  @Test func `a mock oral's grid says so in every format, and it enters neither minutes nor statistics`() throws {
    let session = try mockSession()
    func run(_ arguments: String...) throws -> Program.Outcome {
      try session.program.run(arguments)
    }
    let grid = ["grid", session.path, "--candidate", "durand"]
    #expect(try session.program.run(grid).output.contains("ORAL BLANC"))
    let page = try session.program.run(grid + ["--format", "html"]).output
    #expect(page.contains("<p class=\"watermark\">ORAL BLANC</p>"))
    #expect(try session.program.run(grid + ["--format", "pdf", "-o", "grille.pdf"]).status == 0)
    let pdf = try #require(FileManager.default.contents(atPath: session.program.directory + "/grille.pdf"))
    #expect(try text(ofPDF: Array(pdf)).contains("ORAL BLANC"))
    let minutes = try run("minutes", "seal", session.path)
    #expect(minutes.status != 0 && minutes.errors.contains("a mock oral has no minutes"))
    #expect(try !session.program.names("essai").contains("minutes.json"))
    #expect(try run("stats", session.path).errors.contains("enters no statistics"))
    #expect(try run("package", session.path, "-o", "paquet").status != 0)
  }

  @Test func `a real oral has no review, and a session needs a candidate`() throws {
    let real = try SealedSession()
    let refused = try real.program.run("review", real.path, "--candidate", "durand", "--export", "pris")
    #expect(refused.status == 65 && refused.errors.contains("no mock oral"))
    #expect(try real.program.run("review", real.path).status == 64)
    #expect(try real.program.run("review", "nowhere.review.json").status == 66)
  }

  @Test func `in a terminal the candidate judges, leaves, and finds their judgement again`() throws {
    let session = try mockSession()
    let terminal = try Tmux("review", session.path, "--candidate", "durand", columns: 80, rows: 24, language: "fr_FR")
    try terminal.shows("[Mon avis]")
    try terminal.type("Space", "n", "v")
    try terminal.shows("Ce que vous referiez")
    try terminal.type("Enter")
    try terminal.shows("Décision du jury")
    try terminal.type("C-q")
    try terminal.shows("LEFT-0-")
  }
}

@Suite struct TakeHomeTests {
  /// A word that is only this candidate's, or a juror's: "Zq" and a number stand in every name, id, note and reason.
  private static func marks(in text: String) -> Set<String> {
    var found: Set<String> = []
    for piece in text.split(separator: "Zq", omittingEmptySubsequences: false).dropFirst() {
      found.insert(String(piece.prefix { $0.isNumber || $0 == "s" }))
    }
    return found
  }

  /// One of 200 candidates, each with an oral full of things that are nobody else's business.
  private static func plan(_ marking: Plan.Marking) throws -> Plan {
    func juror(_ number: Int) -> Juror {
      Juror(
        id: "juror\(number)", family: "Zq90\(number)", given: "Zq91\(number)", post: "Zq92\(number)",
        company: "Zq93\(number)", years: 5, isExternal: true, isPresident: number == 0)
    }
    let candidates = (100..<300).map { number in
      Candidate(
        id: "zq\(number)", family: "Zq\(number)", given: "Zq\(number)", route: .training, format: "block3",
        interviewMinutes: nil, extraMinutes: 0, heldBlocks: [])
    }
    let date = try #require(CalendarDate("2026-12-01"))
    return Plan(
      id: "mock", title: "Oral blanc", certification: "RNCP37827", from: date, to: date,
      centre: .init(name: "Zq940", address: "Zq941"), manager: .init(name: "Zq942", function: "Zq943"),
      marking: marking,
      isMock: true, jury: [juror(0), juror(1)], candidates: candidates)
  }

  /// The oral of a candidate, to its decision.
  private static func oral(of candidate: Candidate, in plan: Plan) throws -> Oral {
    var oral = try Oral(of: candidate, plan: plan, referential: .rncp37827)
    var minute = 0
    let isApart = plan.marking == .individual
    let authors = isApart ? ["juror0", "juror1"] : [Oral.jury]
    func say(_ author: String, _ events: Event...) throws {
      let at = WallTime(unixMilliseconds: 1_796_112_000_000 + minute * 1000, offsetMinutes: 60)
      for event in events {
        try oral.apply(Fact(event), by: author, at: Stamp(at: at, boot: "Zq950", up: minute * 1000))
      }
      minute += 1
    }
    try say(authors[0], .identityChecked(true))
    for juror in ["juror0", "juror1"] {
      try say(isApart ? juror : Oral.jury, .jurorPresent(juror: juror, true), .noTieDeclared(juror: juror))
    }
    try say(authors[0], .clockStarted(backdatedBy: 0))
    for author in authors {
      for (index, criterion) in oral.competencies.flatMap(\.criteria).enumerated() {
        let isDoubted = author == "juror1" && index % 3 == 0
        try say(author, .criterionMarked(criterion: criterion.id, mark: isDoubted ? .notMet : .met))
      }
      try say(
        author, .noted(subject: "oral", text: "Zq960 gardée"),
        .noted(subject: "oral", text: "Zq\(candidate.family.dropFirst(2))s"),
        .noteShared(note: 2, true), .questionPrepared(criterion: "C14.1", text: "Zq961"))
    }
    try say(authors[0], .clockPaused(reason: "Zq962"), .oralEnded)
    for author in authors where isApart {
      for competency in oral.competencies {
        try say(author, .opinionGiven(competency: competency.id, acquired: author == "juror0"))
      }
    }
    for author in authors where isApart { try say(author, .handedIn) }
    let unmarked = true
    for competency in oral.competencies {
      try say(
        authors[0],
        .verdictGiven(competency: competency.id, acquired: true, unmarkedConfirmed: unmarked, motive: "Zq963"))
    }
    for block in oral.blocks { try say(authors[0], .blockDecided(block: block.id, acquired: true, reason: "")) }
    try say(authors[0], .decisionTaken(decision: .admitted, comment: ""))
    for author in authors where isApart {
      try say(author, .wholeConfirmed(revision: oral.revision), .reservationMade(text: "Zq964", inGrid: true))
    }
    return oral
  }

  @Test func `the search finds another's words, and a juror's, where an export has them`() throws {
    let plan = try Self.plan(.shared)
    var review = try Self.oral(of: plan.candidates[0], in: plan).review()
    review.comments += try Self.oral(of: plan.candidates[1], in: plan).review().comments
    review.comment = plan.jury[0].family
    let export = ReviewExport(review, nil, .fr)
    for text in [String(decoding: export.json, as: UTF8.self), export.page] {
      #expect(Self.marks(in: text) == ["100", "100s", "101s", "900"])
    }
  }

  @Test(arguments: [Plan.Marking.shared, .individual])
  func `of 200 candidates no export holds anything of another, nor of a juror`(marking: Plan.Marking) throws {
    let plan = try Self.plan(marking)
    #expect(plan.candidates.count == 200)
    for candidate in plan.candidates {
      let review = try Self.oral(of: candidate, in: plan).review()
      var later = review
      later.startedAt = later.startedAt.advanced(by: 86_400_000)
      let export = ReviewExport(later, try Progress([review, later]), .fr)
      let own = String(candidate.family.dropFirst(2))
      for text in [String(decoding: export.json, as: UTF8.self), export.page] {
        #expect(Self.marks(in: text) == [own, own + "s"], "\(candidate.id)")
        // Ids are in lower case.
        let ids = text.split(separator: "zq", omittingEmptySubsequences: false).dropFirst().map { $0.prefix(3) }
        #expect(ids.allSatisfy { $0 == own }, "\(candidate.id)")
        for word in ["juror", "motive", "opinion", "vote", "hand"] { #expect(!text.contains(word)) }
      }
      // The PDF is printed from that page: two are read as well, printing all would take minutes.
      if [plan.candidates.first?.id, plan.candidates.last?.id].contains(candidate.id) {
        let printed = try text(ofPDF: try #require(PDFPrinter()).print(export.page))
        #expect(printed.contains("ORAL BLANC") && Self.marks(in: printed) == [own, own + "s"], "\(candidate.id)")
      }
      if marking == .individual { #expect(review.ticks.count < review.criteria.count) }
    }
  }
}
