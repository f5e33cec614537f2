import Evaluation
import Screen

extension Console {
  func promptView(at now: Stamp, in area: Area, _ picture: inout Picture) {}
}
