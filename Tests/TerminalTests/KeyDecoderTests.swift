import Screen
import Testing

@testable import Terminal

/// The inputs of some text sent all at once, and then of nothing following it.
private func inputs(_ text: String) -> [Input] {
  var decoder = KeyDecoder()
  return decoder.feed(text.utf8) + decoder.flush()
}

@Suite struct KeyDecoderTests {
  @Test(arguments: [
    ("a", Key.character("a")), ("é", .character("é")), ("œ", .character("œ")), ("👍", .character("👍")),
    (" ", .character(" ")), ("\r", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
    ("\u{1B}", .escape), ("\u{1}", .control("a")), ("\u{1A}", .control("z")), ("\u{1F}", .control("_")),
    ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left), ("\u{1B}OA", .up),
    ("\u{1B}[1;5A", .up), ("\u{1B}[H", .home), ("\u{1B}[F", .end), ("\u{1B}OH", .home), ("\u{1B}[1~", .home),
    ("\u{1B}[4~", .end), ("\u{1B}[7~", .home), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
    ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)),
    ("\u{1B}[[E", .function(5)), ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)),
    ("\u{1B}[21~", .function(10)), ("\u{1B}[24~", .function(12)), ("\u{1B}OM", .enter), ("\u{1B}Oq", .character("1")),
  ])
  func `each key's bytes are that key`(bytes: String, key: Key) {
    #expect(inputs(bytes) == [.key(key)])
  }

  @Test func `keys that arrive together are all read`() {
    #expect(
      inputs("jé\u{1B}[A\u{1B}n\u{1B}\u{1B}[B") == [
        .key(.character("j")), .key(.character("é")), .key(.up), .key(.escape), .key(.character("n")), .key(.escape),
        .key(.down),
      ])
  }

  @Test func `keys are the same however their bytes are cut`() {
    let text = "é\u{1B}[1;5A👍\u{1B}[<0;5;3M\u{1B}[200~a\u{1B}[b\u{1B}[201~\u{1B}OPx"
    let whole = inputs(text)
    #expect(whole.count == 7)
    var decoder = KeyDecoder()
    var one: [Input] = []
    for byte in text.utf8 { one += decoder.feed([byte]) }
    #expect(one + decoder.flush() == whole)
  }

  @Test func `half a key waits for its end`() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.feed([0x5B]).isEmpty)
    #expect(decoder.feed([0x41]) == [.key(.up)])
    #expect(!decoder.isWaiting)
    #expect(decoder.feed([0xC3]).isEmpty)
    #expect(decoder.feed([0xA9]) == [.key(.character("é"))])
  }

  @Test func `a sequence that never ends is the keys it is made of`() {
    #expect(inputs("\u{1B}[1") == [.key(.escape), .key(.character("[")), .key(.character("1"))])
    #expect(inputs("\u{1B}O") == [.key(.escape), .key(.character("O"))])
    #expect(inputs("\u{1B}[") == [.key(.escape), .key(.character("["))])
  }

  @Test func `bytes that are no text are each one mark and eat nothing`() {
    var decoder = KeyDecoder()
    let inputs = decoder.feed([0xFF, 0x61, 0xC3, 0x62, 0xE2, 0x82, 0x63, 0xC3]) + decoder.flush()
    let keys: [Character] = ["\u{FFFD}", "a", "\u{FFFD}", "b", "\u{FFFD}", "c", "\u{FFFD}"]
    #expect(inputs == keys.map { .key(.character($0)) })
  }

  @Test func `reports that no one asked for are dropped`() {
    #expect(inputs("\u{1B}[?1;2c\u{1B}[I\u{1B}[O\u{1B}[2~a") == [.key(.character("a"))])
  }

  @Test func `a pasted text is one input with its lines`() {
    #expect(
      inputs("a\u{1B}[200~un\rdeux\r\ntrois\u{1B}[A\u{1B}[201~b") == [
        .key(.character("a")), .pasted("un\ndeux\ntrois\u{1B}[A"), .key(.character("b")),
      ])
  }

  @Test func `a paste without an end can be ended`() {
    var decoder = KeyDecoder()
    #expect(decoder.feed("\u{1B}[200~perdu".utf8).isEmpty)
    #expect(decoder.isPasting)
    #expect(decoder.endPaste() == [.pasted("perdu")])
    #expect(decoder.feed("a".utf8) == [.key(.character("a"))])
  }

  @Test func `the mouse's acts say which cell`() {
    let cell = Position(row: 2, column: 4)
    #expect(inputs("\u{1B}[<0;5;3M\u{1B}[<0;5;3m") == [.mouse(Mouse(.press, at: cell))])
    #expect(inputs("\u{1B}[<64;5;3M") == [.mouse(Mouse(.scrollUp, at: cell))])
    #expect(inputs("\u{1B}[<81;5;3M") == [.mouse(Mouse(.scrollDown, at: cell))])
    #expect(inputs("\u{1B}[<2;5;3M\u{1B}[<32;5;3M\u{1B}[<0;0;0M").isEmpty)
  }
}
