import Evaluation
import Screen

extension Console {
  /// The words searched, and the criteria that hold them.
  func searchPanel(_ field: TextField, _ index: Int, in area: Area, _ picture: inout Picture) {
    let found = found(field.text)
    let rows = max(3, min(14, area.rows - 3))
    let panel = picture.panelArea(rows: rows + 2, in: area)
    let label = t("Chercher : ", "Search: ")
    picture.frame.put(label, row: panel.row, column: panel.column, role: "panel.title")
    let start = panel.column + Width.columns(label)
    let shown = field.display(width: max(1, panel.endColumn - start - 14))
    picture.frame.put(shown.lines.first ?? "", row: panel.row, column: start, role: "field")
    picture.frame.cursor = Position(row: panel.row, column: start + shown.cursor.column)
    let count =
      field.isEmpty ? "" : "\(found.count) " + t("trouvé", "found") + (language == .fr && found.count > 1 ? "s" : "")
    picture.frame.put(right: count, row: panel.row, endColumn: panel.endColumn, role: "panel.dim")
    let first = Line.window(around: index, count: found.count, height: rows)
    let words = Self.words(searched: field.text)
    for (offset, criterion) in found[min(first, found.count)...].prefix(rows).enumerated() {
      let row = panel.row + 1 + offset
      let isHere = first + offset == index
      if isHere { picture.frame.clear(Area(row: row, column: 0, rows: 1, columns: size.columns), role: "row.selected") }
      picture.frame.put(
        findLine(criterion, words, isHere: isHere, width: panel.columns), row: row, column: panel.column,
        width: panel.columns)
    }
  }

  /// « ▸ C4.1   [x] label  text », the words searched underlined.
  private func findLine(_ criterion: Criterion, _ words: [Substring], isHere: Bool, width: Int) -> [Run] {
    let mark = oral?.mark(of: criterion.id) ?? .none
    let match: Role = isHere ? "row.selected.match" : "panel.match"
    func runs(_ pieces: [Folding.Piece], _ role: Role) -> [Run] {
      pieces.map { Run($0.text, $0.isFound ? match : role) }
    }
    let id = Folding.pieces(of: criterion.id, finding: words)
    var line =
      [Run(isHere ? "▸ " : "  ", isHere ? "row.selected.accent" : "panel.key")]
      + runs(id, isHere ? "row.selected.strong" : "panel.key")
    line.append(Run(String(repeating: " ", count: max(1, 7 - criterion.id.count)), isHere ? "row.selected" : "panel"))
    line.append(Run("\(mark.glyph) ", isHere ? mark.role(selected: true) : "panel"))
    line += runs(Folding.pieces(of: criterion.label, finding: words), isHere ? "row.selected.strong" : "panel")
    line.append(Run("  ", isHere ? "row.selected" : "panel"))
    let room = width - Line.columns(line)
    return line
      + runs(Self.excerpt(of: criterion, finding: words, width: room), isHere ? "row.selected.dim" : "panel.dim")
  }

  /// The criterion's text, or the detail of it that holds what is searched: from its beginning or, where that would be cut
  /// before the end of what is found, from a few words before it.
  private static func excerpt(of criterion: Criterion, finding words: [Substring], width: Int) -> [Folding.Piece] {
    let texts = ([criterion.text] + criterion.details).map { Folding.pieces(of: $0, finding: words) }
    let pieces = texts.first { $0.contains(where: \.isFound) } ?? texts[0]
    // The longest says most: "d" is found in many words.
    let places = pieces.indices.filter { pieces[$0].isFound }
    guard let place = places.max(by: { pieces[$0].text.count < pieces[$1].text.count }) else { return pieces }
    let (before, rest) = (pieces[..<place].map(\.text).joined(), pieces[place...].map(\.text).joined())
    let heading = before.split(separator: " ", omittingEmptySubsequences: false)
    let beginnings = [before] + [4, 3, 2, 1].map { "… " + heading.suffix($0).joined(separator: " ") }
    let room = width - Width.columns(pieces[place].text)
    return Folding.pieces(of: (beginnings.first { Width.columns($0) < room } ?? "… ") + rest, finding: words)
  }
}
