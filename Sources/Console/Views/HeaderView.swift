import Evaluation
import Screen

extension Console {
  func headerView(at now: Stamp, in picture: inout Picture) {}
  func footerView(at now: Stamp, in picture: inout Picture) {}
}
