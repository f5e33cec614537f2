extension Journal {
  /// After a failure: brings the acknowledged facts, and nothing else, to a new file in place of the old one.
  ///
  /// The fact whose append failed is then to be appended again. Does nothing to a journal that has not failed; can be
  /// called again when it throws.
  /// - Returns: where the file was set aside that was found in the journal's place, when it held what we did not write.
  /// - Throws: `changedUnderneath(.gone)` while the session's directory is away.
  @discardableResult
  public func recover() throws(StoreFault) -> String? {
    guard failure != nil, let lock else { return nil }
    do throws(StoreFault) {
      try disk.prepare(directories)
      if !lock.holds(disk) { try renew(lock) }
      let aside = try setForeignAside()
      try file.renew(with: file.bytes, in: directories)
      failure = nil
      return aside
    } catch {
      failure = error
      throw error
    }
  }

  private func renew(_ lost: JournalLock) throws(StoreFault) {
    lock = try JournalLock.take(lost.path, disk: disk)
    disk.close(lost.descriptor)
  }

  /// What stands in the journal's place is ours when it is the beginning of what we wrote; otherwise it is kept.
  private func setForeignAside() throws(StoreFault) -> String? {
    let found: [UInt8]
    do throws(StoreFault) { found = try disk.contents(of: path, limit: Self.limit) } catch {
      // Absent, or unreadable for everybody: our own copy is the better one.
      guard case .cannotRead = error.reason else { throw error }
      return nil
    }
    return file.mayHold(found) ? nil : try disk.setAside(found, of: path, as: "found")
  }
}
