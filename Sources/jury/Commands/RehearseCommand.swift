import ArgumentParser
import Console
import Evaluation
import Store

/// `jury rehearse`: an oral alone, against its clocks, then the review of it; no session.
struct RehearseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rehearse",
      abstract: Phrase(
        "Répéter seul : les minuteries d'un oral, ses critères à cocher soi-même, puis le retour.",
        "Rehearse alone: the clocks of an oral, its criteria to check oneself by, then the review.")(.preferred),
      discussion: Phrase(
        "Aucune session. Tout est gardé dans un fichier .review.json, que jury review ouvre, et compare à d'autres.",
        "No session. All is kept in a .review.json file, which jury review opens, and compares with others.")(
          .preferred))
  }

  @Option(help: .told("Épreuve : title, block1, block2, block3.", "The oral: title, block1, block2, block3."))
  var format: String

  @Option(
    help: .told(
      "Votre nom, celui de famille en capitales : « DURAND Léa ». Pour suivre votre progrès d'un oral à l'autre.",
      "Your name, the family's in capitals: “DURAND Léa”. To follow your progress from one oral to the next."))
  var name: String?

  @Option(
    name: [.short, .long],
    help: .told(
      "Fichier à écrire ; sinon, nommé d'après l'épreuve et l'heure.",
      "File to write; otherwise named after the oral and the time.", valueName: "file"))
  var output: String?

  @OptionGroup var console: ConsoleOptions

  func run() throws {
    let look = console.look
    let now = SystemClock().now()
    let rehearsal = try rehearsal(.rncp37827)
    let path = Session.absolute(output ?? Self.path(rehearsal.format, at: now.at))
    guard (try? SystemDisk().status(of: path)) == nil else {
      throw Refusal(
        Phrase("ce fichier existe déjà", "this file exists already"),
        hint: Phrase("-o FICHIER en nomme un autre.", "-o FILE names another."), place: path, code: .cannotCreate)
    }
    try ConsoleLook.refuseWithoutTerminal()
    let terminal = try look.terminal()
    let clock = SystemClock()
    let seat = RehearsalSeat(
      rehearsal, path: path, language: look.language, size: terminal.size, now: { clock.now() })
    Loop(seat: seat, terminal: terminal).run()
    terminal.close()
    guard (try? SystemDisk().status(of: path)) != nil else { return }
    print("jury review \(path)")
  }

  /// - Throws: for an oral that the référentiel does not know, or a name that does not tell its family's.
  func rehearsal(_ referential: Referential) throws(Refusal) -> Rehearsal {
    guard let format = referential.format(format) else {
      let known = referential.formats.map(\.id).joined(separator: ", ")
      throw Refusal(
        Phrase("--format « \(format) » est inconnu", "--format “\(format)” is unknown"),
        hint: Phrase("Un parmi : \(known).", "One of: \(known)."), code: .usage)
    }
    guard let name else { return Rehearsal(format, of: referential, family: "Répétition", given: "seul(e)") }
    guard let (family, given) = SheetValue.name(name) else {
      throw Refusal(
        Phrase("--name : nom de famille en capitales, « DURAND Léa »", "--name: family name in capitals, “DURAND Léa”"),
        code: .usage)
    }
    return Rehearsal(format, of: referential, family: family, given: given)
  }

  /// `repetition-block2-2026-12-01-0912.review.json`, in the current directory.
  private static func path(_ format: OralFormat, at now: WallTime) -> String {
    let time = now.minuteText.filter(\.isNumber)
    return "repetition-\(format.id)-\(now.date.text)-\(time).review.json"
  }
}
