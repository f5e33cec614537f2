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
///     if journal.isSpooling { … KEPT HERE ONLY; later: try journal.recover() }
public final class Journal {
  /// A journal over this many bytes is not read, and none is written.
  public static let limit = 16 << 20

  public let header: JournalHeader
  /// The acknowledged facts.
  public internal(set) var lines: [Line]
  /// ``LineDigest`` of the last acknowledged line.
  public internal(set) var head: String
  /// Where the interrupted last line found at opening was set aside: say it aloud.
  public let tornTail: TornTail?
  /// How many facts a spool held at opening, which are in the journal now.
  public let carriedOver: Int
  /// Why nothing can be appended; nil when all is well.
  public internal(set) var failure: StoreFault?
  /// Why facts go to the spool, or why they still do; nil when they go to the journal.
  public internal(set) var away: StoreFault?

  let directories: [String]
  let disk: any Disk
  /// Nil once closed: closing a descriptor twice could close another file's.
  var lock: JournalLock?
  var file: GrowingFile
  /// Where to go on while the session's directory is away.
  let spool: Spool?
  var spooling: Spooling?
  /// The line whose append failed.
  var attempted: Line?
  /// The session's plan, when it was there at opening.
  let plan: String?

  public var path: String { file.path }
  /// Number of acknowledged facts, and of the last one.
  public var count: Int { lines.count }

  init(
    _ contents: JournalContents, _ tornTail: TornTail?, carriedOver: Int, _ file: GrowingFile, _ lock: JournalLock,
    in session: SessionDirectory, spool: Spool?
  ) {
    header = contents.header
    lines = contents.lines
    head = contents.head
    self.tornTail = tornTail
    self.carriedOver = carriedOver
    self.file = file
    self.lock = lock
    self.spool = spool
    disk = session.disk
    directories = session.directories(of: contents.header.identity)
    plan = (try? session.disk.status(of: session.plan)) == nil ? nil : session.plan
  }

  deinit { close() }

  /// Gives the journal back for good. Nothing is lost by not calling it.
  public func close() {
    file.close()
    spooling?.close()
    spooling = nil
    lock?.release(disk)
    lock = nil
  }
}

/// An interrupted last line, and where it is kept.
public struct TornTail: Equatable, Sendable {
  public let bytes: [UInt8]
  public let path: String
}
