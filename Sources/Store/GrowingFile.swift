import Glibc

/// A file that only grows, by whole lines, and what of it is on disk for certain.
///
/// Its laws: bytes are certain once `fdatasync` has returned; after any failure the file is closed, and what was not
/// synchronised is not known to be anywhere, so that only ``renew(with:in:)``, with a new file, goes on.
struct GrowingFile {
  let path: String
  private let disk: any Disk
  /// What is on disk for certain.
  private(set) var bytes: [UInt8] = []
  /// What may stand after it, whole, in part or not at all: a line that could not be synchronised.
  private var doubtful: [UInt8] = []
  private var file: OpenFile?

  /// Nothing is opened yet.
  init(_ path: String, disk: any Disk) {
    self.path = path
    self.disk = disk
  }

  /// Opens a file that begins with these bytes, which are certain, and cuts it to them.
  mutating func open(keeping bytes: [UInt8]) throws(StoreFault) {
    close()
    file = try disk.openJournal(path, keeping: bytes.count)
    self.bytes = bytes
    doubtful = []
  }

  /// Puts a new file that holds these bytes in place of the one there, makes its name certain in all of these directories,
  /// and opens it. Can be called again when it throws.
  mutating func renew(with bytes: [UInt8], in directories: [String]) throws(StoreFault) {
    close()
    try disk.replace(path, with: bytes)
    for directory in directories { try disk.synchroniseDirectory(directory) }
    try open(keeping: bytes)
  }

  /// Adds a line and makes it certain: one `write`, one `fdatasync`.
  ///
  /// - Throws: `changedUnderneath` when somebody else touched the file; what the disk refused. It is closed then.
  mutating func append(_ line: [UInt8]) throws(StoreFault) {
    guard let file else { throw StoreFault(.failedEarlier, path: path) }
    do throws(StoreFault) {
      try checkUnchanged(file)
      doubtful = line
      do throws(DiskError) {
        try disk.writeAll(file.descriptor, line)
        try disk.synchroniseData(file.descriptor)
      } catch {
        throw StoreFault(.cannotWrite(error), path: path)
      }
    } catch {
      close()
      throw error
    }
    doubtful = []
    bytes += line
  }

  mutating func close() {
    if let file { disk.close(file.descriptor) }
    file = nil
  }

  /// Whether a file may hold this because of us alone: it is the beginning of what we wrote.
  func mayHold(_ found: [UInt8]) -> Bool { (bytes + doubtful).starts(with: found) }

  /// Keeps what stands in the file's place beside it, when we cannot have written it and it is not known either. Returns
  /// where.
  @discardableResult
  func setForeignAside(unless isKnown: ([UInt8]) -> Bool = { _ in false }) throws(StoreFault) -> String? {
    let found: [UInt8]
    do throws(StoreFault) { found = try disk.contents(of: path, limit: Journal.limit) } catch {
      // Absent, or unreadable for everybody: our own copy is the better one.
      guard case .cannotRead = error.reason else { throw error }
      return nil
    }
    return mayHold(found) || isKnown(found) ? nil : try disk.setAside(found, of: path, as: "found")
  }

  /// - Throws: `changedUnderneath` when the file is not the one we left: O_APPEND would write after whatever is there.
  private func checkUnchanged(_ file: OpenFile) throws(StoreFault) {
    let found: FileStatus
    do throws(DiskError) { found = try disk.status(of: path) } catch {
      throw error.code == ENOENT || error.code == ENOTDIR ? changed(.gone) : StoreFault(.cannotRead(error), path: path)
    }
    guard found.isSameFile(as: file.status) else { throw changed(.replaced) }
    guard found.size >= bytes.count else { throw changed(.shorter) }
    guard found.size == bytes.count else { throw changed(.longer) }
  }

  private func changed(_ change: StoreFault.Change) -> StoreFault { StoreFault(.changedUnderneath(change), path: path) }
}
