import Screen

@testable import Terminal

/// A text made safe holds nothing that acts or hides, is the same made safe again, and fits where it is put.
func makeSafe(_ bytes: [UInt8]) throws {
  let text = String(decoding: bytes, as: UTF8.self)
  let (line, paragraph) = (SafeText.line(text), SafeText.paragraph(text))
  try hold(SafeText.line(line).utf8.elementsEqual(line.utf8), "a safe line made safe is the same")
  try hold(SafeText.paragraph(paragraph).utf8.elementsEqual(paragraph.utf8), "a safe text made safe is the same")
  try hold(!line.unicodeScalars.contains(where: isForbidden), "nothing in a safe line acts or hides")
  try hold(
    !paragraph.unicodeScalars.contains { $0 != "\n" && isForbidden($0) }, "nothing in a safe text acts or hides")
  let lines = Wrap.lines(text, width: 20)
  try hold(lines.allSatisfy { Width.columns($0) <= 20 }, "wrapped lines fit")
  var frame = Frame(size: Size(rows: 1, columns: 40))
  let used = frame.put(text, row: 0, column: 5, role: .text, width: 30)
  try hold(used <= 30 && frame[0, 35].text == " ", "a text stays in its room")
  _ = Folding.fold(text)
}

private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
  default: scalar.properties.isDefaultIgnorableCodePoint
  }
}

/// Bytes give the same inputs however they are cut, and none is waited for once no more come.
///
/// The first byte says where to cut the others.
func decodeKeys(_ bytes: [UInt8]) throws {
  guard let place = bytes.first else { return }
  let sent = bytes.dropFirst()
  var whole = KeyDecoder()
  let inputs = whole.feed(sent)
  var cut = KeyDecoder()
  let first = sent.prefix(sent.count * Int(place) / 255)
  let halves = cut.feed(first) + cut.feed(sent.dropFirst(first.count))
  try hold(halves == inputs, "bytes cut in two give the inputs of the whole")
  try hold(inputs.count <= sent.count, "no byte makes two inputs")
  _ = whole.flush()
  try hold(!whole.isWaiting, "no key is waited for once nothing more comes")
  _ = whole.endPaste()
  try hold(!whole.isPasting, "a paste that was ended has ended")
}
