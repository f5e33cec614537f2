import Screen
import Testing

@Suite struct TextFieldTests {
  /// What keys make of a field, its cursor drawn as "|".
  private func after(_ keys: [Key], _ text: String = "", lines: Bool = false) -> String {
    var field = TextField(text, lines: lines)
    for key in keys { _ = field.edit(key) }
    return String(field.text.prefix(field.cursor)) + "|" + String(field.text.dropFirst(field.cursor))
  }

  @Test func `typing goes where the cursor is`() {
    #expect(after([.character("é"), .left, .character("a"), .right, .character("!")]) == "aé!|")
    #expect(after([.home, .character("x")], "ab") == "x|ab")
    #expect(after([.home, .left, .end, .right], "ab") == "ab|")
  }

  @Test func `erasing takes whole characters`() {
    #expect(after([.backspace], "e\u{301}te\u{301}") == "e\u{301}t|")
    #expect(after([.home, .delete], "日本") == "|本")
    #expect(after([.backspace, .delete]) == "|")
    #expect(after([.control("w")], "un deux  ") == "un |")
    #expect(after([.left, .left, .control("u")], "abcd") == "|cd")
    #expect(after([.home, .right, .control("k")], "abcd") == "a|")
  }

  @Test func `a mark whose letter is erased goes with it`() {
    // The last third of a Korean syllable, alone: it stands on a circle.
    #expect(after([.home, .delete, .character("x")], "\u{11BB}yz") == "x|yz")
    #expect(after([.left, .backspace], "a\u{11BB}") == "|")
  }

  @Test func `a mark typed after its letter joins it`() {
    #expect(after([.character("e"), .character("\u{301}"), .character("t")]) == "e\u{301}t|")
  }

  @Test func `up and down keep the column and stay in the text`() {
    #expect(after([.up], "abc\nd\nefg", lines: true) == "abc\nd|\nefg")
    #expect(after([.up, .up], "abc\nd\nefg", lines: true) == "a|bc\nd\nefg")
    #expect(after([.home, .up, .up, .down], "abc\nd\nefg", lines: true) == "abc\n|d\nefg")
    var field = TextField("abc", lines: true)
    let moved = (field.edit(.up), field.edit(.down))
    #expect(moved == (false, false))
  }

  @Test func `keys that mean nothing in a text are left to its owner`() {
    var field = TextField("a")
    for key in [Key.enter, .escape, .tab, .backTab, .up, .pageDown, .function(1), .control("s")] {
      let isTaken = field.edit(key)
      #expect(!isTaken)
    }
    #expect(field.text == "a")
  }

  @Test func `a text is at most a hundred thousand characters long`() {
    var field = TextField("début ")
    field.insert(String(repeating: "é", count: 150_000))
    _ = field.edit(.character("x"))
    #expect(field.text == "début " + String(repeating: "é", count: 99_994) && field.cursor == 100_000)
  }

  @Test func `what is secret is held as it is typed, but for the line end of a paste`() {
    var field = TextField(secret: true)
    field.insert("mot \u{2764}\u{FE0F} ")
    for scalar in ["e", "\u{301}", "\u{327}", "\u{323}", "\u{330}", "\u{331}"] as [Character] {
      _ = field.edit(.character(scalar))
    }
    field.insert("\u{AD}x\n")
    let typed = "mot \u{2764}\u{FE0F} e\u{301}\u{327}\u{323}\u{330}\u{331}\u{AD}x"
    #expect(Array(field.text.unicodeScalars) == Array(typed.unicodeScalars))
    #expect(field.cursor == 9)
  }

  @Test func `what is pasted is made safe, on one line or several`() {
    var field = TextField()
    field.insert("a\u{1B}[31m\nb\u{200B}")
    #expect(field.text == "a\u{FFFD}[31m b")
    var note = TextField("fin", lines: true)
    _ = note.edit(.home)
    note.insert("un\r\ndeux\t")
    #expect(note.text == "un\ndeux fin")
    #expect(note.cursor == 8)
  }

  @Test func `a long line scrolls to keep the cursor in view`() {
    var field = TextField("abcdefghij")
    #expect(field.display(width: 5).lines == ["ghij"])
    #expect(field.display(width: 5).cursor == Position(row: 0, column: 4))
    _ = field.edit(.home)
    #expect(field.display(width: 5).lines == ["abcde"])
    #expect(field.display(width: 5).cursor == Position(row: 0, column: 0))
  }

  @Test func `several lines wrap and the cursor follows`() {
    var field = TextField("une note assez longue\nfin", lines: true)
    #expect(field.display(width: 10).lines == ["une note ", "assez ", "longue", "fin"])
    #expect(field.display(width: 10).cursor == Position(row: 3, column: 3))
    for _ in 0..<9 { _ = field.edit(.left) }
    #expect(field.display(width: 10).cursor == Position(row: 2, column: 1))
    #expect(TextField("abcd", lines: true).display(width: 4).cursor == Position(row: 1, column: 0))
    #expect(TextField("", lines: true).display(width: 4).lines == [""])
  }

  @Test func `a secret shows how long it is`() {
    let field = TextField("mot", secret: true)
    #expect(field.display(width: 10).lines == ["•••"])
    #expect(field.text == "mot")
  }
}
