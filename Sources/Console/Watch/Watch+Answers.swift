import Evaluation
import Screen

// What the manager is asked, and what their answers record.

extension Watch {
  /// Messages that come up most; the last line takes one's own.
  static let presets = [
    Phrase("Il reste cinq minutes.", "Five minutes left."),
    Phrase("Venez me voir, s'il vous plaît.", "Come and see me, please."),
    Phrase("Attendez-moi avant de continuer.", "Wait for me before going on."),
    Phrase("Le candidat suivant est arrivé.", "The next candidate is here."),
  ]

  mutating func askMessage(session: Int, rooms: [String]) {
    let letter = sessions.count > 1 ? sessionLetter(session) + " " : ""
    let all = t("toutes les salles", "all rooms") + (letter.isEmpty ? "" : t(" de ", " of ") + letter.dropLast())
    let whom = rooms.first.map { letter + Room.title($0)(language) } ?? all
    asked = .choice(
      .message(session: session, rooms: rooms), title: Phrase("Message : \(whom)", "Message: \(whom)"),
      choices: Self.presets + [Phrase("autre : ", "other: ")], own: TextField())
  }

  mutating func askAttendance(_ row: Row) {
    guard let candidate = row.status.candidate else { return refuse("la salle a fini", "the room has finished") }
    let known = sessions[row.place.session].day.attendance[candidate.id]
    let now = known.map { Phrase(" (\(attendanceText($0)))", " (\(attendanceText($0)))") } ?? Phrase("", "")
    asked = .choice(
      .attendance(session: row.place.session, candidate: candidate.id),
      title: Phrase("\(candidate.name)\(now.fr) :", "\(candidate.name)\(now.en):"),
      choices: [
        Phrase("présent", "present"), Phrase("en retard", "late"), Phrase("absent", "absent"),
        Phrase("retirer ce qui est noté", "take back what is recorded"),
      ])
  }

  func attendanceText(_ attendance: Attendance) -> String {
    switch attendance {
    case .present: t("présent", "present")
    case .late(let minutes): t("en retard de \(minutes) min", "late by \(minutes) min")
    case .absent(let reason): t("absent : ", "absent: ") + reason
    }
  }

  /// Closes the incident that lasts, or reports one.
  mutating func askIncident(_ row: Row) {
    let candidate = row.status.candidate?.id
    let open = sessions[row.place.session].day.standingIncidents.filter {
      $0.closedAt == nil && ($0.room == row.place.room || $0.candidate != nil && $0.candidate == candidate)
    }
    guard !open.isEmpty else { return askCode(row.place, candidate: candidate) }
    let room = Room.title(row.place.room)
    asked = .choice(
      .incidents(row.place, candidate: candidate, open: open.map(\.n)),
      title: Phrase("Incidents, \(room.fr)", "Incidents, \(room.en)"),
      choices: open.map {
        Phrase(
          "clore : \($0.code.phrase.fr), \($0.at.at.minuteText)", "close: \($0.code.phrase.en), \($0.at.at.minuteText)")
      } + [Phrase("en signaler un autre", "report another")])
  }

  private mutating func askCode(_ place: Place, candidate: String?) {
    let room = Room.title(place.room)
    asked = .choice(
      .incident(place, candidate: candidate), title: Phrase("Incident, \(room.fr)", "Incident, \(room.en)"),
      choices: IncidentCode.allCases.map { Phrase("\($0.number)  \($0.phrase.fr)", "\($0.number)  \($0.phrase.en)") })
  }

  /// A key while a question stands.
  mutating func answered(_ key: Key, at now: Stamp) -> [WatchEffect] {
    guard var asked else { return [] }
    if let command = WatchKeys.table.command(for: key, on: page), [.quit, .redraw, .suspend].contains(command) {
      return perform(command, at: now)
    }
    let lines = asked == .reading(.help) ? helpLines.count : 0
    let reply = asked.reply(to: key, size: size, lineCount: lines)
    switch reply {
    case .stands: self.asked = asked
    case .closed: self.asked = nil
    case .empty: refuse("un texte est demandé", "a text is needed")
    case .confirmed: self.asked = nil
    case .chosen(let subject, let index):
      self.asked = nil
      return chose(subject, index, at: now)
    case .typed(let subject, let text):
      self.asked = nil
      return typed(subject, text, at: now)
    }
    return []
  }

  var helpLines: [[Run]] { WatchKeys.table.helpLines(on: page, language, columns: size.panelColumns) }

  private mutating func chose(_ subject: WatchSubject, _ index: Int, at now: Stamp) -> [WatchEffect] {
    switch subject {
    case .message(let session, let rooms):
      return [.record(session: session, .messageSent(rooms: rooms, text: Self.presets[index](language)))]
    case .incident(let place, let candidate):
      let code = IncidentCode.allCases[index]
      asked = .text(
        .incidentText(place, candidate: candidate, code: code),
        title: Phrase(
          "\(code.phrase.fr) : précision (facultative, elle va au procès-verbal)",
          "\(code.phrase.en): detail (optional, it goes into the minutes)"), field: TextField(lines: true),
        takesNothing: true)
    case .incidents(let place, let candidate, let open):
      guard open.indices.contains(index) else {
        askCode(place, candidate: candidate)
        return []
      }
      let line = settlementLine(session: place.session, incident: open[index])
      asked = .text(
        .incidentOutcome(session: place.session, incident: open[index]),
        title: Phrase("Issue de l'incident, pour le procès-verbal", "How it ended, for the minutes"),
        field: TextField(line, lines: true), takesNothing: true)
    case .attendance(let session, let candidate): return tookAttendance(session, candidate, index, at: now)
    default: break
    }
    return []
  }

  private mutating func tookAttendance(
    _ session: Int, _ candidate: String, _ index: Int, at now: Stamp
  ) -> [WatchEffect] {
    switch index {
    case 0: return [.record(session: session, .attendanceTaken(candidate: candidate, attendance: .present))]
    case 1:
      let start = sessions[session].plan.slot(of: candidate)?.start.unixMilliseconds
      let late = start.map { (now.at.unixMilliseconds - $0) / 60_000 } ?? 0
      asked = .text(
        .lateness(session: session, candidate: candidate),
        title: Phrase("Arrivé en retard de combien de minutes ?", "Arrived how many minutes late?"),
        field: TextField((1...720).contains(late) ? String(late) : ""))
    case 2:
      asked = .text(
        .absence(session: session, candidate: candidate),
        title: Phrase("Absence : motif ou précision", "Absence: reason or detail"), field: TextField())
    default: return [.record(session: session, .attendanceTaken(candidate: candidate, attendance: nil))]
    }
    return []
  }

  private mutating func typed(_ subject: WatchSubject, _ text: String, at now: Stamp) -> [WatchEffect] {
    switch subject {
    case .message(let session, let rooms):
      return [.record(session: session, .messageSent(rooms: rooms, text: text))]
    case .incidentText(let place, let candidate, let code):
      return [
        .record(
          session: place.session, .incidentReported(code: code, room: place.room, candidate: candidate, text: text))
      ]
    case .incidentOutcome(let session, let incident):
      return [.record(session: session, .incidentClosed(incident: incident, outcome: text))]
    case .lateness(let session, let candidate):
      guard let minutes = Int(text), (1...720).contains(minutes) else {
        refuse("un nombre de minutes, de 1 à 720, est attendu", "a number of minutes, from 1 to 720, is expected")
        asked = .text(
          .lateness(session: session, candidate: candidate), title: Phrase("Minutes de retard", "Minutes late"),
          field: TextField())
        return []
      }
      return [.record(session: session, .attendanceTaken(candidate: candidate, attendance: .late(minutes: minutes)))]
    case .absence(let session, let candidate):
      return [.record(session: session, .attendanceTaken(candidate: candidate, attendance: .absent(reason: text)))]
    case .observations(let session, let before): return wroteObservations(session, before: before, text)
    case .search:
      search = text
      let rows = rows(at: now)
      if !rows.contains(where: { $0.place == here }) { here = rows.first?.place ?? here }
    default: break
    }
    return []
  }

  /// What the jury's president chose about an incident, as the minutes will say it; empty while nothing is chosen.
  func settlementLine(session: Int, incident: Int) -> String {
    let watched = sessions[session]
    for glance in watched.glances.values {
      for taken in glance.settlements where taken.settlement.incident == incident {
        return watched.line(for: taken, of: glance)(language)
      }
    }
    return ""
  }

  func recorded(_ event: DayEvent) -> Phrase {
    switch event {
    case .messageSent:
      Phrase("message envoyé ; le jury l'acquitte de sa console", "message sent; the jury acknowledge it")
    case .attendanceTaken: Phrase("présence notée", "attendance recorded")
    case .incidentReported(let code, _, _, _):
      Phrase("incident noté : \(code.phrase.fr) ; i : le clore", "incident recorded: \(code.phrase.en); i: close it")
    case .incidentClosed: Phrase("incident clos", "incident closed")
    case .observationsWritten: Phrase("observations enregistrées", "observations saved")
    default: Phrase("noté", "recorded")
    }
  }
}
