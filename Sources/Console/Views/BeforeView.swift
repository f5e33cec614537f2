import Evaluation
import Screen

extension Console {
  func beforeView(at now: Stamp, in area: Area, _ picture: inout Picture) {}
}
