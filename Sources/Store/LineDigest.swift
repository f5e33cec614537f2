import Crypto
import JSON

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
    return hash.finalize().withUnsafeBytes(Base64URL.encode)
  }
}
