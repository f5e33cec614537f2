import ArgumentParser
import Evaluation

/// `jury package`: what goes to the certifier, in one directory. Nothing is sent.
struct PackageCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "package",
      abstract: Phrase(
        "Le paquet pour le certificateur : grilles, procès-verbal, bordereau, courriel à ouvrir.",
        "The package for the certifier: grids, minutes, cover sheet, a mail to open.")(.preferred),
      discussion: Phrase(
        "Rien n'est envoyé : message.eml s'ouvre dans un programme de courrier.",
        "Nothing is sent: message.eml opens in a mail program.")(.preferred))
  }

  @Argument(help: .told("Répertoire de la session.", "The session's directory.", valueName: "session"))
  var session: String

  @Option(
    name: .shortAndLong,
    help: .told("Répertoire à créer.", "Directory to make.", valueName: "directory"))
  var output: String

  @Option(
    help: .told(
      "Adresse de l'expéditeur, pour le courriel.", "The sender's address, for the mail.", valueName: "address"))
  var from: String?

  @OptionGroup var options: LanguageOption

  func run() throws {
    if let from, !Self.isAddress(from) {
      throw Refusal(Phrase("« \(from) » n'est pas une adresse", "“\(from)” is no address"), code: .usage)
    }
    try NewDirectory.refuseTaken(output)
    let builder = try PackageBuilder(Session(path: session), from: from, at: SystemClock().now().at)
    let count = try LongWork.run(steps: builder.steps) { (work: inout LongWork) throws(Refusal) -> Int in
      let files = try builder.files(&work)
      try NewDirectory.make(output, holding: files)
      return files.count
    }
    let to = builder.session.referential.certification.committeeAddress
    print(
      Phrase(
        "Paquet de \(count) fichiers dans \(output). Rien n'est envoyé : ouvrez \(output)/\(PackageManifest.messageName) (à \(to)).",
        "Package of \(count) files in \(output). Nothing is sent: open \(output)/\(PackageManifest.messageName) (to \(to))."
      )(options.language))
  }

  /// Enough that a mail program can read it, and that no header can be added with it.
  private static func isAddress(_ text: String) -> Bool {
    text.split(separator: "@", omittingEmptySubsequences: false).count == 2 && !text.hasPrefix("@")
      && !text.hasSuffix("@")
      && text.utf8.allSatisfy {
        $0 > 0x20 && $0 < 0x7F && ![UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ",")].contains($0)
      }
  }
}
