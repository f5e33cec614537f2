import Evaluation
import Screen

extension Console {
  /// What the screen shows.
  public func picture(at now: Stamp) -> Picture {
    var picture = Picture(size: size)
    guard size.isUseful else {
      tooSmallView(in: &picture)
      return picture
    }
    headerView(at: now, in: &picture)
    let body = areaBesidePanel(at: now)
    switch page {
    case .home: homeView(at: now, in: body, &picture)
    case .before: beforeView(at: now, in: body, &picture)
    case .oral: oralView(at: now, in: body, &picture)
    case .agenda: agendaView(at: now, in: body, &picture)
    case .deliberation: deliberationView(at: now, in: body, &picture)
    case .decision: decisionView(at: now, in: body, &picture)
    case .obstacles: obstaclesView(in: body, &picture)
    case .grid: gridView(in: body, &picture)
    }
    footerView(at: now, in: &picture)
    promptView(at: now, in: pageArea, &picture)
    return picture
  }

  /// The page's place between the header and the message line.
  var pageArea: Area { size.pageArea }

  /// What a small panel leaves of the page, so that it covers no line it speaks of.
  private func areaBesidePanel(at now: Stamp) -> Area {
    guard prompt != nil else { return pageArea }
    var sketch = Picture(size: size)
    promptView(at: now, in: pageArea, &sketch)
    guard let row = sketch.panelRow, row - pageArea.row >= 9 else { return pageArea }
    return pageArea.split(atRow: row - pageArea.row).top
  }

  private func tooSmallView(in picture: inout Picture) {
    picture.tooSmall(language)
    if case .unsaved = saving {
      picture.frame.put(t("NON ENREGISTRÉ", "NOT SAVED"), row: size.rows - 1, column: 0, role: "header.unsaved")
    }
  }
}
