/// The scalars of a text, read from its UTF-8 without the checks that a `String`'s own view makes at each step: a
/// picture reads several thousand of them for every key.
struct Scalars: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  /// - Parameter bytes: well-formed UTF-8, as `String.withUTF8` lends it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> Unicode.Scalar? {
    guard at < bytes.count else { return nil }
    let first = bytes[at]
    at += 1
    switch first {
    case ..<0x80: return Unicode.Scalar(first)
    case ..<0xE0: return scalar(UInt32(first & 0x1F), more: 1)
    case ..<0xF0: return scalar(UInt32(first & 0x0F), more: 2)
    default: return scalar(UInt32(first & 0x07), more: 3)
    }
  }

  private mutating func scalar(_ first: UInt32, more: Int) -> Unicode.Scalar? {
    var value = first
    for _ in 0..<more {
      value = value << 6 | UInt32(bytes[at] & 0x3F)
      at += 1
    }
    return Unicode.Scalar(value)
  }

  /// The columns of a text whose every scalar is plain; nil for any other text.
  static func plainColumns(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    // The commonest texts first: those in printable ASCII.
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return bytes.count }
    var columns = 0
    for scalar in Scalars(bytes) {
      guard scalar.isPlain else { return nil }
      columns += 1
    }
    return columns
  }
}

extension String {
  /// The columns of a text whose every scalar is plain; nil for any other text.
  var plainColumns: Int? {
    var text = self
    return text.withUTF8(Scalars.plainColumns)
  }
}
