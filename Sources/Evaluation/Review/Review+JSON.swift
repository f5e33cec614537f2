import JSON

extension Review {
  public static let fileFormat = "jury-review/1"

  /// What a `.review.json` holds; reading it gives this review back.
  public var json: JSON {
    .object([
      "format": .string(Review.fileFormat),
      "session": .object([
        "id": .string(session), "title": .string(sessionTitle), "mock": .bool(isMock), "sample": .bool(isSample),
      ]),
      "certification": .object(["id": .string(certification), "title": .string(certificationTitle)]),
      "candidate": .object([
        "id": .string(candidate), "family": .string(family), "given": .string(given),
        "route": .string(route.rawValue),
      ]),
      "oral": .object([
        "format": .string(format), "startedAt": .string(startedAt.text), "agreed": .bool(isAgreed),
        "alone": isAlone ? true : nil,
        "waivesSelfJudgement": .bool(waivesJudgement),
      ]),
      "phases": .array(
        phases.map {
          .object(["title": .string($0.title), "planned": .int($0.planned), "spent": .int($0.spent)])
        }),
      "pauses": .array(pauses.map { .object(["at": .int($0.at), "length": .int($0.length)]) }),
      "moments": .array(
        moments.map { .object(["at": .int($0.at), "phase": .int($0.phase), "running": .bool($0.isRunning)]) }),
      "assessments": .array(assessments.map { .object(["id": .string($0.id), "label": .string($0.label)]) }),
      "competencies": .array(competencies.map(\.json)),
      "ticks": .array(
        ticks.map {
          .object(["at": .int($0.at), "criterion": .string($0.criterion), "mark": .string($0.mark.rawValue)])
        }),
      "comments": .array(comments.map { .object(["subject": .string($0.subject), "text": .string($0.text)]) }),
      "decision": decision.map { .string($0.rawValue) }, "comment": comment.isEmpty ? nil : .string(comment),
      "judgement": judgement == SelfJudgement() ? nil : judgement.json,
    ])
  }

  /// The review of a `.review.json`.
  ///
  /// - Throws: the first fault, with its place: `ticks[3].mark`.
  public init(json: JSON) throws(Refusal) {
    let file = try Members(json, at: "")
    guard try file.text("format") == Review.fileFormat else {
      throw file.refusal("format", "« \(Review.fileFormat) » attendu", "“\(Review.fileFormat)” expected")
    }
    let session = try file.object("session")
    (self.session, sessionTitle) = (try session.identifier("id"), try session.text("title"))
    (isMock, isSample) = (try session.saidFlag("mock"), try session.saidFlag("sample"))
    try session.finish()
    let certification = try file.object("certification")
    (self.certification, certificationTitle) = (try certification.text("id"), try certification.text("title"))
    try certification.finish()
    let candidate = try file.object("candidate")
    (self.candidate, family) = (try candidate.identifier("id"), try candidate.text("family"))
    (given, route) = (try candidate.text("given"), try candidate.oneOf("route"))
    try candidate.finish()
    let oral = try file.object("oral")
    (format, startedAt) = (try oral.text("format"), try oral.instant("startedAt"))
    (isAgreed, waivesJudgement) = (try oral.saidFlag("agreed"), try oral.saidFlag("waivesSelfJudgement"))
    isAlone = try oral.flag("alone")
    try oral.finish()
    phases = try file.objects("phases") { (item) throws(Refusal) in
      Phase(
        title: try item.text("title"), planned: try item.milliseconds("planned"),
        spent: try item.milliseconds("spent"))
    }
    pauses = try file.objects("pauses") { (item) throws(Refusal) in
      Pause(at: try item.milliseconds("at"), length: try item.milliseconds("length"))
    }
    let last = max(0, phases.count - 1)
    moments = try file.objects("moments") { (item) throws(Refusal) in
      Moment(
        at: try item.milliseconds("at"), phase: try item.number("phase", in: 0...last),
        isRunning: try item.saidFlag("running"))
    }
    assessments = try file.objects("assessments") { (item) throws(Refusal) in
      Assessment(id: try item.text("id"), label: try item.text("label"))
    }
    competencies = try file.objects("competencies", Competency.init(members:))
    ticks = try file.objects("ticks") { (item) throws(Refusal) in
      Tick(at: try item.milliseconds("at"), criterion: try item.text("criterion"), mark: try item.oneOf("mark"))
    }
    comments = try file.objects("comments") { (item) throws(Refusal) in
      Comment(subject: try item.text("subject"), text: try item.text("text"))
    }
    decision = file.optional("decision") == nil ? nil : try file.oneOf("decision")
    comment = try file.optionalText("comment") ?? ""
    if let own = file.optional("judgement") { judgement = try SelfJudgement(json: own, at: "judgement") }
    try file.finish()
    if phases.isEmpty {
      throw file.refusal("phases", "au moins une phase est attendue", "a phase at least is expected")
    }
    let known = Set(criteria.map(\.id))
    for (index, tick) in ticks.enumerated() where !known.contains(tick.criterion) {
      throw file.refusal("ticks[\(index)].criterion", "ce critère est inconnu", "this criterion is unknown")
    }
  }
}

extension Review.Competency {
  fileprivate var json: JSON {
    .object([
      "id": .string(id), "label": .string(label), "assessment": .string(assessment),
      "acquired": acquired.map(JSON.bool),
      "criteria": .array(
        criteria.map { .object(["id": .string($0.id), "label": .string($0.label), "text": .string($0.text)]) }),
    ])
  }

  fileprivate init(members: Members) throws(Refusal) {
    self.init(
      id: try members.text("id"), label: try members.text("label"), assessment: try members.text("assessment"),
      criteria: try members.objects("criteria") { (item) throws(Refusal) in
        Review.Criterion(id: try item.text("id"), label: try item.text("label"), text: try item.text("text"))
      },
      acquired: members.optional("acquired") == nil ? nil : try members.saidFlag("acquired"))
  }
}

extension SelfJudgement {
  public var json: JSON {
    .object([
      "answers": .object(of: answers.map { JSON.Member($0.key, .string($0.value.rawValue)) }),
      "again": again.isEmpty ? nil : .string(again), "done": .bool(isDone),
    ])
  }

  /// - Throws: the first fault, with its place.
  public init(json: JSON, at place: String = "") throws(Refusal) {
    let members = try Members(json, at: place)
    let own = try members.object("answers")
    for criterion in own.names { answers[criterion] = try own.oneOf(criterion) }
    try own.finish()
    again = try members.optionalText("again") ?? ""
    isDone = try members.saidFlag("done")
    try members.finish()
  }
}

extension Members {
  /// A length or a time of an oral, at most ``Stamp/longest``.
  fileprivate func milliseconds(_ name: String) throws(Refusal) -> Int { try number(name, in: 0...Stamp.longest) }
}
