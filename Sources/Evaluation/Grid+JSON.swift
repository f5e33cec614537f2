import JSON

extension Grid {
  public static let format = "jury-grid/1"
  public static let mediaType = "jury-grid+json"
  public static let thisOne = Phrase("cette grille", "this grid")

  /// The payload that is signed.
  public var json: JSON {
    .object([
      "format": .string(Grid.format),
      "session": .object([
        "id": .string(session), "title": .string(sessionTitle), "from": .string(from.text), "to": .string(to.text),
        "centre": .string(centre), "sample": isSample ? true : nil, "mock": isMock ? true : nil,
      ]),
      "certification": .string(certification), "referential": .string(referential),
      "candidate": .object([
        "id": .string(candidate), "family": .string(family), "given": .string(given),
        "route": .string(route.rawValue), "format": .string(format),
      ]),
      "competencies": .array(
        verdicts.map {
          .object([
            "id": .string($0.competency), "acquired": .bool($0.acquired),
            "unmarked": $0.unmarked > 0 ? .int($0.unmarked) : nil,
          ])
        }),
      "blocks": .array(
        blocks.map {
          .object([
            "id": .string($0.block), "acquired": .bool($0.acquired), "held": $0.isHeld ? true : nil,
            "reason": $0.reason.isEmpty ? nil : .string($0.reason),
          ])
        }),
      "decision": .string(decision.rawValue), "comment": comment.isEmpty ? nil : .string(comment),
      "reservations": reservations.isEmpty
        ? nil
        : .array(reservations.map { .object(["juror": .string($0.juror), "text": .string($0.text)]) }),
      "signers": .array(signers.map(\.json)), "journals": .array(sources.map(\.json)),
      "sealedAt": .string(sealedAt.text), "edition": .int(edition),
    ])
  }

  /// The grid of a payload.
  ///
  /// - Throws: the first fault, with its place.
  public init(json: JSON) throws(Refusal) {
    let grid = try Members(json, at: "")
    guard try grid.text("format") == Grid.format else {
      throw grid.refusal("format", "« \(Grid.format) » attendu", "“\(Grid.format)” expected")
    }
    let session = try grid.object("session")
    self.session = try session.text("id")
    sessionTitle = try session.text("title")
    from = try session.date("from")
    to = try session.date("to")
    centre = try session.text("centre")
    isSample = try session.flag("sample")
    isMock = try session.flag("mock")
    try session.finish()
    certification = try grid.text("certification")
    referential = try grid.text("referential")
    let person = try grid.object("candidate")
    candidate = try person.identifier("id")
    family = try person.text("family")
    given = try person.text("given")
    guard let route = Candidate.Route(rawValue: try person.text("route")) else {
      throw person.refusal("route", "« training » ou « vae » attendu", "“training” or “vae” expected")
    }
    self.route = route
    format = try person.text("format")
    try person.finish()
    verdicts = try grid.objects("competencies") { (item: Members) throws(Refusal) in
      Verdict(
        competency: try item.text("id"), acquired: try item.saidFlag("acquired"),
        unmarked: try item.optionalNumber("unmarked", in: 1...1000) ?? 0)
    }
    blocks = try grid.objects("blocks") { (item: Members) throws(Refusal) in
      BlockResult(
        block: try item.text("id"), acquired: try item.saidFlag("acquired"), isHeld: try item.flag("held"),
        reason: try item.optionalText("reason") ?? "")
    }
    guard let decision = Decision(rawValue: try grid.text("decision")) else {
      throw grid.refusal("decision", "décision inconnue", "unknown decision")
    }
    guard Decision.all(on: route).contains(decision) else {
      throw grid.refusal("decision", "n'est pas de cette voie d'accès", "is not of this route")
    }
    self.decision = decision
    comment = try grid.optionalText("comment") ?? ""
    if grid.optional("reservations") != nil {
      reservations = try grid.objects("reservations") { (item: Members) throws(Refusal) in
        Reservation(juror: try item.identifier("juror"), text: try item.text("text"))
      }
    }
    signers = try grid.objects("signers", Signer.init(members:))
    sources = try grid.objects("journals", JournalSource.init(members:))
    sealedAt = try grid.instant("sealedAt")
    edition = try grid.number("edition", in: 1...1000)
    try grid.finish()
    try refuseDisorder()
    try refuseOtherText(than: json)
  }

  /// Refuses a reservation by somebody who is not to sign, or reservations that are not in their one order, each once.
  private func refuseDisorder() throws(Refusal) {
    var last = -1
    for (index, reservation) in reservations.enumerated() {
      let place = "reservations[\(index)].juror"
      guard let rank = signers.firstIndex(where: { $0.juror == reservation.juror }) else {
        throw Refusal(Phrase("n'a pas à signer cette grille", "is not to sign this grid"), place: place, code: .badData)
      }
      guard rank > last else { throw Self.outOfOrder.at(place) }
      last = rank
    }
  }
}
