/// A document as text: for a terminal, a mail, a pipe.
///
/// Its law: every text passes through ``Plain`` (law 7); tables are told row by row, so that no column is too narrow.
public enum PlainText {
  /// Where the values of a row stand.
  private static let gutter = 15

  /// The text, lines of at most `width` columns, a final newline.
  ///
  /// - Parameter width: in columns; below 40, 40.
  public static func render(_ document: Document, width: Int = 80) -> String {
    lines(document, width: width).map(trimmed).joined(separator: "\n") + "\n"
  }

  /// The same line by line, for a view that scrolls.
  public static func lines(_ document: Document, width: Int = 80) -> [String] {
    let width = max(width, 40)
    let rule = String(repeating: "─", count: width)
    var out: [String] = []
    if !document.watermarks.isEmpty { out += [watermark(document, width: width), ""] }
    out += Plain.wrap(document.title, width: width)
    out += Plain.wrap(document.subtitle, width: width)
    out.append("")
    for block in document.blocks { out += lines(block, width: width, rule: rule) + [""] }
    out.append(rule)
    out += Plain.wrap(document.footer, width: width)
    if !document.watermarks.isEmpty { out += ["", watermark(document, width: width)] }
    return out
  }

  private static func lines(_ block: Document.Block, width: Int, rule: String) -> [String] {
    switch block {
    case .heading(let text): return [rule] + Plain.wrap(text, width: width)
    case .part(let part): return lines(part, width: width)
    case .facts(let facts):
      // A longer label stands on lines of its own.
      let labels = min((facts.map { Plain.columns(Plain.line($0.label)) }.max() ?? 0) + 2, width * 3 / 5)
      return facts.flatMap { fact in
        let value = lines(fact.value, width: width - labels)
        guard Plain.columns(Plain.line(fact.label)) >= labels else { return hung(fact.label, value, indent: labels) }
        return Plain.wrap(fact.label, width: width) + hung("", value, indent: labels)
      }
    case .table(let table):
      let rows = table.rows.map { row(of: table.columns, $0, width: width) }
      return Array(rows.joined(separator: [""]))
    }
  }

  /// The first cell, then each other after its column's title.
  private static func row(of columns: [Document.Table.Column], _ cells: [[Document.Part]], width: Int) -> [String] {
    var out: [String] = []
    for (index, (column, parts)) in zip(columns, cells).enumerated() where !parts.isEmpty {
      if index == 0 {
        out += parts.flatMap { lines($0, width: width) }
      } else {
        let value = parts.flatMap { lines($0, width: width - gutter) }
        out += hung("  " + column.label, value, indent: gutter)
      }
    }
    return out
  }

  private static func lines(_ part: Document.Part, width: Int) -> [String] {
    switch part {
    case .paragraph(let text, let lead):
      let start = Plain.line(lead)
      let paragraphs = Plain.lines(text)
      if paragraphs.isEmpty { return start.isEmpty ? [] : Plain.wrap(start, width: width) }
      return paragraphs.enumerated().flatMap { index, text in
        Plain.wrap(index == 0 && !start.isEmpty ? start + " " + text : text, width: width)
      }
    case .note(let text): return Plain.wrap("(\(text))", width: width)
    case .code(let text): return Plain.wrap(text, width: width)
    // A box that is not taken says nothing here: its column's title would stand alone on a line.
    case .tick(let isTaken): return isTaken ? [Document.Choice.box(true)] : []
    case .bar(let bar): return ["\(blocks(bar))  \(Plain.line(bar.text))"]
    case .track(let track): return Plain.wrap(track.text, width: width)
    case .place(let label): return Plain.wrap("[ \(label) ]", width: width)
    case .list(let items):
      return items.flatMap { item in
        hung("–", Plain.wrap(item.text, width: width - 2), indent: 2)
          + item.details.flatMap { hung("  ·", Plain.wrap($0, width: width - 4), indent: 4) }
      }
    case .choice(let choices):
      let boxes = choices.map { Plain.line("\($0.box) \($0.label)") }
      let row = boxes.joined(separator: "   ")
      if Plain.columns(row) <= width { return [row] }
      return boxes.flatMap {
        hung(String($0.prefix(1)), Plain.wrap(String($0.dropFirst(2)), width: width - 2), indent: 2)
      }
    }
  }

  /// A bar of 24 columns to the eighth of one; `│` where the plan stands.
  private static func blocks(_ bar: Document.Bar) -> String {
    let width = 24
    let eighths = max(0, min(bar.permille, 1000)) * width * 8 / 1000
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    var cells = Array(repeating: "█", count: eighths / 8)
    if eighths % 8 > 0 { cells.append(parts[eighths % 8]) }
    cells += Array(repeating: "·", count: width - cells.count)
    if let mark = bar.mark { cells[max(0, min(width - 1, mark * width / 1000))] = "│" }
    return cells.joined()
  }

  /// Lines at an indent, a label hanging before the first.
  private static func hung(_ label: String, _ lines: [String], indent: Int) -> [String] {
    let label = Plain.line(label)
    let space = String(repeating: " ", count: indent)
    let first = label + String(repeating: " ", count: max(1, indent - Plain.columns(label)))
    return lines.enumerated().map { ($0 == 0 ? first : space) + $1 }
  }

  private static func watermark(_ document: Document, width: Int) -> String {
    let text = document.watermarks.map(\.rawValue).joined(separator: " · ")
    let room = max(4, width - Plain.columns(text) - 2)
    func line(_ columns: Int) -> String { String(repeating: "═", count: columns) }
    return "\(line(room / 2)) \(text) \(line(room - room / 2))"
  }

  private static func trimmed(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }
}
