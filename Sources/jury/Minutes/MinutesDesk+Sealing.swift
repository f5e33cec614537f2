import Evaluation
import Seal
import Store

// What the acts on the minutes leave on disk, in an order by which a crash between two steps is mended by doing the act
// again: sealing and signing replace the file, then record the fact; reopening puts the file aside, then records why.
extension MinutesDesk {
  /// Freezes the minutes' bytes.
  ///
  /// - Throws: how much is missing, and the first of it.
  func seal() throws(Refusal) -> Sealed<Minutes> {
    let closing = try session.closing(day)
    let obstacles = closing.obstacles
    guard obstacles.isEmpty else { throw Self.refusal(of: obstacles) }
    if day.sealing == nil, let found = try StoredMinutes(in: session), !found.sealed.standing.isEmpty {
      throw Self.foreign
    }
    let minutes = try closing.minutes(
      sources: try session.journalSources(), at: now().at, thumbprint: Session.thumbprint)
    let sealed = try Sealed(sealing: minutes)
    let event = DayEvent.minutesSealed(digest: sealed.digest)
    if let refusal = day.refusal(of: event) { throw refusal }
    try replace(sealed)
    try record(event)
    return sealed
  }

  /// Adds a signature to the sealed minutes.
  ///
  /// - Parameters:
  ///   - signer: a juror's id, or the manager's.
  ///   - key: opens their private key, by its thumbprint.
  func sign(
    as signer: String, key: (String) throws(Refusal) -> PrivateKey
  ) throws(Refusal) -> Sealed<Minutes> {
    let sealed = try sealedMinutes()
    guard let expected = sealed.signers.first(where: { $0.juror == signer }) else {
      throw Sealed<Minutes>.notASigner(signer)
    }
    let event = DayEvent.minutesSigned(signer: signer, thumbprint: expected.kid)
    if let refusal = day.refusal(of: event) { throw refusal }
    // Nobody signs what the session does not say any more.
    if let finding = try session.check(sealed, day).contents.first {
      throw Refusal(
        Phrase(
          "le procès-verbal scellé ne dit plus ce que dit la session : \(finding.subject)",
          "the sealed minutes no more say what the session says: \(finding.subject)"),
        hint: Phrase("le rouvrir, avec un motif", "reopen them, with a reason"), code: .badData)
    }
    var signed = sealed
    if !sealed.hasSigned(signer) {
      signed = try sealed.signed(by: signer, with: try key(expected.kid), at: now().at)
      try replace(signed)
    }
    try record(event)
    return signed
  }

  /// Takes the minutes back, before the last signature: every signature on them is void.
  func reopen(because reason: String) throws(Refusal) {
    let event = DayEvent.minutesReopened(reason: reason)
    if let refusal = day.refusal(of: event) { throw refusal }
    if let stored = try StoredMinutes(in: session), stored.sealed.verification.missing.isEmpty {
      throw Refusal(
        Phrase("le procès-verbal est signé de tous : il ne change plus", "all have signed the minutes: they stay"))
    }
    do throws(StoreFault) { try session.directory.voidMinutes(edition: day.minutesEdition) } catch {
      throw error.refusal
    }
    try record(event)
  }

  /// The minutes of the file: those that this journal sealed.
  private func sealedMinutes() throws(Refusal) -> Sealed<Minutes> {
    guard let sealing = day.sealing else { throw StoredMinutes.missing }
    guard let stored = try StoredMinutes(in: session) else {
      throw Refusal(
        Phrase("le fichier du procès-verbal scellé n'est plus là", "the sealed minutes' file is gone"),
        hint: Phrase("le remettre à sa place, ou rouvrir", "put it back, or reopen"), place: session.directory.minutes,
        code: .badData)
    }
    guard stored.sealed.digest == sealing.digest else { throw Self.foreign }
    return stored.sealed
  }

  private func replace(_ sealed: Sealed<Minutes>) throws(Refusal) {
    do throws(StoreFault) {
      try session.directory.replace(session.directory.minutes, with: sealed.envelope.bytes)
    } catch {
      throw error.refusal
    }
  }

  private static let foreign = Refusal(
    Phrase(
      "le procès-verbal sur le disque n'est pas celui que le journal a scellé",
      "the minutes on disk are not those that the journal sealed"),
    hint: Phrase("faire examiner la session", "have the session examined"), code: .badData)

  private static func refusal(of obstacles: [MinutesObstacle]) -> Refusal {
    let first = obstacles.first?.phrase ?? Phrase("", "")
    let count = obstacles.count
    return Refusal(
      Phrase(
        "il manque \(count) point\(count > 1 ? "s" : "") au procès-verbal ; d'abord : \(first.fr)",
        "the minutes lack \(count) point\(count > 1 ? "s" : ""); first: \(first.en)"),
      hint: Phrase("jury minutes missing SESSION en donne la liste.", "jury minutes missing SESSION lists them."),
      code: .badData)
  }
}
