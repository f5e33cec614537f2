import Evaluation
import Foundation

/// Prints a page as a tagged PDF (PDF/UA-1) with WeasyPrint, an outside program.
struct PDFPrinter {
  /// Where the program is.
  let program: String

  /// The first `weasyprint` of the `PATH`; nil when there is none.
  init?(path: String? = environment("PATH")) {
    let places = (path ?? "").split(separator: ":").map { "\($0)/weasyprint" }
    guard let found = places.first(where: FileManager.default.isExecutableFile) else { return nil }
    program = found
  }

  /// The bytes of the PDF: the same for the same page, whenever it is printed.
  ///
  /// The page says a person's results: it passes through files of a directory that only this user can enter.
  /// - Throws: software (70) when WeasyPrint fails, with its last words.
  func print(_ html: String) throws(Refusal) -> [UInt8] {
    do {
      let directory = try Self.privateDirectory()
      defer { try? FileManager.default.removeItem(at: directory) }
      let page = directory.appendingPathComponent("page.html")
      let sheet = directory.appendingPathComponent("page.pdf")
      let complaints = directory.appendingPathComponent("errors")
      try Data(html.utf8).write(to: page)
      try Data().write(to: complaints)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = ["--quiet", "--pdf-variant", "pdf/ua-1", page.path, sheet.path]
      // Else the fonts it cuts bear the time of printing, and no two prints of one page are the same bytes.
      process.environment = ProcessInfo.processInfo.environment.merging(["SOURCE_DATE_EPOCH": "0"]) { $1 }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = try FileHandle(forWritingTo: complaints)
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0, let pdf = try? Data(contentsOf: sheet), !pdf.isEmpty else {
        let words = (try? String(contentsOf: complaints, encoding: .utf8))?.split(separator: "\n").last.map(String.init)
        throw Self.failure(words ?? "code \(process.terminationStatus)")
      }
      return Array(pdf)
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Self.failure(error.localizedDescription)
    }
  }

  private static func privateDirectory() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("jury-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    return url
  }

  private static func failure(_ words: String) -> Refusal {
    Refusal(
      Phrase("WeasyPrint a échoué : \(words)", "WeasyPrint failed: \(words)"),
      hint: Phrase(
        "--format html écrit la même page : tout navigateur l'imprime.",
        "--format html writes the same page: any browser prints it."), code: .software)
  }
}
