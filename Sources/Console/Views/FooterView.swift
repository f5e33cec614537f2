import Evaluation
import Screen

extension Console {
  /// The two rows at the bottom: what must be said, and the keys that act here.
  func footerView(at now: Stamp, in picture: inout Picture) {
    messageView(at: now, in: &picture)
    let row = size.rows - 1
    picture.frame.clear(Area(row: row, column: 0, rows: 1, columns: size.columns), role: "footer")
    let help = [Run("F1", "footer.key"), Run(t(" aide", " help"), "footer")]
    let end = size.columns - 1 - Line.columns(help)
    var column = 1
    for binding in KeyTable.bindings(on: page) where isUseful(binding.command) {
      guard let label = binding.label, let key = binding.keys.first else { continue }
      let runs = [Run(key.name(language), "footer.key"), Run(" " + label(language), "footer")]
      guard column + Line.columns(runs) + 2 <= end else { break }
      column += picture.frame.put(runs, row: row, column: column) + 2
    }
    picture.frame.put(help, row: row, column: column)
  }

  /// Keys that can do nothing where the oral stands are left out of the footer; pressed, they still say why.
  private func isUseful(_ command: Command) -> Bool {
    guard let oral else { return true }
    return switch command {
    case .nextPhase: oral.clock.state == .running || oral.clock.state == .paused
    case .ask: page == .agenda
    case .clock: oral.clock.state != .ended
    case .deliberate: oral.clock.state != .running
    case .seal: oral.seal == nil
    case .sign, .reopen: oral.stage == .signing
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
          "NON ENREGISTRÉ depuis \(ago) : \(reason.fr) · \(kept), rien de plus n'est pris",
          "NOT SAVED for \(ago): \(reason.en) · \(kept), nothing more is taken"),
        row: row, column: 1, role: "banner.alert", width: width)
    } else if let message {
      let role: Role = message.kind == .refusal ? "banner" : "text.dim"
      if message.kind == .refusal { picture.frame.clear(line, role: role) }
      picture.frame.put(message.text(language), row: row, column: 1, role: role, width: width)
    }
  }
}
