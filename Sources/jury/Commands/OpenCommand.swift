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

  @Option(
    name: .customLong("as"),
    help: .told(
      "Votre identifiant de juré, où chaque juré a sa console (« marking » du plan : individual).",
      "Your id as a juror, where each juror has a console (the plan's “marking”: individual).", valueName: "juror"))
  var juror: String?

  @Flag(
    help: .told(
      "Regarde sans écrire : une autre console tient ce journal.",
      "Watches without writing: another console keeps this journal."))
  var watch = false

  @OptionGroup var console: ConsoleOptions

  var opening: Opening {
    Opening(session: session, juror: juror, isWatching: watch, candidate: candidate, look: console.look)
  }

  func run() throws { try opening.run() }
}
