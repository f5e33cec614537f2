import Evaluation
import Screen

extension Console {
  func agendaView(at now: Stamp, in area: Area, _ picture: inout Picture) {}
}
