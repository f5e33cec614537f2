import Evaluation
import Screen

extension Console {
  func gridView(in area: Area, _ picture: inout Picture) {}
}
