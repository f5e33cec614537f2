import Evaluation
import Screen

// Which of a juror's notes the candidate of a mock oral may read.

extension Console {
  /// The viewer's notes, those that stand.
  private var ownNotes: [Sheet.Note] { oral?.notes() ?? [] }

  mutating func startSharing() {
    guard plan.isReviewed else {
      refuse("une note ne se partage qu'à l'oral blanc", "a note is shared in a mock oral only")
      return
    }
    guard !ownNotes.isEmpty else {
      refuse("aucune note à partager ; c pour en écrire une", "no note to share; c to write one")
      return
    }
    prompt = .sharing(index: ownNotes.count - 1)
  }

  mutating func shared(_ index: Int, _ key: Key, at now: Stamp) -> [Effect] {
    let notes = ownNotes
    switch key {
    case .up, .character("k"): prompt = .sharing(index: max(0, index - 1))
    case .down, .character("j"): prompt = .sharing(index: min(notes.count - 1, index + 1))
    // Not Enter, which would take back at once what somebody chose and means to confirm.
    case .character(" "):
      guard notes.indices.contains(index) else { return [] }
      return record(.noteShared(note: notes[index].number, !notes[index].isShared), at: now)
    default: prompt = nil
    }
    return []
  }

  func sharingPanel(_ index: Int, in area: Area, _ picture: inout Picture) {
    let notes = ownNotes.map { note in
      (note.isShared ? "[✓] " : "[ ] ") + note.subject + "  " + note.text
    }
    picture.choicePanel(
      t(
        "Notes que le candidat pourra lire, sans leur auteur", "Notes that the candidate may read, without their author"
      ),
      notes, index: index, own: nil, in: area)
  }
}
