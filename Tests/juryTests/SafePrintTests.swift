import Foundation
import JSON
import Testing

@testable import jury

@Suite struct SafePrintTests {
  /// What acts in each of the ways there are: an escape sequence, a C1 control, an override of direction, a tag.
  private static let hostile = "DURAND\u{1B}[2J\u{9B}31m\u{202E}\u{200B}\u{E0041}"

  private func session() throws -> SealedSession {
    let sealed = try SealedSession(signers: [])
    let text = JSON.string(Self.hostile).text
    try sealed.change(sealed.path + "/session.json") { $0.replacing("\"Durand\"", with: text) }
    return sealed
  }

  @Test(arguments: [["minutes", "missing"], ["session", "check"], ["show"], ["verify"]])
  func `a plan's texts are safe wherever a command prints them`(command: [String]) throws {
    let sealed = try session()
    let run = try sealed.program.run(command + [sealed.path])
    let said = (run.output + run.errors).unicodeScalars
    #expect(run.output.contains("DURAND"))
    #expect(!said.contains { "\u{1B}\u{9B}\u{202E}\u{200B}\u{E0041}".unicodeScalars.contains($0) })
  }

  @Test func `JSON says the same, in characters that do nothing`() throws {
    let sealed = try session()
    let run = try sealed.program.run("show", sealed.path, "--json")
    #expect(!run.output.unicodeScalars.contains { "\u{1B}\u{9B}\u{202E}\u{200B}\u{E0041}".unicodeScalars.contains($0) })
    #expect(run.output.contains(#"\u202e\u200b\udb40\udc41"#))
  }
}
