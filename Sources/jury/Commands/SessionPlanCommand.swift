import ArgumentParser
import Documents
import Evaluation
import Screen
import Store

/// `jury session plan`: finds the slots, or prints them.
struct SessionPlanCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, html, pdf, ics }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plan",
      abstract: Phrase(
        "Trouve salle, heure et jury de chaque candidat ; imprime le planning.",
        "Find each candidate's room, time and jury; print the planning.")(.preferred),
      discussion: Phrase(
        "Sans option, place ceux qui n'ont pas de créneau ; les autres ne bougent pas. Avec --format, --room, --juror ou --candidate, imprime le plan tel qu'il est. 120 minutes pour le titre (annexe 2) ; toute autre durée est un réglage du plan. Code 1 : quelqu'un reste sans place, et rien n'a été écrit.",
        "Without options, places those who have no slot; the others do not move. With --format, --room, --juror or --candidate, prints the plan as it is. 120 minutes for the title (annex 2); every other length is a setting of the plan. Exit 1: somebody finds no place, and nothing was written."
      )(.preferred))
  }

  @Argument(help: .told("Répertoire de la session.", "The session's directory.", valueName: "session"))
  var session: String

  @Flag(
    help: .told(
      "Replace ceux dont le créneau ne peut rester ; personne d'autre ne bouge.",
      "Place anew those whose slot cannot stay; nobody else moves."))
  var replan = false

  @Option(
    help: .told(
      "Juré empêché (identifiant) ; répétable.", "Juror who cannot come (id); repeatable.", valueName: "juror"))
  var absent: [String] = []

  @Option(help: .told("Salle indisponible ; répétable.", "Room that cannot be used; repeatable.", valueName: "room"))
  var closed: [String] = []

  @Option(
    help: .told(
      "Retard d'une salle : « Salle 2=20 » décale ses oraux à venir, autant qu'il faut.",
      "A room's delay: “2=20” puts its coming orals off, as far as they must.", valueName: "room=minutes"))
  var late: [String] = []

  @Flag(help: .told("Montre sans écrire.", "Show, and write nothing."))
  var dryRun = false

  @Option(help: .told("text, html, pdf ou ics (iCalendar).", "text, html, pdf or ics (iCalendar)."))
  var format: Format?

  @Option(name: .shortAndLong, help: .told("Fichier à écrire.", "File to write.", valueName: "file"))
  var output: String?

  @Option(help: .told("Cette salle seulement.", "This room only."))
  var room: String?

  @Option(help: .told("Ce juré seulement (identifiant).", "This juror only (id).", valueName: "id"))
  var juror: String?

  @Option(help: .told("Ce candidat seulement (identifiant).", "This candidate only (id).", valueName: "id"))
  var candidate: String?

  @OptionGroup var options: LanguageOption

  private var isPrinting: Bool { format != nil || output != nil || room != nil || juror != nil || candidate != nil }

  func run() throws {
    var file = try PlanFile(path: session)
    if !isPrinting { try plan(&file) }
    try printPlan(file)
  }

  private func plan(_ file: inout PlanFile) throws {
    let language = options.language
    let run = PlanningRun(
      file, now: SystemClock().now().at, absent: absent, closed: closed, late: try late.map(Self.delay), replans: replan
    )
    let found = try run.found()
    for change in found.changes { print(SafeText.line(change.what(language))) }
    for lost in found.unplaced {
      let name = file.plan.candidate(lost.candidate)?.name ?? lost.candidate
      print(SafeText.line("✗ \(name) : \(lost.reason(language))"))
    }
    guard found.unplaced.isEmpty else {
      print(Phrase("Rien n'a été écrit.", "Nothing was written.")(language))
      throw ArgumentParser.ExitCode(Evaluation.ExitCode.notValid.rawValue)
    }
    // A delay may carry an oral past the day's hours: it is kept there, and said.
    for finding in PlanCheck(found.plan, file.referential).findings where finding.code == .slotOutsideDay {
      print(SafeText.line("! \(finding.what(language))"))
    }
    if !found.changes.isEmpty {
      if dryRun {
        print(Phrase("Rien n'a été écrit (--dry-run).", "Nothing was written (--dry-run).")(language))
      } else {
        try file.write(found.plan)
      }
      print("")
    }
  }

  /// « Salle 2=20 ».
  private static func delay(_ text: String) throws(Refusal) -> (room: String, minutes: Int) {
    guard let sign = text.lastIndex(of: "="), let minutes = Int(text[text.index(after: sign)...]),
      (1...600).contains(minutes), sign > text.startIndex
    else {
      throw Refusal(
        Phrase("--late « \(text) » n'est pas SALLE=MINUTES", "--late “\(text)” is not ROOM=MINUTES"), code: .usage)
    }
    return (String(text[..<sign]), minutes)
  }

  private func printPlan(_ file: PlanFile) throws(Refusal) {
    try refuseUnknown(file.plan)
    let output = Output(path: output)
    if format == .pdf { try output.refuseTerminal(example: Phrase("planning.pdf", "planning.pdf")) }
    let standing = try PlanStanding(file.plan, in: file.directory)
    let planning = Planning(
      file.plan, file.referential, room: room, juror: juror, candidate: candidate,
      standing: standing.words(file.plan.manager))
    switch format ?? .text {
    case .text:
      try output.write(Array(PlanningText.render(planning, width: min(outputColumns(), 100)).utf8))
    case .html: try output.write(Array(HTML.render(PlanningDocument.document(planning)).utf8))
    case .pdf: try output.print(HTML.render(PlanningDocument.document(planning)), named: "planning")
    case .ics:
      let stamp = SystemClock().now().at
      try output.write(
        Array(PlanningCalendar.render(planning, stamp: stamp, sequence: standing.edition).utf8))
    }
  }

  private func refuseUnknown(_ plan: Plan) throws(Refusal) {
    func refuse(_ option: String, _ name: String?, _ known: [String]) throws(Refusal) {
      guard let name, !known.contains(name) else { return }
      let all = known.joined(separator: ", ")
      throw Refusal(
        Phrase("\(option) « \(name) » est inconnu du plan", "\(option) “\(name)” is unknown to the plan"),
        hint: Phrase("Un parmi : \(all).", "One of: \(all)."), code: .noInput)
    }
    try refuse("--room", room, plan.roomNames)
    try refuse("--juror", juror, plan.jury.map(\.id))
    try refuse("--candidate", candidate, plan.candidates.map(\.id))
  }
}
