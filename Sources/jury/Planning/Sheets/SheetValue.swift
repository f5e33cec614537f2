import Evaluation
import Screen

/// What cells say, as people write it in spreadsheets.
enum SheetValue {
  /// oui, non and their like; nil for anything else.
  static func flag(_ cell: String) -> Bool? {
    switch Folding.fold(cell) {
    case "oui", "o", "x", "1", "vrai", "yes", "y", "true", "v", "✓", "✔": true
    case "non", "n", "0", "faux", "no", "false", "-", "–": false
    default: nil
    }
  }

  /// A date as people type it, a time of day after it left out; nil for anything else.
  static func date(_ cell: String) -> CalendarDate? { CalendarDate(typed: cell) }

  /// `30`, `30 min`, `1h30`, `1:30`, `00:30`, `1 h`; nil for anything else.
  static func minutes(_ cell: String) -> Int? {
    let text = Folding.fold(cell).filter { !$0.isWhitespace }
    let bare = ["minutes", "minute", "min", "mn", "'"].first(where: text.hasSuffix).map { text.dropLast($0.count) }
    if let bare { return clock(String(bare)) ?? Int(bare) }
    return Int(text) ?? clock(text)
  }

  private static func clock(_ text: String) -> Int? { TimeOfDay(text)?.minutes }

  /// Whole years: `7`, `7 ans`, « 7,5 » (7).
  static func years(_ cell: String) -> Int? {
    let text = Folding.fold(cell).filter { !$0.isWhitespace }
    let bare = ["years", "year", "ans", "an", "annees", "annee"].first(where: text.hasSuffix).map {
      text.dropLast($0.count)
    }
    let number = (bare ?? text[...]).split(
      omittingEmptySubsequences: false, whereSeparator: { ",.".contains($0) })
    guard (1...2).contains(number.count), number.allSatisfy({ part in part.allSatisfy { $0.isNumber } }) else {
      return nil
    }
    return number.first.flatMap { Int($0) }
  }

  /// Parts between commas, semicolons, slashes, plus signs, « et » and line ends.
  static func list(_ cell: String) -> [String] {
    cell.replacing(" et ", with: ",").split(whereSeparator: { ",;/+&|".contains($0) || $0.isNewline })
      .map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ part: Substring) -> String {
    String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Family and given name of « DURAND Léa » or « Léa DURAND »: the family's is in capitals. Nil when that does not tell.
  static func name(_ cell: String) -> (family: String, given: String)? {
    let words = cell.split(whereSeparator: \.isWhitespace).map(String.init)
    let isCapital = words.map { $0 == $0.uppercased() && $0 != $0.lowercased() && $0.count > 1 }
    let family = zip(words, isCapital).filter(\.1).map(\.0)
    let given = zip(words, isCapital).filter { !$0.1 }.map(\.0)
    guard !family.isEmpty, !given.isEmpty else { return nil }
    return (family.joined(separator: " "), given.joined(separator: " "))
  }
}
