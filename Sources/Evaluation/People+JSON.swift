import JSON

extension Juror {
  init(members: Members) throws(Refusal) {
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
    documentsOn = try members.optionalDate("documentsOn")
  }

  var json: JSON {
    .object([
      "id": .string(id), "family": .string(family), "given": .string(given), "post": .string(post),
      "company": .string(company), "years": .int(years), "external": .bool(isExternal),
      "president": isPresident ? true : nil, "substitute": isSubstitute ? true : nil, "key": key,
      "documentsOn": documentsOn.map { .string($0.text) },
    ])
  }
}

extension Candidate {
  init(members: Members) throws(Refusal) {
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
    askedBlocks = try members.optionalTexts("askedBlocks")
    deliverablesOn = try members.optionalDate("deliverablesOn")
    evidence = try members.optionalObjects("evidence", Evidence.init(members:)) ?? []
    dossier = try members.optionalObject("dossier").map { (list) throws(Refusal) in try DossierList(members: list) }
  }

  var json: JSON {
    .object([
      "id": .string(id), "family": .string(family), "given": .string(given), "route": .string(route.rawValue),
      "format": format.map(JSON.string), "interviewMinutes": interviewMinutes.map(JSON.int),
      "extraMinutes": extraMinutes > 0 ? .int(extraMinutes) : nil,
      "heldBlocks": heldBlocks.isEmpty ? nil : .array(heldBlocks.map(JSON.string)),
      "askedBlocks": askedBlocks.map { .array($0.map(JSON.string)) },
      "deliverablesOn": deliverablesOn.map { .string($0.text) },
      "evidence": evidence.isEmpty ? nil : .array(evidence.map(\.json)), "dossier": dossier?.json,
    ])
  }
}

extension Slot {
  init(members: Members) throws(Refusal) {
    candidate = try members.text("candidate")
    room = try members.text("room")
    start = try members.instant("start")
    minutes = try members.number("minutes", in: 1...1440)
    jury = try members.texts("jury")
    link = try members.optionalText("link")
  }

  var json: JSON {
    .object([
      "candidate": .string(candidate), "room": .string(room), "start": .string(start.text),
      "minutes": .int(minutes), "jury": .array(jury.map(JSON.string)), "link": link.map(JSON.string),
    ])
  }
}

extension Room {
  init(members: Members) throws(Refusal) {
    name = try members.text("name")
    link = try members.optionalText("link")
    jury = try members.optionalTexts("jury") ?? []
  }

  var json: JSON {
    .object([
      "name": .string(name), "link": link.map(JSON.string),
      "jury": jury.isEmpty ? nil : .array(jury.map(JSON.string)),
    ])
  }
}

extension Tie {
  init(members: Members) throws(Refusal) {
    candidate = try members.text("candidate")
    juror = try members.text("juror")
    guard let kind = Kind(rawValue: try members.text("kind")) else {
      throw members.refusal(
        "kind", "« professional », « personal » ou « training » attendu",
        "“professional”, “personal” or “training” expected")
    }
    self.kind = kind
  }

  var json: JSON {
    .object(["candidate": .string(candidate), "juror": .string(juror), "kind": .string(kind.rawValue)])
  }
}
