import Evaluation
import Screen

extension Console {
  func oralView(at now: Stamp, in area: Area, _ picture: inout Picture) {}
}
