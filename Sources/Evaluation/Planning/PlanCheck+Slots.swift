extension PlanCheck {
  /// Slots: one each, long enough, in the session's days, and nobody and no room twice at a time.
  var slots: [PlanFinding] {
    plan.candidates.flatMap(slot) + plan.slots.flatMap(place) + overlaps
  }

  private func slot(of candidate: Candidate) -> [PlanFinding] {
    guard let slot = plan.slot(of: candidate.id) else {
      return [
        PlanFinding(
          .slotMissing, .reglement("annexe 2"), about: [candidate.id],
          Phrase("\(candidate.name) n'a pas de créneau", "\(candidate.name) has no slot"),
          mend: Phrase("jury session plan en trouve un.", "jury session plan finds one."))
      ]
    }
    guard let format = plan.format(of: candidate, in: referential),
      let length = plan.slotLength(of: candidate, in: referential)
    else { return [] }
    let oral = format.minutes + candidate.extraMinutes
    if slot.minutes < oral {
      return [
        PlanFinding(
          .slotTooShort, .reglement("2.4"), about: [candidate.id],
          Phrase(
            "\(candidate.name) : créneau de \(slot.minutes) min pour un oral de \(oral) min\(extra(candidate).fr)",
            "\(candidate.name): a slot of \(slot.minutes) min for an oral of \(oral) min\(extra(candidate).en)"),
          mend: Phrase(
            "Donnez-lui \(length.minutes) min : jury session plan --replan.",
            "Give it \(length.minutes) min: jury session plan --replan."))
      ]
    }
    guard length.source == .annex2, slot.minutes < length.minutes else { return [] }
    return [
      PlanFinding(
        .slotNotAnnex2, .reglement("annexe 2"), blocks: false, about: [candidate.id],
        Phrase(
          "\(candidate.name) : créneau de \(slot.minutes) min ; l'exemple de l'annexe 2 en donne \(length.minutes)\(extra(candidate).fr)",
          "\(candidate.name): a slot of \(slot.minutes) min; annex 2's example gives \(length.minutes)\(extra(candidate).en)"
        ),
        mend: Phrase("jury session plan --replan l'allonge.", "jury session plan --replan lengthens it."))
    ]
  }

  private func extra(_ candidate: Candidate) -> Phrase {
    let minutes = candidate.extraMinutes
    return minutes > 0
      ? Phrase(", tiers-temps de \(minutes) min compris", ", \(minutes) min of extra time counted")
      : Phrase("", "")
  }

  private func place(of slot: Slot) -> [PlanFinding] {
    var found: [PlanFinding] = []
    let name = name(slot.candidate)
    if slot.start.date < plan.from || slot.end.advanced(by: -1).date > plan.to {
      let day = slot.start.date
      found.append(
        PlanFinding(
          .slotOutsideSession, .program, about: [slot.candidate],
          Phrase(
            "\(name) : créneau le \(day.longText(.fr)), hors des dates de la session",
            "\(name): a slot on \(day.longText(.en)), outside the session's dates"),
          mend: Phrase("Déplacez le créneau, ou corrigez les dates.", "Move the slot, or mend the dates.")))
    }
    if let finding = hours(of: slot, name) { found.append(finding) }
    if !plan.rooms.isEmpty, plan.room(slot.room) == nil {
      found.append(
        PlanFinding(
          .roomUnknown, .program, about: [slot.candidate, slot.room],
          Phrase(
            "\(name) : \(Room.title(slot.room).fr) n'est pas au plan",
            "\(name): \(Room.title(slot.room).en) is not in the plan"),
          mend: Phrase("Ajoutez la salle, ou changez le créneau.", "Add the room, or change the slot.")))
    }
    return found
  }

  /// The day's hours are the plan's own setting: a slot that passes them is said, and keeps nobody from being heard.
  private func hours(of slot: Slot, _ name: String) -> PlanFinding? {
    let settings = plan.settings.planning
    let isEarly = slot.start.timeOfDay < settings.dayFrom
    let isLate = slot.end.advanced(by: -1).date > slot.start.date || slot.end.timeOfDay > settings.dayTo
    guard isEarly || isLate else { return nil }
    let what =
      isLate
      ? Phrase(
        "\(name) : créneau jusqu'à \(slot.end.minuteText), après la fin de la journée (\(settings.dayTo.text))",
        "\(name): a slot until \(slot.end.minuteText), after the day's end (\(settings.dayTo.text))")
      : Phrase(
        "\(name) : créneau dès \(slot.start.minuteText), avant le début de la journée (\(settings.dayFrom.text))",
        "\(name): a slot from \(slot.start.minuteText), before the day begins (\(settings.dayFrom.text))")
    return PlanFinding(
      .slotOutsideDay, .program, blocks: false, about: [slot.candidate], what,
      mend: Phrase(
        "Déplacez le créneau, ou corrigez les heures de la journée (« settings.planning »).",
        "Move the slot, or mend the day's hours (“settings.planning”)."))
  }

  private var overlaps: [PlanFinding] {
    var found: [PlanFinding] = []
    let slots = plan.slots.sorted { $0.start.unixMilliseconds < $1.start.unixMilliseconds }
    for (index, first) in slots.enumerated() {
      for second in slots[(index + 1)...] {
        // Later ones begin later still.
        if second.start.unixMilliseconds >= first.end.unixMilliseconds { break }
        found += clashes(first, second)
      }
    }
    return found
  }

  private func clashes(_ first: Slot, _ second: Slot) -> [PlanFinding] {
    let (a, b) = (name(first.candidate), name(second.candidate))
    let (from, to) = (second.start.minuteText, first.end.minuteText)
    let mend = Phrase("jury session plan --replan déplace l'un d'eux.", "jury session plan --replan moves one of them.")
    if first.room == second.room {
      return [
        PlanFinding(
          .roomTaken, .program, about: [first.candidate, second.candidate, first.room],
          Phrase(
            "\(Room.title(first.room).fr) : \(a) (jusqu'à \(to)) et \(b) (dès \(from)) se chevauchent",
            "\(Room.title(first.room).en): \(a) (until \(to)) and \(b) (from \(from)) overlap"), mend: mend)
      ]
    }
    return first.jury.filter(second.jury.contains).map { id in
      let juror = plan.juror(id)?.name ?? id
      return PlanFinding(
        .jurorElsewhere, .program, about: [id, first.candidate, second.candidate],
        Phrase(
          "\(juror) siège à la fois \(Room.title(first.room).fr) (\(a), jusqu'à \(to)) et \(Room.title(second.room).fr) (\(b), dès \(from))",
          "\(juror) sits at once in \(Room.title(first.room).en) (\(a), until \(to)) and \(Room.title(second.room).en) (\(b), from \(from))"
        ),
        mend: mend)
    }
  }
}
