import ArgumentParser
import Evaluation

/// `jury open`: the console on a session.
struct OpenCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "open",
      abstract: Phrase("Ouvre la console sur une session.", "Open the console on a session.")(.preferred))
  }

  @Argument(help: .told("Répertoire de la session.", "The session's directory.", valueName: "session"))
  var session: String

  @Option(
    help: .told(
      "Va droit à l'oral de ce candidat (identifiant du plan).",
      "Goes straight to this candidate's oral (id in the plan).", valueName: "id"))
  var candidate: String?

  @OptionGroup var console: ConsoleOptions

  var opening: Opening { Opening(session: session, candidate: candidate, look: console.look) }

  func run() throws { try opening.run() }
}
