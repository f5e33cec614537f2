import Evaluation
import Screen

extension Console {
  /// While signatures are awaited, up and down choose a signer; otherwise they scroll the grid.
  var isChoosingSigner: Bool { oral?.stage == .signing || oral?.stage == .refused }

  mutating func atGrid(_ command: Command, at now: Stamp) -> [Effect] {
    guard let oral else { return [] }
    if isChoosingSigner, command == .up || command == .down {
      _ = move(command, on: .grid, count: oral.requiredSigners.count)
      return []
    }
    if scrollGrid(command) { return [] }
    switch command {
    case .seal: askSeal(oral, at: now)
    case .sign: askPassphrase(oral)
    case .reopen:
      if let refusal = oral.refusal(of: .gridReopened(reason: "?"), at: now) {
        refuse(refusal)
      } else {
        prompt = .text(.reopen, field: TextField(lines: true))
      }
    case .refuseSignature: askRefusal(at: now)
    case .obstacles: return go(to: .obstacles)
    default: break
    }
    return []
  }

  private mutating func scrollGrid(_ command: Command) -> Bool {
    let rows = gridAreas(in: pageArea).page.rows
    let furthest = max(0, (gridPicture?.lines.count ?? 0) - rows)
    // Up from past the end, where a resize may have left it, moves at once.
    let scroll = min(gridScroll, furthest)
    switch command {
    case .up: gridScroll = max(0, scroll - 1)
    case .down: gridScroll = min(furthest, scroll + 1)
    case .pageUp: gridScroll = max(0, scroll - max(1, rows - 1))
    case .pageDown: gridScroll = min(furthest, scroll + max(1, rows - 1))
    case .first: gridScroll = 0
    case .last: gridScroll = furthest
    default: return false
    }
    return true
  }

  private mutating func askSeal(_ oral: Oral, at now: Stamp) {
    if let obstacle = oral.obstacles.first, oral.seal == nil {
      let left = oral.obstacles.count
      refuse(
        "\(obstacle.phrase.fr) ; l : ce qui manque (\(left))", "\(obstacle.phrase.en); l: what is missing (\(left))")
    } else if let refusal = oral.refusal(of: .gridSealed(digest: ""), at: now) {
      refuse(refusal)
    } else {
      prompt = .confirm(.seal)
    }
  }

  /// The first signer who has neither signed nor refused to; the first of all when there is none.
  func nextSigner(_ oral: Oral) -> Int {
    oral.seal.flatMap { seal in oral.requiredSigners.firstIndex(where: seal.awaits) } ?? 0
  }

  /// The passphrase of the signer under the cursor, or of the next one to sign.
  private mutating func askPassphrase(_ oral: Oral) {
    guard let seal = oral.seal else {
      refuse("la grille n'est pas scellée : s pour sceller", "the grid is not sealed: s to seal it")
      return
    }
    let signers = oral.requiredSigners
    guard signers.contains(where: seal.awaits) else {
      refuse(
        seal.refusals.isEmpty
          ? Refusal(Phrase("tous les jurés ont signé", "every juror has signed"))
          : Refusal(Phrase("tous les jurés ont signé ou refusé", "every juror has signed or refused to")))
      return
    }
    let row = row(of: .grid)
    guard signers.indices.contains(row), seal.awaits(signers[row]) else {
      rows[.grid] = nextSigner(oral)
      if signers.indices.contains(row), seal.refusals[signers[row]] != nil {
        refuse("ce juré a refusé de signer : au suivant", "this juror has refused to sign: on to the next")
      } else {
        refuse("ce juré a déjà signé : au suivant", "this juror has signed already: on to the next")
      }
      return
    }
    prompt = .passphrase(juror: signers[row], field: TextField(secret: true))
  }

  /// The typed passphrase leaves the console at once.
  mutating func finishSigning(_ juror: String, _ passphrase: String) -> [Effect] {
    prompt = nil
    signing = juror
    return [.sign(juror: juror, passphrase: passphrase)]
  }
}
