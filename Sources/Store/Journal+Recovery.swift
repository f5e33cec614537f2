extension Journal {
  /// After a failure: brings the acknowledged facts, and nothing else, to a new file in place of the old one. While
  /// spooling: brings there the facts that are in the spool, and goes on in the journal.
  ///
  /// The fact whose append failed is then to be appended again. Does nothing to a journal that is well; can be called again
  /// when it throws.
  /// - Returns: where the file was set aside that was found in the journal's place, when it held what we did not write.
  /// - Throws: `changedUnderneath(.gone)` while the session's directory is away; `locked` when another console took the
  ///   journal meanwhile; `spoolDoesNotFit` when the journal is no longer what was acknowledged. A journal that spools goes
  ///   on spooling then. One that had failed and can spool does not throw: it spools from now on.
  @discardableResult
  public func recover() throws(StoreFault) -> String? {
    guard failure != nil || isSpooling, lock != nil else { return nil }
    do throws(StoreFault) {
      try checkSessionIsThere()
      let aside = isSpooling ? try carryOver() : try bringAnew()
      failure = nil
      away = nil
      return aside
    } catch {
      try goOn(after: error)
      return nil
    }
  }

  private func bringAnew() throws(StoreFault) -> String? {
    try disk.prepare(directories)
    lock = try lock?.kept(disk)
    let aside = try file.setForeignAside()
    try file.renew(with: file.bytes, in: directories)
    return aside
  }

  /// To a new file, as after any failure: what the old one was given last may be in memory only.
  private func carryOver() throws(StoreFault) -> String? {
    guard let spooling else { return nil }
    guard try !disk.isAbsent(path) else { throw StoreFault(.changedUnderneath(.gone), path: path) }
    lock = try lock?.kept(disk)
    let found = try disk.contents(of: path, limit: Self.limit)
    let whole = file.bytes + spooling.bytes
    // Some of the spool's lines may be there already: from the first attempt at one, or from an earlier carrying over.
    guard found.count >= file.bytes.count, whole.starts(with: found) || file.mayHold(found) else {
      throw StoreFault(.spoolDoesNotFit(spool: spooling.path), path: path)
    }
    try file.renew(with: whole, in: directories)
    self.spooling?.end()
    self.spooling = nil
    return nil
  }

  /// Recovery could not bring the journal back: sees to it that facts can be appended nevertheless.
  private func goOn(after fault: StoreFault) throws(StoreFault) {
    if isSpooling, failure == nil {
      away = fault
      throw fault
    }
    do throws(StoreFault) {
      if isSpooling {
        try spooling?.renew()
        away = fault
      } else {
        guard isAway(fault) else { throw fault }
        try beginSpooling(with: nil, because: fault)
      }
    } catch {
      failure = error
      throw error
    }
    failure = nil
  }
}
