import ArgumentParser
import Evaluation
import Screen
import Store

/// `jury session new`: makes a session's directory and its plan, asking for what is missing.
struct SessionNewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new",
      abstract: Phrase(
        "Crée une session ; demande ce que les options ne disent pas.",
        "Make a session; asks for what the options do not say.")(.preferred))
  }

  @Argument(help: .told("Répertoire à créer.", "Directory to make.", valueName: "directory"))
  var directory: String

  @OptionGroup var facts: NewSessionOptions
  @OptionGroup var sheets: SheetOptions
  @OptionGroup var options: LanguageOption

  func run() throws {
    let language = options.language
    try refuseTaken()
    let questions = Questions(language)
    let draft = try facts.draft(questions)
    var sheets = sheets
    // Who took the trouble of options is not asked more than must be.
    if let questions, sheets.isEmpty, !facts.isComplete { try sheets.ask(questions) }
    let (plan, told) = try sheets.taken(into: draft.plan, draft.referential)
    // The very reader that every command uses: what it refuses is not written.
    _ = try Plan(json: plan.json)
    let made = try PlanFile.create(plan, in: directory, with: draft.ownReferential)
    for line in told { print(SafeText.line(line(language))) }
    let place = SafeText.line(made.plan)
    print(Phrase("Session créée : \(place)", "Session made: \(place)")(language))
    let path = SafeText.line(directory)
    print(
      Phrase(
        """
        Ensuite : jury session edit \(path)   compléter candidats, jury, salles
                  jury session plan \(path)   trouver les créneaux
                  jury session check \(path)  ce que le règlement demande encore
        """,
        """
        Next: jury session edit \(path)   complete candidates, jury, rooms
              jury session plan \(path)   find the slots
              jury session check \(path)  what the règlement still asks for
        """)(language))
  }

  /// Before any question is asked.
  private func refuseTaken() throws(Refusal) {
    let made = SessionDirectory(Session.absolute(directory))
    guard (try? made.disk.names(in: made.path))?.isEmpty == false else { return }
    throw PlanFile.taken(made)
  }
}
