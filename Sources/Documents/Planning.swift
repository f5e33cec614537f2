import Evaluation

/// What a planning document shows of a plan: all its slots, or those of a room, a juror, a candidate.
///
/// Its law: a slot's length is said, never why it is longer than another's: extra time is nobody else's business.
public struct Planning: Sendable {
  let plan: Plan
  let referential: Referential
  /// By start, then room.
  let slots: [Slot]
  /// Whether slots were left out on purpose.
  let isPart: Bool
  /// Whether the plan is signed, in words: « Plan signé le 20 novembre 2026 », at the foot of each page.
  let standing: String

  /// - Parameters:
  ///   - room: shows this room's slots alone; likewise juror and candidate, by id.
  ///   - standing: whether the plan is signed, in French.
  public init(
    _ plan: Plan, _ referential: Referential, room: String? = nil, juror: String? = nil, candidate: String? = nil,
    standing: String
  ) {
    self.plan = plan
    self.referential = referential
    self.standing = standing
    isPart = room != nil || juror != nil || candidate != nil
    slots = plan.slots.filter { slot in
      (room == nil || slot.room == room) && (juror.map(slot.jury.contains) ?? true)
        && (candidate == nil || slot.candidate == candidate)
    }.sorted { ($0.start.unixMilliseconds, $0.room) < ($1.start.unixMilliseconds, $1.room) }
  }

  /// A day's slots in one room.
  struct Column {
    let date: CalendarDate
    let room: String
    let slots: [Slot]

    /// The jury that hears most of them: said once above.
    var jury: [String] {
      var counts: [[String]: Int] = [:]
      for slot in slots { counts[slot.jury, default: 0] += 1 }
      return slots.map(\.jury).max { counts[$0, default: 0] < counts[$1, default: 0] } ?? []
    }
  }

  /// By day, then in the plan's order of rooms.
  var columns: [Column] {
    var rooms = plan.rooms.map(\.name)
    for slot in slots where !rooms.contains(slot.room) { rooms.append(slot.room) }
    return Set(slots.map(\.start.date)).sorted().flatMap { date in
      rooms.compactMap { room in
        let found = slots.filter { $0.start.date == date && $0.room == room }
        return found.isEmpty ? nil : Column(date: date, room: room, slots: found)
      }
    }
  }

  /// Candidates of the plan without a slot.
  var unplaced: [Candidate] { isPart ? [] : plan.candidates.filter { plan.slot(of: $0.id) == nil } }

  func name(_ slot: Slot) -> String { plan.candidate(slot.candidate)?.name ?? slot.candidate }

  /// « Titre à finalité professionnelle », « Entretien VAE ».
  func oral(_ slot: Slot) -> String { format(slot)?.title ?? "" }

  /// Minutes of the oral itself, extra time counted.
  func minutes(_ slot: Slot) -> Int? {
    format(slot).map { $0.minutes + (plan.candidate(slot.candidate)?.extraMinutes ?? 0) }
  }

  private func format(_ slot: Slot) -> OralFormat? {
    plan.candidate(slot.candidate).flatMap { plan.format(of: $0, in: referential) }
  }

  /// « A. Benali (présidente), É. Roux ».
  func names(_ jury: [String]) -> String {
    jury.map { id in
      guard let juror = plan.juror(id) else { return id }
      return juror.isPresident ? "\(juror.shortName) (président·e)" : juror.shortName
    }.joined(separator: ", ")
  }

  func call(_ slot: Slot) -> String {
    slot.start.advanced(by: -plan.settings.planning.callMinutes * 60_000).minuteText
  }

  /// « 09:00–11:00 ».
  func span(_ slot: Slot) -> String { "\(slot.start.minuteText)–\(slot.end.minuteText)" }
}

extension Planning {
  /// How long slots are and why: annex 2's number, then the settings, said to be settings.
  var durations: [Document.Fact] {
    let settings = plan.settings.planning
    var facts: [Document.Fact] = []
    func fact(_ label: String, _ text: String) { facts.append(Document.Fact(label, text)) }
    for format in heardFormats {
      let phases = format.phases.map { "\($0.title) \($0.minutes)" }.joined(separator: ", ")
      let annex2 = PlanningSettings.annex2
      if plan.certification == annex2.certification, format.id == annex2.format {
        fact(
          "Créneau",
          "\(format.title) : \(annex2.minutes) min par candidat (annexe 2), dont \(format.minutes) min d'oral : \(phases)"
        )
      } else if let minutes = settings.slotMinutes[format.id] {
        fact(
          "Créneau",
          "\(format.title) : \(minutes) min par candidat (réglage), dont \(format.minutes) min d'oral : \(phases)")
      } else {
        let besides = settings.besidesMinutes
        fact(
          "Créneau",
          "\(format.title) : \(format.minutes + besides) min par candidat : \(format.minutes) min d'oral (\(phases)) et \(besides) min (réglage)"
        )
      }
    }
    fact(
      "Entre deux créneaux",
      "\(settings.breakMinutes) min dans une salle, \(settings.roomChangeMinutes) min pour changer de salle (réglages)")
    if settings.lunchMinutes > 0 {
      fact(
        "Repas", "\(settings.lunchMinutes) min entre \(settings.lunchFrom.text) et \(settings.lunchTo.text) (réglage)")
    }
    fact("Journée", "de \(settings.dayFrom.text) à \(settings.dayTo.text) (réglage)")
    fact("Convocation", "\(settings.callMinutes) min avant le créneau (réglage)")
    return facts
  }

  static let durationsNote =
    "Le règlement ne fixe que les 120 minutes d'un candidat au titre (annexe 2) et la durée des oraux (2.4) ; le reste est un réglage de la session. Tout temps supplémentaire accordé est compté dans les créneaux."

  private var heardFormats: [OralFormat] {
    var formats: [OralFormat] = []
    for slot in slots {
      guard let format = format(slot), !formats.contains(where: { $0.id == format.id && $0.minutes == format.minutes })
      else { continue }
      formats.append(format)
    }
    return formats
  }
}
