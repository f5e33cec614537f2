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

  public let header: JournalHeader
  /// The acknowledged facts.
  public internal(set) var lines: [Line]
  /// ``LineDigest`` of the last acknowledged line.
  public internal(set) var head: String
  /// Where the interrupted last line found at opening was set aside: say it aloud.
  public let tornTail: TornTail?
  /// Why nothing can be appended; nil when all is well.
  public internal(set) var failure: StoreFault?

  let directories: [String]
  let disk: any Disk
  /// Nil once closed: closing a descriptor twice could close another file's.
  var lock: JournalLock?
  var file: GrowingFile

  public var path: String { file.path }
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
      var file = GrowingFile(path, disk: disk)
      try file.open(keeping: Array(bytes[..<contents.wholeBytes]))
      // A process that died may have left a name that is not durable yet; the outer ones are, since `prepare`.
      if let own = directories.last { try disk.synchroniseDirectory(own) }
      return Journal(contents, torn, directories, disk, lock, file)
    } catch {
      disk.close(lock.descriptor)
      throw error
    }
  }

  private init(
    _ contents: JournalContents, _ torn: TornTail?, _ directories: [String], _ disk: any Disk, _ lock: JournalLock,
    _ file: GrowingFile
  ) {
    header = contents.header
    lines = contents.lines
    head = contents.head
    tornTail = torn
    self.directories = directories
    self.disk = disk
    self.lock = lock
    self.file = file
  }

  deinit { close() }

  /// Gives the journal back for good. Nothing is lost by not calling it.
  public func close() {
    file.close()
    if let lock { disk.close(lock.descriptor) }
    lock = nil
  }
}

/// An interrupted last line, and where it is kept.
public struct TornTail: Equatable, Sendable {
  public let bytes: [UInt8]
  public let path: String
}
