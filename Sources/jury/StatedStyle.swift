import Evaluation
import Screen
import TOMLKit

/// A scope's style as a theme file states it: colours by name or value, not yet looked up.
struct StatedStyle: Equatable {
  var foreground: String?
  var background: String?
  var attributes: Attributes?
  var plain: Attributes?

  /// Reads a style: a table, or a text for a foreground alone. Refusals say no place.
  init(_ value: any TOMLValueConvertible) throws(Refusal) {
    if let name = value.string {
      foreground = name
      return
    }
    guard let table = value.table else {
      throw Refusal(
        Phrase("un style est une couleur ou une table { … }", "a style is a colour or a table { … }"), code: .badData)
    }
    for key in table.keys.sorted() {
      switch key {
      case "foreground": foreground = try Self.text(table[key], key)
      case "background": background = try Self.text(table[key], key)
      case "attributes": attributes = try Self.attributes(table[key], key)
      case "plain": plain = try Self.attributes(table[key], key)
      default:
        throw Refusal(
          Phrase("clé inconnue « \(key) » dans un style", "unknown key \"\(key)\" in a style"),
          hint: Phrase(
            "Un style dit foreground, background, attributes, plain.",
            "A style states foreground, background, attributes, plain."),
          code: .badData)
      }
    }
  }

  /// The style, its colours looked up; refuses one that is neither a name of the palette nor "#rrggbb".
  func resolved(in palette: [String: Colour]) throws(Refusal) -> Style {
    Style(
      foreground: try colour(foreground, in: palette),
      background: try colour(background, in: palette), attributes: attributes, plain: plain)
  }

  private func colour(_ name: String?, in palette: [String: Colour]) throws(Refusal) -> Colour? {
    guard let name else { return nil }
    if let colour = palette[name] ?? Colour(hex: name) { return colour }
    throw Refusal(
      Phrase("la palette n'a pas de couleur « \(name) »", "the palette has no colour \"\(name)\""),
      code: .badData)
  }

  private static func text(_ value: (any TOMLValueConvertible)?, _ key: String) throws(Refusal) -> String {
    if let text = value?.string { return text }
    throw Refusal(Phrase("« \(key) » n'est pas un texte", "\"\(key)\" is not a text"), code: .badData)
  }

  private static func attributes(
    _ value: (any TOMLValueConvertible)?, _ key: String
  ) throws(Refusal) -> Attributes {
    guard let names = value?.array else {
      throw Refusal(Phrase("« \(key) » n'est pas une liste", "\"\(key)\" is not a list"), code: .badData)
    }
    var attributes: Attributes = []
    for name in names {
      guard let attribute = name.string.flatMap(Attributes.init(name:)) else {
        throw Refusal(
          Phrase("attribut inconnu dans « \(key) »", "unknown attribute in \"\(key)\""),
          hint: Phrase("Attributs : bold, dim, underline, reverse.", "Attributes: bold, dim, underline, reverse."),
          code: .badData)
      }
      attributes.formUnion(attribute)
    }
    return attributes
  }
}
