import Evaluation
import Screen

// What several jurors do that one console does not: hand in, confirm, vote, reserve, release, refuse to sign.

extension Console {
  /// Asks before the grid is handed in: it says what is left without opinion or mark.
  mutating func askHandIn(at now: Stamp) {
    guard let oral else { return }
    if let refusal = oral.refusal(of: .handedIn, at: now) { return refuse(refusal) }
    let unmarked = oral.competencies.reduce(0) { $0 + oral.tally(of: $1).none }
    prompt = .confirm(.handIn(unjudged: oral.competencies.count - oral.opinionCount(of: viewer), unmarked: unmarked))
  }

  mutating func askConfirmAgreed() {
    guard let oral, oral.isIndividual, oral.isDeliberating, !oral.agreed.isEmpty else {
      refuse("aucun accord à confirmer", "no agreement to confirm")
      return
    }
    prompt = .confirm(.confirmAgreed)
  }

  /// The verdicts on which all agree, each as the jurors judged it.
  func agreedVerdicts() -> [Event] {
    guard let oral else { return [] }
    return oral.agreed.map { competency, acquired in
      .verdictGiven(
        competency: competency.id, acquired: acquired, unmarkedConfirmed: oral.unmarked(in: competency) > 0)
    }
  }

  mutating func askVote(on competency: Competency, at now: Stamp) {
    guard let oral else { return }
    if let refusal = oral.refusal(of: .voteOpened(competency: competency.id), at: now) { return refuse(refusal) }
    prompt = .confirm(.openVote(competency: competency.id))
  }

  mutating func confirmWhole(at now: Stamp) -> [Effect] {
    guard let oral else { return [] }
    return record(.wholeConfirmed(revision: oral.revision), at: now)
  }

  mutating func startReservation(at now: Stamp) {
    guard let oral else { return }
    if let refusal = oral.refusal(of: .reservationMade(text: "?", inGrid: false), at: now) { return refuse(refusal) }
    let own = oral.reservations[viewer]
    prompt = .text(.reservation(inGrid: own?.inGrid ?? true), field: TextField(own?.text ?? "", lines: true))
  }

  /// The juror under the cursor must leave: of the page before the oral, or of those whose grid is awaited.
  mutating func askRelease(at now: Stamp) {
    guard let oral else { return }
    let juror: Juror? =
      switch page {
      case .before: beforeLines.indices.contains(row(of: .before)) ? beforeLines[row(of: .before)].juror : nil
      case .deliberation where !isJudgingAlone && !oral.isDeliberating: awaitedHere
      default: nil
      }
    guard let juror else {
      refuse(
        "choisir d'abord le juré, sur la page d'avant l'oral", "choose the juror first, on the page before the oral")
      return
    }
    if let refusal = oral.refusal(of: .jurorReleased(juror: juror.id, reason: "?"), at: now) { return refuse(refusal) }
    prompt = .text(.release(juror: juror.id), field: TextField())
  }

  /// The juror under the cursor among those whose grid is awaited.
  var awaitedHere: Juror? {
    guard let awaited = oral?.awaited, !awaited.isEmpty else { return nil }
    return awaited[min(row(of: .deliberation), awaited.count - 1)]
  }

  mutating func askRefusal(at now: Stamp) {
    guard let oral, let signer = signerHere else {
      refuse("la grille n'est pas scellée : s pour sceller", "the grid is not sealed: s to seal it")
      return
    }
    let event = Event.signatureRefused(juror: signer, reason: "?")
    if let refusal = oral.refusal(of: event, at: now) { return refuse(refusal) }
    prompt = .text(.refuseSignature(juror: signer), field: TextField(lines: true))
  }

  /// The signer under the grid page's cursor.
  private var signerHere: String? {
    guard let oral, oral.seal != nil, oral.requiredSigners.indices.contains(row(of: .grid)) else { return nil }
    return oral.requiredSigners[row(of: .grid)]
  }
}
