import Evaluation
import Screen
import Store

/// Reads a sheet's row, noting each fault and going on.
struct RowReader {
  let row: PeopleSheet.Row
  private(set) var faults: [Phrase] = []

  init(_ row: PeopleSheet.Row) { self.row = row }

  mutating func fault(_ reason: Phrase) { faults.append(reason) }

  /// A fault of what stands in a column: « Tiers-temps : « peut-être » : minutes, oui ou non attendus ».
  mutating func fault(_ column: SheetColumn, _ cell: String, _ reason: Phrase) {
    let heading = column.headings.first ?? column.rawValue
    let shown = SafeText.line(String(cell.prefix(40)))
    fault(Phrase("\(heading) « \(shown) » : \(reason.fr)", "\(heading) “\(shown)”: \(reason.en)"))
  }

  /// What a cell says; nil when nothing stands there, or it is no such value, which is noted.
  mutating func value<Value>(_ column: SheetColumn, _ read: (String) -> Value?, _ reason: Phrase) -> Value? {
    guard let cell = row[column] else { return nil }
    if let value = read(cell) { return value }
    fault(column, cell, reason)
    return nil
  }

  /// The same, of a cell that must say something.
  mutating func needed<Value>(_ column: SheetColumn, _ read: (String) -> Value?, _ reason: Phrase) -> Value? {
    if row[column] == nil {
      let heading = column.headings.first ?? column.rawValue
      fault(Phrase("\(heading) : manque", "\(heading): is missing"))
    }
    return value(column, read, reason)
  }

  mutating func text(_ column: SheetColumn) -> String? {
    needed(
      column, { SafeText.line($0) == $0 ? $0 : nil }, Phrase("caractères invisibles", "characters that cannot be seen"))
  }

  mutating func blocks(_ column: SheetColumn, _ referential: Referential) -> [String]? {
    let known = referential.blocks.map(\.id).joined(separator: ", ")
    return value(
      column, { CandidateSheet.blocks($0, referential) }, Phrase("bloc inconnu (\(known))", "unknown block (\(known))"))
  }

  /// Family and given name, from their columns or from one for both.
  mutating func name() -> (family: String, given: String)? {
    if row[.family] == nil, row[.given] == nil, let whole = row[.name] {
      guard let name = SheetValue.name(whole) else {
        fault(
          .name, whole,
          Phrase("nom de famille à écrire en capitales : « DURAND Léa »", "family name in capitals: “DURAND Léa”"))
        return nil
      }
      return name
    }
    let family = text(.family)
    let given = text(.given)
    guard let family, let given else { return nil }
    return (family, given)
  }

  mutating func id(_ names: inout SheetNames, family: String, given: String) -> String? {
    if let asked = row[.id], !SessionDirectory.isSafe(asked) {
      fault(.id, asked, Phrase("seulement a–z, 0–9 et - (64 au plus)", "only a–z, 0–9 and - (64 at most)"))
      return nil
    }
    switch names.id(row[.id], family: family, given: given, line: row.line) {
    case .success(let id): return id
    case .failure(let twin):
      fault(
        Phrase(
          "\(family) \(given) figure déjà ligne \(twin.line) ; des homonymes ont besoin d'une colonne « Identifiant »",
          "\(family) \(given) stands on line \(twin.line) already; namesakes need a column “id”"))
      return nil
    }
  }
}
