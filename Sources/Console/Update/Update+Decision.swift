import Evaluation
import Screen

extension Console {
  mutating func atDecision(_ command: Command, at now: Stamp) -> [Effect] { [] }
  mutating func atObstacles(_ command: Command, at now: Stamp) -> [Effect] { [] }
}
