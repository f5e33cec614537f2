import Evaluation
import Screen
import Testing

@testable import jury

@Suite struct ThemeTests {
  /// Scopes of what is drawn and not read.
  static let drawings: Set<Role> = ["rule", "bar.done", "bar.todo"]

  @Test(arguments: ["dark", "light", "colour-blind", "high-contrast"])
  func `every text stands out from its background`(name: String) throws {
    let theme = try ThemeFile.load(nameOrPath: name)
    let least = name == "high-contrast" ? 7.0 : 4.5
    for role in Theme.scopes where !Self.drawings.contains(role) {
      let style = theme.style(for: role)
      let contrast = try #require(style.foreground?.contrast(with: style.background ?? .default), "\(role.scope)")
      #expect(contrast >= least, "\(role.scope)")
    }
  }

  @Test(arguments: ["dark", "light", "colour-blind", "high-contrast"])
  func `what is drawn can be seen`(name: String) throws {
    let theme = try ThemeFile.load(nameOrPath: name)
    let done = theme.style(for: "bar.done")
    #expect(try #require(done.foreground?.contrast(with: done.background ?? .default)) >= 3)
    let rule = theme.style(for: "rule")
    #expect(try #require(rule.foreground?.contrast(with: rule.background ?? .default)) >= 2)
  }

  @Test(arguments: BuiltInTheme.allCases)
  func `a built-in theme states every scope`(name: BuiltInTheme) throws {
    let theme = try ThemeFile.load(nameOrPath: name.rawValue)
    // "row" itself is no one's role: row.selected is.
    #expect(Set(theme.styles.map(\.role)) == Set(Theme.scopes))
    #expect(theme.styles.count == Theme.scopes.count)
  }

  @Test func `the dark theme read beforehand is its file's`() throws {
    let name = BuiltInTheme.dark.rawValue
    #expect(try ThemeFile.load(nameOrPath: name) == Theme.dark)
    #expect(try ThemeFile.parse(nameOrPath: name) == Theme.dark)
  }

  @Test func `monochrome states no colour`() throws {
    let theme = try ThemeFile.load(nameOrPath: "monochrome")
    for role in Theme.scopes {
      let style = theme.style(for: role)
      #expect(style.foreground == .default && style.background == .default, "\(role.scope)")
    }
  }

  @Test(arguments: BuiltInTheme.allCases, ColourDepth.allCases)
  func `the selected row shows with any number of colours`(name: BuiltInTheme, depth: ColourDepth) throws {
    let theme = try ThemeFile.load(nameOrPath: name.rawValue)
    let text = theme.rendition(for: .text, depth: depth)
    let selected = theme.rendition(for: "row.selected", depth: depth)
    #expect(selected.background != text.background || selected.attributes.contains(.reverse))
  }

  @Test(arguments: BuiltInTheme.allCases, ColourDepth.allCases)
  func `no text takes the colour of its background`(name: BuiltInTheme, depth: ColourDepth) throws {
    let theme = try ThemeFile.load(nameOrPath: name.rawValue)
    for role in Theme.scopes where !Self.drawings.contains(role) {
      let look = theme.rendition(for: role, depth: depth)
      #expect(look.foreground != look.background || look.foreground == .default, "\(role.scope)")
    }
  }
}
