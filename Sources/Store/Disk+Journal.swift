import Glibc

/// A journal's open file, and which file that is.
struct OpenFile {
  let descriptor: Int32
  let status: FileStatus
}

/// The steps of opening a journal.
extension Disk {
  /// Makes the directories of a journal that are missing, outermost first, and their names durable.
  func prepare(_ directories: [String]) throws(StoreFault) {
    try make(directories)
    for outer in directories.dropLast() { try synchroniseDirectory(outer) }
  }

  /// Makes the directories of a journal that are missing, outermost first; the session's own, the first, must exist: making
  /// it again would write beside a disk that is unplugged. Their names are not durable yet.
  func make(_ directories: [String]) throws(StoreFault) {
    guard let root = directories.first else { return }
    guard let status = try? status(of: root + "/."), status.isDirectory else {
      throw StoreFault(.changedUnderneath(.gone), path: root)
    }
    for directory in directories.dropFirst() { try ensureDirectory(directory) }
  }

  /// Makes the names in a journal's directories and its bytes durable, with something done meanwhile.
  ///
  /// A line that a dead process wrote and did not live to synchronise is in memory only until then, and so is a name.
  func synchronise<Value>(
    _ path: String, in directories: [String], meanwhile body: () throws(StoreFault) -> Value
  ) throws(StoreFault) -> Value {
    var descriptors: [Int32] = []
    defer { descriptors.forEach(close) }
    var result: Result<Value, StoreFault>?
    var failure: DiskError?
    do throws(DiskError) {
      for path in directories + [path] { descriptors.append(try open(path, flags: O_RDONLY | O_NONBLOCK, mode: 0)) }
      try synchronise(descriptors) { result = Result(catching: body) }
    } catch {
      failure = error
    }
    let value = try result?.get()
    if let failure { throw StoreFault(.cannotWrite(failure), path: path) }
    return if let value { value } else { try body() }
  }

  /// Opens a journal, whose bytes are durable, for appending, cut to its whole lines.
  func openJournal(_ path: String, keeping size: Int) throws(StoreFault) -> OpenFile {
    let descriptor: Int32
    do throws(DiskError) {
      descriptor = try open(path, flags: O_WRONLY | O_APPEND | O_NOFOLLOW, mode: 0)
    } catch {
      throw StoreFault(.cannotWrite(error), path: path)
    }
    do throws(DiskError) {
      let status = try status(of: descriptor)
      if status.mode != 0o600 { try setMode(descriptor, 0o600) }
      if status.size > size {
        try truncate(descriptor, to: size)
        try synchroniseData(descriptor)
      }
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
