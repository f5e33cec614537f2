extension Theme {
  /// Every role that views use. A theme states these only: a misspelt scope would otherwise go unnoticed.
  public static let scopes: [Role] = [
    "text", "text.dim", "text.strong",
    "header", "header.dim", "header.strong", "header.accent", "header.watermark", "header.saved", "header.unsaved",
    "footer", "footer.key", "rule", "accent", "accent.strong",
    "mark.met", "mark.notMet", "mark.toProbe", "mark.none",
    "verdict.acquired", "verdict.notAcquired", "verdict.undecided",
    "row.selected", "row.selected.dim", "row.selected.strong", "row.selected.accent", "row.selected.match",
    "row.selected.met", "row.selected.notMet", "row.selected.toProbe", "row.selected.none",
    "clock", "clock.warning", "clock.urgent", "clock.over", "clock.paused",
    "bar.done", "bar.todo", "note", "question", "banner", "banner.alert",
    "field", "panel", "panel.title", "panel.dim", "panel.key", "panel.match",
    "room.needed", "room.late", "room.onTime", "room.stale",
    "header.needed", "header.late", "header.onTime", "header.stale",
    "sealed", "signed",
  ]
}
