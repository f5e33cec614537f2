import Evaluation
import Screen

extension Console {
  func homeView(at now: Stamp, in area: Area, _ picture: inout Picture) {}
}
