import Glibc
import JSON

/// One author's journal, open for appending.
///
/// Its laws: a line is acknowledged only once it is on disk (`fdatasync`); after any failure nothing is appended until
/// ``recover()``, which brings exactly the acknowledged lines to a new file. So no fact is lost, and none is there twice.
///
///     let journal = try Journal.open(.oral(session: "s", candidate: "durand", author: "jury"), in: directory, at: …)
///     do { try journal.append(event: event, at: …, boot: …, up: …) }
///     catch { … NOT SAVED; later: try journal.recover(), then append the same event again }
public final class Journal {
  /// A journal over this many bytes is not read.
  public static let limit = 16 << 20

  public let path: String
  public let header: JournalHeader
  /// The acknowledged facts.
  public private(set) var lines: [Line]
  /// ``LineDigest`` of the last acknowledged line.
  public private(set) var head: String
  /// Where the interrupted last line found at opening was set aside: say it aloud.
  public let tornTail: TornTail?
  /// Why nothing can be appended; nil when all is well.
  public private(set) var failure: StoreFault?

  private let directories: [String]
  private let disk: any Disk
  /// Nil once closed: closing a descriptor twice could close another file's.
  private var lock: JournalLock?
  private var file: OpenFile?
  /// The bytes that are on disk for certain.
  private var acknowledged: [UInt8]
  /// The line whose append failed: it may be on disk, whole, in part or not at all.
  private var attempted: [UInt8] = []

  /// Number of acknowledged facts, and of the last one.
  public var count: Int { lines.count }

  /// Opens an author's journal, begins it when there is none, and keeps every other console off it.
  ///
  /// - Parameters:
  ///   - session: a directory that exists; what is missing below it is made, 0700.
  ///   - at, boot, up: now, for the header of a new journal.
  /// - Throws: `locked` when another console holds it; damage as ``JournalReader`` names it; what the disk refused.
  public static func open(
    _ identity: JournalIdentity, in session: SessionDirectory, at: String, boot: String, up: Int
  ) throws(StoreFault) -> Journal {
    let disk = session.disk
    let path = try session.journal(identity)
    let directories = session.directories(of: identity)
    try disk.prepare(directories)
    let lock = try JournalLock.take(session.lock(of: path), disk: disk)
    do throws(StoreFault) {
      if try disk.isAbsent(path) {
        let header = JournalHeader(identity: identity, at: at, boot: boot, up: up)
        try disk.replace(path, with: header.bytes)
      }
      let bytes = try disk.contents(of: path, limit: limit)
      let contents = try JournalReader.read(bytes, path: path, expecting: identity)
      let torn = try contents.tornTail.map { (tail) throws(StoreFault) in
        TornTail(bytes: tail, path: try disk.setAside(tail, of: path, as: "torn"))
      }
      let file = try disk.openJournal(path, keeping: contents.wholeBytes)
      // A process that died may have left a name that is not durable yet; the outer ones are, since `prepare`.
      if let own = directories.last { try disk.synchroniseDirectory(own) }
      return Journal(path, contents, Array(bytes[..<contents.wholeBytes]), torn, directories, disk, lock, file)
    } catch {
      disk.close(lock.descriptor)
      throw error
    }
  }

  private init(
    _ path: String, _ contents: JournalContents, _ bytes: [UInt8], _ torn: TornTail?, _ directories: [String],
    _ disk: any Disk, _ lock: JournalLock, _ file: OpenFile
  ) {
    self.path = path
    header = contents.header
    lines = contents.lines
    head = contents.head
    tornTail = torn
    self.directories = directories
    self.disk = disk
    self.lock = lock
    self.file = file
    acknowledged = bytes
  }

  deinit { close() }

  /// Gives the journal back for good. Nothing is lost by not calling it.
  public func close() {
    closeFile()
    if let lock { disk.close(lock.descriptor) }
    lock = nil
  }

  private func closeFile() {
    if let file { disk.close(file.descriptor) }
    file = nil
  }
}

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
    guard failure == nil, let file else { throw StoreFault(.failedEarlier, path: path) }
    let line = Line(n: count + 1, at: at, boot: boot, up: up, event: event, prev: head, seen: seen)
    let bytes = line.bytes
    do throws(StoreFault.Reason.Raised) {
      _ = try JournalReader.line(
        Array(bytes[..<(bytes.count - 1)]), n: line.n, prev: head, author: header.identity.author)
    } catch {
      throw StoreFault(error.reason, path: path, line: line.n + 1)
    }
    do throws(StoreFault) {
      try checkUnchanged(file.descriptor, file.status)
      attempted = bytes
      do throws(DiskError) {
        try disk.writeAll(file.descriptor, bytes)
        try disk.synchroniseData(file.descriptor)
      } catch {
        throw StoreFault(.cannotWrite(error), path: path)
      }
    } catch {
      failure = error
      // What was not synchronised is not known to be anywhere: this descriptor can only lie from now on.
      closeFile()
      throw error
    }
    attempted = []
    acknowledged += bytes
    lines.append(line)
    head = LineDigest.of(bytes)
    return line
  }

  /// After a failure: brings the acknowledged facts, and nothing else, to a new file in place of the old one.
  ///
  /// The fact whose append failed is then to be appended again. Does nothing to a journal that has not failed; can be
  /// called again when it throws.
  /// - Returns: where the file was set aside that was found in the journal's place, when it held what we did not write.
  /// - Throws: `changedUnderneath(.gone)` while the session's directory is away.
  @discardableResult
  public func recover() throws(StoreFault) -> String? {
    guard failure != nil, let lock else { return nil }
    closeFile()
    do throws(StoreFault) {
      try disk.prepare(directories)
      if !lock.holds(disk) { try renew(lock) }
      let aside = try setForeignAside()
      try disk.replace(path, with: acknowledged)
      for directory in directories { try disk.synchroniseDirectory(directory) }
      file = try disk.openJournal(path, keeping: acknowledged.count)
      failure = nil
      attempted = []
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
    if (acknowledged + attempted).starts(with: found) { return nil }
    return try disk.setAside(found, of: path, as: "found")
  }

  /// - Throws: `changedUnderneath` when the file is not the one we left: O_APPEND would write after whatever is there.
  private func checkUnchanged(_ descriptor: Int32, _ opened: FileStatus) throws(StoreFault) {
    let size: Int
    let isOurs: Bool
    do throws(DiskError) {
      size = try disk.status(of: descriptor).size
      isOurs = try disk.status(of: path).isSameFile(as: opened)
    } catch {
      throw error.code == ENOENT || error.code == ENOTDIR ? changed(.gone) : StoreFault(.cannotRead(error), path: path)
    }
    guard isOurs else { throw changed(.replaced) }
    guard size >= acknowledged.count else { throw changed(.shorter) }
    guard size == acknowledged.count else { throw changed(.longer) }
  }

  private func changed(_ change: StoreFault.Change) -> StoreFault { StoreFault(.changedUnderneath(change), path: path) }
}

/// An interrupted last line, and where it is kept.
public struct TornTail: Equatable, Sendable {
  public let bytes: [UInt8]
  public let path: String
}
