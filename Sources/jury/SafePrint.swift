import Screen

// Every word that a command prints passes here: both functions stand in the way of Swift's own `print`. A plan, a file's name
// or an argument may hold anything, and a terminal obeys it.

/// Prints lines made safe for a terminal; tabs stay, which scripts cut at.
func print(_ text: String, terminator: String = "\n") {
  let safe = text.split(separator: "\t", omittingEmptySubsequences: false).map { SafeText.paragraph(String($0)) }
  Swift.print(safe.joined(separator: "\t"), terminator: terminator)
}

/// Prints JSON whose strings say the same, with every character that could act or hide written as `\u…`.
func print(json text: String) { Swift.print(escaped(text)) }

private func escaped(_ text: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    if scalar == "\n" || !acts(scalar) {
      escaped.unicodeScalars.append(scalar)
      continue
    }
    for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
      let digits = String(unit, radix: 16)
      escaped += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
  }
  return escaped
}

private func acts(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
  switch scalar.properties.generalCategory {
  case .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator, .paragraphSeparator: return true
  default: return scalar.properties.isDefaultIgnorableCodePoint
  }
}
