import JSON

extension Minutes {
  public static let format = "jury-minutes/1"
  public static let mediaType = "jury-minutes+json"
  public static let thisOne = Phrase("ce procès-verbal", "this document")

  public var json: JSON {
    .object([
      "format": .string(Minutes.format),
      "session": .object([
        "id": .string(session), "title": .string(sessionTitle), "from": .string(from.text), "to": .string(to.text),
        "centre": .object(["name": .string(centre.name), "address": .string(centre.address)]),
        "links": links.isEmpty ? nil : .array(links.map(JSON.string)), "sample": isSample ? true : nil,
        "mock": isMock ? true : nil,
      ]),
      "certification": .object(["id": .string(certification), "title": .string(certificationTitle)]),
      "referential": .string(referential), "counts": counts.json, "candidates": .array(rows.map(\.json)),
      "jury": .array(jury.map(\.json)), "observations": .string(observations), "manager": manager.json,
      "journals": .array(sources.map(\.json)), "sealedAt": .string(sealedAt.text), "edition": .int(edition),
    ])
  }

  public init(json: JSON) throws(Refusal) {
    let minutes = try Members(json, at: "")
    guard try minutes.text("format") == Minutes.format else {
      throw minutes.refusal("format", "« \(Minutes.format) » attendu", "“\(Minutes.format)” expected")
    }
    let session = try minutes.object("session")
    self.session = try session.text("id")
    sessionTitle = try session.text("title")
    from = try session.date("from")
    to = try session.date("to")
    let centre = try session.object("centre")
    self.centre = Plan.Centre(name: try centre.text("name"), address: try centre.text("address"))
    try centre.finish()
    links = try session.optionalTexts("links") ?? []
    isSample = try session.flag("sample")
    isMock = try session.flag("mock")
    try session.finish()
    let certification = try minutes.object("certification")
    self.certification = try certification.text("id")
    certificationTitle = try certification.text("title")
    try certification.finish()
    referential = try minutes.text("referential")
    rows = try minutes.objects("candidates", Row.init(members:))
    jury = try minutes.objects("jury", Member.init(members:))
    observations = try minutes.text("observations")
    let manager = try minutes.object("manager")
    self.manager = try Signer(members: manager)
    try manager.finish()
    sources = try minutes.objects("journals", JournalSource.init(members:))
    sealedAt = try minutes.instant("sealedAt")
    edition = try minutes.number("edition", in: 1...1000)
    let counts = minutes.optional("counts")
    try minutes.finish()
    guard counts == self.counts.json else {
      throw minutes.refusal(
        "counts", "les totaux ne sont pas ceux des candidats", "the totals are not those of the candidates")
    }
    try refuseOtherText(than: json)
  }
}

extension Minutes.Counts {
  public var json: JSON {
    .object([
      "registered": .int(registered), "present": .int(present), "absent": .int(absent), "admitted": .int(admitted),
      "partial": .int(partial), "notAdmitted": .int(notAdmitted),
    ])
  }
}

extension Minutes.Row {
  fileprivate var json: JSON {
    .object([
      "id": .string(candidate), "family": .string(family), "given": .string(given), "route": .string(route.rawValue),
      "result": result.map { .string($0.rawValue) },
      "refusedBlocks": refusedBlocks.isEmpty
        ? nil
        : .array(
          refusedBlocks.map {
            .object(["id": .string($0.block), "reason": $0.reason.isEmpty ? nil : .string($0.reason)])
          }),
      "comment": comment.isEmpty ? nil : .string(comment), "outcome": outcome.map { .string($0.rawValue) },
      "grid": grid.map(JSON.string),
    ])
  }

  fileprivate init(members: Members) throws(Refusal) {
    candidate = try members.identifier("id")
    family = try members.text("family")
    given = try members.text("given")
    route = try members.oneOf("route")
    let result: Minutes.Result = try members.oneOf("result")
    self.result = result
    if members.optional("refusedBlocks") != nil {
      refusedBlocks = try members.objects("refusedBlocks") { (block: Members) throws(Refusal) in
        Minutes.RefusedBlock(block: try block.text("id"), reason: try block.optionalText("reason") ?? "")
      }
    }
    comment = try members.optionalText("comment") ?? ""
    outcome = members.optional("outcome") == nil ? nil : try members.oneOf("outcome")
    guard outcome.map({ route == .vae && Minutes.Result($0) == result }) ?? true else {
      throw members.refusal("outcome", "ne va pas avec ce résultat", "does not go with this result")
    }
    grid = try members.optionalText("grid")
    // A decision comes from a signed grid; absence needs none.
    guard (grid == nil) == (result == .absent) else {
      throw members.refusal("grid", "ne va pas avec ce résultat", "does not go with this result")
    }
  }
}

extension Minutes.Member {
  fileprivate var json: JSON {
    .object(
      of: (signer.json.members ?? []) + [
        JSON.Member("family", .string(family)), JSON.Member("given", .string(given)),
      ])
  }

  fileprivate init(members: Members) throws(Refusal) {
    family = try members.text("family")
    given = try members.text("given")
    signer = try Signer(members: members)
  }
}
