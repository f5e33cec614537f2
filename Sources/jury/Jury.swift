import ArgumentParser
import Evaluation
import Store

/// The program: its commands.
@main struct Jury: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "jury",
      abstract: Phrase(
        "La console d'un jury de certification : un oral, de la première coche à la grille signée.",
        "A certification jury's console: one oral, from the first mark to the signed grid.")(.preferred),
      version: "0.1.0",
      subcommands: [
        OpenCommand.self, DemoCommand.self, ShowCommand.self, KeysCommand.self, ReferentialCommand.self,
        GridCommand.self, VerifyCommand.self,
      ])
  }

  @OptionGroup var console: ConsoleOptions

  /// The last session; on a first day, what this is.
  func run() throws {
    guard let last = LastSession.ofThisUser.read() else {
      print(Self.welcome(console.options.language))
      return
    }
    try console.run(on: Session(path: last), candidate: nil)
  }

  static let welcome = Phrase(
    """
    jury : la console d'un jury de certification pendant un oral.
    Elle tient le temps et les coches, mène la délibération, scelle et fait signer la grille.
    Essayer, sur des personnes inventées :  jury demo
    Ouvrir une session :                    jury open RÉPERTOIRE
    Tout le reste :                         jury --help
    """,
    """
    jury: a certification jury's console during an oral.
    It keeps the time and the marks, leads the deliberation, seals the grid and has it signed.
    Try it, on made-up people:  jury demo
    Open a session:             jury open DIRECTORY
    Everything else:            jury --help
    """)

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exit(telling: error)
    }
  }
}
