import Console
import Documents
import Evaluation
import Store

// The grid's file: what is shown of it, and what keeps it and the journals saying the same.
extension Desk {
  /// The grid as it will be printed; before sealing, the draft, or what still keeps it from being one.
  func showGrid(columns: Int) -> [Action] {
    do throws(Refusal) {
      guard let oral = console.oral else { return [] }
      guard oral.seal != nil else { return [.gridShown(try draft(oral, columns: columns))] }
      switch try session.gridFile(of: oral.candidate.id, edition: edition(of: oral)) {
      case .none: throw absence(of: oral)
      case .sealed(let sealed):
        try refuseForeign(sealed, of: oral)
        // Other consoles' signatures show as soon as their journals say them.
        let grid = oral.isIndividual ? SealedGrid.assembled(sealed, from: oral.seal) : sealed
        return [.gridShown(picture(of: grid, isVoid: false, columns: columns))]
      case .voided(let sealed):
        try refuseForeign(sealed, of: oral)
        return [.gridShown(picture(of: sealed, isVoid: true, columns: columns))]
      }
    } catch {
      return [.refused(error)]
    }
  }

  /// Puts into the grid's file the signatures and refusals that the jurors' journals hold, where this console is the one
  /// that writes it: that of the juror who has the hand.
  func gather(_ oral: Oral) -> [Action] {
    guard oral.isIndividual, oral.seal != nil, !console.isWatching, writesGrid(of: oral) else { return [] }
    do throws(Refusal) {
      try assemble(oral)
      return []
    } catch {
      return [.refused(error)]
    }
  }

  /// What a crash left on disk but not in the journal: facts to record now, and what must be said.
  func reconciled(_ oral: Oral) -> (facts: [Fact], notices: [Phrase]) {
    guard let seal = oral.seal else { return ([], []) }
    do throws(Refusal) {
      switch try session.gridFile(of: oral.candidate.id, edition: edition(of: oral)) {
      case .none: return ([], [absence(of: oral).reason])
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
        try refuseForeign(sealed, of: oral)
        guard !oral.isIndividual else {
          // Once all have signed every console makes the same file of it, should the one that writes it have died.
          if writesGrid(of: oral) || oral.stage == .signed { try assemble(oral) }
          return ([], [])
        }
        return (unrecorded(in: sealed, by: seal), [])
      }
    } catch {
      return ([], [error.reason])
    }
  }

  /// What the file says, and the journal does not yet.
  private func unrecorded(in sealed: SealedGrid, by seal: Sealing) -> [Fact] {
    let signed = sealed.standing.filter { seal.awaits($0.juror) }
    let refused = sealed.standingRefusals.filter { seal.awaits($0.juror) }
    return signed.map { Fact(.gridSigned(juror: $0.juror, thumbprint: $0.thumbprint)) }
      + refused.map { Fact(.signatureRefused(juror: $0.juror, reason: $0.reason)) }
  }

  /// Brings the file of a sealed grid up to what the journals say; does nothing when it is, or is not there.
  private func assemble(_ oral: Oral) throws(Refusal) {
    guard case .sealed(let sealed) = try session.gridFile(of: oral.candidate.id, edition: edition(of: oral)) else {
      return
    }
    let whole = SealedGrid.assembled(sealed, from: oral.seal)
    if whole.envelope != sealed.envelope { try session.replace(whole) }
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
      grid: try grid(of: oral, from: sources), referential: session.referential, digest: "", signatures: [],
      state: .draft)
    return GridPicture(lines: PlainText.lines(document, width: columns), digest: nil)
  }

  private func picture(of sealed: SealedGrid, isVoid: Bool, columns: Int) -> GridPicture {
    let document = sealed.document(session.referential, in: session.plan, isVoid: isVoid)
    return GridPicture(lines: PlainText.lines(document, width: columns), digest: sealed.digest)
  }
}
