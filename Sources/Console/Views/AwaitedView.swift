import Evaluation
import Screen

extension Console {
  /// Until all grids are handed in the deliberation shows who is awaited, and nothing else.
  func awaitedView(_ oral: Oral, at now: Stamp, in area: Area, _ picture: inout Picture) {
    let area = area.rows > 10 ? area.split(atRow: 1).bottom : area
    let title =
      oral.sits(viewer)
      ? t("Votre grille est remise. La délibération attend :", "Your grid is handed in. The deliberation awaits:")
      : t("Vous ne siégez pas dans cet oral. La délibération attend :", "You do not sit in this oral. Awaited:")
    picture.frame.put(title, row: area.row, column: 3, role: "text.strong", width: area.columns - 4)
    let list = area.split(atRow: area.rows > 6 ? 2 : 1).bottom
    let here = min(row(of: .deliberation), max(0, oral.awaited.count - 1))
    let first = Line.window(around: here, count: oral.awaited.count, height: list.rows)
    for (offset, juror) in oral.awaited[first...].prefix(list.rows).enumerated() {
      let line = list.rows(from: offset, count: 1)
      picture.listLine(
        [Run(juror.name, "text.strong")], right: area.columns >= 60 ? consoleRuns(of: juror, at: now) : [],
        row: first + offset, isHere: first + offset == here, in: line)
    }
    let foot = list.rows - oral.awaited.count
    guard foot >= 3, let juror = awaitedHere else { return }
    picture.frame.put(
      [
        Run("L", "accent"),
        Run(
          t(
            " : libérer \(juror.name), avec un motif, si ce juré doit partir",
            ": release \(juror.name), with a reason, if they must leave"), "text.dim"),
      ], row: list.row + oral.awaited.count + 1, column: 3, width: area.columns - 4)
  }

  /// « console ouverte depuis 09:02 », « muette depuis 00:12 », « pas de console ouverte ».
  private func consoleRuns(of juror: Juror, at now: Stamp) -> [Run] {
    guard let neighbour = neighbour(juror.id) else {
      return juror.id == viewer ? [] : [Run(t("pas de console ouverte", "no console open"), "mark.toProbe")]
    }
    if let silence = neighbour.silence(at: now) {
      return [Run(t("console muette depuis ", "console silent for ") + minutesText(silence), "mark.toProbe")]
    }
    return [
      Run(t("console ouverte depuis ", "console open since ") + neighbour.since.minuteText, "text.dim"),
      Run(clockDisagreement(neighbour), "text.dim"),
    ]
  }

  /// « · sa montre avance de 61:02 »: wall clocks that disagree harm nothing, and are said.
  func clockDisagreement(_ neighbour: Neighbour) -> String {
    guard let ahead = neighbour.wallAhead, abs(ahead) >= 2000 else { return "" }
    let time = minutesText(abs(ahead))
    return ahead > 0
      ? t(" · sa montre avance de \(time), sans effet", " · its clock is \(time) fast, to no effect")
      : t(" · sa montre retarde de \(time), sans effet", " · its clock is \(time) slow, to no effect")
  }
}
