/// Signs that the fonts of bare consoles (512 glyphs at most) lack, and what stands for them there.
enum ConsoleGlyphs {
  /// The substitutes for a terminal type; none where fonts have everything.
  static func substitutes(term: String) -> [String: String] {
    term.hasPrefix("linux") || term.hasPrefix("vt") ? plain : [:]
  }

  private static let plain = [
    "✓": "+", "✗": "-", "▸": ">", "◂": "<", "▾": "v", "▴": "^", "●": "*", "○": "o", "◐": "*", "…": ".", "—": "-",
    "–": "-",
    "−": "-", "’": "'", "‘": "'", "“": "\"", "”": "\"", "‑": "-", "→": ">", "←": "<", "↑": "^", "↓": "v", "•": "*",
    "œ": "o", "Œ": "O", "▏": " ", "▎": " ", "▍": "▌", "▋": "▌", "▊": "█", "▉": "█",
  ]
}
