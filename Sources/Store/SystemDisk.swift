import CDisk
import Glibc

/// The machine's own disk.
public struct SystemDisk: Disk {
  public init() {}

  /// How often an interrupted call is made before it counts as failed: no signal comes that often.
  static let patience = 100

  public func open(_ path: String, flags: Int32, mode: mode_t) throws(DiskError) -> Int32 {
    var interruptions = 0
    while true {
      let descriptor = Glibc.open(path, flags | O_CLOEXEC, mode)
      if descriptor >= 0 { return descriptor }
      let code = errno
      interruptions += 1
      guard code == EINTR, interruptions < Self.patience else { throw DiskError(.open, code) }
    }
  }

  public func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

  public func read(_ descriptor: Int32, upTo count: Int, at offset: Int) throws(DiskError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      let got = pread(descriptor, buffer.baseAddress, count, off_t(offset))
      if got < 0 { code = errno }
      initialized = max(got, 0)
    }
    guard code == 0 else { throw DiskError(.read, code) }
    return bytes
  }

  public func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) throws(DiskError) -> Int {
    var code: Int32 = 0
    let written = bytes.withUnsafeBytes { buffer in
      let written = Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      if written < 0 { code = errno }
      return written
    }
    guard written >= 0 else { throw DiskError(.write, code) }
    return written
  }

  public func truncate(_ descriptor: Int32, to size: Int) throws(DiskError) {
    try check(.truncate, ftruncate(descriptor, off_t(size)))
  }

  public func synchroniseData(_ descriptor: Int32) throws(DiskError) { try check(.fdatasync, fdatasync(descriptor)) }

  /// `meanwhile` may synchronise nothing.
  public func synchronise(_ descriptors: [Int32], meanwhile: () -> Void) throws(DiskError) {
    let isUnderWay = disk_begin_synchronising(descriptors, Int32(descriptors.count))
    meanwhile()
    guard isUnderWay else {
      for descriptor in descriptors { try synchronise(descriptor) }
      return
    }
    var code: Int32 = 0
    guard disk_end_synchronising(&code) == descriptors.count else { throw DiskError(.fsync, code) }
  }

  public func synchronise(_ descriptor: Int32) throws(DiskError) { try check(.fsync, fsync(descriptor)) }

  public func setMode(_ descriptor: Int32, _ mode: mode_t) throws(DiskError) {
    try check(.fchmod, fchmod(descriptor, mode))
  }

  /// `flock(2)`: the lock belongs to the open file, so two journals of one process exclude each other too.
  public func lock(_ descriptor: Int32) throws(DiskError) { try check(.flock, flock(descriptor, LOCK_EX | LOCK_NB)) }

  public func unlock(_ descriptor: Int32) { _ = flock(descriptor, LOCK_UN) }

  public func rename(_ old: String, to new: String) throws(DiskError) { try check(.rename, Glibc.rename(old, new)) }

  public func remove(_ path: String) throws(DiskError) { try check(.remove, unlink(path)) }

  public func makeDirectory(_ path: String, mode: mode_t) throws(DiskError) { try check(.mkdir, mkdir(path, mode)) }

  public func status(of path: String) throws(DiskError) -> FileStatus {
    var found = stat()
    try check(.stat, lstat(path, &found))
    return FileStatus(found)
  }

  public func status(of descriptor: Int32) throws(DiskError) -> FileStatus {
    var found = stat()
    try check(.stat, fstat(descriptor, &found))
    return FileStatus(found)
  }

  public func names(in path: String) throws(DiskError) -> [String] {
    guard let directory = opendir(path) else { throw DiskError(.list, errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private func check(_ call: DiskCall, _ result: Int32) throws(DiskError) {
    guard result != 0 else { return }
    throw DiskError(call, errno)
  }
}

extension FileStatus {
  init(_ found: stat) {
    device = UInt(found.st_dev)
    inode = UInt(found.st_ino)
    size = Int(found.st_size)
    // It is only compared: what a date of other centuries wraps to serves as well.
    modified = found.st_mtim.tv_sec &* 1_000_000_000 &+ found.st_mtim.tv_nsec
    mode = found.st_mode & 0o7777
    isFile = found.st_mode & S_IFMT == S_IFREG
    isDirectory = found.st_mode & S_IFMT == S_IFDIR
  }
}
