import Evaluation
import Screen

extension Picture {
  /// The two rows below a page of a screen that asks by ``Inquiry``, and over the page what is asked.
  ///
  /// - Parameters:
  ///   - keys: those that act while nothing is asked.
  ///   - unsaved: why the last act is not kept; it goes before any message.
  ///   - help: the title and lines of what there is to read.
  mutating func footer<Subject>(
    _ keys: [(key: Key, label: Phrase)], asked: Inquiry<Subject>?, unsaved: Phrase? = nil, message: Message?,
    help: (title: String, lines: [[Run]]), _ language: Language
  ) {
    if let unsaved {
      self.message(Phrase("NON GARDÉ : ", "NOT KEPT: ")(language) + unsaved(language), role: "banner")
    } else if let message {
      self.message(message, language)
    }
    footer(
      asked?.keys(language) ?? keys, last: asked == nil ? [(.function(1), Phrase("aide", "help"))] : [], language)
    if let asked { panel(asked, reading: help, language, in: frame.size.pageArea) }
  }

  /// The row at the very bottom: the keys that act here, as many as there is room for before `last`.
  mutating func footer(
    _ keys: [(key: Key, label: Phrase)], last: [(key: Key, label: Phrase)], _ language: Language
  ) {
    let size = frame.size
    let row = size.rows - 1
    frame.clear(Area(row: row, column: 0, rows: 1, columns: size.columns), role: "footer")
    func columns(_ keys: [(key: Key, label: Phrase)]) -> Int {
      keys.reduce(0) { $0 + Width.columns($1.key.name(language)) + Width.columns($1.label(language)) + 3 }
    }
    var room = size.columns - 2 - columns(last)
    let count = keys.prefix { key in
      room -= columns([key])
      return room >= -2
    }.count
    var column = 1
    for (key, label) in keys.prefix(count) + last {
      let runs = [Run(key.name(language), "footer.key"), Run(" " + label(language), "footer")]
      column += frame.put(runs, row: row, column: column, width: size.columns - 1 - column) + 2
    }
  }

  /// The row above the keys: a sentence on a background of its own, or plain where the role is one of text.
  mutating func message(_ text: String, role: Role) {
    let row = frame.size.rows - 2
    if role != "text.dim" {
      frame.clear(Area(row: row, column: 0, rows: 1, columns: frame.size.columns), role: role)
    }
    frame.put(text, row: row, column: 1, role: role, width: frame.size.columns - 2)
  }

  mutating func message(_ message: Message, _ language: Language) {
    self.message(message.text(language), role: message.kind == .refusal ? "banner" : "text.dim")
  }
}
