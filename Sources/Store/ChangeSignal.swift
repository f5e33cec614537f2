import Glibc

/// Tells that something of a session changed on disk: poll ``descriptor``, then ``drain()``.
///
/// It watches the session's directory, `grids`, `orals` and each oral. It tells of our own writes too, and only of this
/// machine's: a shared disk that another machine writes to may say nothing, so its users look again now and then.
public final class ChangeSignal {
  /// Readable when there is something to drain.
  public let descriptor: Int32
  private let session: String
  /// What each watch is on, relative to the session: "" for itself.
  private var watched: [(watch: Int32, directory: String)] = []

  /// Nil where the system has no inotify, or none left.
  public init?(session: SessionDirectory) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    self.session = session.path
    guard watch("") else { return nil }
    watchInner()
  }

  deinit { close(descriptor) }

  /// The files that changed since the last call, relative to the session ("orals/durand/jury.jsonl"), sorted. Never blocks.
  ///
  /// Hidden files and locks are left out. When too much happened at once, everything is said to have changed: nil.
  public func drain() -> [String]? {
    var changed: Set<String> = []
    var overflowed = false
    var buffer = [UInt8](repeating: 0, count: 4 << 10)
    while case let got = Glibc.read(descriptor, &buffer, buffer.count), got > 0 {
      for event in Self.events(buffer[..<got]) {
        if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { overflowed = true }
        guard let directory = watched.first(where: { $0.watch == event.watch })?.directory, !event.name.isEmpty else {
          continue
        }
        let path = directory.isEmpty ? event.name : "\(directory)/\(event.name)"
        if event.mask & UInt32(IN_ISDIR) != 0 {
          // Files may be there before the watch is: the whole directory is said to have changed.
          watchInner()
          changed.insert(path)
        } else if !event.name.hasPrefix("."), !event.name.hasSuffix(".lock") {
          changed.insert(path)
        }
      }
    }
    return overflowed ? nil : changed.sorted()
  }

  private func watchInner() {
    for directory in ["grids", "orals"] where watch(directory) && directory == "orals" {
      for name in (try? SystemDisk().names(in: "\(session)/orals")) ?? [] { _ = watch("orals/\(name)") }
    }
  }

  /// Watching again what is watched already changes nothing.
  private func watch(_ directory: String) -> Bool {
    let mask = UInt32(IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR)
    let watch = inotify_add_watch(descriptor, directory.isEmpty ? session : "\(session)/\(directory)", mask)
    if watch >= 0, !watched.contains(where: { $0.watch == watch }) { watched.append((watch, directory)) }
    return watch >= 0
  }

  /// The records of `inotify(7)`: watch, mask, cookie, length (4 bytes each), then the name padded with zeros.
  private static func events(_ bytes: ArraySlice<UInt8>) -> [(watch: Int32, mask: UInt32, name: String)] {
    var events: [(watch: Int32, mask: UInt32, name: String)] = []
    var rest = bytes
    while rest.count >= 16 {
      func word(_ index: Int) -> UInt32 {
        rest.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self) }
      }
      let length = min(Int(word(3)), rest.count - 16)
      let name = rest.dropFirst(16).prefix(length).prefix { $0 != 0 }
      events.append((Int32(bitPattern: word(0)), word(1), String(decoding: name, as: UTF8.self)))
      rest = rest.dropFirst(16 + length)
    }
    return events
  }
}
