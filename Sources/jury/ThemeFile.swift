import Evaluation
import Foundation
import Screen

/// A theme as its file states it (TOML): what it inherits, its palette, and a style a scope.
struct ThemeFile {
  /// Where the file is, for messages: a path, or a built-in theme's name.
  let place: String
  let lines: KeyLines
  let inherits: String?
  /// Colours by name.
  let palette: [String: Colour]
  /// Styles by scope, their colours still names.
  let scopes: [String: StatedStyle]

  /// Loads a theme: one of the five built in by its name, or a file by its path (what has a "/" or ends in ".toml").
  ///
  /// Refuses, with the file and line: what is not TOML, a key or scope that no one would read, a colour that has no
  /// value, themes that inherit from each other in a circle.
  static func load(nameOrPath: String) throws(Refusal) -> Theme {
    nameOrPath == BuiltInTheme.dark.rawValue ? .dark : try parse(nameOrPath: nameOrPath)
  }

  /// The same, from the files alone.
  static func parse(nameOrPath: String) throws(Refusal) -> Theme {
    var chain: [ThemeFile] = []
    var next: String? = nameOrPath
    while let name = next {
      let file = try read(name, inheritedBy: chain.last)
      chain.append(file)
      next = file.inherits
      if chain.count > longestChain {
        throw Refusal(
          Phrase("les thèmes héritent les uns des autres sans fin", "the themes inherit from each other without end"),
          place: file.place, code: .badData)
      }
    }
    return try theme(named: nameOrPath, of: chain)
  }

  private static let longestChain = 8

  /// The theme that a file and those it inherits from make, the nearest first: it wins, name by name and scope by scope.
  static func theme(named name: String, of chain: [ThemeFile]) throws(Refusal) -> Theme {
    var palette: [String: Colour] = ["default": .default]
    var stated: [String: (style: StatedStyle, file: ThemeFile)] = [:]
    for file in chain.reversed() {
      palette.merge(file.palette) { _, new in new }
      for (scope, style) in file.scopes { stated[scope] = (style, file) }
    }
    var styles: [Theme.Statement] = []
    for (scope, (style, file)) in stated.sorted(by: { $0.key < $1.key }) {
      do {
        styles.append(Theme.Statement(Role(scope), try style.resolved(in: palette)))
      } catch {
        throw error.at(file.lines.place(of: scope, in: "scopes", file: file.place))
      }
    }
    return Theme(name: name, styles: styles)
  }

  private static func read(_ name: String, inheritedBy heir: ThemeFile?) throws(Refusal) -> ThemeFile {
    if let source = BuiltInTheme(rawValue: name)?.source { return try ThemeFile(source, place: "\(name).toml") }
    guard name.contains("/") || name.hasSuffix(".toml") else {
      let names = BuiltInTheme.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refusal(
        Phrase("il n'y a pas de thème « \(name) »", "there is no theme \"\(name)\""),
        hint: Phrase(
          "Thèmes : \(names) ; ou le chemin d'un fichier .toml.", "Themes: \(names); or a .toml file's path."),
        place: heir?.place, code: .usage)
    }
    let path = path(name, from: heir)
    do {
      return try ThemeFile(String(contentsOfFile: path, encoding: .utf8), place: path)
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal(
        Phrase("ce fichier de thème ne peut pas être lu", "this theme file cannot be read"), place: path, code: .noInput
      )
    }
  }

  /// What a file inherits stands beside it, unless its path says otherwise.
  private static func path(_ name: String, from heir: ThemeFile?) -> String {
    guard let heir, !name.hasPrefix("/"), let slash = heir.place.lastIndex(of: "/") else { return name }
    return heir.place[...slash] + name
  }
}

/// The themes that are part of the program.
enum BuiltInTheme: String, CaseIterable {
  case dark, light
  case highContrast = "high-contrast"
  case colourBlind = "colour-blind"
  case monochrome

  /// The theme's file.
  var source: String {
    let bytes =
      switch self {
      case .dark: PackageResources.dark_toml
      case .light: PackageResources.light_toml
      case .highContrast: PackageResources.high_contrast_toml
      case .colourBlind: PackageResources.colour_blind_toml
      case .monochrome: PackageResources.monochrome_toml
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}
