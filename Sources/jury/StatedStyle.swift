import Evaluation
import Screen
import TOMLKit

/// A scope's style as a theme file states it: colours by name or value, not yet looked up.
struct StatedStyle: Equatable {
  var foreground: String?
  var background: String?
  var attributes: Attributes?
  var plain: Attributes?
  /// The line that states it.
  var line: Int?

  /// Reads a style: a table, or a text for a foreground alone.
  init(_ value: any TOMLValueConvertible, line: Int?, place: String) throws(Refusal) {
    self.line = line
    if let name = value.string {
      foreground = name
      return
    }
    guard let table = value.table else {
      throw Refusal(
        Phrase("un style est une couleur ou une table { … }", "a style is a colour or a table { … }"), place: place,
        code: .badData)
    }
    for key in table.keys.sorted() {
      switch key {
      case "foreground": foreground = try Self.text(table[key], key, place: place)
      case "background": background = try Self.text(table[key], key, place: place)
      case "attributes": attributes = try Self.attributes(table[key], key, place: place)
      case "plain": plain = try Self.attributes(table[key], key, place: place)
      default:
        throw Refusal(
          Phrase("clé inconnue « \(key) » dans un style", "unknown key \"\(key)\" in a style"),
          hint: Phrase(
            "Un style dit foreground, background, attributes, plain.",
            "A style states foreground, background, attributes, plain."),
          place: place, code: .badData)
      }
    }
  }

  /// The style, its colours looked up; refuses one that is neither a name of the palette nor "#rrggbb".
  func resolved(in palette: [String: Colour], place: String) throws(Refusal) -> Style {
    Style(
      foreground: try colour(foreground, in: palette, place: place),
      background: try colour(background, in: palette, place: place), attributes: attributes, plain: plain)
  }

  private func colour(_ name: String?, in palette: [String: Colour], place: String) throws(Refusal) -> Colour? {
    guard let name else { return nil }
    if let colour = palette[name] ?? Colour(hex: name) { return colour }
    throw Refusal(
      Phrase("la palette n'a pas de couleur « \(name) »", "the palette has no colour \"\(name)\""),
      place: line.map { "\(place):\($0)" } ?? place, code: .badData)
  }

  private static func text(_ value: (any TOMLValueConvertible)?, _ key: String, place: String) throws(Refusal) -> String
  {
    if let text = value?.string { return text }
    throw Refusal(Phrase("« \(key) » n'est pas un texte", "\"\(key)\" is not a text"), place: place, code: .badData)
  }

  private static func attributes(
    _ value: (any TOMLValueConvertible)?, _ key: String, place: String
  ) throws(Refusal) -> Attributes {
    guard let names = value?.array else {
      throw Refusal(Phrase("« \(key) » n'est pas une liste", "\"\(key)\" is not a list"), place: place, code: .badData)
    }
    var attributes: Attributes = []
    for name in names {
      guard let attribute = name.string.flatMap(Attributes.init(name:)) else {
        throw Refusal(
          Phrase("attribut inconnu dans « \(key) »", "unknown attribute in \"\(key)\""),
          hint: Phrase("Attributs : bold, dim, underline, reverse.", "Attributes: bold, dim, underline, reverse."),
          place: place, code: .badData)
      }
      attributes.formUnion(attribute)
    }
    return attributes
  }
}
