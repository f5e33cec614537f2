import Evaluation
import Screen

extension Console {
  /// The competency under the deliberation's cursor.
  var deliberationCompetency: Competency? { nil }
  mutating func atDeliberation(_ command: Command, at now: Stamp) -> [Effect] { [] }
}
