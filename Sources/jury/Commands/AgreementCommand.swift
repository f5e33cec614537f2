import ArgumentParser
import Evaluation

/// `jury agreement`: how far jurors agreed before they deliberated, to calibrate the next jury. Locks and writes nothing.
struct AgreementCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "agreement",
      abstract: Phrase(
        "L'accord des jurés sur leurs premières coches, pour le jury seul.",
        "The jurors' agreement on their first marks, for the jury alone.")(.preferred),
      discussion: Phrase(
        "Sur une ou plusieurs sessions d'une même certification où chaque juré coche à part. Seuls comptent les oraux dont toutes les grilles sont remises ; aucun juré ni candidat n'est nommé.",
        "Over one or several sessions of one certification where each juror marks apart. Only orals whose grids are all handed in count; no juror and no candidate is named."
      )(.preferred))
  }

  @Argument(help: .told("Répertoires de sessions.", "The sessions' directories.", valueName: "session"))
  var sessions: [String]

  @Flag(
    help: .told(
      "En JSON, pour les scripts : parts et kappa en fractions exactes.",
      "As JSON, for scripts: shares and kappa as exact fractions."))
  var json = false

  @OptionGroup var options: LanguageOption

  func run() throws {
    let report = try AgreementReport(try sessions.map { try Session(path: $0) })
    if json {
      print(json: report.json.readableText)
    } else {
      print(report.text(options.language, width: min(outputColumns(), 100)), terminator: "")
    }
  }
}
