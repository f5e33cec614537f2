import Evaluation
import Screen

extension Console {
  /// What still keeps the grid from being sealed, one line each.
  func obstaclesView(in area: Area, _ picture: inout Picture) {
    guard let oral else { return }
    let obstacles = oral.obstacles
    let area = area.rows > 8 ? area.split(atRow: 1).bottom : area
    let title =
      oral.seal != nil
      ? t("La grille est scellée", "The grid is sealed")
      : obstacles.isEmpty
        ? t("Rien ne manque", "Nothing is missing")
        : t("Ce qui empêche de sceller la grille", "What keeps the grid from being sealed")
    picture.frame.put(
      [Run(title, "accent.strong"), Run(obstacles.isEmpty ? "" : "  \(obstacles.count)", "text.dim")], row: area.row,
      column: 1, width: area.columns - 2)
    if obstacles.isEmpty {
      picture.frame.put(
        [
          Run(Key.enter.name(language), "accent"),
          Run(t(" : la grille telle qu'elle sera imprimée", ": the grid as it will be printed"), "text.dim"),
        ], row: area.row + 2, column: 3, width: area.columns - 4)
      return
    }
    let list = area.split(atRow: 2).bottom
    let here = min(row(of: .obstacles), obstacles.count - 1)
    let first = Line.window(around: here, count: obstacles.count, height: list.rows)
    for (offset, obstacle) in obstacles[first...].prefix(list.rows).enumerated() {
      let place = list.rows(from: offset, count: 1)
      let isHere = first + offset == here
      if isHere { picture.frame.clear(place, role: "row.selected") }
      picture.frame.put(
        [
          Run(isHere ? "▸ " : "  ", isHere ? "row.selected.accent" : "text"),
          Run(obstacle.phrase(language), isHere ? "row.selected.strong" : "text"),
        ], row: place.row, column: 1, width: place.columns - 2)
      picture.target(place, .row(first + offset))
    }
  }
}
