import ArgumentParser
import Console
import Evaluation
import Store

/// `jury review`: a candidate's console on their own mock oral, or what they take home of it.
struct ReviewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "review",
      abstract: Phrase(
        "L'oral blanc d'un candidat, relu par lui : le temps, ce que le jury a vu, son propre avis.",
        "A candidate's mock oral, read by them: the time, what the jury saw, their own view.")(.preferred),
      discussion: Phrase(
        "D'une session, avec --candidate ; ou de fichiers .review.json, sans rien d'autre. Plusieurs fichiers d'une même personne montrent aussi son progrès.",
        "Of a session, with --candidate; or of .review.json files, with nothing else. Several files of one person show their progress too."
      )(.preferred))
  }

  @Argument(
    help: .told(
      "Répertoire de la session, ou fichiers .review.json.", "The session's directory, or .review.json files.",
      valueName: "session|file"))
  var paths: [String]

  @Option(help: .told("Identifiant du candidat dans le plan.", "The candidate's id in the plan.", valueName: "id"))
  var candidate: String?

  @Option(
    help: .told(
      "Répertoire à créer : le fichier .review.json, le rapport HTML et son PDF. N'ouvre pas d'écran.",
      "Directory to make: the .review.json file, the HTML report and its PDF. Opens no screen.",
      valueName: "directory"))
  var export: String?

  @OptionGroup var console: ConsoleOptions

  func run() throws {
    let look = console.look
    let (file, progress) = try read()
    if let export { return try ReviewExport(file.review, progress, look.language).make(export) }
    try ConsoleLook.refuseWithoutTerminal()
    let terminal = try look.terminal()
    defer { terminal.close() }
    let seat = ReviewSeat(
      file, progress: progress, language: look.language, size: terminal.size, now: SystemClock().now)
    Loop(seat: seat, terminal: terminal).run()
  }

  /// The oral to open, the latest of several.
  private func read() throws(Refusal) -> (ReviewFile, Progress?) {
    if let candidate {
      guard paths.count == 1, let path = paths.first else {
        throw Refusal(Phrase("--candidate va avec une session", "--candidate goes with one session"))
      }
      let session = try Session(path: path)
      return (try ReviewFile(of: try session.candidate(candidate), in: session, state: StateDirectory.ofThisUser), nil)
    }
    var files: [ReviewFile] = []
    for path in paths {
      guard (try? SystemDisk().status(of: path))?.isDirectory != true else {
        throw Refusal(
          Phrase("\(path) est une session : de quel candidat ?", "\(path) is a session: of which candidate?"),
          hint: Phrase("--candidate ID", "--candidate ID"), place: path)
      }
      files.append(try ReviewFile(path: path))
    }
    let progress = files.count > 1 ? try Progress(files.map(\.review)) : nil
    let latest = files.max { $0.review.startedAt.unixMilliseconds < $1.review.startedAt.unixMilliseconds }
    guard let latest else { throw Refusal(Phrase("un fichier est attendu", "a file is expected")) }
    return (latest, progress)
  }
}
