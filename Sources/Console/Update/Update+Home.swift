import Evaluation
import Screen

extension Console {
  mutating func atHome(_ command: Command, at now: Stamp) -> [Effect] { [] }
  mutating func clicked(_ mouse: Mouse, at now: Stamp) -> [Effect] { [] }
}
