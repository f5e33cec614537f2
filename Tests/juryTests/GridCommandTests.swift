import Evaluation
import Foundation
import JSON
import Testing

@testable import jury

@Test func `the grid's json is the stored file, to the byte`() throws {
  let sealed = try SealedSession()
  let run = try sealed.program.run("grid", sealed.path, "--candidate", "durand", "--format", "json")
  #expect(run.status == 0 && Array(run.output.utf8) == sealed.sealed.envelope.bytes)
}

@Test func `the grid's text names its signers`() throws {
  let sealed = try SealedSession()
  let run = try sealed.program.run("grid", sealed.path, "--candidate", "durand")
  #expect(run.status == 0 && run.output.hasPrefix("Grille d'évaluation individuelle RNCP\n"))
  #expect(run.output.contains("A BENALI\n") && run.output.contains("☒ signé le 1er décembre 2026"))
  #expect(run.output.contains(sealed.sealed.digest))
}

@Test func `a signature by a key that the plan does not have is shown as none`() throws {
  let sealed = try SealedSession()
  try sealed.change(sealed.path + "/session.json") {
    $0.replacing(#/"external":true,\s*"key":\{[^}]*\}/#, with: "\"external\":true", maxReplacements: 1)
  }
  let run = try sealed.program.run("grid", sealed.path, "--candidate", "durand")
  #expect(run.output.contains("SIGNATURES INCOMPLÈTES") && run.output.contains("! signature non valide"))
}

@Test func `an output file is replaced whole`() throws {
  let sealed = try SealedSession()
  let page = sealed.program.directory + "/page.html"
  try "before".write(toFile: page, atomically: false, encoding: .utf8)
  let run = try sealed.program.run(
    "grid", sealed.path, "--candidate", "durand", "--format", "html", "-o", page)
  #expect(run.status == 0 && run.output == "")
  #expect(try String(contentsOfFile: page, encoding: .utf8).hasSuffix("</html>\n"))
  #expect(try sealed.program.mode("page.html") == "600")
}

@Test func `the end of the output file's name says the format, unless one is asked for`() throws {
  let sealed = try SealedSession()
  func written(_ file: String, _ options: String...) throws -> String {
    let path = sealed.program.directory + "/" + file
    let run = try sealed.program.run(["grid", sealed.path, "--candidate", "durand", "-o", path] + options)
    #expect(run.status == 0, "\(run.errors)")
    return try String(contentsOfFile: path, encoding: .utf8)
  }
  #expect(try written("grid.html").hasPrefix("<!DOCTYPE html>"))
  #expect(try written("grid.JSON").hasPrefix("{"))
  #expect(try written("grid.txt").contains("Grille d'évaluation individuelle"))
  #expect(try written("grid.html", "--format", "json").hasPrefix("{"))
}

@Test func `another's grid, or one on another referential, is not shown`() throws {
  let sealed = try SealedSession()
  func refusal(_ change: (inout Grid) -> Void, _ format: String = "text") throws -> Program.Outcome {
    var grid = sealed.sealed.grid
    change(&grid)
    try sealed.write(SealedGrid(sealing: grid).envelope.bytes)
    return try sealed.program.run("grid", sealed.path, "--candidate", "durand", "--format", format)
  }
  for run in try [refusal { $0.candidate = "martin" }, refusal { $0.session = "autre" }] {
    #expect(run.status == 65 && run.output == "" && run.errors.contains("this is somebody else's grid"))
  }
  let run = try refusal { $0.referential = Base64URL.encode(Array(repeating: 1, count: 32)) }
  #expect(run.status == 65 && run.output == "" && run.errors.contains("the session's referential is not the grid's"))
  #expect(run.errors.contains("--format json gives the grid as it was signed."))
  #expect(try refusal({ $0.referential = Base64URL.encode(Array(repeating: 1, count: 32)) }, "json").status == 0)
}

@Test func `no grid is a refusal that says where it is sealed`() throws {
  let sealed = try SealedSession()
  try FileManager.default.removeItem(atPath: sealed.gridPath)
  let run = try sealed.program.run("grid", sealed.path, "--candidate", "durand")
  #expect(run.status == 66)
  #expect(
    run.errors.hasSuffix(
      """
      : the grid of DURAND Léa is not sealed
        → It is sealed in the console: jury open SESSION --candidate durand.

      """))
  #expect(try sealed.program.run("grid", sealed.path, "--candidate", "nobody").status == 66)
}

@Test func `a PDF is tagged in the order in which it reads`() throws {
  let sealed = try SealedSession()
  let run = try sealed.program.run("grid", sealed.path, "--candidate", "durand", "-o", "grid.pdf")
  #expect(run.status == 0, "\(run.errors)")
  let tags = Pipe()
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/pdfinfo")
  process.arguments = ["-struct-text", sealed.program.directory + "/grid.pdf"]
  process.standardOutput = tags
  try process.run()
  let told = String(decoding: tags.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  // The texts of the leaves: what holds others repeats all of theirs first, shallow in the tree.
  let leaves = told.split(separator: "\n").filter { $0.hasPrefix("      ") && $0.hasSuffix("\"") }.map {
    $0.trimmingCharacters(in: .whitespaces).dropFirst().dropLast()
  }.filter { !$0.isEmpty }
  #expect(
    leaves.prefix(6) == [
      "Grille d'évaluation individuelle RNCP", "DÉVELOPPEUR.SE EN INTELLIGENCE ARTIFICIELLE", "Date de session",
      "1er décembre 2026", "Nom du candidat", "Durand",
    ])
}

@Test func `WeasyPrint is looked for along the path`() throws {
  let program = try Program()
  #expect(PDFPrinter(path: program.directory) == nil)
  #expect(PDFPrinter(path: "") == nil)
  let tool = program.directory + "/weasyprint"
  try "#!/bin/sh\necho first >&2; echo 'no font' >&2; exit 3\n".write(toFile: tool, atomically: false, encoding: .utf8)
  #expect(PDFPrinter(path: program.directory) == nil)
  try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: tool)
  let printer = try #require(PDFPrinter(path: "/nowhere:" + program.directory))
  #expect { try printer.print("<p>") } throws: { "\($0)".contains("no font") }
}

@Test(arguments: [(["-o", "grid.pdf"], "grid.html"), (["-o", "grid"], "grid.html"), ([], "durand.html")])
func `without WeasyPrint the page is written beside, and how to print it is told`(
  output: [String], page: String
) throws {
  let sealed = try SealedSession()
  let command = ["grid", sealed.path, "--candidate", "durand", "--format"]
  // A directory without weasyprint.
  let run = try sealed.program.run(command + ["pdf"] + output, environment: ["PATH": sealed.program.directory])
  #expect(run.status == 69 && run.output == "")
  #expect(
    run.errors == """
      jury: no PDF without WeasyPrint; the page is in \(page)
        → apt install weasyprint installs it; a browser prints the page too.

      """)
  let written = try String(contentsOfFile: "\(sealed.program.directory)/\(page)", encoding: .utf8)
  #expect(try written == sealed.program.run(command + ["html"]).output)
  #expect(try sealed.program.mode(page) == "600")
  #expect(try sealed.program.names(".").filter { $0.hasSuffix(".pdf") } == [])
}

@Test func `a PDF is what WeasyPrint wrote`() throws {
  let sealed = try SealedSession()
  let tool = sealed.program.directory + "/weasyprint"
  // The last two arguments: the page and the sheet.
  try "#!/bin/sh\nwhile [ $# -gt 2 ]; do shift; done\nprintf '%%PDF ' >\"$2\"; cat \"$1\" >>\"$2\"\n".write(
    toFile: tool, atomically: false, encoding: .utf8)
  try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: tool)
  let printer = try #require(PDFPrinter(path: sealed.program.directory))
  #expect(try String(decoding: printer.print("<p>é</p>"), as: UTF8.self) == "%PDF <p>é</p>")
}

@Test func `two prints of a page are the same bytes, whatever the time between them`() throws {
  let printer = try #require(PDFPrinter(path: "/usr/bin:/bin"))
  let page = "<!DOCTYPE html><html lang=fr><title>t</title><p>Grille</p></html>"
  let first = try printer.print(page)
  // Times in a font are whole seconds.
  Thread.sleep(forTimeInterval: 1.1)
  #expect(try printer.print(page) == first)
}

@Test func `no format of a grid holds what one juror marked, noted, voted, thought or was answered`() throws {
  let session = try IndividualSession()
  for format in ["text", "html", "json"] {
    let run = try session.program.run("grid", session.path, "--candidate", "durand", "--format", format)
    #expect(run.status == 0)
    var said = run.output
    if format == "json" {
      let payload = try #require(try JSON.parse(Array(said.utf8))["payload"]?.string.flatMap(Base64URL.decode))
      said += String(decoding: payload, as: UTF8.self)
    }
    #expect(said.contains(IndividualSession.reservation))
    for secret in ["SECRET", "notMet", "voteCast", "opinion"] {
      #expect(!said.contains(secret), "\(format): \(secret)")
    }
  }
}

@Test func `a refusal to sign is printed in the juror's place`() throws {
  let sealed = try SealedSession(signers: ["roux"], refusing: ["benali": "désaccord sur C2"])
  let run = try sealed.program.run("grid", sealed.path, "--candidate", "durand")
  #expect(run.output.contains("SIGNATURE REFUSÉE") && run.output.contains("A refusé de signer le 1er décembre 2026"))
  #expect(run.output.contains("désaccord sur C2"))
}

@Test(arguments: ["text", "html", "pdf"])
func `a rendering is checked against the signed bytes`(format: String) throws {
  let sealed = try SealedSession()
  let file = sealed.program.directory + "/rendering"
  let grid = ["grid", sealed.path, "--candidate", "durand", "--format", format]
  try #require(try sealed.program.run(grid + ["-o", file]).status == 0)
  #expect(try sealed.program.run(grid + ["--check", file]).status == 0)
  var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
  bytes[bytes.count / 2] ^= 1
  try bytes.write(to: URL(fileURLWithPath: file))
  let changed = try sealed.program.run(grid + ["--check", file])
  #expect(changed.status == 1 && changed.errors.contains("not what the signed bytes look like"))
}
