import ArgumentParser
import CHeap
import Evaluation
import Glibc

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
        GridCommand.self, MinutesCommand.self, PackageCommand.self, VerifyCommand.self, AgreementCommand.self,
        StatsCommand.self, SessionCommand.self, WatchCommandLine.self, MessageCommand.self, ReviewCommand.self,
        RehearseCommand.self, ExportCommand.self, PurgeCommand.self,
        AttendanceCommand.self, IncidentCommand.self,
      ])
  }

  @OptionGroup var console: ConsoleOptions

  /// The last session; on a first day, what this is.
  func run() throws { try Opening(look: console.look).run() }

  static func main() {
    heap_widen()
    leaveNoCore()
    HiddenArguments.hide()
    do {
      if let opening = Opening(words: Array(CommandLine.arguments.dropFirst())) { return try opening.run() }
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exit(telling: error)
    }
  }

  /// A crash writes no memory to disk: it holds the jury's marks, and for a moment a private key. `systemd-coredump` obeys, too.
  private static func leaveNoCore() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }
}
