import ArgumentParser
import Documents
import Evaluation

/// `jury stats`: what signed orals add up to, over one or several sessions. Locks and writes nothing.
struct StatsCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, html, json }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "stats",
      abstract: Phrase(
        "Taux, critères manquants et temps, sur une ou plusieurs sessions ; personne n'y est reconnaissable.",
        "Rates, missing criteria and times, over one or several sessions; nobody is to be recognised.")(.preferred),
      discussion: Phrase(
        "Seuls comptent les oraux dont la grille est complète et intacte. Un groupe de moins de cinq candidats ne donne aucun chiffre : ne comparez pas deux listes de sessions qui diffèrent de si peu.",
        "Only orals whose grid is complete and intact count. A group of fewer than five candidates gives no figure: do not compare two lists of sessions that differ by so few."
      )(.preferred))
  }

  @Argument(help: .told("Répertoires de sessions.", "The sessions' directories.", valueName: "session"))
  var sessions: [String]

  @Option(help: .told("text, html ou json.", "text, html or json."))
  var format = Format.text

  @Option(
    name: .shortAndLong,
    help: .told(
      "Fichier à écrire ; remplacé s'il existe.", "File to write; replaced if it is there.", valueName: "file"))
  var output: String?

  @OptionGroup var options: LanguageOption

  func run() throws {
    let sessions = try LongWork.run(steps: self.sessions.count) { (work: inout LongWork) throws(Refusal) in
      var opened: [Session] = []
      for path in self.sessions {
        try work.step(path)
        opened.append(try Session(path: path))
      }
      return opened
    }
    guard let referential = sessions.first?.referential else { return }
    let statistics = try Statistics.of(sessions)
    let document = StatisticsDocument.document(statistics, referential: referential, options.language)
    let text =
      switch format {
      case .text: PlainText.render(document, width: min(outputColumns(), 100))
      case .html: HTML.render(document)
      case .json: statistics.json(certification: referential.certification.id).readableText
      }
    try Output(path: output).write(Array(text.utf8))
  }
}
