import ArgumentParser
import Documents
import Evaluation
import Glibc
import Store

/// `jury grid`: a candidate's sealed grid, to read, print or send.
struct GridCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, html, pdf, json }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "grid",
      abstract: Phrase(
        "La grille scellée d'un candidat : texte, HTML, PDF ou JSON.",
        "A candidate's sealed grid: text, HTML, PDF or JSON.")(.preferred))
  }

  @Argument(help: .told("Répertoire de la session.", "The session's directory.", valueName: "session"))
  var session: String

  @Option(help: .told("Identifiant du candidat dans le plan.", "The candidate's id in the plan.", valueName: "id"))
  var candidate: String

  @Option(
    help: .told(
      "text, html, pdf, ou json : le fichier signé, tel quel.", "text, html, pdf, or json: the signed file as it is."))
  var format = Format.text

  @Option(
    name: .shortAndLong,
    help: .told(
      "Fichier à écrire ; remplacé s'il existe.", "File to write; replaced if it is there.", valueName: "file"))
  var output: String?

  func run() throws {
    if format == .pdf, output == nil, isatty(STDOUT_FILENO) == 1 { throw Self.terminal }
    let session = try Session(path: session)
    let stored = try StoredGrid(of: try session.candidate(candidate), in: session)
    if format == .json { return try write(stored.bytes) }
    let document = try stored.document(session)
    switch format {
    case .text: try write(Array(PlainText.render(document).utf8))
    case .html: try write(Array(HTML.render(document).utf8))
    case .pdf: try print(HTML.render(document))
    case .json: break
    }
  }

  private func print(_ html: String) throws(Refusal) {
    guard let printer = PDFPrinter() else {
      let page = pagePath
      try write(Array(html.utf8), to: page)
      throw Refusal(
        Phrase(
          "pas de PDF sans WeasyPrint ; la page est dans \(page)", "no PDF without WeasyPrint; the page is in \(page)"),
        hint: Phrase(
          "apt install weasyprint l'installe ; un navigateur imprime la page aussi.",
          "apt install weasyprint installs it; a browser prints the page too."), code: .unavailable)
    }
    try write(try printer.print(html))
  }

  /// Beside the PDF that could not be made.
  private var pagePath: String {
    guard let output else { return "\(candidate).html" }
    return (output.hasSuffix(".pdf") ? String(output.dropLast(4)) : output) + ".html"
  }

  private func write(_ bytes: [UInt8]) throws(Refusal) { try write(bytes, to: output) }

  /// To a file, whole or not at all; to the standard output when there is none.
  private func write(_ bytes: [UInt8], to path: String?) throws(Refusal) {
    do throws(StoreFault) {
      if let path { return try SystemDisk().replace(path, with: bytes) }
    } catch {
      throw error.refusal
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard written > 0 else {
        if written < 0, errno == EINTR { continue }
        throw Refusal(Phrase("écriture impossible", "cannot write"), place: "stdout", code: .ioError)
      }
      rest = rest.dropFirst(written)
    }
  }

  private static let terminal = Refusal(
    Phrase("un PDF ne s'affiche pas dans un terminal", "a PDF does not show in a terminal"),
    hint: Phrase("Donnez un fichier : -o grille.pdf.", "Give a file: -o grid.pdf."), code: .usage)
}
