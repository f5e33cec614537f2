import ArgumentParser
import Evaluation

/// `jury show`: what a session's facts add up to. Locks and writes nothing.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: Phrase(
        "Montre l'état d'une session ; en JSON avec --json.", "Show a session's state; as JSON with --json.")(
          .preferred))
  }

  @Argument(help: .told("Répertoire de la session.", "The session's directory.", valueName: "session"))
  var session: String

  @Option(
    help: .told(
      "Ce candidat seulement (identifiant du plan).", "This candidate only (id in the plan).", valueName: "id"))
  var candidate: String?

  @Flag(
    help: .told(
      "En JSON, pour les scripts : tout, notes du jury comprises. Durées en millisecondes.",
      "As JSON, for scripts: everything, the jury's notes included. Durations in milliseconds."))
  var json = false

  @OptionGroup var options: LanguageOption

  func run() throws {
    let session = try Session(path: session)
    let candidates = try candidate.map { [try session.candidate($0)] } ?? session.plan.candidates
    let orals = try candidates.map { try session.oral(of: $0) }
    let now = SystemClock().now()
    if json {
      print(json: session.shown(orals, at: now, options.language).readableText)
    } else {
      print(session.text(orals, at: now, options.language), terminator: "")
    }
  }
}
