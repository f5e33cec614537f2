import Console
import Documents
import Evaluation
import Seal
import Store

// What the acts on a grid leave on disk, in this order, so that a crash between two steps is found at the next opening:
// sealing and signing replace the grid's file, then record the fact; reopening puts the file aside, then records why.
extension Desk {
  /// The grid as it will be printed; before sealing, the draft, or what still keeps it from being one.
  func showGrid(columns: Int) -> [Action] {
    do throws(Refusal) {
      guard let oral = console.oral else { return [] }
      guard oral.seal != nil else { return [.gridShown(try draft(oral, columns: columns))] }
      switch try session.gridFile(of: oral.candidate.id, edition: edition(of: oral)) {
      case .none: throw Self.missing
      case .sealed(let sealed): return [.gridShown(picture(of: sealed, isVoid: false, columns: columns))]
      case .voided(let sealed): return [.gridShown(picture(of: sealed, isVoid: true, columns: columns))]
      }
    } catch {
      return [.refused(error)]
    }
  }

  func seal() -> [Action] {
    do throws(Refusal) {
      guard let oral = console.oral else { return [] }
      try refuseUnsaved()
      if case .sealed(let found) = try session.gridFile(of: oral.candidate.id, edition: edition(of: oral)) {
        // One that was never announced is replaced; a signature is never lost.
        guard found.standing.isEmpty else { throw Self.foreign }
      }
      let sealed = try SealedGrid(sealing: try grid(of: oral))
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
      guard let oral = console.oral else { return [] }
      try refuseUnsaved()
      guard case .sealed(let sealed) = try session.gridFile(of: oral.candidate.id, edition: edition(of: oral)) else {
        throw Self.missing
      }
      guard sealed.digest == oral.seal?.digest else { throw Self.foreign }
      guard let signer = sealed.signers.first(where: { $0.juror == juror }) else { throw Self.foreign }
      let fact = Fact(.gridSigned(juror: juror, thumbprint: signer.kid))
      try allow(fact, oral)
      let key = try key(signer.kid, passphrase)
      if !sealed.standing.contains(where: { $0.juror == juror }) {
        try session.replace(try sealed.signed(by: juror, with: key, at: now().at))
      }
      return record([fact]) + [.signed(juror: juror)]
    } catch {
      return [.refused(error)]
    }
  }

  func refuse(juror: String, reason: String) -> [Action] {
    do throws(Refusal) {
      guard let oral = console.oral else { return [] }
      try refuseUnsaved()
      let fact = Fact(.signatureRefused(juror: juror, reason: reason))
      try allow(fact, oral)
      return record([fact])
    } catch {
      return [.refused(error)]
    }
  }

  func reopen(because reason: String) -> [Action] {
    do throws(Refusal) {
      guard let oral = console.oral else { return [] }
      try refuseUnsaved()
      let fact = Fact(.gridReopened(reason: reason))
      try allow(fact, oral)
      try session.voidGrid(of: oral.candidate.id, edition: edition(of: oral))
      return record([fact])
    } catch {
      return [.refused(error)]
    }
  }

  /// What a crash left on disk but not in the journal: facts to record now, and what must be said.
  func reconciled(_ oral: Oral) -> (facts: [Fact], notices: [Phrase]) {
    guard let seal = oral.seal else { return ([], []) }
    do throws(Refusal) {
      switch try session.gridFile(of: oral.candidate.id, edition: edition(of: oral)) {
      case .none: return ([], [Self.missing.reason])
      case .voided:
        return (
          [],
          [
            Phrase(
              "la réouverture a été interrompue : la demander encore, avec son motif",
              "reopening was interrupted: ask for it again, with its reason")
          ]
        )
      case .sealed(let sealed):
        guard sealed.digest == seal.digest else { return ([], [Self.foreign.reason]) }
        let unrecorded = sealed.standing.filter { seal.signatures[$0.juror] == nil }
        return (unrecorded.map { Fact(.gridSigned(juror: $0.juror, thumbprint: $0.thumbprint)) }, [])
      }
    } catch {
      return ([], [error.reason])
    }
  }

  private static let missing = Refusal(
    Phrase("le fichier de la grille scellée n'est plus là", "the sealed grid's file is gone"),
    hint: Phrase("le remettre à sa place, ou rouvrir", "put it back, or reopen"), code: .badData)
  private static let foreign = Refusal(
    Phrase(
      "la grille sur le disque n'est pas celle que le journal a scellée",
      "the grid on disk is not the one that the journal sealed"),
    hint: Phrase("faire examiner la session", "have the session examined"), code: .badData)

  private func allow(_ fact: Fact, _ oral: Oral) throws(Refusal) {
    if let refusal = oral.refusal(of: fact.event, at: now()) { throw refusal }
  }

  private func edition(of oral: Oral) -> Int { oral.reopenings.count + 1 }

  private func grid(of oral: Oral) throws(Refusal) -> Grid {
    let sources = journal.map { journal in
      let path = String(journal.path.dropFirst(session.directory.path.count + 1))
      return Grid.Source(path: path, head: journal.head, lines: journal.count)
    }
    return try oral.grid(
      referentialDigest: session.referentialDigest, sources: [sources].compactMap { $0 }, at: now().at,
      thumbprint: { try? PublicKey(jwk: $0).thumbprint })
  }

  private func draft(_ oral: Oral, columns: Int) throws(Refusal) -> GridPicture {
    let obstacles = oral.obstacles
    guard obstacles.isEmpty else {
      let title = Phrase(
        "Ce qui manque encore pour sceller la grille :", "What still keeps the grid from being sealed:")
      let lines = obstacles.map { "– " + $0.phrase(console.language) }
      return GridPicture(lines: [title(console.language), ""] + lines, digest: nil)
    }
    let document = GridDocument.document(
      grid: try grid(of: oral), referential: session.referential, digest: "", signatures: [], state: .draft)
    return GridPicture(lines: PlainText.lines(document, width: columns), digest: nil)
  }

  private func picture(of sealed: SealedGrid, isVoid: Bool, columns: Int) -> GridPicture {
    let document = sealed.document(session.referential, isVoid: isVoid)
    return GridPicture(lines: PlainText.lines(document, width: columns), digest: sealed.digest)
  }
}
