import JSON
import Testing

/// What is refused, each with its reason and place.
@Suite struct ParserTests {
  func fault(_ text: String) -> JSON.Fault? { fault(Array(text.utf8)) }

  func fault(_ bytes: [UInt8]) -> JSON.Fault? {
    do throws(JSON.Fault) {
      _ = try JSON.parse(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["", "  ", "{", "[1,", "\"abc", "{\"a\"", "{\"a\":", "tru", "\"\\", "\"\\ud83d", "[1"])
  func `a text cut short ends unexpectedly`(text: String) {
    #expect(fault(text)?.reason == (text.hasSuffix("\\ud83d") ? .loneSurrogate : .unexpectedEnd))
  }

  @Test(arguments: [
    ("[1,]", UInt8(ascii: "]")), ("{\"a\":1,}", UInt8(ascii: "}")), ("{a:1}", UInt8(ascii: "a")),
    ("{\"a\" 1}", UInt8(ascii: "1")), ("[1 2]", UInt8(ascii: "2")), ("'a'", UInt8(ascii: "'")),
    ("nul1", UInt8(ascii: "1")), ("True", UInt8(ascii: "T")), ("// c\n1", UInt8(ascii: "/")),
    ("+1", UInt8(ascii: "+")), (".5", UInt8(ascii: ".")), ("NaN", UInt8(ascii: "N")), ("\u{FEFF}1", 0xEF),
    ("\u{A0}1", 0xC2), ("[,1]", UInt8(ascii: ",")), ("}", UInt8(ascii: "}")),
  ])
  func `what is not JSON is refused by its byte`(text: String, byte: UInt8) {
    #expect(fault(text)?.reason == .unexpectedByte(byte))
  }

  @Test(arguments: ["1 2", "{} {}", "null,", "\"a\"\"b\"", "1\n\u{0}"])
  func `one text holds one value`(text: String) { #expect(fault(text)?.reason == .trailingText) }

  @Test func `a member written twice is refused at its second name, however it is escaped`() {
    #expect(fault(#"{"mark":"met","mark":"notMet"}"#)?.reason == .duplicateMember("mark"))
    #expect(fault(#"{"mark":"met","mark":"notMet"}"#)?.offset == 14)
    #expect(fault(#"{"b":1, "a":{"x":[1]},"c":2 ,"b":3}"#)?.offset == 29)
    #expect(fault(#"{"a":1,"b":2,"\u0061":3}"#)?.reason == .duplicateMember("a"))
    #expect(fault(#"[{"a":{"b":1,"b":1}}]"#)?.reason == .duplicateMember("b"))
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0xAF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused, in texts and in names`(bytes: [UInt8]) {
    let quoted = [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")]
    #expect(fault(quoted)?.reason == .invalidUTF8)
    #expect(fault(Array("{".utf8) + quoted + Array(":1}".utf8))?.reason == .invalidUTF8)
    #expect(fault(Array("\"\\n".utf8) + quoted.dropFirst())?.reason == .invalidUTF8)
  }

  @Test(arguments: [
    #""\x""#, #""\'""#, #""\u12G4""#, #""\u+123""#, #""\u-000""#, #""\u 123""#, #""\u１234""#, #""\u12"#,
  ])
  func `an unknown escape is refused`(text: String) { #expect(fault(text)?.reason == .invalidEscape) }

  @Test(arguments: [#""\ud83d""#, #""\ude00""#, #""\ud83dx""#, #""\ud83d\n""#, #""\ud83d\u0041""#, #""\ude00\ud83d""#])
  func `half a surrogate pair is refused`(text: String) { #expect(fault(text)?.reason == .loneSurrogate) }

  @Test func `a bare control character is refused in a text`() {
    for control in UInt8(0)..<0x20 {
      #expect(fault([UInt8(ascii: "\""), control, UInt8(ascii: "\"")])?.reason == .controlCharacter)
    }
  }

  @Test(arguments: [
    "1.0", "1.5", "1e3", "1E3", "-", "-0", "00", "01", "-01", "9007199254740992", "-9007199254740992",
    "99999999999999999999999999", "0.1", "[1.]",
  ])
  func `only integers of one form are numbers`(text: String) { #expect(fault(text)?.reason == .notAnInteger) }

  @Test func `integers go to 2^53 − 1 on both sides`() throws {
    #expect(try JSON.parse(Array("9007199254740991".utf8)).int == 9_007_199_254_740_991)
    #expect(try JSON.parse(Array("-9007199254740991".utf8)).int == -9_007_199_254_740_991)
    #expect(try JSON.parse(Array("0".utf8)).int == 0)
  }

  @Test func `64 levels are read, the 65th is refused`() {
    let deep = { (levels: Int) in String(repeating: "[", count: levels) + String(repeating: "]", count: levels) }
    #expect(fault(deep(64)) == nil)
    #expect(fault(deep(65))?.reason == .tooDeep)
    #expect(fault(deep(65))?.offset == 64)
    #expect(fault(String(repeating: "[", count: 1_000_000))?.reason == .tooDeep)
    #expect(fault(String(repeating: "{\"a\":", count: 64) + "{}")?.reason == .tooDeep)
    #expect(fault(String(repeating: "{\"a\":", count: 63) + "{}" + String(repeating: "}", count: 63)) == nil)
    #expect(fault(String(repeating: "[", count: 64) + "1" + String(repeating: "]", count: 64)) == nil)
  }

  @Test func `a fault tells its line and column`() {
    let found = fault("{\n  \"a\": 1,\n  \"b\": }")
    #expect(found?.reason == .unexpectedByte(UInt8(ascii: "}")))
    #expect(found?.line == 3)
    #expect(found?.column == 8)
    #expect(found?.offset == 19)
    #expect(fault("")?.line == 1)
    #expect(fault("")?.column == 1)
  }

  @Test func `escapes are read`() throws {
    let value = try JSON.parse(Array(#""\"\\\/\b\f\n\r\t\u00e9\u00E9\ud83d\ude00\u0000""#.utf8))
    #expect(value.string == "\"\\/\u{8}\u{C}\n\r\té\u{E9}😀\u{0}")
  }

  @Test(arguments: 0...24)
  func `what ends or changes a text is seen at every place of it`(place: Int) throws {
    let (before, after) = (String(repeating: "~", count: place), String(repeating: "\u{7F} #[]", count: 5))
    #expect(try JSON.parse(Array("[\"\(before)\",\"\(after)\"]".utf8)) == [.string(before), .string(after)])
    for (written, read) in [("\\\"", "\""), ("\\\\", "\\"), ("\\n", "\n"), ("é", "é"), ("\u{10FFFF}", "\u{10FFFF}")] {
      #expect(try JSON.parse(Array("\"\(before)\(written)\(after)\"".utf8)) == .string(before + read + after))
    }
    for control in 0..<0x20 as Range<UInt8> {
      let text = Array("\"\(before)".utf8) + [control] + Array("\(after)\"".utf8)
      #expect(fault(text)?.reason == .controlCharacter && fault(text)?.offset == place + 1)
    }
    let lone = Array("\"\(before)".utf8) + [0x80] + Array("\(after)\"".utf8)
    #expect(fault(lone)?.reason == .invalidUTF8)
  }

  @Test func `every prefix of a text is refused, never a trap`() {
    let text = Array(#"{"a":[1,-2,"é\u00e9\ud83d\ude00"],"b":{"c":null,"d":[true,false]},"e":""}"#.utf8)
    for end in text.indices { #expect(fault(Array(text[..<end])) != nil, "\(end)") }
    #expect(fault(text) == nil)
  }

  @Test func `an object of many members in any order is read in no time`() throws {
    let members = (0..<40_000).reversed().map { "\"m\($0)\":0" }
    let clock = ContinuousClock()
    let time = try clock.measure { _ = try JSON.parse(Array("{\(members.joined(separator: ","))}".utf8)) }
    #expect(time < .seconds(5))
    #expect(
      fault(Array("{\((members + [members[0]]).joined(separator: ","))}".utf8))?.reason == .duplicateMember("m39999"))
  }
}
