import Evaluation

/// A spreadsheet's CSV file as text, whatever encoding it was written in.
///
/// French spreadsheets write UTF-8 with or without a byte order mark, UTF-16 with one, Windows-1252 (Excel's « CSV »),
/// Mac Roman (the same on a Mac), or ISO-8859-15 (LibreOffice's choice of old). The single-byte ones name themselves nowhere: they are told apart by what
/// would make sense.
struct SheetText: Equatable {
  enum Encoding: String, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1252 = "windows-1252"
    case latin9 = "iso-8859-15"
    case macRoman = "macintosh"
  }

  let text: String
  let encoding: Encoding

  /// - Parameter asked: the encoding that the person named; nil to find it out.
  /// - Throws: bad data when the bytes are not text of that encoding.
  init(_ bytes: [UInt8], as asked: Encoding? = nil) throws(Refusal) {
    let marked = Self.marked(bytes)
    let encoding = asked ?? marked?.encoding ?? Self.unmarked(bytes)
    let body = marked?.encoding == encoding ? bytes[(marked?.length ?? 0)...] : bytes[...]
    guard let text = Self.decode(body, encoding), !text.unicodeScalars.contains("\0") else {
      throw Refusal(
        Phrase("ce n'est pas un texte en \(encoding.rawValue)", "this is no text in \(encoding.rawValue)"),
        hint: Phrase(
          "Enregistrez la feuille en « CSV UTF-8 », ou dites --encoding.",
          "Save the sheet as “CSV UTF-8”, or say --encoding."), code: .badData)
    }
    self.text = text
    self.encoding = encoding
  }

  private static func marked(_ bytes: [UInt8]) -> (encoding: Encoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  private static func unmarked(_ bytes: [UInt8]) -> Encoding {
    if String(validating: bytes, as: UTF8.self) != nil { return .utf8 }
    if isMacRoman(bytes) { return .macRoman }
    // 80–9F are letters and signs in Windows-1252 and nothing in ISO-8859-15.
    if bytes.contains(where: { (0x80...0x9F).contains($0) }) { return .windows1252 }
    return bytes.indices.contains { isLatin9Letter(bytes, $0) } ? .latin9 : .windows1252
  }

  /// Whether more letters of French words are Mac Roman's than Windows-1252's. Mac Roman has its accented letters where
  /// Windows-1252 has signs, and signs where that has letters.
  private static func isMacRoman(_ bytes: [UInt8]) -> Bool {
    var mac = 0
    var windows = 0
    for index in bytes.indices.dropFirst() where bytes[index] >= 0x80 {
      // After a letter, or as the first of a word in capitals (É 83).
      let around = [index - 1, index + 1].filter(bytes.indices.contains).map { bytes[$0] }
      guard around.contains(where: { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }) else { continue }
      if macLetters.contains(bytes[index]) { mac += 1 }
      if bytes[index] >= 0xC0 { windows += 1 }
    }
    return mac > windows
  }

  /// Ç, É, à, â, ç, é, è, ê, ù in Mac Roman, where Windows-1252 has nothing that stands beside a French letter.
  private static let macLetters: Set<UInt8> = [0x82, 0x83, 0x88, 0x89, 0x8D, 0x8E, 0x8F, 0x90, 0x9D]

  /// Whether a byte stands in a word as one of the letters that ISO-8859-15 has (Š š Œ œ Ÿ), where Windows-1252 would have
  /// a broken bar, a diaeresis or a fraction. A4 is the euro there, and a sign that nobody writes here.
  private static func isLatin9Letter(_ bytes: [UInt8], _ index: Int) -> Bool {
    if bytes[index] == 0xA4 { return true }
    guard [0xA6, 0xA8, 0xBC, 0xBD, 0xBE].contains(bytes[index]) else { return false }
    let around = [index - 1, index + 1].filter(bytes.indices.contains).map { bytes[$0] }
    return around.contains { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 >= 0xC0 }
  }

  private static func decode(_ bytes: ArraySlice<UInt8>, _ encoding: Encoding) -> String? {
    switch encoding {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .utf16LittleEndian: return utf16(bytes) { UInt16($0) | UInt16($1) << 8 }
    case .utf16BigEndian: return utf16(bytes) { UInt16($0) << 8 | UInt16($1) }
    case .windows1252: return single(bytes) { windows1252[$0] }
    case .latin9: return single(bytes) { latin9[$0] }
    case .macRoman: return single(bytes) { $0 < 0x80 ? nil : macRoman[Int($0) - 0x80] }
    }
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, _ unit: (UInt8, UInt8) -> UInt16) -> String? {
    guard bytes.count % 2 == 0 else { return nil }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
    return String(validating: units, as: UTF16.self)
  }

  private static func single(_ bytes: ArraySlice<UInt8>, _ special: (UInt8) -> Unicode.Scalar?) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(special(byte) ?? Unicode.Scalar(byte)) }
    return String(text)
  }

  /// Where Windows-1252 differs from ISO-8859-1 (WHATWG Encoding, index windows-1252); the five unused stay controls.
  private static let windows1252: [UInt8: Unicode.Scalar] = [
    0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ", 0x89: "‰", 0x8A: "Š",
    0x8B: "‹", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
    0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›", 0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
  ]

  /// Where ISO-8859-15 differs from ISO-8859-1.
  private static let latin9: [UInt8: Unicode.Scalar] = [
    0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
  ]

  /// Mac OS Roman from 80 on (Unicode, VENDORS/APPLE/ROMAN.TXT).
  private static let macRoman = Array(
    ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü"
      + "†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"
      + "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
      .unicodeScalars)
}
