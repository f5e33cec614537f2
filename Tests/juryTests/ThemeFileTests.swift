import Evaluation
import Foundation
import Screen
import Testing

@testable import jury

@Suite struct ThemeFileTests {
  @Test(arguments: [
    ("colour = \"x\"", 1, "unknown key \"colour\""),
    ("[palette]\na = \"#12345\"", 2, "colour \"a\" is not \"#rrggbb\""),
    ("[scopes]\n\n\"clock.warnin\" = \"#ffffff\"", 3, "nothing on screen is called \"clock.warnin\""),
    ("[scopes]\ntext = { colour = \"#ffffff\" }", 2, "unknown key \"colour\" in a style"),
    ("[scopes]\ntext = \"blue\"", 2, "the palette has no colour \"blue\""),
    ("[scopes]\nclock = { attributes = [\"blink\"] }", 2, "unknown attribute in \"attributes\""),
    ("[scopes]\nclock = 3", 2, "a style is a colour or a table { … }"),
    ("inherits = 3", 1, "\"inherits\" is not a text"),
  ])
  func `each fault is told with its line`(text: String, line: Int, reason: String) throws {
    let path = try file(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let refusal = #expect(throws: Refusal.self) { try ThemeFile.load(nameOrPath: path) }
    #expect(refusal?.reason.en == reason)
    #expect(refusal?.place == "\(path):\(line)")
    #expect(refusal?.code == .badData)
  }

  @Test func `what is not TOML is told with its line`() throws {
    let path = try file("[palette]\na = \n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let refusal = #expect(throws: Refusal.self) { try ThemeFile.load(nameOrPath: path) }
    #expect(refusal?.place == "\(path):2")
  }

  // The parser itself ends the program at these.
  @Test(arguments: [
    ("[.palette]", 1), ("[\n", 1), ("\r\n[[\n", 2), (" [ =a]", 1), ("\u{FEFF}[é]", 1), ("[[\u{A0}{]]", 1),
    ("[\u{301}a]", 1),
    ("# [a]\n\t[#]", 2), ("a = \"\"\"\n[.b]\"\"\"\"\"\n[.c]", 3), ("a = [\n[.5]]\n[.c]", 3), ("a = '\\'\n[.c]", 2),
  ])
  func `a section that begins with no name is told with its line`(text: String, line: Int) throws {
    try expectNotTOML(text, line: line, "a section without a name")
  }

  // Nor does it answer to these.
  @Test(arguments: [
    ("a = [}", 1), ("[scopes]\na = { b = [ \"}]\", }", 2), ("a = [ ']', # ]\n  }", 2), ("a = [ \"\\\"]\" }", 1),
    ("a = [[], {}, }", 1), ("a = ['''\n}]'''''\n}", 3),
  ])
  func `a brace that ends an array is told with its line`(text: String, line: Int) throws {
    try expectNotTOML(text, line: line, "\"}\" instead of \"]\"")
  }

  private func expectNotTOML(_ text: String, line: Int, _ reason: String) throws {
    let path = try file(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let refusal = #expect(throws: Refusal.self) { try ThemeFile.load(nameOrPath: path) }
    #expect(refusal?.reason.en == "this is not TOML: \(reason)")
    #expect(refusal?.place == "\(path):\(line)")
  }

  @Test(arguments: [
    "# it's \"[.\n[palette] # [}\nx = \"#000000\"", "[scopes]\nclock = { attributes = [ \"bold\", # }\n] }",
    "[palette]\n'[.' = '#000000'\n\"\\\"[}\" = \"#000000\"", "[palette]\nx = \"\"\"\n#000000\\\n\"\"\"",
  ])
  func `what only looks like one of these is read`(text: String) throws {
    let path = try file(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try ThemeFile.load(nameOrPath: path)
  }

  @Test func `a theme of one's own states what differs`() throws {
    let path = try file("inherits = \"light\"\n[palette]\nmet = \"#004400\"\n[scopes]\nnote = \"met\"")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let theme = try ThemeFile.load(nameOrPath: path)
    #expect(theme.style(for: "note").foreground == .rgb(0, 0x44, 0))
    #expect(theme.style(for: "mark.met").foreground == .rgb(0, 0x44, 0))
    #expect(theme.style(for: "text") == (try ThemeFile.load(nameOrPath: "light")).style(for: "text"))
  }

  @Test func `themes that inherit in a circle are refused`() throws {
    let path = try file("")
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "inherits = \"\(path)\"".write(toFile: path, atomically: true, encoding: .utf8)
    let refusal = #expect(throws: Refusal.self) { try ThemeFile.load(nameOrPath: path) }
    #expect(refusal?.reason.en == "the themes inherit from each other without end")
  }

  @Test func `an unknown name is answered with the names there are`() {
    let refusal = #expect(throws: Refusal.self) { try ThemeFile.load(nameOrPath: "drak") }
    #expect(
      refusal?.hint?.en == "Themes: dark, light, high-contrast, colour-blind, monochrome; or a .toml file's path.")
    #expect(throws: Refusal.self) { try ThemeFile.load(nameOrPath: "/no/such.toml") }
  }

  private func file(_ text: String) throws -> String {
    let path = NSTemporaryDirectory() + "theme-\(UUID().uuidString).toml"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }
}
