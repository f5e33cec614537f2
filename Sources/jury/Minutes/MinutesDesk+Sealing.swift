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
      throw StoredMinutes.foreign
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
    let (sealed, thumbprint) = try session.minutesToSign(by: signer, day)
    var signed = sealed
    if !sealed.hasSigned(signer) {
      signed = try sealed.signed(by: signer, with: try key(thumbprint), at: now().at)
      try replace(signed)
    }
    try record(.minutesSigned(signer: signer, thumbprint: thumbprint))
    return signed
  }

  /// Says in the minutes' file that a signer refuses, and why: they will not be complete.
  func refuse(as signer: String, because reason: String) throws(Refusal) -> Sealed<Minutes> {
    let event = DayEvent.minutesRefused(signer: signer, reason: reason)
    let sealed = try session.sealedMinutes(day)
    if let refusal = day.refusal(of: event) { throw refusal }
    let refused = try sealed.refused(by: signer, because: reason, at: now().at)
    try replace(refused)
    try record(event)
    return refused
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

  private func replace(_ sealed: Sealed<Minutes>) throws(Refusal) {
    do throws(StoreFault) {
      try session.directory.replace(session.directory.minutes, with: sealed.envelope.bytes)
    } catch {
      throw error.refusal
    }
  }

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
