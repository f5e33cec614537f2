import Evaluation
import Screen

extension Console {
  mutating func atGrid(_ command: Command, at now: Stamp) -> [Effect] { [] }
  mutating func finishSigning(_ juror: String, _ passphrase: String) -> [Effect] { [] }
}
