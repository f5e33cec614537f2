import Testing

@testable import jury

@Suite struct SheetTextTests {
  static let words = "Nom;Prénom\r\nŒuvrard;Zoé – l’été\r\n"

  private func bytes(_ text: String, _ encoding: SheetText.Encoding, mark: Bool = false) -> [UInt8] {
    switch encoding {
    case .utf8: return (mark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    case .utf16LittleEndian: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1252:
      let special: [Unicode.Scalar: UInt8] = ["Œ": 0x8C, "œ": 0x9C, "–": 0x96, "’": 0x92, "€": 0x80]
      return text.unicodeScalars.map { special[$0] ?? UInt8($0.value) }
    case .macRoman:
      let special: [Unicode.Scalar: UInt8] = ["Œ": 0xCE, "–": 0xD0, "’": 0xD5, "é": 0x8E]
      return text.unicodeScalars.map { special[$0] ?? UInt8($0.value) }
    case .latin9:
      let special: [Unicode.Scalar: UInt8] = ["Œ": 0xBC, "œ": 0xBD, "€": 0xA4]
      return text.unicodeScalars.map { special[$0] ?? UInt8($0.value) }
    }
  }

  @Test(arguments: [SheetText.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian, .windows1252, .macRoman])
  func `each encoding that spreadsheets write is found out`(encoding: SheetText.Encoding) throws {
    let sheet = try SheetText(bytes(Self.words, encoding))
    #expect(sheet.encoding == encoding)
    #expect(sheet.text == Self.words)
  }

  @Test func `a byte order mark is no part of the text`() throws {
    #expect(try SheetText(bytes(Self.words, .utf8, mark: true)).text == Self.words)
  }

  @Test func `ISO-8859-15 is told by the letters it alone has, ISO-8859-1 reads as Windows-1252`() throws {
    let latin9 = try SheetText(bytes("Nom\nŒuvrard\nLeœuf\n", .latin9))
    #expect(latin9.encoding == .latin9 && latin9.text == "Nom\nŒuvrard\nLeœuf\n")
    let latin1 = try SheetText(bytes("Nom\nLefèvre\n½ journée\n", .latin9))
    #expect(latin1.encoding == .windows1252 && latin1.text == "Nom\nLefèvre\n½ journée\n")
  }

  @Test func `quotes, euros and names from elsewhere do not make a Mac's sheet of a Windows one`() throws {
    let text = "Nom;Prix\nŒuvrard;10 k€ – l’été\n"
    #expect(try SheetText(bytes(text, .windows1252)).encoding == .windows1252)
    let quoted = Array("Nom\n".utf8) + [0x93, 0x6D, 0x6F, 0x74, 0x94, 0x0A, 0x8A, 0x6B, 0x6F, 0x64, 0x61, 0x80, 0x0A]
    #expect(try SheetText(quoted).text == "Nom\n“mot”\nŠkoda€\n")
    #expect(try SheetText(Array(0x80...0xFF), as: .macRoman).text.hasPrefix("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°"))
  }

  @Test func `an encoding that is named is taken at its word, and one that is not that is refused`() throws {
    #expect(try SheetText([0xBC], as: .windows1252).text == "¼")
    #expect(try SheetText([0xBC], as: .latin9).text == "Œ")
    #expect(throws: (any Error).self) { try SheetText([0xBC], as: .utf8) }
    #expect(throws: (any Error).self) { try SheetText([0x41, 0x00, 0x42]) }
  }
}
