import Evaluation
import Screen

extension Console {
  func deliberationView(at now: Stamp, in area: Area, _ picture: inout Picture) {}
}
