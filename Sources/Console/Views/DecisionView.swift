import Evaluation
import Screen

extension Console {
  func decisionView(at now: Stamp, in area: Area, _ picture: inout Picture) {}
  func obstaclesView(in area: Area, _ picture: inout Picture) {}
}
