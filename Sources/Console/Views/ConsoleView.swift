import Evaluation
import Screen

extension Console {
  /// What the screen shows.
  ///
  /// - Parameter last: an earlier picture: of the live oral, only what has changed since is drawn again.
  public func picture(at now: Stamp, over last: consuming Picture? = nil) -> Picture {
    // Taken, not copied: its parts are changed in their places.
    if let scene, var picture = consume last, picture.scene == scene {
      picture.goOver()
      draw(at: now, in: &picture)
      if picture.isWhole { return picture }
    }
    var picture = Picture(size: size, scene: scene)
    draw(at: now, in: &picture)
    return picture
  }

  private var scene: Scene? {
    guard page == .oral, prompt == nil, let candidate else { return nil }
    return Scene(candidate: candidate, size: size, competency: spot.competency)
  }

  private func draw(at now: Stamp, in picture: inout Picture) {
    guard size.isUseful else {
      if picture.part(Area(size), .anything) { tooSmallView(in: &picture) }
      return
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
