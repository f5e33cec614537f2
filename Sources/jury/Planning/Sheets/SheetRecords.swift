import SwiftCSV

/// A CSV text cut into records, each with the line of the file on which it starts.
///
/// SwiftCSV reads each record; it is cut out here, because SwiftCSV tells neither lines nor what is wrong with them, and
/// stops at the first fault.
struct SheetRecords {
  struct Record: Equatable {
    /// From 1.
    let line: Int
    /// Spaces around each taken off; nil when quotes are where they cannot be.
    let cells: [String]?
    /// Whether a quote is never closed.
    let isOpen: Bool
  }

  let separator: Character
  /// Blank ones left out.
  let records: [Record]

  init(_ text: String) {
    var rest = Substring(text)
    var line = 1
    var named: Character?
    // Excel's own first line: which separator follows.
    let first = rest.prefix { !$0.isNewline }
    if first.lowercased().hasPrefix("sep="), let character = first.dropFirst(4).first, first.count == 5 {
      named = character
      rest = rest.dropFirst(first.count + 1)
      line = 2
    }
    separator = named ?? Self.separator(of: rest)
    var found: [Record] = []
    var hopeless: Set<String.Index> = []
    while !rest.isEmpty {
      let (text, isOpen) = Self.record(at: rest, separator, &hopeless)
      let record = Record(line: line, cells: isOpen ? nil : Self.cells(of: text, separator), isOpen: isOpen)
      if record.cells?.allSatisfy(\.isEmpty) != true { found.append(record) }
      line += text.count { $0.isNewline } + 1
      rest = rest[text.endIndex...].dropFirst()
    }
    records = found
  }

  /// Among `;`, `,` and tab the one of which the first line has most outside quotes; French spreadsheets write `;`.
  private static func separator(of text: Substring) -> Character {
    var hopeless: Set<String.Index> = []
    let heading = record(at: text, ";", &hopeless).text
    var isQuoted = false
    var counts: [Character: Int] = [:]
    for character in heading {
      if character == "\"" { isQuoted.toggle() } else if !isQuoted { counts[character, default: 0] += 1 }
    }
    let known: [Character] = [";", "\t", ","]
    return known.max { counts[$0, default: 0] < counts[$1, default: 0] || $1 == ";" && counts[";", default: 0] > 0 }
      ?? ";"
  }

  /// The record at the start of a text: to the end of its line, but for those inside a quoted cell.
  ///
  /// Where a quote is never closed it is the first line alone, so that one fault does not hide the others.
  ///
  /// - Parameter hopeless: the line ends from which, inside quotes, no end was found: looking again from each line would
  ///   take for ever.
  private static func record(
    at text: Substring, _ separator: Character, _ hopeless: inout Set<String.Index>
  ) -> (text: Substring, isOpen: Bool) {
    var isQuoted = false
    var isAtStart = true
    var passed: [String.Index] = []
    for index in text.indices {
      let character = text[index]
      if isQuoted {
        if character.isNewline {
          if hopeless.contains(index) { break }
          passed.append(index)
        }
        // A doubled quote closes and opens again: no difference here.
        if character == "\"" { isQuoted = false }
      } else if character == "\"", isAtStart || text[text.index(before: index)] == "\"" {
        isQuoted = true
        isAtStart = false
      } else if character.isNewline {
        return (text[..<index], false)
      } else if character == separator {
        isAtStart = true
      } else if !character.isWhitespace {
        isAtStart = false
      }
    }
    guard isQuoted else { return (text, false) }
    hopeless.formUnion(passed)
    return (text.prefix { !$0.isNewline }, true)
  }

  private static func cells(of record: Substring, _ separator: Character) -> [String]? {
    let delimiter: CSVDelimiter =
      switch separator {
      case ";": .semicolon
      case ",": .comma
      case "\t": .tab
      default: .character(separator)
      }
    guard !record.allSatisfy(\.isWhitespace) || record.contains(separator) else { return [] }
    // A tab that separates is white space too, and SwiftCSV skips that before a cell: it takes the separator first. It leaves
    // out an empty cell at the end.
    let text = record.last == separator ? record + String(separator) : record
    guard let csv = try? EnumeratedCSV(string: String(text), delimiter: delimiter, loadColumns: false) else {
      return nil
    }
    return csv.header.map(trimmed)
  }

  private static func trimmed(_ cell: String) -> String {
    let start = cell.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
