import Screen

extension Theme {
  /// `themes/dark.toml`, read beforehand: nearly every console opens with it, and reading TOML takes a tenth of a start.
  /// A test holds the two alike.
  static let dark = Theme(
    name: BuiltInTheme.dark.rawValue,
    styles: [
      Statement("accent", Style(foreground: accent)),
      Statement("accent.strong", Style(foreground: accent, attributes: [.bold])),
      Statement("banner", Style(foreground: strong, background: selection, attributes: [.bold], plain: [.reverse])),
      Statement("banner.alert", Style(background: alertGround)),
      Statement("bar.done", Style(foreground: accent, background: track)),
      Statement("bar.todo", Style(foreground: track, background: track)),
      Statement("clock", Style(foreground: strong, background: raised, attributes: [.bold])),
      Statement("clock.over", Style(foreground: notMet, plain: [.reverse])),
      Statement("clock.paused", Style(foreground: quiet, attributes: [])),
      Statement("clock.urgent", Style(foreground: urgent, plain: [.underline])),
      Statement("clock.warning", Style(foreground: toProbe)),
      Statement("field", Style(foreground: strong, background: selection, plain: [.underline])),
      Statement("footer", Style(foreground: quiet, background: raised)),
      Statement("footer.key", Style(foreground: accent, attributes: [.bold])),
      Statement("header", Style(background: raised)),
      Statement("header.accent", Style(foreground: accent, attributes: [.bold])),
      Statement("header.dim", Style(foreground: quiet)),
      Statement("header.late", Style(foreground: urgent, attributes: [.bold])),
      Statement("header.needed", Style(foreground: notMet, attributes: [.bold], plain: [.reverse])),
      Statement("header.onTime", Style(foreground: met)),
      Statement("header.saved", Style(foreground: met)),
      Statement("header.stale", Style(foreground: toProbe, plain: [.underline])),
      Statement("header.strong", Style(foreground: strong, attributes: [.bold])),
      Statement("header.unsaved", Style(foreground: notMet, attributes: [.bold], plain: [.reverse])),
      Statement("header.watermark", Style(foreground: toProbe, attributes: [.bold])),
      Statement("mark.met", Style(foreground: met)),
      Statement("mark.none", Style(foreground: quiet)),
      Statement("mark.notMet", Style(foreground: notMet, attributes: [.bold])),
      Statement("mark.toProbe", Style(foreground: toProbe, attributes: [.bold])),
      Statement("note", Style(foreground: ink)),
      Statement("panel", Style(background: raised)),
      Statement("panel.dim", Style(foreground: quiet)),
      Statement("panel.key", Style(foreground: accent, attributes: [.bold])),
      Statement("panel.match", Style(foreground: strong, attributes: [.underline])),
      Statement("panel.title", Style(foreground: strong, attributes: [.bold])),
      Statement("question", Style(foreground: toProbe)),
      Statement("room.late", Style(foreground: urgent, attributes: [.bold])),
      Statement("room.needed", Style(foreground: notMet, attributes: [.bold], plain: [.reverse])),
      Statement("room.onTime", Style(foreground: met)),
      Statement("room.stale", Style(foreground: toProbe, plain: [.underline])),
      Statement("row.selected", Style(background: selection, plain: [.reverse])),
      Statement("row.selected.accent", Style(foreground: accent, attributes: [.bold])),
      Statement("row.selected.dim", Style(foreground: quietSelected)),
      Statement("row.selected.match", Style(foreground: strong, attributes: [.bold, .underline])),
      Statement("row.selected.met", Style(foreground: met)),
      Statement("row.selected.none", Style(foreground: quietSelected)),
      Statement("row.selected.notMet", Style(foreground: notMet, attributes: [.bold])),
      Statement("row.selected.strong", Style(foreground: strong, attributes: [.bold])),
      Statement("row.selected.toProbe", Style(foreground: toProbe, attributes: [.bold])),
      Statement("rule", Style(foreground: line)),
      Statement("sealed", Style(foreground: toProbe)),
      Statement("signed", Style(foreground: met, attributes: [.bold])),
      Statement("text", Style(foreground: ink, background: ground)),
      Statement("text.dim", Style(foreground: quiet)),
      Statement("text.strong", Style(foreground: strong, attributes: [.bold])),
      Statement("verdict.acquired", Style(foreground: met, attributes: [.bold])),
      Statement("verdict.notAcquired", Style(foreground: notMet, attributes: [.bold])),
      Statement("verdict.undecided", Style(foreground: quiet)),
    ])

  private static let ground = Colour.rgb(0x16, 0x17, 0x1d)
  private static let raised = Colour.rgb(0x1f, 0x21, 0x2b)
  private static let selection = Colour.rgb(0x2d, 0x34, 0x46)
  private static let track = Colour.rgb(0x35, 0x3a, 0x4a)
  private static let line = Colour.rgb(0x4a, 0x50, 0x61)
  private static let ink = Colour.rgb(0xd5, 0xd8, 0xe2)
  private static let strong = Colour.rgb(0xff, 0xff, 0xff)
  private static let quiet = Colour.rgb(0x8f, 0x95, 0xa6)
  private static let quietSelected = Colour.rgb(0xa9, 0xaf, 0xbf)
  private static let accent = Colour.rgb(0x82, 0xaa, 0xff)
  private static let met = Colour.rgb(0xa3, 0xd9, 0x77)
  private static let notMet = Colour.rgb(0xff, 0x80, 0x95)
  private static let toProbe = Colour.rgb(0xe8, 0xb9, 0x6a)
  private static let urgent = Colour.rgb(0xff, 0x9e, 0x64)
  private static let alertGround = Colour.rgb(0x5c, 0x1f, 0x2c)
}
