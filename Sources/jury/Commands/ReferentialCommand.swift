import ArgumentParser
import Evaluation
import JSON
import Screen
import Store

/// `jury referential`: the criteria the jury judges by, and the check of another certification's file.
struct ReferentialCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "referential",
      abstract: Phrase(
        "Le référentiel : blocs, compétences, critères, épreuves.",
        "The referential: blocks, competencies, criteria, assessments.")(.preferred),
      subcommands: [ReferentialListCommand.self, ReferentialCheckCommand.self],
      defaultSubcommand: ReferentialListCommand.self)
  }
}

/// `jury referential list`: the embedded referential, for reading or for scripts.
struct ReferentialListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: Phrase("Affiche le référentiel ; en JSON avec --json.", "Show the referential; as JSON with --json.")(
        .preferred))
  }

  @Flag(
    help: .told(
      "En JSON canonique : le SHA-256 du texte, sans le saut de ligne final, est l'empreinte du référentiel.",
      "As canonical JSON: the SHA-256 of the text, without the final newline, is the referential's digest."))
  var json = false

  @OptionGroup var options: LanguageOption

  func run() {
    let referential = Referential.rncp37827
    if json {
      print(json: referential.json.text)
    } else {
      let listing = ReferentialListing(of: referential, width: min(outputColumns(), 100), in: options.language)
      print(listing.text, terminator: "")
    }
  }
}

/// `jury referential check FILE`: every fault of a referential's file, one a line; exit 65 when there is one.
struct ReferentialCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: Phrase(
        "Vérifie le fichier d'une autre certification.", "Check another certification's file.")(.preferred))
  }

  /// A referential of a hundred competencies takes under a megabyte.
  private static let limit = 16 << 20

  @Argument(help: .told("Fichier à vérifier.", "File to check.", valueName: "file"))
  var file: String

  @OptionGroup var options: LanguageOption

  func run() throws {
    let bytes: [UInt8]
    do throws(StoreFault) {
      bytes = try SystemDisk().contents(of: file, limit: Self.limit)
    } catch {
      throw error.refusal
    }
    switch Referential.check(bytes) {
    case .success(let referential):
      print(SafeText.line("\(file): \(referential.name): \(referential.counts(options.language))"))
    case .failure(let faults):
      for fault in faults.all { print(SafeText.line("\(file):\(fault.place): \(fault.reason(options.language))")) }
      throw ArgumentParser.ExitCode(Evaluation.ExitCode.badData.rawValue)
    }
  }
}
