import Evaluation
import Screen

extension Watch {
  /// The console after an action, and what must happen outside because of it.
  public mutating func update(_ action: WatchAction, at now: Stamp) -> [WatchEffect] {
    switch action {
    case .pressed(let key):
      message = nil
      return asked == nil ? pressed(key, at: now) : answered(key, at: now)
    case .pasted(let text):
      if asked?.paste(text) != true {
        refuse("texte collé ignoré : aucun champ n'est ouvert", "pasted text ignored: no field is open")
      }
    case .clicked(let mouse): return clicked(mouse, at: now)
    case .resized(let size): self.size = size
    case .seen(let index, let session):
      if sessions.indices.contains(index) { sessions[index] = session }
    case .said(let phrase): message = Message(.refusal, phrase)
    case .recorded(let event):
      message = Message(.done, recorded(event))
      // What is missing may have changed with it.
      if page == .closing, let closing { return [.lookAtClosing(session: closing.session)] }
    case .closingRead(let read): closingRead(read)
    case .refused(let refusal):
      let hint = refusal.hint
      refuse(
        refusal.reason.fr + (hint.map { " ; " + $0.fr } ?? ""), refusal.reason.en + (hint.map { "; " + $0.en } ?? ""))
    }
    return []
  }

  mutating func refuse(_ fr: String, _ en: String) { message = Message(.refusal, Phrase(fr, en)) }

  private mutating func pressed(_ key: Key, at now: Stamp) -> [WatchEffect] {
    guard let command = WatchKeys.table.command(for: key, on: page) else {
      refuse(
        "« \(key.name(.fr)) » ne fait rien ici ; F1 : toutes les touches",
        "“\(key.name(.en))” does nothing here; F1: all keys")
      return []
    }
    return perform(command, at: now)
  }

  mutating func perform(_ command: WatchCommand, at now: Stamp) -> [WatchEffect] {
    switch command {
    case .help: asked = .reading(.help)
    case .quit: return [.quit]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .back: back()
    case .up, .down, .pageUp, .pageDown, .first, .last: move(command, at: now)
    case .filter: turnFilter(at: now)
    case .search: asked = .text(.search, title: Self.searchTitle, field: TextField(search), takesNothing: true)
    case .take: return takeHere()
    case .takeAll: return take(closing?.proposals ?? [])
    case .write: askObservations()
    case .open, .clock, .closing, .message, .messageAll, .incident, .attendance:
      let rows = rows(at: now)
      guard !rows.isEmpty else {
        refuse("aucune salle ici", "no room here")
        return []
      }
      let row = rows[index(in: rows)]
      here = row.place
      if command == .closing { return askClosing(row.place) }
      act(command, on: row, at: now)
    }
    return []
  }

  private static let searchTitle = Phrase(
    "Salles dont la ligne contient (vide : toutes)", "Rooms whose line holds (empty: all)")

  private mutating func act(_ command: WatchCommand, on row: Row, at now: Stamp) {
    switch command {
    case .open: go(to: .room)
    case .clock: go(to: .clock)
    case .message: askMessage(session: row.place.session, rooms: [row.place.room])
    case .messageAll: askMessage(session: row.place.session, rooms: [])
    case .incident: askIncident(row)
    case .attendance: askAttendance(row)
    default: break
    }
  }

  private mutating func go(to page: WatchPage) {
    self.page = page
    scroll = 0
  }

  private mutating func back() {
    if page != .rooms { return go(to: .rooms) }
    if !search.isEmpty || filter != .all {
      search = ""
      filter = .all
      return
    }
    message = Message(.refusal, Phrase("Ctrl-Q pour quitter", "Ctrl-Q to quit"))
  }

  private mutating func turnFilter(at now: Stamp) {
    let all = Filter.allCases
    filter = all[((all.firstIndex(of: filter) ?? 0) + 1) % all.count]
    let rows = rows(at: now)
    if !rows.contains(where: { $0.place == here }) { here = rows.first?.place ?? here }
  }

  private mutating func move(_ command: WatchCommand, at now: Stamp) {
    if page == .closing { return moveInClosing(command) }
    if page == .room {
      let furthest = max(0, roomLines(at: now).count - pageRows)
      let target =
        switch command {
        case .up: scroll - 1
        case .down: scroll + 1
        case .pageUp: scroll - 10
        case .pageDown: scroll + 10
        case .first: 0
        default: furthest
        }
      scroll = max(0, min(furthest, target))
      return
    }
    let rows = rows(at: now)
    guard !rows.isEmpty else { return }
    let row = index(in: rows)
    let target =
      switch command {
      case .up: row - 1
      case .down: row + 1
      case .pageUp: row - 10
      case .pageDown: row + 10
      case .first: 0
      default: rows.count - 1
      }
    here = rows[max(0, min(rows.count - 1, target))].place
  }

  /// A press puts the cursor on a room, a double press opens it, the wheel moves.
  private mutating func clicked(_ mouse: Mouse, at now: Stamp) -> [WatchEffect] {
    switch mouse.act {
    case .scrollUp: return asked == nil ? perform(.up, at: now) : answered(.up, at: now)
    case .scrollDown: return asked == nil ? perform(.down, at: now) : answered(.down, at: now)
    case .press, .doublePress:
      guard asked == nil, case .row(let row)? = picture(at: now).spot(at: mouse.position) else { return [] }
      if page == .closing {
        guard asked == nil else { return [] }
        closing?.index = row
        return mouse.act == .doublePress ? perform(.take, at: now) : []
      }
      let rows = rows(at: now)
      guard page == .rooms, rows.indices.contains(row) else { return [] }
      here = rows[row].place
      return mouse.act == .doublePress ? perform(.open, at: now) : []
    }
  }
}
