/// Which session was opened last: `$XDG_STATE_HOME/jury/last`, by default `~/.local/state/jury/last`.
///
/// A convenience, never a fact: what cannot be read is not there, what cannot be written is not remembered.
public struct LastSession {
  /// Nil when there is neither `XDG_STATE_HOME` nor `HOME`.
  public let file: String?
  private let disk: any Disk

  /// - Parameter environment: the process's.
  public init(environment: [String: String], disk: any Disk = SystemDisk()) {
    self.disk = disk
    file = StateDirectory.path(environment).map { "\($0)/last" }
  }

  /// The path of the last session: absolute, of a directory that is still there.
  public func read() -> String? {
    guard let file, let bytes = try? disk.contents(of: file, limit: 8192), bytes.last == 0x0A,
      let path = String(validating: bytes.dropLast(), as: UTF8.self), path.hasPrefix("/"),
      let status = try? disk.status(of: path + "/."), status.isDirectory
    else { return nil }
    return path
  }

  /// Remembers a session's absolute path. Returns whether it is remembered.
  @discardableResult
  public func write(_ session: String) -> Bool {
    guard let file, session.hasPrefix("/") else { return false }
    // Most often it is the same one: nothing to write and to wait for.
    if read() == session { return true }
    do throws(StoreFault) {
      try SessionDirectory(parent(of: file), disk: disk).create()
      try disk.replace(file, with: Array(session.utf8) + [0x0A])
      return true
    } catch {
      return false
    }
  }
}
