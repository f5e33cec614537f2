import ArgumentParser
import Documents
import Evaluation

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
    let output = Output(path: output)
    if format == .pdf { try output.refuseTerminal(example: Phrase("grille.pdf", "grid.pdf")) }
    let session = try Session(path: session)
    let stored = try StoredGrid(of: try session.candidate(candidate), in: session)
    if format == .json { return try output.write(stored.bytes) }
    let document = try stored.document(session)
    switch format {
    case .text: try output.write(Array(PlainText.render(document).utf8))
    case .html: try output.write(Array(HTML.render(document).utf8))
    case .pdf: try output.print(HTML.render(document), named: candidate)
    case .json: break
    }
  }
}
