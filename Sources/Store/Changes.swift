import Glibc

/// Tells what changed of a session on disk, whoever changed it, on whichever machine.
///
/// This machine's writes are heard of at once, through a ``ChangeSignal``. What another machine writes to a shared disk makes
/// no sound here: so it looks, once a second. Its law: what this machine can see is told within a second.
///
///     poll(2) on the descriptor, until nextPoll; then: for path in changes.drain(at: up) ?? everything { … }
public final class Changes {
  /// Milliseconds from one look to the next.
  static let period = 1000
  /// The directories in the session.
  private static let inner: Set<String> = ["orals", "grids", "presence", "keys"]

  /// When to call ``drain(at:watching:)`` though ``descriptor`` says nothing: milliseconds since the boot.
  public private(set) var nextPoll: Int
  private let session: SessionDirectory
  private let signal: ChangeSignal?
  /// The files as last seen, by their paths relative to the session.
  private var seen: [String: FileStatus] = [:]

  /// - Parameter up: now, in milliseconds since the boot.
  public convenience init(of session: SessionDirectory, at up: Int) {
    self.init(of: session, at: up, signal: ChangeSignal(session: session))
  }

  init(of session: SessionDirectory, at up: Int, signal: ChangeSignal?) {
    self.session = session
    self.signal = signal
    nextPoll = up + Self.period
    for path in paths(watching: nil) { seen[path] = status(path) }
  }

  /// Readable when there is something to drain; -1, which `poll(2)` passes over, where the system has no inotify.
  public var descriptor: Int32 { signal?.descriptor ?? -1 }

  /// The files that changed, came or went, relative to the session ("orals/durand/roux.jsonl"), sorted.
  ///
  /// Our own writes are among them; hidden files and locks are not. Presences are told when it looks, once a second. When
  /// too much happened at once, everything is said to have changed: nil. A look waits for the server of a network disk.
  /// - Parameters:
  ///   - up: now, in milliseconds since the boot.
  ///   - candidate: whose oral to look at, which costs less than looking at all; what another machine does to the others is
  ///     told when they are looked at again.
  public func drain(at up: Int, watching candidate: String? = nil) -> [String]? {
    let heard = signal.map { $0.drain() } ?? []
    // Not to be told again by the next look.
    for path in heard ?? [] { seen[path] = status(path) }
    guard up >= nextPoll else { return heard }
    nextPoll = up + Self.period
    let changed = look(watching: candidate)
    return heard.map { Set($0 + changed).sorted() }
  }

  private func look(watching candidate: String?) -> [String] {
    let paths = paths(watching: candidate)
    // What is no longer listed has gone, when it would have been.
    let gone = Set(seen.keys).subtracting(paths).filter { concerns($0, candidate) }
    var changed = Array(gone)
    for path in gone { seen[path] = nil }
    for path in paths {
      let now = status(path)
      guard now != seen[path] else { continue }
      seen[path] = now
      changed.append(path)
    }
    return changed
  }

  /// What there is to look at now.
  private func paths(watching candidate: String?) -> [String] {
    let orals = candidate.map { [$0] } ?? names(in: "orals")
    let directories = ["", "grids", "presence"] + orals.map { "orals/\($0)" }
    return directories.flatMap { directory in
      names(in: directory).map { directory.isEmpty ? $0 : "\(directory)/\($0)" }.filter { concerns($0, candidate) }
    }
  }

  private func names(in directory: String) -> [String] {
    let names = (try? session.disk.names(in: directory.isEmpty ? session.path : "\(session.path)/\(directory)")) ?? []
    return names.filter { !$0.hasPrefix(".") && !$0.hasSuffix(".lock") && !Self.inner.contains($0) }
  }

  /// Whether a file is looked at while this candidate's oral is watched: it, and what concerns the whole session.
  private func concerns(_ path: String, _ candidate: String?) -> Bool {
    guard let candidate, path.contains("/") else { return true }
    return ["orals/\(candidate)/", "grids/\(candidate).", "presence/\(candidate)."].contains { path.hasPrefix($0) }
  }

  /// Nil for what is no file that can be opened.
  private func status(_ path: String) -> FileStatus? {
    // Opening is what makes a network file system ask its server (nfs(5), "close-to-open"): a bare `stat` may tell what was.
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK
    guard let file = try? session.disk.open("\(session.path)/\(path)", flags: flags, mode: 0) else { return nil }
    defer { session.disk.close(file) }
    guard let status = try? session.disk.status(of: file), status.isFile else { return nil }
    return status
  }
}
