import JSON

/// One difference between two plans, in words: what a person who knew the first must be told.
public struct PlanChange: Equatable, Sendable {
  /// What it is about.
  public enum Subject: Equatable, Sendable {
    case session
    case candidate(String)
    case juror(String)
    case room(String)
  }

  public let subject: Subject
  public let what: Phrase

  init(_ subject: Subject, _ fr: String, _ en: String) {
    self.subject = subject
    what = Phrase(fr, en)
  }
}

extension Plan {
  /// What changed since an earlier plan of the session: slots first, then candidates, jury, rooms and the rest.
  public func changes(since earlier: Plan) -> [PlanChange] {
    slotChanges(earlier) + candidateChanges(earlier) + juryChanges(earlier) + roomChanges(earlier)
      + sessionChanges(earlier)
  }

  private func slotChanges(_ earlier: Plan) -> [PlanChange] {
    let ids = candidates.map(\.id) + earlier.candidates.map(\.id).filter { candidate($0) == nil }
    return ids.compactMap { id in
      let name = candidate(id)?.name ?? earlier.candidate(id)?.name ?? id
      switch (earlier.slot(of: id), slot(of: id)) {
      case (nil, let new?):
        let place = "\(new.start.date.text) \(new.start.minuteText)"
        return PlanChange(
          .candidate(id), "\(name) : créneau le \(place), \(Room.title(new.room).fr)",
          "\(name): slot on \(place), \(Room.title(new.room).en)")
      case (let old?, nil):
        return PlanChange(
          .candidate(id), "\(name) : plus de créneau (était à \(old.start.minuteText), \(Room.title(old.room).fr))",
          "\(name): no slot any more (was at \(old.start.minuteText), \(Room.title(old.room).en))")
      case (let old?, let new?) where old != new:
        let (fr, en) = moves(from: old, to: new)
        return PlanChange(.candidate(id), "\(name) : \(fr)", "\(name): \(en)")
      default: return nil
      }
    }
  }

  private func moves(from old: Slot, to new: Slot) -> (fr: String, en: String) {
    var fr: [String] = []
    var en: [String] = []
    func say(_ french: String, _ english: String) {
      fr.append(french)
      en.append(english)
    }
    if old.start.date != new.start.date {
      say("\(old.start.date.text) → \(new.start.date.text)", "\(old.start.date.text) → \(new.start.date.text)")
    }
    if old.start.minuteText != new.start.minuteText {
      say("\(old.start.minuteText) → \(new.start.minuteText)", "\(old.start.minuteText) → \(new.start.minuteText)")
    }
    if old.room != new.room {
      say(
        "\(Room.title(old.room).fr) → \(Room.title(new.room).fr)",
        "\(Room.title(old.room).en) → \(Room.title(new.room).en)")
    }
    if old.minutes != new.minutes {
      say("\(old.minutes) → \(new.minutes) min", "\(old.minutes) → \(new.minutes) min")
    }
    let (left, joined) = (old.jury.filter { !new.jury.contains($0) }, new.jury.filter { !old.jury.contains($0) })
    if !left.isEmpty { say("sans \(names(left))", "without \(names(left))") }
    if !joined.isEmpty { say("avec \(names(joined))", "with \(names(joined))") }
    if old.link != new.link { say("autre visio", "another visio link") }
    if fr.isEmpty { say("ordre du jury", "order of the jury") }
    return (fr.joined(separator: ", "), en.joined(separator: ", "))
  }

  private func names(_ jurors: [String]) -> String { jurors.map { juror($0)?.shortName ?? $0 }.joined(separator: ", ") }

  private func candidateChanges(_ earlier: Plan) -> [PlanChange] {
    var found: [PlanChange] = []
    for candidate in candidates {
      guard let old = earlier.candidate(candidate.id) else {
        found.append(PlanChange(.candidate(candidate.id), "\(candidate.name) : ajouté", "\(candidate.name): added"))
        continue
      }
      let members = Self.differing(old.json, candidate.json)
      guard !members.isEmpty else { continue }
      found.append(
        PlanChange(.candidate(candidate.id), "\(candidate.name) : \(members)", "\(candidate.name): \(members)"))
    }
    for old in earlier.candidates where candidate(old.id) == nil {
      found.append(PlanChange(.candidate(old.id), "\(old.name) : retiré", "\(old.name): removed"))
    }
    return found
  }

  private func juryChanges(_ earlier: Plan) -> [PlanChange] {
    var found: [PlanChange] = []
    for juror in jury {
      guard let old = earlier.juror(juror.id) else {
        found.append(PlanChange(.juror(juror.id), "\(juror.name) : au jury", "\(juror.name): in the jury"))
        continue
      }
      let members = Self.differing(old.json, juror.json)
      guard !members.isEmpty else { continue }
      found.append(PlanChange(.juror(juror.id), "\(juror.name) : \(members)", "\(juror.name): \(members)"))
    }
    for old in earlier.jury where juror(old.id) == nil {
      found.append(PlanChange(.juror(old.id), "\(old.name) : quitte le jury", "\(old.name): leaves the jury"))
    }
    return found
  }

  private func roomChanges(_ earlier: Plan) -> [PlanChange] {
    var found: [PlanChange] = []
    for room in rooms {
      guard let old = earlier.room(room.name) else {
        found.append(
          PlanChange(.room(room.name), "\(Room.title(room.name).fr) : ajoutée", "\(Room.title(room.name).en): added"))
        continue
      }
      let members = Self.differing(old.json, room.json)
      guard !members.isEmpty else { continue }
      found.append(
        PlanChange(
          .room(room.name), "\(Room.title(room.name).fr) : \(members)", "\(Room.title(room.name).en): \(members)"))
    }
    for old in earlier.rooms where room(old.name) == nil {
      found.append(
        PlanChange(.room(old.name), "\(Room.title(old.name).fr) : retirée", "\(Room.title(old.name).en): removed"))
    }
    return found
  }

  /// All the rest, by the names that `session.json` gives it.
  private func sessionChanges(_ earlier: Plan) -> [PlanChange] {
    let told = ["slots", "candidates", "jury", "rooms"]
    func rest(_ plan: Plan) -> JSON { .object(of: (plan.json.members ?? []).filter { !told.contains($0.key) }) }
    let members = Self.differing(rest(earlier), rest(self))
    return members.isEmpty ? [] : [PlanChange(.session, "session : \(members)", "session: \(members)")]
  }
}
