import Screen

/// Turns the bytes a terminal sends into inputs. Knows the keys of xterm and its like, rxvt, screen, tmux, the Linux
/// console and the VT100's keypad; drops reports it did not ask for.
///
/// No byte of a typed key is lost: what does not make a known sequence is read as the keys it is made of.
struct KeyDecoder {
  private var bytes: [UInt8] = []
  private var start = 0
  private var paste: [UInt8]?

  /// A paste longer than this arrives in parts.
  private static let longestPaste = 1 << 20

  /// Whether a key is half read: an escape that may begin a sequence, or a character whose end is still to come.
  var isWaiting: Bool { paste == nil && start < bytes.count }
  /// Whether a paste has begun and not ended.
  var isPasting: Bool { paste != nil }

  /// The inputs that these bytes complete.
  mutating func feed(_ more: some Sequence<UInt8>) -> [Input] {
    bytes.removeFirst(start)
    start = 0
    bytes += more
    return inputs(isFinal: false)
  }

  /// Takes a half-read key for what it is, because nothing followed it: a lone escape is the Escape key.
  mutating func flush() -> [Input] { inputs(isFinal: true) }

  /// Ends a paste whose end did not come.
  mutating func endPaste() -> [Input] {
    guard let text = paste else { return [] }
    paste = nil
    let rest = bytes[start...]
    start = bytes.count
    return [Self.pasted(text + rest)]
  }

  private mutating func inputs(isFinal: Bool) -> [Input] {
    var inputs: [Input] = []
    while start < bytes.count {
      if paste != nil {
        guard let pasted = takePaste() else { break }
        inputs.append(pasted)
        continue
      }
      let token = Token(bytes[start...], isFinal: isFinal)
      guard token.length > 0 else { break }
      start += token.length
      if token.startsPaste { paste = [] }
      if let input = token.input { inputs.append(input) }
    }
    return inputs
  }

  /// Moves bytes to the paste; returns it when its end has come.
  private mutating func takePaste() -> Input? {
    let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    while start < bytes.count {
      let rest = bytes[start...]
      if rest.starts(with: end) {
        start += end.count
        return finishPaste()
      }
      // The end's first bytes, its others still on their way.
      if rest.count < end.count, end.starts(with: rest) { return nil }
      paste?.append(bytes[start])
      start += 1
      if let paste, paste.count >= Self.longestPaste {
        let part = Self.pasted(paste)
        self.paste = []
        return part
      }
    }
    return nil
  }

  private mutating func finishPaste() -> Input {
    defer { paste = nil }
    return Self.pasted(paste ?? [])
  }

  /// Terminals send a pasted line end as Enter's byte.
  private static func pasted(_ bytes: [UInt8]) -> Input {
    let text = String(decoding: bytes, as: UTF8.self)
    var lines = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" { lines.append("\n") } else if scalar != "\n" || !afterReturn { lines.append(scalar) }
      afterReturn = scalar == "\r"
    }
    return .pasted(String(lines))
  }
}
