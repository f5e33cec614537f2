import Evaluation
import Screen

extension Watch {
  /// What the screen shows.
  public func picture(at now: Stamp) -> Picture {
    Picture.page(of: size, language) { picture, area in draw(at: now, in: area, &picture) }
  }

  private func draw(at now: Stamp, in area: Area, _ picture: inout Picture) {
    let all = allRows(at: now)
    headerView(all, at: now, in: &picture)
    switch page {
    case .rooms: roomsView(shown(of: all), of: all, at: now, in: area, &picture)
    case .room: roomView(at: now, in: area, &picture)
    case .closing: closingView(in: area, &picture)
    case .clock: clockView(all, at: now, in: area, &picture)
    }
    picture.footer(
      WatchKeys.table.footerKeys(on: page), asked: asked, message: message ?? alarm,
      help: (t("Touches de cette page", "Keys of this page"), helpLines), language)
  }

  /// Rows of a page that scrolls, below its title.
  var pageRows: Int { max(1, size.pageArea.rows - 2) }

  /// The first thing wrong with a session, and how many more.
  private var alarm: Message? {
    let alarms = sessions.flatMap(\.alarms)
    guard let first = alarms.first else { return nil }
    let more = alarms.count > 1 ? " (+\(alarms.count - 1))" : ""
    return Message(.refusal, Phrase(first.fr + more, first.en + more))
  }

  /// What the day is, and how many rooms need somebody.
  private func headerView(_ all: [Row], at now: Stamp, in picture: inout Picture) {
    picture.frame.clear(Area(row: 0, column: 0, rows: 2, columns: size.columns), role: "header")
    let readOnly =
      sessions.allSatisfy(\.isReadOnly) ? [Run(t("lecture seule", "read-only") + "  ", "header.watermark")] : []
    // At the right, where no title cuts it.
    let marked = sessions.first(where: \.plan.isMock) ?? sessions.first { $0.plan.isSample }
    let mark = marked?.plan.watermark.map { [Run($0(language) + "  ", "header.watermark")] } ?? []
    let right = mark + readOnly + [Run(now.at.timeOfDayText, "header.strong")]
    let room = picture.frame.put(right: right, row: 0, endColumn: size.columns - 1) - 2
    let candidates = sessions.reduce(0) { $0 + $1.plan.candidates.count }
    let manager = sessions.count == 1 ? " · " + sessions[0].plan.manager.name : ""
    let about =
      "  " + t("\(all.count) salle\(all.count > 1 ? "s" : "")", "\(all.count) room\(all.count == 1 ? "" : "s")")
      + t(
        " · \(candidates) candidat\(candidates > 1 ? "s" : "")",
        " · \(candidates) candidate\(candidates == 1 ? "" : "s")") + manager
    let titles = titleRuns(width: max(0, room - 1))
    picture.frame.put(titles + [Run(about, "header.dim")], row: 0, column: 1, width: max(0, room - 1))
    picture.frame.put(countRuns(all), row: 1, column: 1, width: size.columns - 2)
  }

  /// The session's title; of several each has its letter, and as much of the row as the others.
  private func titleRuns(width: Int) -> [Run] {
    guard sessions.count > 1 else { return sessions.map { Run($0.plan.title, "header.strong") } }
    let share = max(1, (width - 5 * sessions.count + 3) / sessions.count)
    return sessions.enumerated().flatMap { index, session in
      let title = session.plan.title
      let isCut = Width.columns(title) > share
      let shown = isCut ? String(title.prefix(max(0, share - 1))) + "…" : title
      return [
        Run((index > 0 ? " · " : "") + sessionLetter(index) + " ", "header.accent"), Run(shown, "header.strong"),
      ]
    }
  }

  private func countRuns(_ all: [Row]) -> [Run] {
    func count(_ rank: Int) -> Int { all.count { $0.status.verdict.rank == rank } }
    func s(_ count: Int) -> String { count > 1 ? "s" : "" }
    let needed = count(0)
    let counts: [(Int, Phrase, Role)] = [
      (
        needed,
        Phrase(
          "\(needed) salle\(s(needed)) \(needed > 1 ? "ont" : "a") besoin de vous",
          "\(needed) room\(s(needed)) need\(needed > 1 ? "" : "s") you"), "header.needed"
      ),
      (count(1), Phrase("\(count(1)) sans nouvelles", "\(count(1)) not heard of"), "header.stale"),
      (count(2), Phrase("\(count(2)) en retard", "\(count(2)) late"), "header.late"),
      (count(3), Phrase("\(count(3)) à l'heure", "\(count(3)) on time"), "header.onTime"),
      (count(4), Phrase("\(count(4)) à venir", "\(count(4)) to come"), "header.dim"),
      (count(5), Phrase("\(count(5)) terminée\(s(count(5)))", "\(count(5)) finished"), "header.dim"),
    ]
    var runs = counts.filter { $0.0 > 0 }.flatMap { [Run($0.1(language), $0.2), Run("   ", "header")] }
    let shown: Phrase? =
      switch filter {
      case .all: nil
      case .troubled: Phrase("seules : celles à voir", "only: those to see")
      case .underWay: Phrase("seules : oral en cours", "only: under way")
      }
    if let shown { runs.append(Run("[\(shown(language))]  ", "header.accent")) }
    if !search.isEmpty { runs.append(Run("[/\(search)]", "header.accent")) }
    return runs
  }
}
