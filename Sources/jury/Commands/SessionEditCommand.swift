import ArgumentParser
import Evaluation
import Screen

/// `jury session edit`: the plan in the console; or people of CSV files taken into it.
struct SessionEditCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "edit",
      abstract: Phrase(
        "Change le plan à l'écran : candidats, jury, salles, créneaux.",
        "Change the plan on screen: candidates, jury, rooms, slots.")(.preferred),
      discussion: Phrase(
        "Avec --candidates ou --jurors, ajoute ou met à jour ces personnes sans ouvrir d'écran ; nul n'est retiré.",
        "With --candidates or --jurors, adds or updates these people without opening a screen; nobody is removed.")(
          .preferred))
  }

  @Argument(help: .told("Répertoire de la session.", "The session's directory.", valueName: "session"))
  var session: String

  @OptionGroup var sheets: SheetOptions
  @OptionGroup var console: ConsoleOptions

  func run() throws {
    var file = try PlanFile(path: session)
    guard sheets.isEmpty else { return try take(&file) }
    try ConsoleLook.refuseWithoutTerminal()
    let begun = try PlanningRun.begun(file)
    let terminal = try console.look.terminal()
    defer { terminal.close() }
    let seat = PlanEditorSeat(
      file, begun: begun, language: console.look.language, size: terminal.size, now: SystemClock().now)
    Loop(seat: seat, terminal: terminal).run()
  }

  private func take(_ file: inout PlanFile) throws {
    let (plan, told) = try sheets.taken(into: file.plan, file.referential)
    _ = try Plan(json: plan.json)
    let language = console.look.language
    for line in told { print(SafeText.line(line(language))) }
    for change in plan.changes(since: file.plan) { print("  " + SafeText.line(change.what(language))) }
    guard plan != file.plan else { return print(Phrase("Rien n'a changé.", "Nothing changed.")(language)) }
    try file.write(plan)
  }
}
