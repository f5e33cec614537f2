extension JSON {
  /// The way from a value to one inside it: `blocks[0].competencies[2].title`; empty for the value itself.
  public struct Path: Equatable, Sendable, CustomStringConvertible {
    public enum Step: Equatable, Sendable {
      case member(String)
      /// From 0.
      case item(Int)
    }

    public var steps: [Step]

    public init(_ steps: [Step] = []) { self.steps = steps }

    /// Names that are not plain ASCII words are quoted: `["a name"]`.
    public var description: String {
      var text = ""
      for step in steps {
        switch step {
        case .item(let index): text += "[\(index)]"
        case .member(let name) where name.utf8.allSatisfy(Path.isPlain) && !name.isEmpty:
          text += text.isEmpty ? name : ".\(name)"
        case .member(let name): text += "[\(JSON.string(name).text)]"
        }
      }
      return text
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }

  /// A place in a text.
  public struct Position: Equatable, Sendable {
    /// From 1.
    public let line: Int
    /// In bytes, from 1.
    public let column: Int

    /// The place of a byte, `offset` bytes from the start; past the end counts as the end.
    public init(offset: Int, in text: [UInt8]) {
      let before = text[..<Swift.min(offset, text.count)]
      let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      line = 1 + before.count { $0 == 0x0A }
      column = 1 + before.count - lineStart
    }
  }

  /// Bytes from the start of a text to the value at a path, or to the last value on the way that exists.
  ///
  /// Nil when the text does not parse.
  public static func offset(of path: Path, in text: [UInt8]) -> Int? {
    var parser = Parser(text: text)
    do throws(Parser.Raised) {
      parser.skipSpaces()
      for step in path.steps {
        let owner = parser.at
        guard try parser.enter(step) else { return owner }
      }
      return parser.at
    } catch {
      return nil
    }
  }
}

extension Parser {
  /// Goes to the value of a step, from the value that starts here; false when there is none.
  fileprivate mutating func enter(_ step: JSON.Path.Step) throws(Raised) -> Bool {
    let opening = try peek()
    switch step {
    case .item(var index):
      guard opening == UInt8(ascii: "["), index >= 0 else { return false }
      at += 1
      skipSpaces()
      guard try peek() != UInt8(ascii: "]") else { return false }
      while index > 0 {
        _ = try value(depth: 0)
        guard try goesOn(until: UInt8(ascii: "]")) else { return false }
        index -= 1
      }
    case .member(let name):
      guard opening == UInt8(ascii: "{") else { return false }
      at += 1
      skipSpaces()
      guard try peek() != UInt8(ascii: "}") else { return false }
      while true {
        skipSpaces()
        let key = try string()
        try expect(UInt8(ascii: ":"))
        if key.utf8.elementsEqual(name.utf8) { break }
        _ = try value(depth: 0)
        guard try goesOn(until: UInt8(ascii: "}")) else { return false }
      }
    }
    skipSpaces()
    return true
  }
}

extension JSON.Path {
  /// The path that ``description`` wrote, of plain names only; nil for any other text.
  public init?(_ text: String) {
    steps = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      guard let name = pieces.first, !name.isEmpty, name.utf8.allSatisfy(Self.isPlain) else { return nil }
      steps.append(.member(String(name)))
      for piece in pieces.dropFirst() {
        guard piece.last == "]", let index = Int(piece.dropLast()) else { return nil }
        steps.append(.item(index))
      }
    }
  }
}
