import ArgumentParser
import Evaluation

/// `jury grid`: a candidate's sealed grid, to read, print or send.
struct GridCommand: ParsableCommand {
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
      "N'écrit rien : vérifie que ce fichier est ce que donnent les octets signés, au format dit.",
      "Writes nothing: checks that this file is what the signed bytes look like, in the format told.",
      valueName: "file"))
  var check: String?

  @OptionGroup var output: DocumentOutput

  func run() throws {
    if check == nil { try output.refuseTerminal() }
    let session = try Session(path: session)
    let stored = try StoredGrid(of: try session.candidate(candidate), in: session)
    if let check { return try Rendering(document: try stored.document(session), format: output.format).check(check) }
    // A referential that is not the grid's keeps it from being shown, not from being handed on.
    if output.format == .json { return try output.write(stored.bytes) }
    try output.write(try stored.document(session), named: candidate)
  }
}
