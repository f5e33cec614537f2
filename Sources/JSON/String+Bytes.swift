extension String {
  /// Byte equality: to `==` "é" composed and decomposed are one text, here they are two.
  public func hasBytes(of other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return Self.withBytes(of: self, other) { mine, others in
      for index in mine.indices where mine[index] != others[index] { return false }
      return true
    }
  }

  /// Order of member names: by UTF-16 code units (RFC 8785 §3.2.3).
  func precedesAsName(_ other: String) -> Bool {
    Self.withBytes(of: self, other) { mine, others in
      for index in 0..<Swift.min(mine.count, others.count) where mine[index] != others[index] {
        // UTF-8 bytes sort alike but above U+FFFF, whose first byte is 0xF0 or more.
        guard mine[index] < 0xEE && others[index] < 0xEE else { return utf16.lexicographicallyPrecedes(other.utf16) }
        return mine[index] < others[index]
      }
      return mine.count < others.count
    }
  }

  private static func withBytes(
    of a: String, _ b: String, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    var (a, b) = (a, b)
    return a.withUTF8 { bytesOfA in b.withUTF8 { body(bytesOfA, $0) } }
  }
}
