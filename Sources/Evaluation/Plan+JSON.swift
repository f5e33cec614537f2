import JSON

extension Plan {
  public static let format = "jury-session/1"

  /// The plan of a `session.json`.
  ///
  /// - Throws: the first fault, with its place: `jury[1].years`.
  public init(json: JSON) throws(Refusal) {
    let plan = try Members(json, at: "")
    guard try plan.text("format") == Plan.format else {
      throw plan.refusal("format", "« \(Plan.format) » attendu", "“\(Plan.format)” expected")
    }
    id = try plan.text("id")
    title = try plan.text("title")
    certification = try plan.text("certification")
    referentialFile = try plan.optionalText("referential")
    from = try plan.date("from")
    to = try plan.date("to")
    let centre = try plan.object("centre")
    self.centre = Centre(name: try centre.text("name"), address: try centre.text("address"))
    try centre.finish()
    let manager = try plan.object("manager")
    self.manager = Manager(
      name: try manager.text("name"), function: try manager.text("function"),
      key: manager.optional("key") == nil ? nil : try manager.verbatimObject("key"))
    try manager.finish()
    settings = Settings()
    if let chosen = try plan.optionalObject("settings") {
      if let warnings = try chosen.optionalNumbers("warnings", in: 1...7200) {
        settings.warnings = warnings.sorted(by: >)
      }
      settings.bell = try chosen.flag("bell")
      settings.castingVote = try chosen.flag("castingVote")
      if let interruption = try chosen.optionalObject("interruption") {
        settings.interruption = try InterruptionSettings(interruption)
      }
      settings.waivesSelfJudgement = try chosen.flag("waivesSelfJudgement")
      settings.retentionDays = try chosen.optionalNumber("retentionDays", in: 0...36_500)
      if let planning = try chosen.optionalObject("planning") { settings.planning = try PlanningSettings(planning) }
      settings.messageMinutes =
        try chosen.optionalNumber("messageMinutes", in: 1...1440) ?? settings.messageMinutes
      try chosen.finish()
    }
    let marking = try plan.optionalText("marking")
    guard let known = marking.map(Marking.init(rawValue:)) ?? .shared else {
      throw plan.refusal("marking", "« shared » ou « individual » attendu", "“shared” or “individual” expected")
    }
    self.marking = known
    isSample = try plan.flag("sample")
    isMock = try plan.flag("mock")
    jury = try plan.objects("jury", Juror.init(members:))
    candidates = try plan.objects("candidates", Candidate.init(members:))
    slots = try plan.objects("slots", Slot.init(members:))
    rooms = try plan.optionalObjects("rooms", Room.init(members:)) ?? []
    ties = try plan.optionalObjects("ties", Tie.init(members:)) ?? []
    try plan.finish()
    try refuseTwins(jury.map(\.id), "jury")
    if let index = jury.firstIndex(where: { $0.id == Manager.id }) {
      throw plan.refusal("jury[\(index)].id", "« manager » est le responsable", "“manager” is the session's manager")
    }
    try refuseTwins(candidates.map(\.id), "candidates")
    try refuseTwins(slots.map(\.candidate), "slots")
    try refuseTwins(rooms.map(\.name), "rooms")
    for (index, slot) in slots.enumerated() { try refuseTwins(slot.jury, "slots[\(index)].jury") }
    if to < from {
      throw plan.refusal("to", "la session finit avant d'avoir commencé", "the session ends before it begins")
    }
    try refuseStrangers()
  }

  private func refuseTwins(_ ids: [String], _ place: String) throws(Refusal) {
    var seen: Set<String> = []
    for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
      throw Refusal(
        Phrase("« \(id) » figure deux fois", "“\(id)” stands twice"), place: "\(place)[\(index)]", code: .badData)
    }
  }

  private func refuseStrangers() throws(Refusal) {
    for (index, slot) in slots.enumerated() {
      guard candidate(slot.candidate) != nil else { throw stranger(slot.candidate, "slots[\(index)].candidate") }
      for id in slot.jury where juror(id) == nil { throw stranger(id, "slots[\(index)].jury") }
    }
    for (index, room) in rooms.enumerated() {
      for id in room.jury where juror(id) == nil { throw stranger(id, "rooms[\(index)].jury") }
    }
    for (index, tie) in ties.enumerated() {
      guard candidate(tie.candidate) != nil else { throw stranger(tie.candidate, "ties[\(index)].candidate") }
      guard juror(tie.juror) != nil else { throw stranger(tie.juror, "ties[\(index)].juror") }
    }
  }

  private func stranger(_ id: String, _ place: String) -> Refusal {
    Refusal(Phrase("« \(id) » est inconnu du plan", "“\(id)” is unknown to the plan"), place: place, code: .badData)
  }

  /// What `session.json` holds; reading it gives this plan back.
  public var json: JSON {
    .object([
      "format": .string(Plan.format), "id": .string(id), "title": .string(title),
      "certification": .string(certification), "referential": referentialFile.map(JSON.string),
      "from": .string(from.text), "to": .string(to.text),
      "centre": .object(["name": .string(centre.name), "address": .string(centre.address)]),
      "manager": .object([
        "name": .string(manager.name), "function": .string(manager.function), "key": manager.key,
      ]),
      "settings": .object([
        "warnings": .array(settings.warnings.map(JSON.int)), "bell": settings.bell ? true : nil,
        "castingVote": settings.castingVote ? true : nil,
        "interruption": settings.interruption == InterruptionSettings() ? nil : settings.interruption.json,
        "waivesSelfJudgement": settings.waivesSelfJudgement ? true : nil,
        "messageMinutes": settings.messageMinutes == Settings().messageMinutes ? nil : .int(settings.messageMinutes),
        "retentionDays": settings.retentionDays.map(JSON.int),
        "planning": settings.planning == PlanningSettings() ? nil : settings.planning.json,
      ]),
      "marking": marking == .shared ? nil : .string(marking.rawValue),
      "sample": isSample ? true : nil, "mock": isMock ? true : nil,
      "jury": .array(jury.map(\.json)), "candidates": .array(candidates.map(\.json)),
      "slots": .array(slots.map(\.json)),
      "rooms": rooms.isEmpty ? nil : .array(rooms.map(\.json)),
      "ties": ties.isEmpty ? nil : .array(ties.map(\.json)),
    ])
  }
}
