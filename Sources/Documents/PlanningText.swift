import Evaluation

/// A planning as aligned lines, for a terminal.
public enum PlanningText {
  /// Lines of at most `width` columns where names allow it, a final newline.
  public static func render(_ planning: Planning, width: Int = 80) -> String {
    let mock = planning.plan.isMock ? "ORAL BLANC · " : ""
    var lines = [mock + Plain.line(planning.plan.title), Plain.line(planning.standing)]
    var day: CalendarDate?
    for column in planning.columns {
      if column.date != day {
        lines += ["", column.date.longText(.fr)]
        day = column.date
      }
      lines += [""] + hung("  " + Plain.line(Room.title(column.room).fr), planning.names(column.jury), at: 15, width)
      if let link = planning.plan.room(column.room)?.link { lines += hung("", link, at: 15, width) }
      let names = column.slots.map { Plain.columns(Plain.line(planning.name($0))) }.max() ?? 0
      for slot in column.slots { lines += self.lines(slot, in: column, names: names, planning, width) }
    }
    if !planning.unplaced.isEmpty {
      lines += ["", "Sans créneau"] + planning.unplaced.map { "  " + Plain.line($0.name) }
    }
    lines += ["", "Durées et réglages"]
    let labels = (planning.durations.map { Plain.columns(Plain.line($0.label)) }.max() ?? 0) + 4
    for fact in planning.durations {
      guard case .paragraph(let text, _) = fact.value else { continue }
      lines += hung("  " + Plain.line(fact.label), text, at: labels, width)
    }
    lines += Plain.wrap(Planning.durationsNote, width: width - 2).map { "  " + $0 }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(
    _ slot: Slot, in column: Planning.Column, names: Int, _ planning: Planning, _ width: Int
  ) -> [String] {
    let name = Plain.line(planning.name(slot))
    let gap = String(repeating: " ", count: names - Plain.columns(name) + 2)
    let minutes = planning.minutes(slot).map { ", \($0) min" } ?? ""
    var lines = hung(
      "  \(planning.span(slot))", "\(name)\(gap)\(planning.oral(slot))\(minutes)", at: 15, width, wraps: false)
    if slot.jury != column.jury { lines += hung("", "jury : \(planning.names(slot.jury))", at: 17, width) }
    if let link = slot.link { lines += hung("", link, at: 17, width) }
    return lines
  }

  private static func hung(_ label: String, _ text: String, at indent: Int, _ width: Int, wraps: Bool = true)
    -> [String]
  {
    let lines = wraps ? Plain.wrap(text, width: max(20, width - indent)) : [Plain.line(text)]
    let space = String(repeating: " ", count: indent)
    let first = label + String(repeating: " ", count: max(1, indent - Plain.columns(label)))
    return lines.enumerated().map { ($0 == 0 ? first : space) + $1 }
  }
}
