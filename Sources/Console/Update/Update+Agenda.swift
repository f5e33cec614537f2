import Evaluation
import Screen

extension Console {
  /// The criterion under the agenda's cursor.
  var agendaCriterion: Criterion? { nil }
  mutating func atAgenda(_ command: Command, at now: Stamp) -> [Effect] { atMarking(command, at: now) }
}
