import Evaluation
import Screen

extension Console {
  /// Takes back the last act that can be, and shows where it was.
  mutating func undo(at now: Stamp) -> [Effect] {
    guard let undo = oral?.undo else {
      refuse("rien à annuler", "nothing to undo")
      return []
    }
    let effects = record([undo.event], isUndo: true, at: now)
    if !effects.isEmpty { show(undo.event) }
    return effects
  }

  /// Moves the cursor to where an undone fact shows.
  private mutating func show(_ event: Event) {
    switch event {
    case .criterionMarked(let id, _), .questionPrepared(let id, _), .questionAsked(let id), .questionUnasked(let id):
      if page == .oral { go(toCriterion: id) }
      if page == .agenda { agendaAt = id }
    case .verdictGiven(let id, _, _, _):
      if let index = oral?.competencies.firstIndex(where: { $0.id == id }) { rows[.deliberation] = index }
    case .blockDecided(let id, _, _): rows[.decision] = decisionRow(ofBlock: id)
    default: break
    }
  }

  /// What was taken back. Undo reaches acts of other pages: it says which one.
  func undone(_ event: Event) -> Message {
    let what: Phrase =
      switch event {
      case .criterionMarked(let id, .none): Phrase("la coche de \(id) est enlevée", "the mark of \(id) is taken away")
      case .criterionMarked(let id, _): Phrase("la coche de \(id) est rétablie", "the mark of \(id) is put back")
      case .noteWithdrawn: Phrase("la dernière note est retirée", "the last note is withdrawn")
      case .noteRestored: Phrase("la note est rétablie", "the note is restored")
      case .noteShared(_, true): Phrase("la note est partagée comme avant", "the note is shared as before")
      case .noteShared: Phrase("la note n'est plus partagée", "the note is no more shared")
      case .questionPrepared(let id, _):
        Phrase("la question sur \(id) est comme avant", "the question on \(id) is as before")
      case .questionUnasked(let id):
        Phrase("la question sur \(id) n'est plus posée", "the question on \(id) is unasked")
      case .verdictGiven(let id, nil, _, _): Phrase("\(id) est de nouveau à décider", "\(id) is undecided again")
      case .verdictGiven(let id, _, _, _): Phrase("\(id) est décidée comme avant", "\(id) is decided as before")
      case .blockDecided(let id, nil, _):
        Phrase("le bloc \(id) est de nouveau à décider", "block \(id) is undecided again")
      case .blockDecided(let id, _, _):
        Phrase("le bloc \(id) est décidé comme avant", "block \(id) is decided as before")
      case .decisionTaken:
        Phrase("la décision et le commentaire sont comme avant", "the decision and the comment are as before")
      default: Phrase("comme avant", "as before")
      }
    return Message(.done, Phrase("annulé : \(what.fr)", "undone: \(what.en)"))
  }
}
