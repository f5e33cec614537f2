import ArgumentParser
import Documents
import Evaluation

/// How a document is wanted.
enum DocumentFormat: String, ExpressibleByArgument, CaseIterable { case text, html, pdf, json }

/// `--format` and `-o`: how a document is wanted, and where it goes.
struct DocumentOutput: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: .told(
      "text, html, pdf, ou json : le fichier signé, tel quel. Sans lui, ce que dit la fin du nom de -o, sinon text.",
      "text, html, pdf, or json: the signed file as it is. Without it, what the end of -o's name says, else text."))
  var said: DocumentFormat?

  @Option(
    name: .shortAndLong,
    help: .told(
      "Fichier à écrire ; remplacé s'il existe.", "File to write; replaced if it is there.", valueName: "file"))
  var output: String?

  /// The one asked for; else the one that the file to write is named after; else text.
  var format: DocumentFormat {
    said ?? output.flatMap { $0.split(separator: ".").last }.flatMap { DocumentFormat(rawValue: $0.lowercased()) }
      ?? .text
  }

  /// A PDF that would go to a terminal is refused before any work.
  func refuseTerminal() throws(Refusal) {
    if format == .pdf { try Output(path: output).refuseTerminal(example: Phrase("fichier.pdf", "file.pdf")) }
  }

  /// Writes the signed file as it is.
  func write(_ json: [UInt8]) throws(Refusal) { try Output(path: output).write(json) }

  /// Writes a document as text, HTML or PDF.
  ///
  /// - Parameter name: of the page that is left when a PDF cannot be made and no file was named.
  func write(_ document: Document, named name: String) throws(Refusal) {
    let output = Output(path: output)
    switch format {
    case .html: try output.write(Array(HTML.render(document).utf8))
    case .pdf: try output.print(HTML.render(document), named: name)
    case .text, .json: try output.write(Array(PlainText.render(document).utf8))
    }
  }
}
