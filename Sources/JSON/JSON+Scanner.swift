extension JSON {
  /// Reads a canonical text whose shape is known, piece by piece, and makes no value of what is only passed.
  ///
  /// Its law: the values it passes are those that ``parse(_:isCanonical:)`` finds canonical. Why something is not passed is not
  /// told: parse the text for that.
  public struct Scanner {
    private var parser: Parser

    /// - Parameter text: outlives the scanner.
    public init(_ text: UnsafeBufferPointer<UInt8>) { parser = Parser(text: text) }

    public var isAtEnd: Bool { parser.at == parser.text.count }

    /// Passes exactly these bytes.
    public mutating func pass(_ expected: StaticString) -> Bool {
      pass(UnsafeBufferPointer(start: expected.utf8Start, count: expected.utf8CodeUnitCount))
    }

    /// Passes exactly the bytes of a text: one that no JSON string escapes.
    public mutating func pass(text expected: String) -> Bool {
      var expected = expected
      return expected.withUTF8 { pass($0) }
    }

    /// Passes so many bytes, whatever they are.
    public mutating func pass(count: Int) -> UnsafeBufferPointer<UInt8>? {
      guard count >= 0, parser.text.count - parser.at >= count else { return nil }
      defer { parser.at += count }
      return UnsafeBufferPointer(rebasing: parser.text[parser.at..<parser.at + count])
    }

    public mutating func integer() -> Int? {
      parser.at < parser.text.count ? try? parser.integer() : nil
    }

    /// A value, canonical itself.
    public mutating func value() -> JSON? {
      guard let value = try? parser.value(depth: 1), parser.isCanonical else { return nil }
      return value
    }

    private mutating func pass(_ expected: UnsafeBufferPointer<UInt8>) -> Bool {
      let start = parser.at
      guard let found = pass(count: expected.count) else { return false }
      guard Self.isSame(UnsafeRawBufferPointer(found), UnsafeRawBufferPointer(expected)) else {
        parser.at = start
        return false
      }
      return true
    }

    /// Whether two buffers of one length hold the same: eight bytes at once, then those that are left.
    private static func isSame(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
      var at = 0
      while a.count - at >= 8 {
        let (mine, others) = (
          a.loadUnaligned(fromByteOffset: at, as: UInt64.self), b.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        )
        guard mine == others else { return false }
        at += 8
      }
      while at < a.count {
        guard a[at] == b[at] else { return false }
        at += 1
      }
      return true
    }
  }
}
