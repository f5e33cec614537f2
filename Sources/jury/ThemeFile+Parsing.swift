import Evaluation
import Foundation
import Screen
import TOMLKit

extension ThemeFile {
  /// Reads a theme's text; `place` names its file in messages.
  init(_ source: String, place: String) throws(Refusal) {
    let table = try Self.table(source, place: place)
    let lines = KeyLines(source: source)
    func fault(_ reason: Phrase, _ section: String, _ key: String, hint: Phrase? = nil) -> Refusal {
      Refusal(reason, hint: hint, place: lines.place(of: key, in: section, file: place), code: .badData)
    }
    for key in table.keys.sorted() where !["inherits", "palette", "scopes"].contains(key) {
      throw fault(Phrase("clé inconnue « \(key) »", "unknown key \"\(key)\""), "", key)
    }
    var palette: [String: Colour] = [:]
    for (name, value) in try Self.members(table, "palette", place: place) {
      guard let text = value.string, let colour = Colour(hex: text) else {
        throw fault(
          Phrase("la couleur « \(name) » n'est pas de la forme \"#rrggbb\"", "colour \"\(name)\" is not \"#rrggbb\""),
          "palette", name)
      }
      palette[name] = colour
    }
    var scopes: [String: StatedStyle] = [:]
    for (scope, value) in try Self.members(table, "scopes", place: place) {
      guard Theme.scopes.contains(Role(scope)) else {
        throw fault(
          Phrase("rien à l'écran ne porte le nom « \(scope) »", "nothing on screen is called \"\(scope)\""), "scopes",
          scope,
          hint: Phrase("Les noms sont ceux de themes/dark.toml.", "The names are those of themes/dark.toml."))
      }
      do {
        scopes[scope] = try StatedStyle(value)
      } catch {
        throw error.at(lines.place(of: scope, in: "scopes", file: place))
      }
    }
    if let value = table["inherits"], value.string == nil {
      throw fault(Phrase("« inherits » n'est pas un texte", "\"inherits\" is not a text"), "", "inherits")
    }
    self.init(
      place: place, lines: lines, inherits: table["inherits"]?.string, palette: palette, scopes: scopes)
  }

  private static func table(_ source: String, place: String) throws(Refusal) -> TOMLTable {
    if let fault = TOMLPrecondition.fault(in: source) {
      throw Refusal(
        Phrase("ce n'est pas du TOML : \(fault.reason.fr)", "this is not TOML: \(fault.reason.en)"),
        place: "\(place):\(fault.line)", code: .badData)
    }
    do {
      return try TOMLTable(string: source)
    } catch let error as TOMLParseError {
      throw Refusal(
        Phrase("ce n'est pas du TOML : \(error.description)", "this is not TOML: \(error.description)"),
        place: "\(place):\(error.source.begin.line)", code: .badData)
    } catch {
      throw Refusal(
        Phrase("ce n'est pas du TOML : \(error)", "this is not TOML: \(error)"), place: place, code: .badData)
    }
  }

  /// A section's members in alphabetical order, so that the first fault told is always the same.
  private static func members(
    _ table: TOMLTable, _ section: String, place: String
  ) throws(Refusal) -> [(String, any TOMLValueConvertible)] {
    guard let value = table[section] else { return [] }
    guard let members = value.table else {
      throw Refusal(
        Phrase("[\(section)] n'est pas une section", "[\(section)] is not a section"), place: place, code: .badData)
    }
    return members.keys.sorted().compactMap { key in members[key].map { (key, $0) } }
  }
}

/// Where a file's keys are, looked for when a fault needs it: TOMLKit gives a place to what cannot be parsed only.
struct KeyLines {
  let source: String

  /// The line, from 1, that states `key` in `[section]`, or before any section for "".
  func line(of key: String, in section: String) -> Int? {
    var current = ""
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    for (i, line) in lines.enumerated() {
      let text = line.trimmingCharacters(in: .whitespaces)
      if text.hasPrefix("["), let end = text.firstIndex(of: "]") { current = String(text[..<end].dropFirst()) }
      guard current == section || current == key else { continue }
      let stated = text.prefix { $0 != "=" }.trimmingCharacters(in: .whitespaces)
      if stated == key || stated == "\"\(key)\"" || text.hasPrefix("[\(key)]") { return i + 1 }
    }
    return nil
  }

  func place(of key: String, in section: String, file: String) -> String {
    line(of: key, in: section).map { "\(file):\($0)" } ?? file
  }
}
