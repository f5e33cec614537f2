import Evaluation
import Screen

extension Console {
  /// The line under the agenda's cursor: the criterion it was put on, wherever a mark moved it; once that one has
  /// left the agenda, the line that took its place.
  var agendaRow: Int {
    let agenda = oral?.agenda ?? []
    if let agendaAt, let row = agenda.firstIndex(where: { $0.id == agendaAt }) { return row }
    return max(0, min(row(of: .agenda), agenda.count - 1))
  }

  /// The criterion under the agenda's cursor.
  var agendaCriterion: Criterion? {
    guard let agenda = oral?.agenda, agenda.indices.contains(agendaRow) else { return nil }
    return agenda[agendaRow]
  }

  mutating func atAgenda(_ command: Command, at now: Stamp) -> [Effect] {
    guard let agenda = oral?.agenda else { return [] }
    rows[.agenda] = agendaRow
    let isMove = move(command, on: .agenda, count: agenda.count)
    agendaAt = agenda.indices.contains(row(of: .agenda)) ? agenda[row(of: .agenda)].id : nil
    if isMove { return [] }
    if agenda.isEmpty, [.markMet, .markNotMet, .markToProbe, .clearMark, .question, .ask].contains(command) {
      refuse("l'agenda est vide", "the agenda is empty")
      return []
    }
    return atMarking(command, at: now)
  }
}
