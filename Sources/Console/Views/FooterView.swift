import Evaluation
import Screen

extension Console {
  /// The two rows at the bottom: what must be said, and the keys that act here.
  func footerView(at now: Stamp, in picture: inout Picture) {
    messageView(at: now, in: &picture)
    let row = size.rows - 1
    picture.frame.clear(Area(row: row, column: 0, rows: 1, columns: size.columns), role: "footer")
    var keys = prompt.map(keys(of:)) ?? pageKeys
    let help = prompt == nil ? [(key: Key.function(1), label: Phrase("aide", "help"))] : []
    var room = size.columns - 2 - footerColumns(help)
    let count = keys.prefix { key in
      room -= footerColumns([key])
      return room >= -2
    }.count
    keys = keys.prefix(count) + help
    var column = 1
    for (key, label) in keys {
      let runs = [Run(key.name(language), "footer.key"), Run(" " + label(language), "footer")]
      column += picture.frame.put(runs, row: row, column: column, width: size.columns - 1 - column) + 2
    }
  }

  private func footerColumns(_ keys: [(key: Key, label: Phrase)]) -> Int {
    keys.reduce(0) { $0 + Width.columns($1.key.name(language)) + Width.columns($1.label(language)) + 3 }
  }

  /// The keys that act on this page, the most useful first.
  private var pageKeys: [(key: Key, label: Phrase)] {
    let oral = oral
    let table = KeyTable.bindings(on: page)
    return table.indices.compactMap { line in
      let command = table[line].command
      guard let label = table[line].label, let key = table[line].keys.first, isUseful(command, in: oral) else {
        return nil
      }
      return (key, command == .clock ? clockLabel(oral) ?? label : label)
    }
  }

  /// What the clock's key does now.
  private func clockLabel(_ oral: Oral?) -> Phrase? {
    switch oral?.clock.state {
    case .notStarted: Phrase("commencer", "start")
    case .running: Phrase("pause", "pause")
    case .paused: Phrase("reprendre", "resume")
    case .ended, nil: nil
    }
  }

  /// Keys that can do nothing where the oral stands are left out of the footer; pressed, they still say why.
  private func isUseful(_ command: Command, in oral: Oral?) -> Bool {
    guard let oral else { return true }
    return switch command {
    case .acquired, .notAcquired, .take, .comment, .undo, .note, .markMet, .markNotMet, .markToProbe, .question:
      oral.seal == nil
    case .nextPhase: oral.clock.state == .running || oral.clock.state == .paused
    case .ask: page == .agenda
    case .clock: oral.clock.state != .ended
    case .deliberate: oral.clock.state == .ended
    case .backdate: oral.clock.markedWhileStopped != nil
    case .seal: oral.seal == nil && oral.obstacles.isEmpty
    case .sign, .reopen: oral.stage == .signing
    case .obstacles: oral.seal == nil && !oral.obstacles.isEmpty
    default: true
    }
  }

  private func messageView(at now: Stamp, in picture: inout Picture) {
    let row = size.rows - 2
    let line = Area(row: row, column: 0, rows: 1, columns: size.columns)
    let width = size.columns - 2
    if case .unsaved(let reason, let facts, let since) = saving {
      picture.frame.clear(line, role: "banner.alert")
      let ago = minutesText(now.elapsed(since: since).milliseconds)
      let kept =
        facts.count == 1
        ? t("1 fait gardé", "1 fact kept") : t("\(facts.count) faits gardés", "\(facts.count) facts kept")
      picture.frame.put(
        t(
          "NON ENREGISTRÉ depuis \(ago) · \(kept), saisie suspendue · \(reason.fr)",
          "NOT SAVED for \(ago) · \(kept), no more is taken · \(reason.en)"),
        row: row, column: 1, role: "banner.alert", width: width)
    } else if let message {
      let role: Role = message.kind == .refusal ? "banner" : "text.dim"
      if message.kind == .refusal { picture.frame.clear(line, role: role) }
      picture.frame.put(message.text(language), row: row, column: 1, role: role, width: width)
    }
  }
}
