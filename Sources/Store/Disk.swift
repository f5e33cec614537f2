import Glibc

/// The system calls the store makes, one function a call, so that tests can fail any of them.
///
/// Its law: a function does its one call, and throws what the system said; loops and meaning are `Disk+Files`.
public protocol Disk {
  func open(_ path: String, flags: Int32, mode: mode_t) throws(DiskError) -> Int32
  /// Never reported: what had to be safe was synchronised before.
  func close(_ descriptor: Int32)
  /// At most `count` bytes from `offset` on; none at the end of the file.
  func read(_ descriptor: Int32, upTo count: Int, at offset: Int) throws(DiskError) -> [UInt8]
  /// How many of these bytes were written: any number from 0.
  func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) throws(DiskError) -> Int
  func truncate(_ descriptor: Int32, to size: Int) throws(DiskError)
  /// `fdatasync(2)`: the bytes, and the size needed to read them.
  func synchroniseData(_ descriptor: Int32) throws(DiskError)
  /// `fsync(2)`: also for directories.
  func synchronise(_ descriptor: Int32) throws(DiskError)
  /// The same of several, with something done while it lasts: before or beside it, and never after it.
  func synchronise(_ descriptors: [Int32], meanwhile: () -> Void) throws(DiskError)
  func setMode(_ descriptor: Int32, _ mode: mode_t) throws(DiskError)
  /// An exclusive advisory lock on the open file, at once or not at all (`EWOULDBLOCK`).
  func lock(_ descriptor: Int32) throws(DiskError)
  func unlock(_ descriptor: Int32)
  func rename(_ old: String, to new: String) throws(DiskError)
  func remove(_ path: String) throws(DiskError)
  func makeDirectory(_ path: String, mode: mode_t) throws(DiskError)
  /// Of the name itself, not of what a symbolic link points to.
  func status(of path: String) throws(DiskError) -> FileStatus
  func status(of descriptor: Int32) throws(DiskError) -> FileStatus
  /// The names in a directory, sorted, without "." and "..".
  func names(in path: String) throws(DiskError) -> [String]
}

extension Disk {
  public func synchronise(_ descriptors: [Int32], meanwhile: () -> Void) throws(DiskError) {
    meanwhile()
    for descriptor in descriptors { try synchronise(descriptor) }
  }
}

/// The calls that can fail, as told in messages.
public enum DiskCall: String, CaseIterable, Sendable {
  case open, read, write, truncate, fdatasync, fsync, fchmod, flock, rename, remove, mkdir, stat, list
}

/// A system call that failed.
public struct DiskError: Error, Equatable, Sendable {
  public let call: DiskCall
  /// The value of `errno`.
  public let code: Int32

  public init(_ call: DiskCall, _ code: Int32) {
    self.call = call
    self.code = code
  }

  /// The system's words: "No space left on device".
  public var words: String {
    var text = [CChar](repeating: 0, count: 256)
    return strerror_r(code, &text, text.count) == 0 ? string(text) : "errno \(code)"
  }
}

/// What the store asks about a file.
public struct FileStatus: Equatable, Sendable {
  public let device: UInt
  public let inode: UInt
  public let size: Int
  /// When the bytes last changed, by the file system's clock: nanoseconds since 1970, wrapped before 1677 and after 2262.
  /// To be compared with another, no more.
  public let modified: Int
  /// The permission bits.
  public let mode: mode_t
  public let isFile: Bool
  public let isDirectory: Bool

  /// Whether both are the same file, whatever its name or size.
  public func isSameFile(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }
}

/// The string a C call filled a buffer with.
func string(_ buffer: [CChar]) -> String {
  String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
