import Evaluation

extension PlanEditor {
  /// The fields of a record, in the order in which they are shown; none when it is gone.
  func fields(of record: Record) -> [PlanField] {
    switch record {
    case .session: sessionFields + settingFields
    case .candidate(let id): candidateFields(id)
    case .juror(let id): jurorFields(id)
    case .room(let name): roomFields(name)
    case .slot(let id): slotFields(id)
    }
  }

  private var sessionFields: [PlanField] {
    [
      .text("Nom de la session", "Name of the session", plan.title) { plan, text in plan.title = text },
      .date("Premier jour", "First day", plan.from, mayBeEmpty: false) { plan, date in
        if let date { plan.from = date }
      },
      .date("Dernier jour", "Last day", plan.to, mayBeEmpty: false) { plan, date in if let date { plan.to = date } },
      .text("Centre", "Centre", plan.centre.name) { plan, text in plan.centre.name = text },
      .text("Adresse", "Address", plan.centre.address) { plan, text in plan.centre.address = text },
      .text("Responsable", "Manager", plan.manager.name) { plan, text in plan.manager.name = text },
      .text("Fonction", "Function", plan.manager.function) { plan, text in plan.manager.function = text },
      .text("Sa clé publique", "Their public key", plan.manager.keyText, mayBeEmpty: true) {
        (plan, text) throws(Refusal) in try plan.manager.takeKey(typed: text)
      },
      markingField,
      .flag("Oral blanc", "Mock session", plan.isMock) { plan, isOn in plan.isMock = isOn },
    ]
  }

  /// Whose journals an oral is read from: under the other setting one that has begun would be gone, and could be held
  /// twice.
  private var markingField: PlanField {
    let isIndividual = plan.marking == .individual
    let field = PlanField.flag("Chaque juré a sa console", "A console for each juror", isIndividual) { plan, isOn in
      plan.marking = isOn ? .individual : .shared
    }
    return begun.isEmpty ? field : field.fixed(Self.someHasBegun, language)
  }

  /// What the règlement leaves open about slots.
  private var settingFields: [PlanField] {
    let planning = plan.settings.planning
    func minutes(_ fr: String, _ en: String, _ path: WritableKeyPath<PlanningSettings, Int> & Sendable) -> PlanField {
      .number(fr, en, planning[keyPath: path], in: 0...240, isSetting: true) { plan, number in
        plan.settings.planning[keyPath: path] = number ?? PlanningSettings()[keyPath: path]
      }
    }
    func time(_ fr: String, _ en: String, _ path: WritableKeyPath<PlanningSettings, TimeOfDay> & Sendable) -> PlanField
    {
      .time(fr, en, planning[keyPath: path], isSetting: true) { plan, time in
        plan.settings.planning[keyPath: path] = time
      }
    }
    let formats = referential.formats.filter {
      plan.certification != PlanningSettings.annex2.certification || $0.id != PlanningSettings.annex2.format
    }
    let lengths = (formats.map { ($0.id, $0.title) } + [("vae", "Entretien VAE")]).map { id, title in
      PlanField.number(
        "Créneau, \(title)", "Slot, \(title)", planning.slotMinutes[id], in: 1...1440, isSetting: true
      ) { plan, number in plan.settings.planning.slotMinutes[id] = number }
    }
    return [
      time("La journée commence à", "The day begins at", \.dayFrom), time("Elle finit à", "It ends at", \.dayTo),
      minutes("Repas, en minutes", "Meal, minutes", \.lunchMinutes),
      time("Au plus tôt à", "At the earliest", \.lunchFrom),
      time("Fini au plus tard à", "Over at the latest", \.lunchTo),
      minutes("Pause entre deux créneaux", "Break between two slots", \.breakMinutes),
      minutes("Changer de salle", "To change rooms", \.roomChangeMinutes),
      minutes("Convocation, avant le créneau", "Called before the slot", \.callMinutes),
      minutes("Dans un créneau, outre l'oral", "In a slot, besides the oral", \.besidesMinutes),
    ] + lengths
  }
}
