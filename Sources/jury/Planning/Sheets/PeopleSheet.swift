import Evaluation
import Screen

/// A CSV file's people: rows under known columns, and every fault in them.
///
/// Its law: it is read whole or refused whole; a refusal lists every faulty line.
struct PeopleSheet {
  /// One line that cannot be taken.
  struct Fault: Equatable {
    let line: Int
    let reason: Phrase
  }

  struct Row {
    let line: Int
    let cells: [SheetColumn: String]

    /// What stands in a column; nil when the sheet has none, or nothing stands there.
    subscript(column: SheetColumn) -> String? { cells[column].flatMap { $0.isEmpty ? nil : $0 } }
  }

  let path: String
  let encoding: SheetText.Encoding
  let separator: Character
  let rows: [Row]
  let columns: Set<SheetColumn>
  /// Headings that mean nothing here.
  let ignored: [String]
  private(set) var faults: [Fault]

  /// - Parameters:
  ///   - columns: those that it may have.
  ///   - required: those that it must have, any one of each list.
  init(
    _ bytes: [UInt8], path: String, encoding: SheetText.Encoding?, columns known: [SheetColumn],
    required: [[SheetColumn]]
  ) throws(Refusal) {
    let text: SheetText
    do throws(Refusal) { text = try SheetText(bytes, as: encoding) } catch { throw error.at(path) }
    let records = SheetRecords(text.text)
    guard let head = records.records.first, let headings = head.cells else {
      throw Refusal(Phrase("pas de ligne de titres", "no line of headings"), place: path, code: .badData)
    }
    let named = headings.map { SheetColumn.named($0, among: known) }
    let found = Set(named.compactMap { $0 })
    let missing = required.filter { found.isDisjoint(with: $0) }.compactMap { $0.first?.headings.first }
    guard missing.isEmpty else {
      let shown = headings.map(SafeText.line).joined(separator: ", ")
      throw Refusal(
        Phrase(
          "colonnes manquantes : \(missing.joined(separator: ", "))",
          "missing columns: \(missing.joined(separator: ", "))"
        ),
        hint: Phrase("Titres trouvés : \(shown).", "Headings found: \(shown)."), place: "\(path):\(head.line)",
        code: .badData)
    }
    self.path = path
    self.encoding = text.encoding
    separator = records.separator
    columns = found
    ignored = zip(headings, named).filter { $1 == nil && !$0.isEmpty }.map(\.0)
    var rows: [Row] = []
    var faults: [Fault] = []
    for (column, indices) in Dictionary(grouping: named.indices, by: { named[$0] }) {
      guard let column, indices.count > 1, let name = column.headings.first else { continue }
      faults.append(
        Fault(
          line: head.line,
          reason: Phrase("deux colonnes « \(name) »", "two columns “\(name)”")))
    }
    for record in records.records.dropFirst() {
      switch Self.row(record, under: named) {
      case .success(let row): rows.append(row)
      case .failure(let fault): faults.append(fault.fault)
      }
    }
    self.rows = rows
    self.faults = faults
  }

  private struct Faulty: Error { let fault: Fault }

  private static func row(_ record: SheetRecords.Record, under named: [SheetColumn?]) -> Result<Row, Faulty> {
    func fault(_ reason: Phrase) -> Result<Row, Faulty> {
      .failure(Faulty(fault: Fault(line: record.line, reason: reason)))
    }
    guard let cells = record.cells else {
      return fault(
        record.isOpen
          ? Phrase("un guillemet n'est jamais fermé", "a quote is never closed")
          : Phrase("un guillemet est mal placé", "a quote is out of place"))
    }
    guard cells.count <= named.count || cells[named.count...].allSatisfy(\.isEmpty) else {
      return fault(
        Phrase("\(cells.count) cellules pour \(named.count) titres", "\(cells.count) cells for \(named.count) headings")
      )
    }
    var row: [SheetColumn: String] = [:]
    for (column, cell) in zip(named, cells) { if let column { row[column] = cell } }
    return .success(Row(line: record.line, cells: row))
  }

  mutating func note(_ row: Row, _ reason: Phrase) { faults.append(Fault(line: row.line, reason: reason)) }

  /// Refuses the file when anything in it is faulty, each faulty line told.
  func refuseFaults() throws(Refusals) {
    guard !faults.isEmpty else { return }
    let told = faults.sorted { $0.line < $1.line }.map {
      Refusal($0.reason, place: "\(path):\($0.line)", code: .badData)
    }
    let lines = Set(faults.map(\.line)).count
    let mend =
      lines > 1
      ? Phrase("\(lines) lignes à corriger", "\(lines) lines to mend") : Phrase("1 ligne à corriger", "1 line to mend")
    throw Refusals(
      told + [
        Refusal(
          Phrase("\(mend.fr), rien n'a été importé", "\(mend.en), nothing was imported"), place: path, code: .badData)
      ])
  }
}
