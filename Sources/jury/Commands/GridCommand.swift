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

  @OptionGroup var output: DocumentOutput

  func run() throws {
    try output.refuseTerminal()
    let session = try Session(path: session)
    let stored = try StoredGrid(of: try session.candidate(candidate), in: session)
    // A referential that is not the grid's keeps it from being shown, not from being handed on.
    if output.format == .json { return try output.write(stored.bytes) }
    try output.write(try stored.document(session), named: candidate)
  }
}
