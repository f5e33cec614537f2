import Glibc

/// A journal's open file, and which file that is.
struct OpenFile {
  let descriptor: Int32
  let status: FileStatus
}

/// The steps of opening a journal.
extension Disk {
  /// Makes the directories of a journal that are missing, outermost first, and their names durable; the session's own, the first, must exist:
  /// making it again would write beside a disk that is unplugged.
  func prepare(_ directories: [String]) throws(StoreFault) {
    guard let root = directories.first else { return }
    guard let status = try? status(of: root + "/."), status.isDirectory else {
      throw StoreFault(.changedUnderneath(.gone), path: root)
    }
    var outer = root
    for directory in directories.dropFirst() {
      try ensureDirectory(directory)
      try synchroniseDirectory(outer)
      outer = directory
    }
  }

  /// Opens a journal for appending, cut to its whole lines, what it holds made durable.
  ///
  /// A line that a dead process wrote and did not live to synchronise is in memory only until then.
  func openJournal(_ path: String, keeping size: Int) throws(StoreFault) -> OpenFile {
    let descriptor: Int32
    do throws(DiskError) {
      descriptor = try open(path, flags: O_WRONLY | O_APPEND | O_NOFOLLOW, mode: 0)
    } catch {
      throw StoreFault(.cannotWrite(error), path: path)
    }
    do throws(DiskError) {
      let status = try status(of: descriptor)
      if status.size > size { try truncate(descriptor, to: size) }
      if status.mode != 0o600 { try setMode(descriptor, 0o600) }
      try synchroniseData(descriptor)
      return OpenFile(descriptor: descriptor, status: status)
    } catch {
      close(descriptor)
      throw StoreFault(.cannotWrite(error), path: path)
    }
  }

  /// Whether there is anything at a path.
  func isAbsent(_ path: String) throws(StoreFault) -> Bool {
    do throws(DiskError) {
      _ = try status(of: path)
      return false
    } catch {
      guard error.code == ENOENT else { throw StoreFault(.cannotRead(error), path: path) }
      return true
    }
  }
}
