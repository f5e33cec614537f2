import Evaluation
import Seal

extension Session {
  /// The sealed minutes that a signer may sign now, and the thumbprint of the key they are to sign with.
  ///
  /// - Throws: when nothing is sealed, they are not to sign or have done so, or the session says otherwise by now.
  func minutesToSign(by signer: String, _ day: Day) throws(Refusal) -> (sealed: Sealed<Minutes>, thumbprint: String) {
    let sealed = try sealedMinutes(day)
    guard let expected = sealed.signers.first(where: { $0.juror == signer }) else {
      throw Sealed<Minutes>.notASigner(signer)
    }
    if let refusal = day.refusal(of: .minutesSigned(signer: signer, thumbprint: expected.kid)) { throw refusal }
    // Nobody signs what the session does not say any more.
    if let finding = try check(sealed, day).contents.first {
      throw Refusal(
        Phrase(
          "le procès-verbal scellé ne dit plus ce que dit la session : \(finding.subject)",
          "the sealed minutes no more say what the session says: \(finding.subject)"),
        hint: Phrase("le rouvrir, avec un motif", "reopen them, with a reason"), code: .badData)
    }
    return (sealed, expected.kid)
  }

  /// The minutes of the file: those that the manager's journal sealed.
  func sealedMinutes(_ day: Day) throws(Refusal) -> Sealed<Minutes> {
    guard let sealing = day.sealing else { throw StoredMinutes.missing }
    guard let stored = try StoredMinutes(in: self) else {
      throw Refusal(
        Phrase("le fichier du procès-verbal scellé n'est plus là", "the sealed minutes' file is gone"),
        hint: Phrase("le remettre à sa place, ou rouvrir", "put it back, or reopen"), place: directory.minutes,
        code: .badData)
    }
    guard stored.sealed.digest == sealing.digest else { throw StoredMinutes.foreign }
    return stored.sealed
  }
}
