import ArgumentParser
import Evaluation

// What the manager records, without the console: for scripts.

extension Session {
  /// Appends one fact to the manager's journal, after what their other consoles wrote.
  ///
  /// - Throws: why the rules do not allow it now, or what the disk refused: nothing was recorded then.
  func record(_ event: DayEvent, at now: Stamp = SystemClock().now()) throws(Refusal) {
    let journal = try DayJournal(of: self, at: now)
    defer { journal.close() }
    try journal.record(event, at: now)
  }

  /// A room of the plan.
  func room(_ name: String) throws(Refusal) -> String {
    let rooms = plan.roomNames
    guard rooms.contains(name) else {
      let all = rooms.joined(separator: ", ")
      throw Refusal(
        Phrase("« \(name) » n'est pas une salle de cette session", "“\(name)” is no room of this session"),
        hint: Phrase("Salles : \(all).", "Rooms: \(all)."), place: directory.plan, code: .noInput)
    }
    return name
  }
}

/// `jury message`: to a room's jury or to all, who acknowledge it from their consoles.
struct MessageCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "message",
      abstract: Phrase(
        "Envoie un message du responsable à une salle, ou à toutes.",
        "Send a message of the manager's to a room, or to all.")(.preferred))
  }

  @Argument(help: .told("Répertoire de la session.", "The session's directory.", valueName: "session"))
  var session: String
  @Argument(help: .told("Ce que le jury lira.", "What the jury will read.", valueName: "text"))
  var text: String
  @Option(help: .told("Cette salle seulement ; se répète.", "This room only; may be repeated.", valueName: "room"))
  var room: [String] = []
  @OptionGroup var options: LanguageOption

  func run() throws {
    let session = try Session(path: session)
    try session.record(.messageSent(rooms: try room.map { try session.room($0) }, text: text))
  }
}

/// `jury attendance`: whether a candidate came.
struct AttendanceCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "attendance",
      abstract: Phrase(
        "Note un candidat présent, en retard ou absent.", "Record a candidate as present, late or absent.")(.preferred))
  }

  @Argument(help: .told("Répertoire de la session.", "The session's directory.", valueName: "session"))
  var session: String
  @Argument(help: .told("Identifiant du candidat.", "The candidate's id.", valueName: "id"))
  var candidate: String
  @Option(help: .told("Arrivé tant de minutes en retard.", "Came so many minutes late.", valueName: "minutes"))
  var late: Int?
  @Option(
    help: .told("Absent, avec un motif ou une précision.", "Absent, with a reason or a detail.", valueName: "reason"))
  var absent: String?
  @Flag(help: .told("Retire ce qui est noté.", "Takes back what is recorded."))
  var clear = false
  @OptionGroup var options: LanguageOption

  func validate() throws {
    if (late == nil ? 0 : 1) + (absent == nil ? 0 : 1) + (clear ? 1 : 0) > 1 {
      throw ValidationError(
        Phrase("--late, --absent et --clear s'excluent.", "--late, --absent and --clear exclude each other.")(
          .preferred))
    }
    if let late, !(1...720).contains(late) {
      throw ValidationError(Phrase("--late : de 1 à 720 minutes.", "--late: from 1 to 720 minutes.")(.preferred))
    }
  }

  func run() throws {
    let session = try Session(path: session)
    let attendance: Attendance? =
      clear ? nil : late.map { .late(minutes: $0) } ?? absent.map { .absent(reason: $0) } ?? .present
    try session.record(
      .attendanceTaken(candidate: try session.candidate(candidate).id, attendance: attendance))
  }
}

/// `jury incident`: reports one from the list, closes one, or lists them.
struct IncidentCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "incident",
      abstract: Phrase(
        "Signale un incident, en clôt un, ou les liste.", "Report an incident, close one, or list them.")(.preferred),
      discussion: IncidentCode.allCases.map { "\($0.number) \($0.rawValue): \($0.phrase(.preferred))" }
        .joined(separator: "\n"))
  }

  @Argument(help: .told("Répertoire de la session.", "The session's directory.", valueName: "session"))
  var session: String
  @Option(
    help: .told("Le signaler : son code (I06 ou network).", "Report it: its code (I06 or network).", valueName: "code"))
  var report: String?
  @Option(help: .told("Clore celui de ce numéro.", "Close the one of this number.", valueName: "number"))
  var close: Int?
  @Option(help: .told("La salle.", "The room.", valueName: "room"))
  var room: String?
  @Option(help: .told("Le candidat concerné.", "The candidate concerned.", valueName: "id"))
  var candidate: String?
  @Option(help: .told("Une précision, ou son issue.", "A detail, or how it ended.", valueName: "text"))
  var text = ""
  @OptionGroup var options: LanguageOption

  func run() throws {
    let session = try Session(path: session)
    if let report {
      guard let code = IncidentCode.allCases.first(where: { $0.number == report || $0.rawValue == report }) else {
        throw Refusal(
          Phrase("« \(report) » n'est pas un code d'incident", "“\(report)” is no incident code"),
          hint: Phrase("jury incident --help les liste.", "jury incident --help lists them."))
      }
      let room = try room.map { (name) throws(Refusal) in try session.room(name) }
      let candidate = try candidate.map { (id) throws(Refusal) in try session.candidate(id).id }
      return try session.record(.incidentReported(code: code, room: room, candidate: candidate, text: text))
    }
    if let close { return try session.record(.incidentClosed(incident: close, outcome: text)) }
    for incident in try session.day().standingIncidents {
      let end = incident.closedAt.map { " – \($0.at.minuteText) \(incident.outcome)" } ?? ""
      let place = [incident.room, incident.candidate].compactMap { $0 }.joined(separator: " ")
      let words = "\(incident.code.number) \(incident.code.phrase(options.language)) \(incident.text)"
      print("\(incident.n)\t\(incident.at.at.minuteText)\(end)\t\(place)\t\(words)")
    }
  }
}
