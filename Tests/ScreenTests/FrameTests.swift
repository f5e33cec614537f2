import Testing

@testable import Screen

@Test func `a new frame is spaces`() {
  let frame = Frame(size: Size(rows: 2, columns: 3))
  #expect(frame.cells == Array(repeating: Cell(" ", role: "text"), count: 6))
  #expect(frame.text == "\n")
}

@Test func `put returns the columns it takes`() {
  var frame = Frame(size: Size(rows: 1, columns: 20))
  let used = frame.put("Léa ", row: 0, column: 1, role: "header")
  #expect(used == 4)
  #expect(frame.put("日本", row: 0, column: 1 + used, role: "text") == 4)
  #expect(frame.text == " Léa 日本")
}

@Test func `a text too long for its width ends in an ellipsis`() {
  var frame = Frame(size: Size(rows: 2, columns: 12))
  #expect(frame.put("compétence", row: 0, column: 0, role: "text", width: 6) == 6)
  #expect(frame.put("compétence", row: 1, column: 6, role: "text") == 6)
  #expect(frame.text == "compé…\n      compé…")
}

@Test func `a text of exactly its width is whole`() {
  var frame = Frame(size: Size(rows: 1, columns: 12))
  #expect(frame.put("compétence", row: 0, column: 0, role: "text", width: 10) == 10)
  #expect(frame.text == "compétence")
}

@Test func `a wide glyph is never cut by a width or by the frame's edge`() {
  var frame = Frame(size: Size(rows: 3, columns: 4))
  frame.put("日本", row: 0, column: 0, role: "text", width: 3)
  frame.put("日本語", row: 1, column: 0, role: "text")
  frame.put("日本", row: 2, column: -1, role: "text")
  #expect(frame.text == "日…\n日…\n 本")
}

@Test func `writing over half of a wide glyph clears the other half`() {
  var frame = Frame(size: Size(rows: 2, columns: 6))
  frame.put("日本語", row: 0, column: 0, role: "text")
  frame.put("x", row: 0, column: 3, role: "text")
  frame.put("日本語", row: 1, column: 0, role: "text")
  frame.put("x", row: 1, column: 2, role: "text")
  #expect(frame.text == "日 x語\n日x 語")
}

@Test func `clearing over half of a wide glyph clears the other half`() {
  var frame = Frame(size: Size(rows: 1, columns: 6))
  frame.put("日本語", row: 0, column: 0, role: "text")
  frame.clear(Area(row: 0, column: 1, rows: 1, columns: 2), role: "panel")
  #expect(frame.cells.map(\.text) == [" ", " ", " ", " ", "語", ""])
  #expect(frame.cells.map(\.role.scope) == ["text", "panel", "panel", "text", "text", "text"])
}

@Test func `combining marks share the cell of their letter`() {
  var frame = Frame(size: Size(rows: 1, columns: 4))
  #expect(frame.put("e\u{301}te", row: 0, column: 0, role: "text") == 3)
  #expect(frame.cells.map(\.text) == ["e\u{301}", "t", "e", " "])
}

@Test func `what stands outside the frame is clipped`() {
  var frame = Frame(size: Size(rows: 2, columns: 5))
  let blank = frame
  for (row, column) in [(-1, 0), (2, 0), (0, 5), (0, .max), (0, .min), (.max, 0), (.min, 0)] {
    frame.put("Léa", row: row, column: column, role: "header")
    frame.put(right: "Léa", row: row, endColumn: -4, role: "header")
    frame.clear(Area(row: row, column: 9, rows: .max, columns: .max), role: "header")
  }
  #expect(frame == blank)
  frame.put("bonjour", row: 0, column: -3, role: "text")
  #expect(frame.text == "jour\n")
}

@Test func `a frame without cells takes any drawing`() {
  var frame = Frame(size: Size(rows: -3, columns: 0))
  #expect(frame.put("Léa", row: 0, column: 0, role: "text") == 0)
  frame.clear(Area(row: 0, column: 0, rows: 5, columns: 5), role: "panel")
  frame.rule(row: 0, column: 0, columns: 5, role: "rule")
  #expect(frame.size == Size(rows: 0, columns: 0))
  #expect(frame.text.isEmpty)
}

@Test func `a text on the right ends before its column`() {
  var frame = Frame(size: Size(rows: 2, columns: 10))
  #expect(frame.put(right: "7/10", row: 0, endColumn: 9, role: "text") == 5)
  #expect(frame.put(right: "un texte trop long", row: 1, endColumn: 10, role: "text") == 0)
  #expect(frame.text == "     7/10\nun texte …")
}

@Test func `a wide glyph has one role, its first column's`() {
  var frame = Frame(size: Size(rows: 1, columns: 6))
  frame.put("日本", row: 0, column: 1, role: .text)
  frame.fill(Area(row: 0, column: 2, rows: 1, columns: 2), role: Role("row.selected"))
  #expect(frame.roleMap == "...aa\na row.selected")
}

@Test func `fill changes roles and keeps glyphs`() {
  var frame = Frame(size: Size(rows: 2, columns: 4))
  frame.put("C4", row: 0, column: 1, role: "accent")
  frame.fill(Area(row: 0, column: 0, rows: 1, columns: 2), role: "row.selected")
  #expect(frame.roleMap == "bba\n\na accent\nb row.selected")
  #expect(frame.text == " C4\n")
}

@Test func `rules are clipped to the frame`() {
  var frame = Frame(size: Size(rows: 3, columns: 4))
  frame.rule(row: 1, column: 2, columns: 99, role: "rule")
  frame.rule(column: 1, row: -5, rows: 7, role: "rule")
  #expect(frame.text == " │\n │──\n")
}

@Test func `frames that show the same are equal, in whatever order their roles came`() {
  var one = Frame(size: Size(rows: 1, columns: 6))
  one.put("ab", row: 0, column: 0, role: "panel")
  one.put("e\u{301}語", row: 0, column: 2, role: "field")
  var other = Frame(size: Size(rows: 1, columns: 6))
  other.put("x", row: 0, column: 2, role: "field")
  other.put("y\u{302}", row: 0, column: 0, role: "rule")
  #expect(one != other)
  other.put("e\u{301}語", row: 0, column: 2, role: "field")
  other.put("ab", row: 0, column: 0, role: "panel")
  #expect(one == other)
  other.put("b", row: 0, column: 1, role: "field")
  #expect(one != other)
}

@Test func `a change is a glyph whose text or role is another`() {
  var before = Frame(size: Size(rows: 2, columns: 4))
  before.put("e\u{301}a語", row: 0, column: 0, role: "panel")
  var after = before
  #expect(changes(after, since: before).isEmpty)
  after.put("e\u{300}", row: 0, column: 0, role: "panel")
  after.put("a", row: 0, column: 1, role: "field")
  after.put("字", row: 1, column: 2, role: "text")
  #expect(changes(after, since: before) == ["0,0 1 e\u{300} panel", "0,1 1 a field", "1,2 2 字 text"])
  #expect(changes(after, since: nil).count == 6)
  #expect(changes(after, since: Frame(size: Size(rows: 1, columns: 1))).count == 6)
  #expect(changes(after, since: before, in: Size(rows: 1, columns: 1)) == ["0,0 1 e\u{300} panel"])
}

@Test func `a frame drawn over another is told from it where they differ, and only there`() {
  var before = Frame(size: Size(rows: 3, columns: 4))
  before.put("e\u{301}a語", row: 1, column: 0, role: "panel")
  var after = before
  // The same again, the same in another role, another cluster: in a row that has them all.
  after.put("e\u{301}", row: 1, column: 0, role: "panel")
  after.put("a", row: 1, column: 1, role: "field")
  after.put("z", row: 2, column: 3, role: "text")
  #expect(changes(after, since: before) == ["1,1 1 a field", "2,3 1 z text"])
  // Each with a first cluster and a first role of its own, which are another's at the same place.
  var other = Frame(size: Size(rows: 3, columns: 4))
  other.put("o\u{301}a語", row: 1, column: 0, role: "field")
  #expect(changes(other, since: before) == ["1,0 1 o\u{301} field", "1,1 1 a field", "1,2 2 語 field"])
}

@Test func `a frame drawn over again and again keeps each marked glyph once`() {
  var frame = Frame(size: Size(rows: 1, columns: 4))
  for _ in 1...100 { frame.put("e\u{301}o\u{301}", row: 0, column: 0, role: "panel") }
  // Marks in another order are another text, though it is the same to read.
  frame.put("a\u{323}\u{307}a\u{307}\u{323}", row: 0, column: 2, role: "panel")
  #expect(frame.clusters.map { Array($0.utf8).count } == [3, 3, 5, 5])
  #expect(frame.cells.map(\.text) == ["e\u{301}", "o\u{301}", "a\u{323}\u{307}", "a\u{307}\u{323}"])
}

@Test func `changes side by side in one role are told together, wide and marked glyphs alone`() {
  var frame = Frame(size: Size(rows: 2, columns: 8))
  frame.put("ab", row: 0, column: 0, role: "panel")
  frame.put("c", row: 0, column: 2, role: "field")
  frame.put("d語e\u{301}f", row: 0, column: 3, role: "panel")
  frame.put("g", row: 1, column: 0, role: "panel")
  var told: [String] = []
  var before: Frame? = Frame(size: frame.size)
  frame.eachChange(replacing: &before, in: Size(rows: 2, columns: 7)) {
    told.append("\($0.row),\($0.column) glyph \($0.text)")
  } run: { row, column, scalars, role in
    let text = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    told.append("\(row),\(column) \(role.scope) \(text)")
  }
  #expect(
    told == ["0,0 panel ab", "0,2 field c", "0,3 panel d", "0,4 glyph 語", "0,6 glyph e\u{301}", "1,0 panel g"])
}

private func changes(_ frame: Frame, since before: Frame?, in part: Size = Size(rows: 9, columns: 9)) -> [String] {
  var changes: [String] = []
  var before = before
  frame.eachChange(replacing: &before, in: part) {
    changes.append("\($0.row),\($0.column) \($0.columns) \($0.text) \($0.role.scope)")
  } run: { row, column, scalars, role in
    for (offset, scalar) in scalars.enumerated() {
      changes.append("\(row),\(column + offset) 1 \(Unicode.Scalar(scalar).map(String.init) ?? "") \(role.scope)")
    }
  }
  return changes
}
