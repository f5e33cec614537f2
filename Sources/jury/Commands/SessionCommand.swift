import ArgumentParser
import Evaluation

/// `jury session`: what the session's manager prepares.
struct SessionCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "session",
      abstract: Phrase("Prépare une session : le responsable.", "Prepare a session: its manager.")(.preferred),
      subcommands: [
        SessionNewCommand.self, SessionEditCommand.self, SessionCheckCommand.self, SessionPlanCommand.self,
        SessionSignCommand.self,
      ])
  }
}
