extension Journal {
  /// Opens an author's journal, begins it when there is none, and keeps every other console off it.
  ///
  /// What a console left in the spool is carried over first.
  /// - Parameters:
  ///   - session: a directory that exists; what is missing below it is made, 0700.
  ///   - at, boot, up: now, for the header of a new journal.
  ///   - spool: where to go on while the session's directory is away; nil to fail then.
  /// - Throws: `locked` when another console holds it; damage as ``JournalReader`` names it; `spoolDoesNotFit` when what the
  ///   spool holds does not follow the journal; what the disk refused.
  public static func open(
    _ identity: JournalIdentity, in session: SessionDirectory, at: String, boot: String, up: Int, spool: Spool? = nil
  ) throws(StoreFault) -> Journal {
    let disk = session.disk
    let path = try session.journal(identity)
    try disk.make(session.directories(of: identity))
    let lock = try JournalLock.take(session.lock(of: path), disk: disk)
    do throws(StoreFault) {
      let leftover = try spool?.leftover(of: identity)
      defer { leftover?.close() }
      if try disk.isAbsent(path) {
        if let leftover, !leftover.isEmpty { throw leftover.misfit(path) }
        let header = JournalHeader(identity: identity, at: at, boot: boot, up: up)
        try disk.replace(path, with: header.bytes)
      }
      return try open(path, identity, leftover, lock, in: session, spool)
    } catch {
      lock.release(disk)
      throw error
    }
  }

  private static func open(
    _ path: String, _ identity: JournalIdentity, _ leftover: SpoolLeftover?, _ lock: JournalLock,
    in session: SessionDirectory, _ spool: Spool?
  ) throws(StoreFault) -> Journal {
    let disk = session.disk
    let directories = session.directories(of: identity)
    let bytes = try disk.contents(of: path, limit: limit)
    let found = try disk.synchronise(path, in: directories) { () throws(StoreFault) in
      try JournalReader.read(bytes, path: path, expecting: identity)
    }
    let whole = Array(bytes[..<found.wholeBytes])
    var contents = found
    var file = GrowingFile(path, disk: disk)
    var tornTail = try leftover?.setTornTailAside()
    if let leftover, !leftover.isEmpty {
      let joined = try leftover.joined(to: whole, found, of: path)
      contents = try JournalReader.read(joined, path: path, expecting: identity)
      // Half of a line that the spool holds whole is no torn one.
      if !joined.starts(with: bytes) { tornTail = try setAside(found.tornTail, of: path, disk) ?? tornTail }
      // To a new file even when all is there: what the old one was given last may be in memory only.
      try file.renew(with: joined, in: directories)
    } else {
      tornTail = try setAside(found.tornTail, of: path, disk) ?? tornTail
      try file.open(keeping: whole)
    }
    leftover?.remove()
    return Journal(
      contents, tornTail, carriedOver: contents.count - found.count, file, lock, in: session, spool: spool)
  }

  private static func setAside(_ tail: [UInt8]?, of path: String, _ disk: any Disk) throws(StoreFault) -> TornTail? {
    try tail.map { (tail) throws(StoreFault) in
      TornTail(bytes: tail, path: try disk.setAside(tail, of: path, as: "torn"))
    }
  }
}
