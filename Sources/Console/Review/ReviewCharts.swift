import Evaluation
import Screen

// The charts of a review: the oral as a time line, and what was seen at which minute, as blocks.

extension ReviewConsole {
  /// Columns before a chart.
  private static let label = 8

  private var track: Int { max(10, width - Self.label) }

  // MARK: Time line

  /// The plan above the oral as it went, on one axis; a pause is a thin line.
  var timeLine: [[Run]] {
    let length = review.timeLineLength
    let planned = review.plannedStretches
    var names = Array(repeating: " ", count: track)
    for stretch in planned {
      let (first, end) = (column(stretch.from, of: length), column(stretch.to, of: length))
      let name = padded(review.phases[stretch.phase].title, max(0, end - first - 1))
      // Wide characters would take two columns: such a name is left out.
      guard Width.columns(name) == name.count, end <= track else { continue }
      for (offset, character) in name.enumerated() { names[first + offset] = String(character) }
    }
    return [
      [Run(padded("", Self.label)), Run(names.joined(), "text.dim")],
      [Run(padded(t("prévu", "planned"), Self.label), "text.dim")] + cells(of: planned, length),
      [Run(padded(t("réel", "actual"), Self.label), "text.strong")] + cells(of: review.stretches, length),
      [
        Run(padded("", Self.label)),
        Run(axis(length / 60_000, width: track) { column($0 * 60_000, of: length) }, "text.dim"),
      ],
    ]
  }

  private func column(_ time: Int, of length: Int) -> Int { time * track / length }

  /// Phases by turns full and half-toned; a pause shows however short it was.
  private func cells(of stretches: [Review.Stretch], _ length: Int) -> [Run] {
    var cells = Array(repeating: (text: " ", role: Role("text.dim")), count: track)
    for stretch in stretches.filter({ !$0.isPause }) + stretches.filter(\.isPause) {
      let first = min(track - 1, column(stretch.from, of: length))
      let end = max(stretch.isPause ? first + 1 : first, column(stretch.to, of: length))
      let cell: (String, Role) =
        stretch.isPause ? ("─", "text.dim") : (stretch.phase.isMultiple(of: 2) ? "█" : "▒", "bar.done")
      for index in first..<min(track, end) { cells[index] = cell }
    }
    return cells.map { Run($0.text, $0.role) }
  }

  /// Minutes under a chart, as many as there is room for.
  ///
  /// - Parameter column: where a minute begins.
  private func axis(_ minutes: Int, width: Int, column: (Int) -> Int) -> String {
    let step = [1, 2, 5, 10, 15, 30, 60, 120].first { column($0) >= 6 } ?? 240
    var text = ""
    for minute in stride(from: 0, through: minutes, by: step) {
      let said = minute == 0 ? "0 min" : "\(minute)"
      guard column(minute) + said.count <= width else { break }
      text = padded(text, column(minute)) + said
    }
    return text
  }

  // MARK: Criterion by minute

  /// A row a competency; where criteria were seen, the higher the more. Those not shown or to probe have their own signs.
  var minuteChart: [[Run]] {
    let track = track - 6
    let minutes = max(1, review.length / 60_000 + 1)
    // One minute in one column or in several of them, or several minutes in one.
    let minutesAColumn = (minutes + track - 1) / track
    let columnsAMinute = max(1, track / minutes)
    let count = (minutes + minutesAColumn - 1) / minutesAColumn
    let rows = review.seenByCompetency.map { competency, ticks in
      var cells = Array(repeating: [Mark](), count: count)
      for tick in ticks { cells[min(count - 1, tick.at / 60_000 / minutesAColumn)].append(tick.mark) }
      return (competency, cells)
    }
    let most = max(1, rows.flatMap { $0.1.map(\.count) }.max() ?? 1)
    let chart = rows.map { competency, cells -> [Run] in
      let met = cells.flatMap { $0 }.count { $0 == .met }
      let total = "\(met)/\(competency.criteria.count)"
      return [Run(padded(competency.id, 5) + padded(total, 7), "text.dim")]
        + cells.map { marks in
          let cell = Self.cell(marks, most: most)
          return Run(String(repeating: cell.text, count: columnsAMinute), cell.role)
        }
    }
    let scale = axis(minutes - 1, width: count * columnsAMinute) { $0 / minutesAColumn * columnsAMinute }
    let legend = t(
      "plus haut : plus de critères montrés ; ✗ non montré ; ? à creuser",
      "higher: more criteria shown; ✗ not shown; ? to probe")
    return chart + [[Run(padded("", 12)), Run(scale, "text.dim")], [Run(padded("", 12)), Run(legend, "text.dim")]]
  }

  private static func cell(_ marks: [Mark], most: Int) -> Run {
    let met = marks.count { $0 == .met }
    guard met > 0 else {
      return marks.contains(.notMet) ? sign(of: .notMet) : marks.isEmpty ? Run(" ") : sign(of: .toProbe)
    }
    let blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    return Run(blocks[min(7, max(0, met * 8 / most - 1))], "mark.met")
  }
}
