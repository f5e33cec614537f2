import ArgumentParser
import Documents
import Evaluation

/// `jury export`: everything that a session holds on one candidate, in one folder.
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: Phrase(
        "Tout ce qu'une session tient sur un candidat, dans un dossier lisible ; rien sur les autres.",
        "Everything that a session holds on a candidate, in one readable folder; nothing on others.")(.preferred),
      discussion: Phrase(
        "donnees.html se lit, donnees.json se traite ; d'un oral blanc, son retour aussi. Le secret de la délibération reste au jury.",
        "donnees.html to read, donnees.json to process; of a mock oral, its review too. The deliberation's secrets stay with the jury."
      )(.preferred))
  }

  @Argument(help: .told("Répertoire de la session.", "The session's directory.", valueName: "session"))
  var session: String

  @Option(help: .told("Identifiant du candidat dans le plan.", "The candidate's id in the plan.", valueName: "id"))
  var candidate: String

  @Option(
    name: [.short, .long],
    help: .told("Répertoire à créer.", "Directory to make.", valueName: "directory"))
  var output: String

  @OptionGroup var options: LanguageOption

  func run() throws {
    try NewDirectory.refuseTaken(output)
    let session = try Session(path: session)
    let data = try PersonalData(of: try session.candidate(candidate), in: session)
    let files = data.files(options.language)
    try NewDirectory.make(output, holding: files)
    print(files.keys.sorted().map { "\(output)/\($0)" }.joined(separator: "\n"))
  }
}

extension PersonalData {
  /// By name, what the folder holds.
  func files(_ language: Language) -> [String: [UInt8]] {
    let document = PersonalDocument.document(
      json, of: candidate.name, referential: referential, withheld: Self.withheld, language)
    var files = [
      "donnees.json": Array(json.readableText.utf8), "donnees.html": Array(HTML.render(document).utf8),
    ]
    if let review {
      let export = ReviewExport(review, nil, language)
      files["\(export.name).review.json"] = export.json
      files["\(export.name).review.html"] = Array(export.page.utf8)
    }
    return files
  }
}
