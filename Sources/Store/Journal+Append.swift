import JSON

extension Journal {
  /// Adds a fact, and returns once it is on disk: one `write`, one `fdatasync`.
  ///
  /// - Parameter seen: see ``Line/seen``.
  /// - Throws: `malformed` and the like when the line would not read back, with nothing written; otherwise the journal has
  ///   failed, and this fact is not acknowledged.
  @discardableResult
  public func append(event: JSON, at: String, boot: String, up: Int, seen: [String: Int] = [:]) throws(StoreFault)
    -> Line
  {
    guard failure == nil else { throw StoreFault(.failedEarlier, path: path) }
    let line = Line(n: count + 1, at: at, boot: boot, up: up, event: event, prev: head, seen: seen)
    let bytes = line.bytes
    do throws(StoreFault.Reason.Raised) {
      _ = try JournalReader.line(
        Array(bytes[..<(bytes.count - 1)]), n: line.n, prev: head, author: header.identity.author)
    } catch {
      throw StoreFault(error.reason, path: path, line: line.n + 1)
    }
    do throws(StoreFault) { try file.append(bytes) } catch {
      failure = error
      throw error
    }
    lines.append(line)
    head = LineDigest.of(bytes)
    return line
  }
}
