// What the program proposes for the manager's observations (annex 4, part 4). The minutes are French whatever the screen
// speaks; each line is a fact, for the manager to keep, change or leave out.

extension Closing {
  /// Shorter pauses and delays are no matter for the minutes: a choice of this program, which only proposes.
  static let leastMilliseconds = 60_000

  /// One line a matter: lateness, incidents, interruptions, extensions, jurors who did not sit. Nobody's reason for being
  /// away is in them, nor anything of what a jury thought (law 6).
  public var proposals: [String] {
    lateness + incidents + orals.flatMap { interruptions(of: $0) + composition(of: $0) } + extraTime
  }

  private var lateness: [String] {
    let late = orals.compactMap { oral -> String? in
      guard case .late(let minutes) = day.attendance[oral.candidate.id] else { return nil }
      return "Retard de \(oral.candidate.name)\u{A0}: \(minutes) min."
    }
    let delayed = orals.compactMap { oral -> String? in
      guard let started = oral.clock.startedAt, let slot = plan.slot(of: oral.candidate.id) else { return nil }
      let delay = started.at.unixMilliseconds - slot.start.unixMilliseconds
      return delay >= Self.leastMilliseconds ? "\(oral.candidate.name) +\(delay / 60_000) min" : nil
    }
    return late
      + (delayed.isEmpty ? [] : ["Débuts après l'heure du planning\u{A0}: \(delayed.joined(separator: ", "))."])
  }

  private var incidents: [String] {
    day.standingIncidents.map { incident in
      var line = incident.at.at.minuteText
      if let room = incident.room { line += ", \(Room.title(room).fr)" }
      line += ", \(incident.code.number) \(incident.code.phrase.fr)"
      if let name = incident.candidate.flatMap(plan.candidate)?.name { line += " (\(name))" }
      if !incident.text.isBlank { line += "\u{A0}: \(incident.text)" }
      if let closed = incident.closedAt {
        line += ". Clos à \(closed.at.minuteText)"
        if !incident.outcome.isBlank { line += "\u{A0}: \(incident.outcome)" }
      }
      return line.hasSuffix(".") ? line : line + "."
    }
  }

  private func interruptions(of oral: Oral) -> [String] {
    let choices = oral.settlements.map { taken in
      let by = taken.settlement.by
      let line = taken.settlement.line(
        at: taken.at.at, in: oral.clock, settings: plan.settings.interruption, name: plan.juror(by)?.name ?? by)
      return "Oral de \(oral.candidate.name), \(line.fr)."
    }
    let settled = oral.settlements.compactMap(\.settlement.pause)
    let pauses = oral.clock.pauses.enumerated().compactMap { index, pause -> String? in
      guard let end = pause.to, !settled.contains(oral.clock.earlierPauses + index + 1) else { return nil }
      let length = oral.clock.length(of: pause, at: end)
      guard length >= Self.leastMilliseconds else { return nil }
      let reason = pause.reason.isBlank ? "" : " (\(pause.reason))"
      return
        "Oral de \(oral.candidate.name) interrompu à \(pause.from.at.minuteText) pendant \(duration(length))\(reason)."
    }
    return choices + pauses
  }

  private func composition(of oral: Oral) -> [String] {
    plan.jurors(hearing: oral.candidate.id).compactMap { juror in
      if oral.ties[juror.id] != nil { return "Récusation de \(juror.name) pour l'oral de \(oral.candidate.name)." }
      return oral.released[juror.id] == nil ? nil : "Départ de \(juror.name) pendant l'oral de \(oral.candidate.name)."
    }
  }

  private var extraTime: [String] {
    let extra = orals.filter { $0.candidate.extraMinutes > 0 && !isAbsent($0) }.map {
      "\($0.candidate.name) (+\($0.candidate.extraMinutes) min)"
    }
    return extra.isEmpty ? [] : ["Temps supplémentaire prévu au plan\u{A0}: \(extra.joined(separator: ", "))."]
  }

  /// « 12 min », « 12 min 04 s ».
  private func duration(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    return "\(seconds / 60) min" + (seconds % 60 == 0 ? "" : " \(pad(seconds % 60)) s")
  }
}
