import Testing

@testable import Screen

@Suite struct ScreenProperties {
  @Test func `a safe text made safe again is the same`() {
    always { draws in
      let text = draws.text(0...40)
      let (line, paragraph) = (SafeText.line(text), SafeText.paragraph(text))
      return SafeText.line(line).utf8.elementsEqual(line.utf8)
        && SafeText.paragraph(paragraph).utf8.elementsEqual(paragraph.utf8)
    }
  }

  @Test func `nothing in a safe text acts on a terminal or hides`() {
    always { draws in
      let text = draws.text(0...40)
      return !(SafeText.line(text) + SafeText.paragraph(text).filter { $0 != "\n" }).unicodeScalars.contains {
        let kind = $0.properties.generalCategory
        return kind == .control || kind == .format || kind == .lineSeparator || kind == .paragraphSeparator
          || $0.properties.isDefaultIgnorableCodePoint
      }
    }
  }

  @Test func `two texts are as wide as both together`() {
    always { draws in
      let (a, b) = (draws.text(), draws.text())
      return Width.columns(a + b) == Width.columns(a) + Width.columns(b)
    }
  }

  @Test func `wrapped lines fit, and hold what the text holds but for spaces`() {
    always { draws in
      let text = draws.text(0...60)
      let width = draws.int(2...30)
      let lines = Wrap.lines(text, width: width)
      let held = SafeText.paragraph(text).unicodeScalars.filter { $0 != " " && $0 != "\n" }
      return lines.allSatisfy { Width.columns($0) <= width }
        && lines.joined().unicodeScalars.filter { $0 != " " }.elementsEqual(held)
    }
  }

  @Test func `what is put on a row takes the columns that it says, and no more than it may`() {
    always { draws in
      var frame = Frame(size: Size(rows: 1, columns: 40))
      let text = draws.text()
      let room = draws.int(1...30)
      let used = frame.put(text, row: 0, column: 0, role: .text, width: room)
      let rest = (used..<40).allSatisfy { frame[0, $0].text == " " }
      return used <= room && rest
        && (Width.columns(SafeText.line(text)) > room || used == Width.columns(SafeText.line(text)))
    }
  }

  @Test func `the changes of a frame painted over the one before give the frame`() {
    always { draws in
      var before = Frame(size: Size(rows: 4, columns: 24))
      draws.paint(&before)
      var after = draws.oneIn(2) ? before : Frame(size: before.size)
      draws.paint(&after)
      after.cursor = draws.oneIn(2) ? Position(row: 1, column: 2) : nil
      var painted = before.cells
      var shown: Frame? = before
      after.eachChange(replacing: &shown, in: after.size) { change in
        let place = change.row * 24 + change.column
        painted[place] = Cell(change.text, role: change.role)
        if change.columns == 2 { painted[place + 1] = Cell("", role: change.role) }
      } run: { row, column, scalars, role in
        for (offset, scalar) in scalars.enumerated() {
          painted[row * 24 + column + offset] = Cell(Unicode.Scalar(scalar).map(String.init) ?? "", role: role)
        }
      }
      return painted == after.cells && shown?.cells == after.cells && shown == after
    }
  }

  @Test func `no cell holds half a wide glyph`() {
    always { draws in
      var frame = Frame(size: Size(rows: 4, columns: 24))
      draws.paint(&frame)
      return (0..<4).allSatisfy { row in
        (0..<24).allSatisfy { column in
          let cell = frame[row, column]
          let isBeforeTail = column < 23 && frame[row, column + 1].isTail
          return cell.isTail
            ? column > 0 && !frame[row, column - 1].isTail : (Width.columns(cell.text) == 2) == isBeforeTail
        }
      }
    }
  }

  @Test func `a search finds a word whatever its accents and capitals`() {
    let accents = ["é": "e\u{301}", "è": "e\u{300}", "à": "a\u{300}", "ç": "c\u{327}", "ô": "o\u{302}"]
    always { draws in
      let text = draws.words()
      let apart = text.map { accents[String($0)] ?? String($0) }.joined()
      let plain = text.map { accents[String($0)].map { String($0.unicodeScalars.prefix(1)) } ?? String($0) }.joined()
      let folded = Folding.fold(text)
      return [apart, plain, text.uppercased()].allSatisfy { Folding.fold($0) == folded }
    }
  }

  @Test func `what is typed and then erased leaves a field as it was`() {
    always { draws in
      var field = TextField(draws.words(0...2), lines: draws.oneIn(2))
      let before = field
      let count = draws.int(1...8)
      for _ in 0..<count { _ = field.edit(.character(draws.one(of: Array("aé x")))) }
      for _ in 0..<count { _ = field.edit(.backspace) }
      return field == before
    }
  }

  @Test func `a field's cursor never leaves its text, which is always safe`() {
    let keys: [Key] = [
      .backspace, .delete, .left, .right, .home, .end, .up, .down, .control("w"), .control("u"), .control("k"),
    ]
    always { draws in
      var field = TextField(lines: draws.oneIn(2))
      for _ in 0..<draws.int(1...15) {
        if draws.oneIn(2) { field.insert(draws.text(1...5)) } else { _ = field.edit(draws.one(of: keys)) }
        let safe = field.lines ? SafeText.paragraph(field.text) : SafeText.line(field.text)
        guard (0...field.text.count).contains(field.cursor), field.text == safe else { return false }
      }
      return true
    }
  }

  @Test func `a colour is read from what it is written as`() {
    always { draws in
      let parts = [UInt8](draws.bytes(3...3))
      let hex = "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      return Colour(hex: hex) == .rgb(parts[0], parts[1], parts[2])
    }
  }
}

extension Draws {
  fileprivate mutating func paint(_ frame: inout Frame) {
    let roles: [Role] = [.text, Role("clock.warning"), Role("row.selected")]
    for _ in 0..<int(0...5) {
      let role = one(of: roles)
      let place = (row: int(-1...4), column: int(-3...25))
      switch int(0...3) {
      case 0: frame.fill(Area(row: place.row, column: place.column, rows: int(0...3), columns: int(0...9)), role: role)
      case 1: frame.clear(Area(row: place.row, column: place.column, rows: int(0...3), columns: int(0...9)), role: role)
      default: frame.put(text(0...15), row: place.row, column: place.column, role: role)
      }
    }
  }
}
