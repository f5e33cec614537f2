import Evaluation
import Screen

extension Console {
  mutating func atBefore(_ command: Command, at now: Stamp) -> [Effect] { [] }
}
