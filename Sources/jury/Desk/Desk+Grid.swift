import Console
import Evaluation
import Seal
import Store

// What the acts on a grid leave on disk, in an order by which a crash between two steps is found at the next opening.
//
// Where the jury shares a console: sealing, signing and refusing to sign replace the grid's file, then record the fact;
// reopening puts the file aside, then records why.
//
// Where each juror has a console: sealing and reopening are the same, at the console of the one who has the hand; the
// others record their signature or refusal in their own journal, and that console puts it into the file: ``gather()``.
extension Desk {
  func seal() -> [Action] {
    do throws(Refusal) {
      // The last facts of other consoles are in the grid, or keep it from being sealed.
      follow()
      guard let oral = console.oral else { return [] }
      try refuseReadOnly()
      try refuseUnshared()
      try refuseWaiting()
      if case .sealed(let found) = try session.gridFile(of: oral.candidate.id, edition: edition(of: oral)) {
        // One that was never announced is replaced; a signature is never lost.
        guard found.standing.isEmpty else { throw Self.foreign }
      }
      let sealed = try SealedGrid(sealing: try grid(of: oral, from: sources))
      let fact = Fact(.gridSealed(digest: sealed.digest))
      try allow(fact, oral)
      try session.replace(sealed)
      return record([fact])
    } catch {
      return [.refused(error)]
    }
  }

  func sign(as juror: String, passphrase: String) -> [Action] {
    do throws(Refusal) {
      follow()
      guard let oral = console.oral else { return [] }
      try refuseReadOnly()
      try refuseUnshared()
      let sealed = try sealedGrid(of: oral)
      guard let signer = sealed.signers.first(where: { $0.juror == juror }) else { throw Self.foreign }
      try allow(Fact(.gridSigned(juror: juror, thumbprint: signer.kid)), oral)
      // Nobody signs what another console made of the deliberation unless theirs makes the same of it.
      let differences = oral.differences(from: sealed.grid, referentialDigest: session.referentialDigest)
      guard differences.isEmpty else { throw Self.different(differences) }
      let key = try key(signer.kid, passphrase)
      var signature: Signature?
      if oral.isIndividual {
        signature = try sealed.signature(by: juror, with: key, at: now().at)
      } else if !sealed.hasSigned(juror) {
        try session.replace(try sealed.signed(by: juror, with: key, at: now().at))
      }
      let fact = Fact(.gridSigned(juror: juror, thumbprint: signer.kid, signature: signature))
      return record([fact]) + [.signed(juror: juror)]
    } catch {
      return [.refused(error)]
    }
  }

  func refuse(juror: String, reason: String) -> [Action] {
    do throws(Refusal) {
      guard let oral = console.oral else { return [] }
      try refuseReadOnly()
      try refuseUnshared()
      let sealed = try sealedGrid(of: oral)
      let fact = Fact(.signatureRefused(juror: juror, reason: reason))
      try allow(fact, oral)
      if !oral.isIndividual { try session.replace(try sealed.refused(by: juror, because: reason, at: now().at)) }
      return record([fact])
    } catch {
      return [.refused(error)]
    }
  }

  func reopen(because reason: String) -> [Action] {
    do throws(Refusal) {
      guard let oral = console.oral else { return [] }
      try refuseReadOnly()
      try refuseUnshared()
      let fact = Fact(.gridReopened(reason: reason))
      try allow(fact, oral)
      try session.voidGrid(of: oral.candidate.id, edition: edition(of: oral))
      return record([fact])
    } catch {
      return [.refused(error)]
    }
  }

  /// The journals that a grid sealed now is built from, each as far as this console has read it.
  var sources: [JournalSource] {
    let own = journal.map { [JournalSource(path: session.path(of: $0.path), head: $0.head, lines: $0.count)] } ?? []
    return own + (room?.sources ?? [])
  }

  func grid(of oral: Oral, from sources: [JournalSource]) throws(Refusal) -> Grid {
    try oral.grid(
      referentialDigest: session.referentialDigest, sources: sources, at: now().at,
      thumbprint: { try? PublicKey(jwk: $0).thumbprint })
  }

  func edition(of oral: Oral) -> Int { oral.reopenings.count + 1 }

  /// The grid to be signed, from its file: the one that the journal sealed.
  private func sealedGrid(of oral: Oral) throws(Refusal) -> SealedGrid {
    guard case .sealed(let sealed) = try session.gridFile(of: oral.candidate.id, edition: edition(of: oral)) else {
      throw absence(of: oral)
    }
    try refuseForeign(sealed, of: oral)
    return sealed
  }

  /// Refuses a grid that is not the one that the journal sealed.
  func refuseForeign(_ sealed: SealedGrid, of oral: Oral) throws(Refusal) {
    guard sealed.digest != oral.seal?.digest else { return }
    throw writesGrid(of: oral) ? Self.foreign : Self.notArrived
  }

  /// Whether this console writes the grid's file: one that the jury shares, or that of the juror who has the hand.
  func writesGrid(of oral: Oral) -> Bool { !oral.isIndividual || oral.hand == oral.viewer }

  func absence(of oral: Oral) -> Refusal { writesGrid(of: oral) ? Self.missing : Self.notArrived }

  /// A console that only watches changes nothing.
  private func refuseReadOnly() throws(Refusal) {
    guard console.isWatching else { return }
    throw Refusal(
      Phrase("lecture seule : une autre console écrit ce journal", "read-only: another console writes this journal"))
  }

  /// Refused while a fact of another journal waits for one that has not arrived: what it changes is not known yet.
  private func refuseWaiting() throws(Refusal) {
    guard let room, room.fold.waitingCount > 0 else { return }
    throw Refusal(
      Phrase("le journal d'un juré n'est pas encore arrivé en entier", "a juror's journal has not arrived whole yet"),
      hint: Phrase("attendre un instant", "wait a moment"), code: .noInput)
  }

  private func allow(_ fact: Fact, _ oral: Oral) throws(Refusal) {
    if let refusal = oral.refusal(of: fact.event, at: now()) { throw refusal }
  }

  private static let missing = Refusal(
    Phrase("le fichier de la grille scellée n'est plus là", "the sealed grid's file is gone"),
    hint: Phrase("le remettre à sa place, ou rouvrir", "put it back, or reopen"), code: .badData)
  static let foreign = Refusal(
    Phrase(
      "la grille sur le disque n'est pas celle que le journal a scellée",
      "the grid on disk is not the one that the journal sealed"),
    hint: Phrase("faire examiner la session", "have the session examined"), code: .badData)
  private static let notArrived = Refusal(
    Phrase("la grille scellée n'est pas encore arrivée ici", "the sealed grid has not arrived here yet"),
    hint: Phrase(
      "attendre un instant, puis faire examiner la session", "wait a moment, then have the session examined"),
    code: .noInput)

  private static func different(_ differences: [Grid.Difference]) -> Refusal {
    let places = differences.map(\.phrase)
    let (fr, en) = (places.map(\.fr).joined(separator: ", "), places.map(\.en).joined(separator: ", "))
    return Refusal(
      Phrase(
        "la grille scellée ne dit pas ce que le jury a décidé : \(fr)",
        "the sealed grid does not say what the jury decided: \(en)"),
      hint: Phrase("la rouvrir, avec un motif", "reopen it, with a reason"), code: .badData)
  }
}
