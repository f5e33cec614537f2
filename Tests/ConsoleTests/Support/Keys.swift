import Screen

/// Keys out of a readable text: `"␣ n <down> C 4 <ctrl-q>"`. Spaces only separate; the space key is `␣`.
func keys(_ text: String) -> [Key] {
  var keys: [Key] = []
  var rest = text[...]
  while let first = rest.popFirst() {
    if first == " " { continue }
    guard first == "<", let end = rest.firstIndex(of: ">") else {
      keys.append(.character(first == "␣" ? " " : first))
      continue
    }
    let name = String(rest[..<end])
    precondition(named(name) != nil, "no key is called <\(name)>")
    if let key = named(name) { keys.append(key) }
    rest = rest[rest.index(after: end)...]
  }
  return keys
}

private func named(_ name: String) -> Key? {
  switch name {
  case "enter": .enter
  case "esc": .escape
  case "tab": .tab
  case "backtab": .backTab
  case "backspace": .backspace
  case "delete": .delete
  case "up": .up
  case "down": .down
  case "left": .left
  case "right": .right
  case "home": .home
  case "end": .end
  case "pageup": .pageUp
  case "pagedown": .pageDown
  default:
    if name.hasPrefix("ctrl-"), let last = name.last {
      .control(last)
    } else if name.hasPrefix("f"), let number = Int(name.dropFirst()) {
      .function(number)
    } else {
      nil
    }
  }
}
