import Crypto

/// The digest that chains a journal's lines.
///
/// SHA-256 of the line *with* its newline, base64url without padding: `sed -n 12p FILE | openssl dgst -sha256 -binary |
/// basenc --base64url` gives the `prev` of line 13, but for the final "=".
public enum LineDigest {
  public static func of(_ line: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    let contiguous: Void? = line.withContiguousStorageIfAvailable {
      hash.update(bufferPointer: UnsafeRawBufferPointer($0))
    }
    if contiguous == nil { hash.update(data: Array(line)) }
    return base64URL(Array(hash.finalize()))
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  private static func base64URL(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(44)
    var bits = 0
    var width = 0
    for byte in bytes {
      bits = bits << 8 | Int(byte)
      width += 8
      while width >= 6 {
        width -= 6
        out.append(alphabet[bits >> width & 63])
      }
      bits &= 1 << width - 1
    }
    if width > 0 { out.append(alphabet[bits << (6 - width) & 63]) }
    return String(decoding: out, as: UTF8.self)
  }
}
