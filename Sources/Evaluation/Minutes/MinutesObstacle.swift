/// What still keeps the minutes from being sealed (section 2.6: « 4 parties à renseigner dans leur intégralité »).
public enum MinutesObstacle: Equatable, Sendable {
  /// An *oral blanc* awards nothing: it has no minutes.
  case mock
  /// Neither heard, nor recorded as absent.
  case unaccounted(name: String)
  /// The manager and the jury do not say the same of a candidate's coming.
  case attendanceContradicted(name: String)
  case oralNotEnded(name: String)
  case gridNotSealed(name: String)
  case gridFaulty(name: String, Phrase)
  case incidentOpen(Int, IncidentCode)
  case observationsMissing
  case keyMissing(name: String)
  /// Sealed, and awaiting a signature.
  case signatureMissing(name: String)
  case signatureRefused(name: String, reason: String)

  public var phrase: Phrase {
    switch self {
    case .mock: Phrase("un oral blanc n'a pas de procès-verbal", "a mock oral has no minutes")
    case .unaccounted(let name):
      Phrase("\(name) : ni oral, ni absence constatée", "\(name): neither heard, nor recorded as absent")
    case .attendanceContradicted(let name):
      Phrase(
        "\(name) : le responsable et le jury ne disent pas la même chose de sa présence",
        "\(name): manager and jury do not say the same of their coming")
    case .oralNotEnded(let name): Phrase("\(name) : l'oral n'est pas terminé", "\(name): the oral has not ended")
    case .gridNotSealed(let name):
      Phrase("\(name) : la grille n'est pas scellée", "\(name): the grid is not sealed")
    case .gridFaulty(let name, let reason):
      Phrase("\(name) : grille incomplète, \(reason.fr)", "\(name): incomplete grid, \(reason.en)")
    case .incidentOpen(let n, let code):
      Phrase(
        "l'incident \(n) (\(code.number) \(code.phrase.fr)) n'est pas clos",
        "incident \(n) (\(code.number) \(code.phrase.en)) is not closed")
    case .observationsMissing:
      Phrase(
        "les observations du responsable ne sont pas écrites (partie 4)",
        "the manager's observations are not written (part 4)")
    case .keyMissing(let name): Phrase("\(name) n'a pas de clé dans le plan", "\(name) has no key in the plan")
    case .signatureMissing(let name):
      Phrase("\(name) n'a pas signé le procès-verbal", "\(name) has not signed the minutes")
    case .signatureRefused(let name, let reason):
      Phrase("\(name) refuse de signer le procès-verbal : \(reason)", "\(name) refuses to sign the minutes: \(reason)")
    }
  }

  /// Where it is mended.
  public var hint: Phrase {
    switch self {
    case .mock: Phrase("jury review SESSION le montre au candidat", "jury review SESSION shows it to the candidate")
    case .unaccounted, .attendanceContradicted:
      Phrase("la console du jury, ou la présence (jury watch)", "the jury's console, or attendance (jury watch)")
    case .oralNotEnded, .gridNotSealed, .gridFaulty: Phrase("la console du jury", "the jury's console")
    case .incidentOpen: Phrase("les incidents (jury watch)", "incidents (jury watch)")
    case .observationsMissing:
      Phrase(
        "jury minutes edit SESSION, ou o puis e dans jury watch", "jury minutes edit SESSION, or o then e in jury watch"
      )
    case .signatureMissing: Phrase("jury minutes sign SESSION --as …", "jury minutes sign SESSION --as …")
    case .signatureRefused:
      Phrase(
        "jury minutes reopen SESSION, si le motif se corrige", "jury minutes reopen SESSION, if that can be mended")
    case .keyMissing: Phrase("le plan : jury keys new, puis session.json", "the plan: jury keys new, then session.json")
    }
  }
}

extension Closing {
  /// The one list of what is missing, in the order in which one would mend it; empty: the minutes can be sealed.
  public var obstacles: [MinutesObstacle] {
    if plan.isMock { return [.mock] }
    var obstacles = orals.compactMap(obstacle)
    for incident in day.standingIncidents where incident.closedAt == nil {
      obstacles.append(.incidentOpen(incident.n, incident.code))
    }
    if day.observations.isBlank { obstacles.append(.observationsMissing) }
    for juror in jury where juror.key == nil { obstacles.append(.keyMissing(name: juror.name)) }
    if plan.manager.key == nil { obstacles.append(.keyMissing(name: plan.manager.name)) }
    return obstacles
  }

  /// Who has still to sign the sealed minutes, or refuses to; none while nothing is sealed.
  public var unsigned: [MinutesObstacle] {
    guard let sealing = day.sealing else { return [] }
    let signers = jury.map { (id: $0.id, name: $0.name) } + [(id: Plan.Manager.id, name: plan.manager.name)]
    return signers.compactMap { id, name in
      if let reason = sealing.refusals[id] { return .signatureRefused(name: name, reason: reason) }
      return sealing.signatures[id] == nil ? .signatureMissing(name: name) : nil
    }
  }

  private func obstacle(to oral: Oral) -> MinutesObstacle? {
    let name = oral.candidate.name
    let isHeard = oral.clock.state != .notStarted
    if isAbsent(oral) {
      let came =
        switch day.attendance[oral.candidate.id] {
        case .present, .late: true
        case .absent, nil: false
        }
      return isHeard || came ? .attendanceContradicted(name: name) : nil
    }
    guard isHeard else { return .unaccounted(name: name) }
    guard oral.clock.state == .ended else { return .oralNotEnded(name: name) }
    switch grids[oral.candidate.id] {
    case .complete: return nil
    case .faulty(let reason): return .gridFaulty(name: name, reason)
    case nil: return .gridNotSealed(name: name)
    }
  }
}
