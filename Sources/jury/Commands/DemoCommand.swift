import ArgumentParser
import Evaluation

/// `jury demo`: the console on a copy of a sample session.
struct DemoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "demo",
      abstract: Phrase(
        "Ouvre la console sur une session d'exemple, aux personnes inventées.",
        "Open the console on a sample session of made-up people.")(.preferred))
  }

  @Option(
    help: .told(
      "Répertoire neuf ou vide où garder la démo ; sinon, un répertoire temporaire.",
      "A new or empty directory to keep the demo in; otherwise a temporary one.", valueName: "directory"))
  var directory: String?

  @Option(
    help: .told(
      "Format de l'oral, ou la journée entière.", "The oral's format, or the whole day."))
  var format: SampleSession = .title

  @Flag(
    help: .told(
      "Joue une journée de trois salles et douze candidats, du premier oral au paquet, sans console.",
      "Play a day of three rooms and twelve candidates, from the first oral to the package, without a console."))
  var day = false

  @Option(help: .told("Avec --day : secondes que dure la journée.", "With --day: seconds that the day takes."))
  var seconds = 30

  @OptionGroup var console: ConsoleOptions

  func run() throws {
    let look = console.look
    if day {
      let path = if let directory { try DemoDirectory.named(directory) } else { try DemoDirectory.temporary() }
      return try DayDemo(language: look.language, seconds: max(0, min(seconds, 3600))).run(in: path)
    }
    // Before anything is made on disk.
    try ConsoleLook.refuseWithoutTerminal()
    let path = if let directory { try DemoDirectory.named(directory) } else { try DemoDirectory.temporary() }
    let session = try DemoDirectory.fill(path, with: format, at: SystemClock().now().at)
    // A demo among temporary files does not take the place of the session that `jury` opens again.
    try look.open(session, candidate: nil, notice: Self.notice(path), isRemembered: directory != nil)
    let resume = Phrase("La démo est dans \(path) ; la reprendre :", "The demo is in \(path); to resume it:")
    print("\(resume(look.language))  jury open \(path)")
  }

  private static func notice(_ path: String) -> Phrase {
    let passphrase = SampleSession.passphrase
    return Phrase(
      "Démo sur une copie : \(path) · phrase secrète : \(passphrase)",
      "Demo on a copy: \(path) · passphrase: \(passphrase)")
  }
}

extension SampleSession: ExpressibleByArgument {}
