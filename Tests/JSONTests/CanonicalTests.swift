import JSON
import Testing

/// One text for one value.
@Suite struct CanonicalTests {
  func canonical(_ text: String) throws -> String { try JSON.parse(Array(text.utf8)).text }

  @Test func `members are sorted and spaces dropped, at every level`() throws {
    #expect(
      try canonical("{ \"b\" : [ 1 , { \"z\" : null , \"y\" : true } ] ,\n\t\"a\" : { } , \"c\" : [ ] }\r\n")
        == #"{"a":{},"b":[1,{"y":true,"z":null}],"c":[]}"#)
  }

  // The example of RFC 8785, section 3.2.3: by UTF-16 code units, an emoji comes before U+FB33.
  @Test func `names are sorted by UTF-16 code units`() throws {
    let mixed = #"{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}"#
    let members = try JSON.parse(Array(mixed.utf8)).members
    #expect(members?.map(\.key) == ["\r", "1", "\u{80}", "ö", "€", "😀", "\u{FB33}"])
  }

  @Test func `a name comes before the names it begins`() throws {
    #expect(try canonical(#"{"ab":1,"a":2,"":3,"é":4,"b":5}"#) == #"{"":3,"a":2,"ab":1,"b":5,"é":4}"#)
  }

  @Test func `escapes are the shortest`() throws {
    #expect(
      try canonical(#""\u0041\/\u00e9\u001F\u007f\u000a\u0008\u000c\u000d\u0009\u0022\u005c""#)
        == "\"A/é\\u001f\u{7F}\\n\\b\\f\\r\\t\\\"\\\\\"")
    #expect(try canonical(#""\ud83d\ude00""#) == "\"😀\"")
  }

  @Test(arguments: [
    "null", "true", "false", "0", "-1", "9007199254740991", "\"\"", "[]", "{}", "[[],{}]",
    #"{"a":"\\\"","b":[1,2,3],"é":"\u0000"}"#,
  ])
  func `a canonical text is read and written the same`(text: String) throws { #expect(try canonical(text) == text) }

  @Test func `composed and decomposed letters stay two values and two names`() throws {
    let composed: JSON = "\u{E9}"
    let decomposed: JSON = "e\u{301}"
    #expect(composed != decomposed)
    #expect(try canonical("\"e\u{301}\"").utf8.count == 5)
    let twins = try JSON.parse(Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8))
    #expect(twins["\u{E9}"]?.int == 1)
    #expect(twins["e\u{301}"]?.int == 2)
    #expect(twins.members?.count == 2)
  }

  @Test func `an object is built from members in any order, without the absent ones`() {
    let value = JSON.object(["z": 1, "a": nil, "m": .object(["k": "v"]), "b": true])
    #expect(value.text == #"{"b":true,"m":{"k":"v"},"z":1}"#)
  }

  @Test func `the readable form is the same value on several lines`() throws {
    let value = JSON.object(["b": [1, []], "a": .object([:]), "c": .object(["d": "é"])])
    let readable = """
      {
        "a": {},
        "b": [
          1,
          []
        ],
        "c": {
          "d": "é"
        }
      }

      """
    #expect(value.readableText == readable)
    #expect(try JSON.parse(Array(readable.utf8)) == value)
  }

  @Test func `a value answers only for what it is`() {
    let value: JSON = ["text", 7, true]
    #expect(value.array?.map(\.string) == ["text", nil, nil])
    #expect(value.array?.map(\.int) == [nil, 7, nil])
    #expect(value.array?.map(\.bool) == [nil, nil, true])
    #expect(value.members?.count == nil)
    #expect(value["text"] == nil)
  }

  /// Every text one byte away from these, and each of their own bytes written as an escape: where it is JSON at all, it is
  /// canonical when, and only when, its value is written that way.
  @Test(arguments: [
    #"{"a":[1,-20,{"b":null}],"c":"x\ny","d":{},"é":true}"#, "[]", #"{"a":"","b":0}"#, #"["\u001f","\"\\","😀"]"#,
    #"{"\r":2,"1":4,"€":5,"😀":6,"\#u{FB33}":7}"#,
  ])
  func `a text is known to be canonical without being written again`(text: String) throws {
    var seen: Set<Bool> = []
    func check(_ text: some Sequence<UInt8>) {
      let text = Array(text)
      var isCanonical = false
      guard let value = try? JSON.parse(text, isCanonical: &isCanonical) else { return }
      if isCanonical != (value.bytes == text) { Issue.record("\(String(decoding: text, as: UTF8.self))") }
      seen.insert(isCanonical)
    }
    let bytes = Array(text.utf8)
    check(bytes)
    for at in bytes.indices {
      for byte in UInt8.min...UInt8.max {
        check(bytes[..<at] + [byte] + bytes[at...])
        check(bytes[..<at] + [byte] + bytes[(at + 1)...])
        check(bytes[..<at] + [UInt8(ascii: "\\"), byte] + bytes[(at + 1)...])
        for isUpper in [false, true] {
          let digits = String(0x10000 + Int(byte), radix: 16, uppercase: isUpper).dropFirst()
          check(bytes[..<at] + Array("\\u\(digits)".utf8) + bytes[at...])
        }
      }
    }
    #expect(seen == [true, false])
  }
}
