import Evaluation

extension PlanEditor {
  func roomFields(_ name: String) -> [PlanField] {
    guard let room = plan.room(name) else { return [] }
    func edit(_ plan: inout Plan, _ change: (inout Room) -> Void) {
      if let index = plan.rooms.firstIndex(where: { $0.name == name }) { change(&plan.rooms[index]) }
    }
    return [
      .text("Nom", "Name", room.name) { plan, text in
        edit(&plan) { $0.name = text }
        for index in plan.slots.indices where plan.slots[index].room == name { plan.slots[index].room = text }
      },
      .text("Lien de visio", "Visio link", room.link ?? "", mayBeEmpty: true) { plan, text in
        edit(&plan) { $0.link = text.isEmpty ? nil : text }
      },
    ]
      + plan.jury.map { juror in
        .flag("\(juror.name) y siège", "\(juror.name) sits there", room.jury.contains(juror.id)) { plan, isOn in
          edit(&plan) {
            $0.jury.removeAll { $0 == juror.id }
            if isOn { $0.jury.append(juror.id) }
          }
        }
      }
  }

  func slotFields(_ id: String) -> [PlanField] {
    guard let candidate = plan.candidate(id) else { return [] }
    let slot = plan.slot(of: id)
    let length = plan.slotLength(of: candidate, in: referential)?.minutes ?? 60
    let rooms = plan.roomNames
    // The slot that a first answer makes, where there is none yet.
    let offset = slot?.start.offsetMinutes ?? plan.slots.first?.start.offsetMinutes ?? 60
    let draft =
      slot
      ?? Slot(
        candidate: id, room: rooms.first ?? "1",
        start: WallTime(plan.from, plan.settings.planning.dayFrom, offsetMinutes: offset), minutes: length,
        jury: plan.rooms.first?.jury ?? [])
    func edit(_ plan: inout Plan, _ change: (inout Slot) -> Void) {
      var changed = plan.slot(of: id) ?? draft
      change(&changed)
      plan.slots.removeAll { $0.candidate == id }
      plan.slots.append(changed)
    }
    let isNone = slot == nil
    let choices = rooms.map { Phrase($0, $0) }
    let fields: [PlanField] =
      [
        .date("Jour", "Day", isNone ? nil : draft.start.date, mayBeEmpty: false) { plan, date in
          if let date {
            edit(&plan) { $0.start = WallTime(date, $0.start.timeOfDay, offsetMinutes: $0.start.offsetMinutes) }
          }
        },
        .text("Heure", "Time", isNone ? "" : draft.start.minuteText) { (plan, text) throws(Refusal) in
          let time = try PlanField.read(text)
          edit(&plan) { $0.start = WallTime($0.start.date, time, offsetMinutes: $0.start.offsetMinutes) }
        },
        .number(
          "Minutes (il en faut \(length))", "Minutes (\(length) needed)", isNone ? nil : draft.minutes, in: 1...1440
        ) {
          plan, number in edit(&plan) { $0.minutes = number ?? length }
        },
        PlanField(
          label: Phrase("Salle", "Room"), text: "",
          kind: .choice(choices, isNone ? -1 : rooms.firstIndex(of: draft.room) ?? -1) { plan, choice in
            edit(&plan) { $0.room = rooms[choice] }
          }),
        .text("Lien de visio", "Visio link", slot?.link ?? "", mayBeEmpty: true) { plan, text in
          edit(&plan) { $0.link = text.isEmpty ? nil : text }
        },
      ]
      + plan.jury.map { juror in
        .flag("Devant \(juror.name)", "Before \(juror.name)", slot?.jury.contains(juror.id) ?? false) { plan, isOn in
          edit(&plan) {
            $0.jury.removeAll { $0 == juror.id }
            if isOn { $0.jury.append(juror.id) }
          }
        }
      }
    guard begun.contains(id) else { return fields }
    return fields.map { $0.fixed(Self.hasBegun, language) }
  }
}
