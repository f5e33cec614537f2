import Evaluation
import Screen
import Testing

@testable import Console

@Test(arguments: Page.allCases)
func `no key means two things on a page`(page: Page) {
  let keys = OralKeys.table.bindings(on: page).flatMap(\.keys)
  for key in Set(keys) { #expect(keys.count { $0 == key } == 1, "\(key) on \(page)") }
}

@Test func `every key is reachable on AZERTY without AltGr`() {
  let withAltGr: Set<Character> = ["~", "#", "{", "[", "|", "`", "\\", "^", "@", "]", "}", "€"]
  for binding in OralKeys.table.bindings {
    for case .character(let character) in binding.keys { #expect(!withAltGr.contains(character)) }
  }
}

@Test func `no key needs a control key that terminals keep for themselves`() {
  // Ctrl-S and Ctrl-Q stop and start a terminal's output: the console's is raw, Ctrl-Q reaches it.
  for binding in OralKeys.table.bindings {
    for key in binding.keys { #expect(key != .control("s") && key != .control("m") && key != .control("i")) }
  }
}

@Test(arguments: Command.allCases)
func `every command has a line in the table`(command: Command) {
  #expect(OralKeys.table.bindings.contains { $0.command == command })
}

@Test(arguments: Page.allCases)
func `every binding of a page acts there`(page: Page) throws {
  for binding in OralKeys.table.bindings(on: page) {
    for key in binding.keys { #expect(OralKeys.table.command(for: key, on: page) == binding.command) }
  }
}

@Test func `the key that ticks destroys nothing`() {
  for page in Page.allCases {
    let command = OralKeys.table.command(for: .character(" "), on: page)
    let harmless: [Command?] = [nil, .markMet, .toggleRow, .take]
    #expect(harmless.contains(command), "\(page)")
  }
}

@Test func `a digit is read from the shifted and the unshifted row of AZERTY`() {
  #expect("1234567890".map { Key.character($0).digit } == [1, 2, 3, 4, 5, 6, 7, 8, 9, 0])
  #expect("&é\"'(-è_çà".map { Key.character($0).digit } == [1, 2, 3, 4, 5, 6, 7, 8, 9, 0])
  #expect(Key.character("٣").digit == nil)
  #expect(Key.enter.digit == nil)
}

@Test func `where a text can be typed a digit is a digit alone`() {
  #expect("1234567890".map { Key.character($0).typedDigit } == [1, 2, 3, 4, 5, 6, 7, 8, 9, 0])
  for character in "&é\"'(-è_çà٣" { #expect(Key.character(character).typedDigit == nil) }
}

/// French puts a space before these; English none.
@Test func `every sentence of the table has its language's spaces`() {
  for binding in OralKeys.table.bindings {
    for phrase in [binding.help, binding.label].compactMap({ $0 }) {
      expectFrenchSpaces(phrase.fr)
      expectEnglishSpaces(phrase.en)
    }
  }
}
