import JSON

extension Journal {
  /// Adds a fact, and returns once it is on disk: one `write`, one `fdatasync`.
  ///
  /// When the session's directory is away and a spool was given, the line goes there instead: see ``isSpooling``.
  ///
  /// - Parameter seen: see ``Line/seen``.
  /// - Returns: the line. A fact whose append failed before keeps the line it had then, its time included: it may have
  ///   reached the disk after all, where another console read it.
  /// - Throws: `malformed` and the like when the line would not read back, `tooLarge` when the journal would pass ``limit``
  ///   with it: nothing is written then. Otherwise the journal has failed, and this fact is not acknowledged.
  @discardableResult
  public func append(
    event: JSON, at: String, boot: String, up: Int, seen: [String: Int] = [:]
  ) throws(StoreFault) -> Line {
    guard failure == nil else { throw StoreFault(.failedEarlier, path: path) }
    let again = attempted.flatMap { $0.n == count + 1 && $0.event == event ? $0 : nil }
    let line = again ?? Line(n: count + 1, at: at, boot: boot, up: up, event: event, prev: head, seen: seen)
    let bytes = line.bytes
    // What the spool holds is for the journal too.
    guard file.bytes.count + (spooling?.bytes.count ?? 0) + bytes.count <= Self.limit else {
      throw StoreFault(.tooLarge(limit: Self.limit), path: path)
    }
    do throws(StoreFault.Reason.Raised) {
      _ = try JournalReader.line(
        bytes[...], n: line.n, prev: head, author: header.identity.author, after: lines.last?.boot ?? header.boot)
    } catch {
      throw StoreFault(error.reason, path: path, line: line.n + 1)
    }
    do throws(StoreFault) { try write(bytes) } catch {
      attempted = line
      failure = error
      throw error
    }
    attempted = nil
    lines.append(line)
    head = LineDigest.of(bytes)
    return line
  }

  private func write(_ line: [UInt8]) throws(StoreFault) {
    if spooling != nil {
      try spooling?.append(line)
      return
    }
    do throws(StoreFault) { try file.append(line) } catch {
      guard isAway(error) else { throw error }
      try beginSpooling(with: line, because: error)
    }
  }
}
