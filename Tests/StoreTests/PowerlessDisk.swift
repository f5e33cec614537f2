import Glibc

@testable import Store

/// A disk in memory whose power can be cut: what was not synchronised may then be lost, in the ways file systems lose it.
final class PowerlessDisk: Disk {
  /// What becomes of what was written and not synchronised.
  enum Loss: CaseIterable {
    /// The process died, the machine did not.
    case nothing
    /// Names and bytes.
    case everything
    /// The names are there, their files are as last synchronised: empty, often.
    case bytes
    /// The names are there, and half of the bytes that were added.
    case halfTheBytes
    /// The bytes are there under the names as last synchronised.
    case names
  }

  private final class Node {
    let isDirectory: Bool
    var mode: mode_t
    var bytes: [UInt8] = [] { didSet { changes += 1 } }
    private(set) var changes = 0
    var safeBytes: [UInt8] = []
    var names: [String: Node] = [:]
    var safeNames: [String: Node] = [:]

    init(isDirectory: Bool, mode: mode_t) {
      self.isDirectory = isDirectory
      self.mode = mode
    }

    func lose(_ loss: Loss) {
      // What a dead process wrote is in the machine's memory, no safer than before.
      if loss == .nothing { return }
      switch loss {
      case .nothing, .names: break
      case .everything, .bytes: bytes = safeBytes
      case .halfTheBytes: bytes = Array(bytes.prefix((safeBytes.count + bytes.count) / 2))
      }
      if loss == .everything || loss == .names { names = safeNames }
      for node in names.values { node.lose(loss) }
      safeBytes = bytes
      safeNames = names
    }
  }

  private let root = Node(isDirectory: true, mode: 0o700)
  private var open: [Int32: Node] = [:]
  private var next: Int32 = 3
  /// Calls left before the power goes; nil when it does not.
  var callsLeft: Int?
  private(set) var isOff = false

  /// Taken from the mode of whatever is made.
  var umask: mode_t = 0

  /// Where "/s" is while it is unplugged.
  private var unplugged: Node?

  /// A disk with two empty directories, "/s" and "/local", safely there.
  init() {
    for name in ["s", "local"] { root.names[name] = Node(isDirectory: true, mode: 0o700) }
    root.safeNames = root.names
  }

  /// Takes "/s" away, with what is open in it.
  func unplug() {
    unplugged = root.names["s"]
    root.names["s"] = nil
    root.safeNames = root.names
  }

  /// Brings "/s" back.
  func plug() {
    guard let unplugged else { return }
    root.names["s"] = unplugged
    root.safeNames = root.names
    self.unplugged = nil
  }

  /// The power comes back; no descriptor is left.
  func restart(after loss: Loss) {
    root.lose(loss)
    unplugged?.lose(loss)
    open = [:]
    callsLeft = nil
    isOff = false
  }

  /// The disk works again, for so many calls.
  func resume(for calls: Int) {
    isOff = false
    callsLeft = calls
  }

  private func spend(_ call: DiskCall) throws(DiskError) {
    if let left = callsLeft {
      isOff = isOff || left == 0
      callsLeft = left - 1
    }
    if isOff { throw DiskError(call, EIO) }
  }

  private func find(_ path: some StringProtocol, _ call: DiskCall) throws(DiskError) -> Node {
    var node = root
    for name in path.split(separator: "/") where name != "." {
      guard let inner = node.names[String(name)] else { throw DiskError(call, ENOENT) }
      node = inner
    }
    return node
  }

  private func place(_ path: String, _ call: DiskCall) throws(DiskError) -> (directory: Node, name: String) {
    let directory = parent(of: path)
    return (try find(directory, call), String(path.dropFirst(directory.count + 1)))
  }

  private func node(_ descriptor: Int32, _ call: DiskCall) throws(DiskError) -> Node {
    guard let node = open[descriptor] else { throw DiskError(call, EBADF) }
    return node
  }

  private func status(_ node: Node) -> FileStatus {
    FileStatus(
      device: 1, inode: UInt(bitPattern: ObjectIdentifier(node).hashValue), size: node.bytes.count,
      modified: node.changes,
      mode: node.mode,
      isFile: !node.isDirectory, isDirectory: node.isDirectory)
  }

  func open(_ path: String, flags: Int32, mode: mode_t) throws(DiskError) -> Int32 {
    try spend(.open)
    let (directory, name) = try place(path, .open)
    if flags & O_CREAT != 0, directory.names[name] == nil {
      directory.names[name] = Node(isDirectory: false, mode: mode & ~umask)
    } else if flags & O_EXCL != 0 {
      throw DiskError(.open, EEXIST)
    }
    next += 1
    open[next] = try find(path, .open)
    return next
  }
  func close(_ descriptor: Int32) { open[descriptor] = nil }
  func read(_ descriptor: Int32, upTo count: Int, at offset: Int) throws(DiskError) -> [UInt8] {
    try spend(.read)
    return Array(try node(descriptor, .read).bytes.dropFirst(offset).prefix(count))
  }
  func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) throws(DiskError) -> Int {
    let node = try node(descriptor, .write)
    // The power goes in the middle of a write.
    if callsLeft == 0 { node.bytes += bytes.prefix(bytes.count / 2) }
    try spend(.write)
    node.bytes += bytes
    return bytes.count
  }
  func truncate(_ descriptor: Int32, to size: Int) throws(DiskError) {
    try spend(.truncate)
    let node = try node(descriptor, .truncate)
    node.bytes = Array(node.bytes.prefix(size))
  }
  func synchroniseData(_ descriptor: Int32) throws(DiskError) { try synchronise(descriptor) }
  func synchronise(_ descriptor: Int32) throws(DiskError) {
    try spend(.fsync)
    let node = try node(descriptor, .fsync)
    node.safeBytes = node.bytes
    node.safeNames = node.names
  }
  func setMode(_ descriptor: Int32, _ mode: mode_t) throws(DiskError) {
    try spend(.fchmod)
    try node(descriptor, .fchmod).mode = mode
  }
  func unlock(_ descriptor: Int32) {}

  func lock(_ descriptor: Int32) throws(DiskError) { try spend(.flock) }
  func rename(_ old: String, to new: String) throws(DiskError) {
    try spend(.rename)
    let from = try place(old, .rename)
    let to = try place(new, .rename)
    to.directory.names[to.name] = try find(old, .rename)
    from.directory.names[from.name] = nil
  }
  func remove(_ path: String) throws(DiskError) {
    try spend(.remove)
    let (directory, name) = try place(path, .remove)
    directory.names[name] = nil
  }
  func makeDirectory(_ path: String, mode: mode_t) throws(DiskError) {
    try spend(.mkdir)
    let (directory, name) = try place(path, .mkdir)
    guard directory.names[name] == nil else { throw DiskError(.mkdir, EEXIST) }
    directory.names[name] = Node(isDirectory: true, mode: mode & ~umask)
  }
  func status(of path: String) throws(DiskError) -> FileStatus {
    try spend(.stat)
    return status(try find(path, .stat))
  }
  func status(of descriptor: Int32) throws(DiskError) -> FileStatus {
    try spend(.stat)
    return status(try node(descriptor, .stat))
  }
  func names(in path: String) throws(DiskError) -> [String] {
    try spend(.list)
    return try find(path, .list).names.keys.sorted()
  }
}
