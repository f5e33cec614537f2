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
    self.manager = Manager(name: try manager.text("name"), function: try manager.text("function"))
    try manager.finish()
    settings = Settings()
    if let chosen = try plan.optionalObject("settings") {
      if let warnings = try chosen.optionalNumbers("warnings", in: 1...7200) {
        settings.warnings = warnings.sorted(by: >)
      }
      settings.bell = try chosen.flag("bell")
      settings.castingVote = try chosen.flag("castingVote")
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
    try plan.finish()
    try refuseTwins(jury.map(\.id), "jury")
    try refuseTwins(candidates.map(\.id), "candidates")
    try refuseTwins(slots.map(\.candidate), "slots")
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
      "manager": .object(["name": .string(manager.name), "function": .string(manager.function)]),
      "settings": .object([
        "warnings": .array(settings.warnings.map(JSON.int)), "bell": settings.bell ? true : nil,
        "castingVote": settings.castingVote ? true : nil,
      ]),
      "marking": marking == .shared ? nil : .string(marking.rawValue),
      "sample": isSample ? true : nil, "mock": isMock ? true : nil,
      "jury": .array(jury.map(\.json)), "candidates": .array(candidates.map(\.json)),
      "slots": .array(slots.map(\.json)),
    ])
  }
}

extension Juror {
  fileprivate init(members: Members) throws(Refusal) {
    id = try members.identifier("id")
    family = try members.text("family")
    given = try members.text("given")
    post = try members.text("post")
    company = try members.text("company")
    years = try members.number("years", in: 0...70)
    isExternal = try members.saidFlag("external")
    isPresident = try members.flag("president")
    isSubstitute = try members.flag("substitute")
    key = members.optional("key") == nil ? nil : try members.verbatimObject("key")
  }

  var json: JSON {
    .object([
      "id": .string(id), "family": .string(family), "given": .string(given), "post": .string(post),
      "company": .string(company), "years": .int(years), "external": .bool(isExternal),
      "president": isPresident ? true : nil, "substitute": isSubstitute ? true : nil, "key": key,
    ])
  }
}

extension Candidate {
  fileprivate init(members: Members) throws(Refusal) {
    id = try members.identifier("id")
    family = try members.text("family")
    given = try members.text("given")
    let route = try members.text("route")
    guard let known = Route(rawValue: route) else {
      throw members.refusal("route", "« training » ou « vae » attendu", "“training” or “vae” expected")
    }
    self.route = known
    format = try members.optionalText("format")
    interviewMinutes = try members.optionalNumber("interviewMinutes", in: 1...600)
    extraMinutes = try members.optionalNumber("extraMinutes", in: 0...600) ?? 0
    heldBlocks = try members.optionalTexts("heldBlocks") ?? []
  }

  var json: JSON {
    .object([
      "id": .string(id), "family": .string(family), "given": .string(given), "route": .string(route.rawValue),
      "format": format.map(JSON.string), "interviewMinutes": interviewMinutes.map(JSON.int),
      "extraMinutes": extraMinutes > 0 ? .int(extraMinutes) : nil,
      "heldBlocks": heldBlocks.isEmpty ? nil : .array(heldBlocks.map(JSON.string)),
    ])
  }
}

extension Slot {
  fileprivate init(members: Members) throws(Refusal) {
    candidate = try members.text("candidate")
    room = try members.text("room")
    start = try members.instant("start")
    minutes = try members.number("minutes", in: 1...1440)
    jury = try members.texts("jury")
  }

  var json: JSON {
    .object([
      "candidate": .string(candidate), "room": .string(room), "start": .string(start.text),
      "minutes": .int(minutes), "jury": .array(jury.map(JSON.string)),
    ])
  }
}
