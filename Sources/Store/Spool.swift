/// Where journals go on, on this machine, while their session's directory is away.
///
///     ~/.local/state/jury/spool/<session>/<candidate>/<author>.jsonl
///
/// Its law: it holds the very lines that the journal is to get, acknowledged as the journal's are, until they are there.
public struct Spool {
  public let directory: String
  let disk: any Disk

  /// - Parameter directory: need not exist.
  public init(_ directory: String, disk: any Disk = SystemDisk()) {
    self.directory = directory
    self.disk = disk
  }

  /// `$XDG_STATE_HOME/jury/spool`, by default `~/.local/state/jury/spool`; nil when there is neither that nor `HOME`.
  public static func ofThisUser(environment: [String: String]) -> Spool? {
    StateDirectory.path(environment).map { Spool("\($0)/spool") }
  }

  /// The file in which a journal goes on.
  public func file(of identity: JournalIdentity) throws(StoreFault) -> String {
    guard let inner = try directories(of: identity).last else { return directory }
    return "\(inner)/\(identity.author).jsonl"
  }

  /// The directories from the spool's own to the one a journal goes on in.
  func directories(of identity: JournalIdentity) throws(StoreFault) -> [String] {
    for name in [identity.candidate, identity.author].compactMap({ $0 }) where !SessionDirectory.isSafe(name) {
      throw StoreFault(.unsafeName(name), path: directory)
    }
    let session = directory(ofSession: identity.session)
    return [directory, session] + [identity.candidate].compactMap { $0.map { "\(session)/\($0)" } }
  }

  /// Where all journals of a session go on.
  public func directory(ofSession id: String) -> String { "\(directory)/\(StateDirectory.name(ofSession: id))" }

  /// What a console left that ended before its session's directory was back, locked; nil when there is nothing.
  ///
  /// - Throws: `locked` when that console has not ended.
  func leftover(of identity: JournalIdentity) throws(StoreFault) -> SpoolLeftover? {
    let path = try file(of: identity)
    guard try !disk.isAbsent(path) else { return nil }
    let lock = try JournalLock.take(JournalLock.place(of: path), disk: disk)
    do throws(StoreFault) {
      return SpoolLeftover(path, try disk.contents(of: path, limit: Journal.limit), lock, disk)
    } catch {
      lock.release(disk)
      throw error
    }
  }
}

/// A journal going on in a spool.
struct Spooling {
  /// The lines that the journal is to get.
  private(set) var file: GrowingFile
  private(set) var count: Int
  private let directories: [String]
  private var lock: JournalLock
  private let disk: any Disk

  var path: String { file.path }
  var bytes: [UInt8] { file.bytes }

  /// Begins a spool with a line, or with none yet.
  ///
  /// - Parameter journal: what the journal holds for certain. A spool that stands there and is a part of it was carried
  ///   over; any other is kept beside.
  init(of identity: JournalIdentity, in spool: Spool, with line: [UInt8]?, after journal: [UInt8]) throws(StoreFault) {
    disk = spool.disk
    directories = try spool.directories(of: identity)
    let path = try spool.file(of: identity)
    try Self.prepare(directories, disk)
    lock = try JournalLock.take(JournalLock.place(of: path), disk: disk)
    file = GrowingFile(path, disk: disk)
    count = line == nil ? 0 : 1
    do throws(StoreFault) {
      try file.setForeignAside { journal.firstRange(of: $0) != nil }
      try file.renew(with: line ?? [], in: directories)
    } catch {
      close()
      throw error
    }
  }

  /// Adds a line; see ``GrowingFile/append(_:)``.
  mutating func append(_ line: [UInt8]) throws(StoreFault) {
    try file.append(line)
    count += 1
  }

  /// After a failure: brings the same lines to a new file, whatever became of the spool. Can be called again when it throws.
  mutating func renew() throws(StoreFault) {
    try Self.prepare(directories, disk)
    lock = try lock.kept(disk)
    try file.setForeignAside()
    try file.renew(with: file.bytes, in: directories)
  }

  /// Its lines are in the journal: they are not needed here any more.
  ///
  /// What cannot be removed does no harm: it is known by being a part of the journal.
  mutating func end() {
    file.close()
    try? disk.remove(path)
    if let own = directories.last { try? disk.synchroniseDirectory(own) }
    close()
  }

  mutating func close() {
    file.close()
    lock.release(disk)
  }

  private static func prepare(_ directories: [String], _ disk: any Disk) throws(StoreFault) {
    guard let outermost = directories.first else { return }
    try SessionDirectory(outermost, disk: disk).create()
    for directory in directories { try disk.ensureDirectory(directory) }
    // A process that died may have left names that are not durable yet; the inner ones are made so with the file.
    var outer = outermost
    while outer != "/", outer != "." {
      outer = parent(of: outer)
      do throws(StoreFault) { try disk.synchroniseDirectory(outer) } catch {
        // One that we may not even read is not one that we made.
        guard case .cannotWrite(let refused) = error.reason, refused.call == .open else { throw error }
      }
    }
  }
}
