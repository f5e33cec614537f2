import JSON

extension Fact {
  /// The one-member object of a journal line: the event's name, then what it says.
  public var json: JSON {
    func named(_ name: String, _ members: KeyValuePairs<String, JSON?>) -> JSON {
      var kept: [JSON.Member] = []
      kept.reserveCapacity(members.count + 1)
      for (key, value) in members {
        if let value { kept.append(JSON.Member(key, value)) }
      }
      if isUndo { kept.append(JSON.Member("undo", true)) }
      return .members([JSON.Member(name, .object(of: kept))])
    }
    return switch event {
    case .candidateAbsent(let reason): named("candidateAbsent", ["reason": .string(reason)])
    case .candidateArrived: named("candidateArrived", [:])
    case .identityChecked(let checked): named("identityChecked", ["checked": .bool(checked)])
    case .jurorPresent(let juror, let present):
      named("jurorPresent", ["juror": .string(juror), "present": .bool(present)])
    case .noTieDeclared(let juror): named("noTieDeclared", ["juror": .string(juror)])
    case .tieDeclared(let juror, let reason):
      named("tieDeclared", ["juror": .string(juror), "reason": .string(reason)])
    case .clockStarted(let backdated): named("clockStarted", ["backdatedBy": backdated > 0 ? .int(backdated) : nil])
    case .clockPaused(let reason): named("clockPaused", ["reason": .string(reason)])
    case .clockResumed(let backdated): named("clockResumed", ["backdatedBy": backdated > 0 ? .int(backdated) : nil])
    case .phaseEntered(let phase): named("phaseEntered", ["phase": .string(phase)])
    case .assessmentEntered(let assessment): named("assessmentEntered", ["assessment": .string(assessment)])
    case .interruptionSettled(let settlement):
      named(
        "interruptionSettled",
        [
          "choice": .string(settlement.choice.rawValue), "gap": .int(settlement.gap),
          "counted": settlement.counted > 0 ? .int(settlement.counted) : nil, "reason": .string(settlement.reason),
          "by": .string(settlement.by), "pause": settlement.pause.map(JSON.int),
          "incident": settlement.incident.map(JSON.int),
        ])
    case .messageAcknowledged(let message): named("messageAcknowledged", ["message": .int(message)])
    case .oralEnded: named("oralEnded", [:])
    case .oralReopened: named("oralReopened", [:])
    case .criterionMarked(let criterion, let mark):
      named("criterionMarked", ["criterion": .string(criterion), "mark": .string(mark.rawValue)])
    case .noted(let subject, let text): named("noted", ["subject": .string(subject), "text": .string(text)])
    case .noteWithdrawn(let note): named("noteWithdrawn", ["note": .int(note)])
    case .noteRestored(let note): named("noteRestored", ["note": .int(note)])
    case .noteShared(let note, let isShared): named("noteShared", ["note": .int(note), "shared": .bool(isShared)])
    case .questionPrepared(let criterion, let text):
      named("questionPrepared", ["criterion": .string(criterion), "text": .string(text)])
    case .questionAsked(let criterion): named("questionAsked", ["criterion": .string(criterion)])
    case .questionUnasked(let criterion): named("questionUnasked", ["criterion": .string(criterion)])
    case .opinionGiven(let competency, let acquired):
      named("opinionGiven", ["competency": .string(competency), "acquired": acquired.map(JSON.bool) ?? .null])
    case .handedIn: named("handedIn", [:])
    case .jurorReleased(let juror, let reason):
      named("jurorReleased", ["juror": .string(juror), "reason": .string(reason)])
    case .handTaken(let from, let boot, let up, let isCertain):
      named(
        "handTaken",
        ["from": .string(from), "boot": .string(boot), "up": .int(up), "uncertain": isCertain ? nil : true])
    case .verdictGiven(let competency, let acquired, let confirmed, let motive):
      named(
        "verdictGiven",
        [
          "competency": .string(competency), "acquired": acquired.map(JSON.bool) ?? .null,
          "unmarkedConfirmed": confirmed ? true : nil, "motive": motive.isEmpty ? nil : .string(motive),
        ])
    case .blockDecided(let block, let acquired, let reason):
      named(
        "blockDecided",
        [
          "block": .string(block), "acquired": acquired.map(JSON.bool) ?? .null,
          "reason": reason.isEmpty ? nil : .string(reason),
        ])
    case .decisionTaken(let decision, let comment):
      named(
        "decisionTaken",
        ["decision": decision.map { .string($0.rawValue) } ?? .null, "comment": .string(comment)])
    case .voteOpened(let competency): named("voteOpened", ["competency": .string(competency)])
    case .voteCast(let competency, let acquired):
      named("voteCast", ["competency": .string(competency), "acquired": .bool(acquired)])
    case .wholeConfirmed(let revision): named("wholeConfirmed", ["revision": .int(revision)])
    case .reservationMade(let text, let inGrid):
      named("reservationMade", ["text": .string(text), "inGrid": inGrid ? true : nil])
    case .gridSealed(let digest): named("gridSealed", ["digest": .string(digest)])
    case .gridSigned(let juror, let thumbprint, let signature):
      named(
        "gridSigned",
        [
          "juror": .string(juror), "thumbprint": .string(thumbprint),
          "protected": signature.map { .string($0.protected) }, "signature": signature.map { .string($0.signature) },
        ])
    case .signatureRefused(let juror, let reason):
      named("signatureRefused", ["juror": .string(juror), "reason": .string(reason)])
    case .gridReopened(let reason): named("gridReopened", ["reason": .string(reason)])
    }
  }

  /// The fact that ``json`` wrote. Nil for anything else, an unknown or a missing member included.
  public init?(json: JSON) {
    guard let members = json.members, members.count == 1, let name = members.first?.key,
      let said = members.first?.value,
      let event = Event(name: name, said: said)
    else { return nil }
    self.init(event, isUndo: said["undo"]?.bool == true)
    // An event says what its kind says and nothing else: what another program added would be lost unseen.
    if case .criterionMarked = event {
      // Most facts are marks: their members are counted, the others' written anew.
      guard said.members?.count == (isUndo ? 3 : 2) else { return nil }
    } else {
      guard self.json == json else { return nil }
    }
  }
}

extension Event {
  fileprivate init?(name: String, said: JSON) {
    func text(_ key: String) -> String? { said[key]?.string }
    switch name {
    // Most facts: the others' names need not be looked at.
    case "criterionMarked":
      guard let criterion = text("criterion"), let mark = text("mark").flatMap(Mark.init) else { return nil }
      self = .criterionMarked(criterion: criterion, mark: mark)
    case "candidateAbsent":
      guard let reason = text("reason") else { return nil }
      self = .candidateAbsent(reason: reason)
    case "candidateArrived": self = .candidateArrived
    case "interruptionSettled":
      guard let choice = text("choice").flatMap(Settlement.Choice.init(rawValue:)), let gap = said["gap"]?.int,
        let reason = text("reason"), let by = text("by")
      else { return nil }
      self = .interruptionSettled(
        Settlement(
          choice, gap: gap, counted: said["counted"]?.int ?? 0, reason: reason, by: by, pause: said["pause"]?.int,
          incident: said["incident"]?.int))
    case "messageAcknowledged":
      guard let message = said["message"]?.int else { return nil }
      self = .messageAcknowledged(message: message)
    case "oralEnded": self = .oralEnded
    case "oralReopened": self = .oralReopened
    case "clockStarted": self = .clockStarted(backdatedBy: said["backdatedBy"]?.int ?? 0)
    case "clockResumed": self = .clockResumed(backdatedBy: said["backdatedBy"]?.int ?? 0)
    case "identityChecked":
      guard let checked = said["checked"]?.bool else { return nil }
      self = .identityChecked(checked)
    case "jurorPresent":
      guard let juror = text("juror"), let present = said["present"]?.bool else { return nil }
      self = .jurorPresent(juror: juror, present)
    case "noTieDeclared":
      guard let juror = text("juror") else { return nil }
      self = .noTieDeclared(juror: juror)
    case "tieDeclared":
      guard let juror = text("juror"), let reason = text("reason") else { return nil }
      self = .tieDeclared(juror: juror, reason: reason)
    case "clockPaused":
      guard let reason = text("reason") else { return nil }
      self = .clockPaused(reason: reason)
    case "phaseEntered":
      guard let phase = text("phase") else { return nil }
      self = .phaseEntered(phase: phase)
    case "assessmentEntered":
      guard let assessment = text("assessment") else { return nil }
      self = .assessmentEntered(assessment: assessment)
    case "noted":
      guard let subject = text("subject"), let said = text("text") else { return nil }
      self = .noted(subject: subject, text: said)
    case "noteWithdrawn", "noteRestored":
      guard let note = said["note"]?.int else { return nil }
      self = name == "noteWithdrawn" ? .noteWithdrawn(note: note) : .noteRestored(note: note)
    case "noteShared":
      guard let note = said["note"]?.int, let isShared = said["shared"]?.bool else { return nil }
      self = .noteShared(note: note, isShared)
    case "questionPrepared":
      guard let criterion = text("criterion"), let said = text("text") else { return nil }
      self = .questionPrepared(criterion: criterion, text: said)
    case "questionAsked", "questionUnasked":
      guard let criterion = text("criterion") else { return nil }
      self = name == "questionAsked" ? .questionAsked(criterion: criterion) : .questionUnasked(criterion: criterion)
    case "verdictGiven":
      guard let competency = text("competency"), let acquired = said["acquired"] else { return nil }
      self = .verdictGiven(
        competency: competency, acquired: acquired.bool, unmarkedConfirmed: said["unmarkedConfirmed"]?.bool == true,
        motive: text("motive") ?? "")
    case "opinionGiven":
      guard let competency = text("competency"), let acquired = said["acquired"] else { return nil }
      self = .opinionGiven(competency: competency, acquired: acquired.bool)
    case "handedIn": self = .handedIn
    case "jurorReleased":
      guard let juror = text("juror"), let reason = text("reason") else { return nil }
      self = .jurorReleased(juror: juror, reason: reason)
    case "handTaken":
      guard let from = text("from"), let boot = text("boot"), let up = said["up"]?.int else { return nil }
      self = .handTaken(from: from, boot: boot, up: up, isCertain: said["uncertain"]?.bool != true)
    case "voteOpened":
      guard let competency = text("competency") else { return nil }
      self = .voteOpened(competency: competency)
    case "voteCast":
      guard let competency = text("competency"), let acquired = said["acquired"]?.bool else { return nil }
      self = .voteCast(competency: competency, acquired: acquired)
    case "wholeConfirmed":
      guard let revision = said["revision"]?.int else { return nil }
      self = .wholeConfirmed(revision: revision)
    case "reservationMade":
      guard let reservation = text("text") else { return nil }
      self = .reservationMade(text: reservation, inGrid: said["inGrid"]?.bool == true)
    case "blockDecided":
      guard let block = text("block"), let acquired = said["acquired"] else { return nil }
      self = .blockDecided(block: block, acquired: acquired.bool, reason: text("reason") ?? "")
    case "decisionTaken":
      guard let comment = text("comment") else { return nil }
      self = .decisionTaken(decision: text("decision").flatMap(Decision.init), comment: comment)
    case "gridSealed":
      guard let digest = text("digest") else { return nil }
      self = .gridSealed(digest: digest)
    case "gridSigned":
      guard let juror = text("juror"), let thumbprint = text("thumbprint") else { return nil }
      let signature = text("protected").flatMap { protected in
        text("signature").map { Signature(protected: protected, signature: $0) }
      }
      self = .gridSigned(juror: juror, thumbprint: thumbprint, signature: signature)
    case "signatureRefused":
      guard let juror = text("juror"), let reason = text("reason") else { return nil }
      self = .signatureRefused(juror: juror, reason: reason)
    case "gridReopened":
      guard let reason = text("reason") else { return nil }
      self = .gridReopened(reason: reason)
    default: return nil
    }
  }
}
