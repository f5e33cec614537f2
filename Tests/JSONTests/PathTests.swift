import JSON
import Testing

@Suite struct PathTests {
  let text = Array("{\n  \"a\": [1, {\"b c\": null}],\n  \"d\": {}\n}".utf8)

  func line(_ steps: JSON.Path.Step...) -> String? {
    JSON.offset(of: JSON.Path(steps), in: text).map { offset in
      let position = JSON.Position(offset: offset, in: text)
      return "\(position.line):\(position.column)"
    }
  }

  @Test func `a path reads as in a program`() {
    #expect(JSON.Path([.member("blocks"), .item(0), .member("title")]).description == "blocks[0].title")
    #expect(JSON.Path([.member("a b"), .member("\""), .member("")]).description == #"["a b"]["\""][""]"#)
    #expect(JSON.Path([.item(3)]).description == "[3]")
    #expect(JSON.Path().description == "")
  }

  @Test func `a path of plain names is read back`() {
    for path in ["blocks[0].title", "jury[12].key.x", "a-b[1][2]"] {
      #expect(JSON.Path(path)?.description == path)
    }
    for text in ["", "a..b", "a[", "a[x]", "[0]", "a b"] { #expect(JSON.Path(text) == nil) }
  }

  @Test func `a value is found in its text`() {
    #expect(line() == "1:1")
    #expect(line(.member("a")) == "2:8")
    #expect(line(.member("a"), .item(0)) == "2:9")
    #expect(line(.member("a"), .item(1), .member("b c")) == "2:20")
    #expect(line(.member("d")) == "3:8")
  }

  @Test func `a value that is not there is looked for as far as its owner`() {
    #expect(line(.member("d"), .member("x")) == "3:8")
    #expect(line(.member("a"), .item(2)) == "2:8")
    #expect(line(.member("a"), .member("x")) == "2:8")
    #expect(line(.member("a"), .item(0), .item(0)) == "2:9")
    #expect(line(.item(0)) == "1:1")
  }

  @Test func `a text that does not parse has no places`() {
    #expect(JSON.offset(of: JSON.Path([.member("b")]), in: Array("{\"a\":".utf8)) == nil)
    #expect(JSON.offset(of: JSON.Path([.member("b")]), in: []) == nil)
  }

  @Test func `names that look alike are two places`() {
    let text = Array("{\"e\u{301}\":1,\"\u{E9}\":2}".utf8)
    let offsets = JSON.offsets(of: [JSON.Path([.member("\u{E9}")]), JSON.Path([.member("e\u{301}")])], in: text)
    #expect(offsets.map { $0.map { text[$0] } } == [UInt8(ascii: "2"), UInt8(ascii: "1")])
  }
}
