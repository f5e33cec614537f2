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

    /// The places of bytes, `offsets` ascending: one walk through the text for all of them.
    public static func all(of offsets: [Int], in text: [UInt8]) -> [Position] {
      var (line, start, at) = (1, 0, 0)
      return offsets.map { offset in
        while at < Swift.min(offset, text.count) {
          if text[at] == 0x0A { (line, start) = (line + 1, at + 1) }
          at += 1
        }
        return Position(line: line, column: 1 + at - start)
      }
    }

    private init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

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
  /// Nil when the text does not parse so far.
  public static func offset(of path: Path, in text: [UInt8]) -> Int? { offsets(of: [path], in: text)[0] }

  /// The same of many paths, in one walk through the text.
  public static func offsets(of paths: [Path], in text: [UInt8]) -> [Int?] {
    var offsets = [Int?](repeating: nil, count: paths.count)
    text.withUnsafeBufferPointer { text in
      var parser = Parser(text: text)
      do throws(Parser.Raised) {
        parser.skipSpaces()
        try parser.locate(Array(paths.indices), of: paths, depth: 0, into: &offsets)
      } catch {
        for place in offsets.indices where paths[place].steps.isEmpty == false { offsets[place] = nil }
      }
    }
    return offsets
  }
}

/// A step, names compared byte by byte.
private enum Way: Hashable {
  case member([UInt8])
  case item(Int)

  init(_ step: JSON.Path.Step) {
    switch step {
    case .member(let name): self = .member(Array(name.utf8))
    case .item(let index): self = .item(index)
    }
  }
}

extension Parser {
  /// Goes through the value that starts here, noting where the ways of `wanted` end, which have come so deep.
  fileprivate mutating func locate(
    _ wanted: [Int], of paths: [JSON.Path], depth: Int, into offsets: inout [Int?]
  ) throws(Raised) {
    for place in wanted { offsets[place] = at }
    let further = Dictionary(grouping: wanted.filter { paths[$0].steps.count > depth }) {
      Way(paths[$0].steps[depth])
    }
    let opening = try peek()
    guard !further.isEmpty, opening == UInt8(ascii: "[") || opening == UInt8(ascii: "{") else {
      _ = try value(depth: depth)
      return
    }
    let close = opening + 2
    at += 1
    skipSpaces()
    guard try peek() != close else {
      at += 1
      return
    }
    var index = 0
    repeat {
      skipSpaces()
      var way = Way(.item(index))
      if close == UInt8(ascii: "}") {
        way = Way(.member(try string()))
        try expect(UInt8(ascii: ":"))
      }
      skipSpaces()
      try locate(further[way] ?? [], of: paths, depth: depth + 1, into: &offsets)
      index += 1
    } while try goesOn(until: close)
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
