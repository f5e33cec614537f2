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
    for format in ["text", "html"] {
      let draft = try run("minutes", "show", session.path, "--format", format)
      #expect(draft.status == 65 && draft.output.isEmpty && draft.errors.contains("a mock oral has no minutes"))
    }
    #expect(try run("verify", session.path).output.contains("MOCK ORAL · DURAND"))
    #expect(try run("session", "check", session.path).output.hasPrefix("MOCK ORAL"))
    let minutes = try run("minutes", "seal", session.path)
    #expect(minutes.status != 0 && minutes.errors.contains("a mock oral has no minutes"))
    #expect(try !session.program.names("essai").contains("minutes.json"))
    #expect(try run("stats", session.path).errors.contains("enters no statistics"))
    let package = try run("package", session.path, "-o", "paquet")
    #expect(package.status == 65 && package.errors.contains("a mock oral is not sent to the certifier"))
    #expect(try run("agreement", session.path).status == 65)
  }

  @Test func `a mock oral's signed grid enters no minutes, package or statistics of a session that says it is real`()
    throws
  {
    let session = try mockSession()
    try session.change(session.path + "/session.json") { $0.replacing("\"mock\":true,", with: "") }
    #expect(try verifyFindings(session.program, session.path) == ["mock"])
    let missing = try session.program.run("minutes", "missing", session.path)
    #expect(missing.status == 1 && missing.output.contains("the grid is a mock oral's"))
    let read = try Session(path: session.path)
    let draft = try read.draft(try read.closing(Day()), at: SystemClock().now().at)
    #expect(draft.rows.map(\.candidate) == ["durand"] && draft.rows.allSatisfy { $0.result == nil && $0.grid == nil })
    #expect(try read.samples().isEmpty)
    #expect(try session.program.run("package", session.path, "-o", "paquet").status != 0)
    // Nor does a real one pass for a mock oral's.
    let real = try SealedSession()
    try real.change(real.path + "/session.json") { $0.replacing("\"slots\":[]", with: "\"mock\":true,\"slots\":[]") }
    #expect(try verifyFindings(real.program, real.path) == ["mock"])
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
  @Test func `the search finds another's words, and a juror's, where an export has them`() throws {
    let crowd = try Crowd(.shared)
    var review = try crowd.oral(of: crowd.plan.candidates[0]).oral.review()
    review.comments += try crowd.oral(of: crowd.plan.candidates[1]).oral.review().comments
    review.comment = crowd.plan.jury[0].family
    let export = ReviewExport(review, nil, .fr)
    for text in [String(decoding: export.json, as: UTF8.self), export.page] {
      #expect(Crowd.marks(in: text) == ["100", "100s", "101s", "900"])
    }
  }

  @Test(arguments: [Plan.Marking.shared, .individual])
  func `of 200 candidates no review that is taken home holds anything of another, nor of a juror`(
    marking: Plan.Marking
  ) throws {
    let crowd = try Crowd(marking)
    #expect(crowd.plan.candidates.count == 200)
    for candidate in crowd.plan.candidates {
      let review = try crowd.oral(of: candidate).oral.review()
      var later = review
      later.startedAt = later.startedAt.advanced(by: 86_400_000)
      let export = ReviewExport(later, try Progress([review, later]), .fr)
      let own = String(candidate.family.dropFirst(2))
      for text in [String(decoding: export.json, as: UTF8.self), export.page] {
        #expect(Crowd.marks(in: text) == [own, own + "s"], "\(candidate.id)")
        for word in ["juror", "motive", "opinion", "vote", "hand"] { #expect(!text.contains(word)) }
      }
      // The PDF is printed from that very page. Two are read here; .ci/proof/taken prints and reads all of them.
      if [crowd.plan.candidates.first?.id, crowd.plan.candidates.last?.id].contains(candidate.id) {
        let printed = try text(ofPDF: try #require(PDFPrinter()).print(export.page))
        #expect(Crowd.marks(in: printed) == [own, own + "s"], "\(candidate.id)")
        let pages = printed.split(separator: "\u{0C}").filter { $0.contains("page ") }
        #expect(pages.count > 1 && pages.allSatisfy { $0.contains("ORAL BLANC") })
      }
      if marking == .individual { #expect(review.ticks.count < review.criteria.count) }
    }
  }

  @Test(arguments: [Plan.Marking.shared, .individual], [true, false])
  func `of 200 candidates no folder of personal data holds anything of another, of a juror or of the deliberation`(
    marking: Plan.Marking, isMock: Bool
  ) throws {
    let program = try Program()
    let session = try Crowd(marking, isMock: isMock, markedEvery: 29).write(to: program.directory + "/foule")
    #expect(session.plan.candidates.count == 200)
    let withheld = ["juror", "\"motive\"", "opinion", "\"votes\"", "signers", "reservation"]
    for candidate in session.plan.candidates {
      let data = try PersonalData(of: candidate, in: session)
      #expect(data.json["grids"]?.array?.count == 1)
      // An oral blanc has no minutes; a real oral has no review.
      #expect(isMock == (data.json["minutes"] == nil))
      let files = data.files(.fr)
      #expect(files.count == (isMock ? 4 : 2))
      let own = String(candidate.family.dropFirst(2))
      for (name, bytes) in files {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(Crowd.marks(in: text) == (name.contains("review") ? [own, own + "s"] : [own]), "\(name)")
        for word in withheld { #expect(!text.contains(word), "\(word) in \(name)") }
      }
    }
  }
}
