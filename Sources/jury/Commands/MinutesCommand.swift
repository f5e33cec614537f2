import ArgumentParser
import Evaluation

/// `jury minutes`: the minutes of a session (annex 4), from a draft to the last signature.
struct MinutesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "minutes",
      abstract: Phrase(
        "Le procès-verbal de la session : voir, compléter, sceller, signer.",
        "The session's minutes: see, complete, seal, sign.")(.preferred),
      subcommands: [
        MinutesShowCommand.self, MinutesMissingCommand.self, MinutesEditCommand.self, MinutesSealCommand.self,
        MinutesSignCommand.self, MinutesRefuseCommand.self, MinutesReopenCommand.self,
      ],
      defaultSubcommand: MinutesShowCommand.self)
  }
}

/// A session's directory, and the language: what every command on minutes takes.
struct MinutesOptions: ParsableArguments {
  @Argument(help: .told("Répertoire de la session.", "The session's directory.", valueName: "session"))
  var path: String

  @OptionGroup var language: LanguageOption

  func session() throws(Refusal) -> Session { try Session(path: path) }

  /// The manager's journal, locked.
  func journal() throws(Refusal) -> MinutesDesk {
    let clock = SystemClock()
    return try MinutesDesk(try session(), now: clock.now)
  }

  func say(_ fr: String, _ en: String) { print(Phrase(fr, en)(language.language)) }
}

/// `jury minutes show`: as they are sealed, or as they would be now.
struct MinutesShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: Phrase(
        "Le procès-verbal, ou son projet tant qu'il n'est pas scellé.",
        "The minutes, or a draft of them until they are sealed.")(.preferred))
  }

  @OptionGroup var options: MinutesOptions
  @OptionGroup var output: DocumentOutput

  func run() throws {
    try output.refuseTerminal()
    let session = try options.session()
    if let stored = try StoredMinutes(in: session) {
      if output.format == .json { return try output.write(stored.bytes) }
      return try output.write(stored.document(session), named: "minutes")
    }
    if output.format == .json { throw StoredMinutes.missing }
    let closing = try session.closing(try session.day())
    if session.plan.isMock, let obstacle = closing.obstacles.first {
      throw Refusal(obstacle.phrase, hint: obstacle.hint, place: session.directory.plan, code: .badData)
    }
    let draft = try session.draft(closing, at: SystemClock().now().at)
    try output.write(draft.document(session.referential), named: "minutes")
  }
}

/// `jury minutes missing`: the one list of what keeps them from being sealed.
struct MinutesMissingCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "missing",
      abstract: Phrase(
        "Ce qui manque au procès-verbal : pour le sceller, puis de signatures.",
        "What the minutes lack: to be sealed, then of signatures.")(.preferred),
      discussion: Phrase("Code 0 : rien. 1 : la liste n'est pas vide.", "Exit 0: nothing. 1: the list is not empty.")(
        .preferred))
  }

  @OptionGroup var options: MinutesOptions

  func run() throws {
    let session = try options.session()
    let closing = try session.closing(try session.day())
    let obstacles = closing.obstacles + closing.unsigned
    for obstacle in obstacles {
      options.say(
        "– \(obstacle.phrase.fr)  → \(obstacle.hint.fr)", "– \(obstacle.phrase.en)  → \(obstacle.hint.en)")
    }
    if obstacles.isEmpty {
      options.say("Rien ne manque au procès-verbal.", "The minutes lack nothing.")
    } else {
      throw ArgumentParser.ExitCode(Evaluation.ExitCode.notValid.rawValue)
    }
  }
}
