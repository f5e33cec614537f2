import ArgumentParser
import Evaluation

/// `jury session check`: what the règlement and the program still ask of a plan.
struct SessionCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: Phrase(
        "Confronte le plan au règlement ; dit comment corriger.",
        "Hold the plan against the règlement; says how to mend."
      )(.preferred),
      discussion: Phrase(
        "Code 0 : rien n'empêche la session. 1 : quelque chose l'empêche.",
        "Exit 0: nothing keeps the session from being held. 1: something does.")(.preferred))
  }

  @Argument(help: .told("Répertoire de la session.", "The session's directory.", valueName: "session"))
  var session: String

  @Flag(help: .told("En JSON, pour les scripts.", "As JSON, for scripts."))
  var json = false

  @OptionGroup var options: LanguageOption

  func run() throws {
    let report = try PlanReport(try PlanFile(path: session))
    if json {
      print(json: report.json(options.language).readableText)
    } else {
      print(report.text(options.language, width: min(outputColumns(), 100)), terminator: "")
    }
    if report.blocks { throw ArgumentParser.ExitCode(Evaluation.ExitCode.notValid.rawValue) }
  }
}
