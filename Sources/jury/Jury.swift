import ArgumentParser
import Evaluation
import Glibc

/// The program: its commands, and how a refusal is told.
@main struct Jury: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jury", subcommands: [KeysCommand.self, ReferentialCommand.self])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let refusal as Refusal {
      let text = Array(refusal.text(.preferred).utf8)
      _ = text.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      Glibc.exit(refusal.code.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}
