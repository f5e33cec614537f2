import Glibc

/// A session's directory: what is where.
///
///     session.json   orals/<candidate>/<author>.jsonl   manager.jsonl   grids/<candidate>.grid.json   minutes.json
///     plans/<n>.json
///     presence/<candidate>.<author>.json   witness/<candidate>.<author>.jsonl
///
/// Its law: a name that comes from data becomes part of a path only when it is safe (`[a-z0-9-]`, 1 to 64).
public struct SessionDirectory {
  /// A plan, a grid or minutes over this many bytes are not read.
  public static let limit = 16 << 20

  public let path: String
  public let disk: any Disk

  /// - Parameter path: need not exist; a final "/" does not count.
  public init(_ path: String, disk: any Disk = SystemDisk()) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.disk = disk
  }

  public var plan: String { "\(path)/session.json" }
  public var minutes: String { "\(path)/minutes.json" }
  /// Minutes that were taken back: `edition` counts from 1.
  public func voidedMinutes(edition: Int) -> String { "\(path)/minutes.void-\(edition).json" }
  public var orals: String { "\(path)/orals" }
  public var grids: String { "\(path)/grids" }
  /// The signed plans, oldest first: `1.json`, `2.json`.
  public var plans: String { "\(path)/plans" }
  var presences: String { "\(path)/presence" }

  /// The sealed grid of a candidate.
  public func grid(of candidate: String) throws(StoreFault) -> String { "\(grids)/\(try safe(candidate)).grid.json" }

  /// A grid that reopening voided: `edition` counts from 1.
  public func voidedGrid(of candidate: String, edition: Int) throws(StoreFault) -> String {
    "\(grids)/\(try safe(candidate)).void-\(edition).grid.json"
  }

  /// The journal of an author.
  public func journal(_ identity: JournalIdentity) throws(StoreFault) -> String {
    guard let candidate = identity.candidate else { return "\(path)/manager.jsonl" }
    return "\(orals)/\(try safe(candidate))/\(try safe(identity.author)).jsonl"
  }

  /// The file beside a journal that its console locks.
  func lock(of journal: String) -> String { JournalLock.place(of: journal) }

  /// The directories from the session's to the one a journal is in.
  func directories(of identity: JournalIdentity) -> [String] {
    guard let candidate = identity.candidate else { return [path] }
    return [path, orals, "\(orals)/\(candidate)"]
  }

  /// Whether an id can be a file's name.
  public static func isSafe(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count)
      && name.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
      }
  }

  func safe(_ name: String) throws(StoreFault) -> String {
    guard Self.isSafe(name) else { throw StoreFault(.unsafeName(name), path: path) }
    return name
  }
}

extension SessionDirectory {
  /// Makes the session's directory itself, 0700, its parents as the system does.
  public func create() throws(StoreFault) {
    var missing: [String] = []
    var outer = path
    while try disk.isAbsent(outer) {
      missing.append(outer)
      outer = parent(of: outer)
    }
    for directory in missing.reversed() {
      try disk.ensureDirectory(directory)
      try disk.synchroniseDirectory(parent(of: directory))
    }
  }

  /// Makes a directory that was there before the session as private as those we make: 0700.
  public func keepPrivate() throws(StoreFault) {
    do throws(DiskError) {
      let descriptor = try disk.open(path, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW, mode: 0)
      defer { disk.close(descriptor) }
      try disk.setMode(descriptor, 0o700)
    } catch {
      throw StoreFault(.cannotWrite(error), path: path)
    }
  }

  /// The bytes of a file of the session, at most ``limit``.
  public func read(_ file: String) throws(StoreFault) -> [UInt8] { try disk.contents(of: file, limit: Self.limit) }

  /// Replaces a file of the session, whole or not at all; its directory is made when it is missing.
  public func replace(_ file: String, with bytes: [UInt8]) throws(StoreFault) {
    let directory = parent(of: file)
    if directory != path { try disk.prepare([path, directory]) }
    try disk.replace(file, with: bytes)
  }

  /// Puts a candidate's grid aside, visibly, as its `edition`th voided one. Returns where.
  ///
  /// Done already (the grid is gone, its void edition there), it does nothing: reopening can be carried on after a crash.
  /// - Throws: `alreadyThere` rather than overwrite another voided grid.
  @discardableResult
  public func voidGrid(of candidate: String, edition: Int) throws(StoreFault) -> String {
    let grid = try grid(of: candidate)
    let void = try voidedGrid(of: candidate, edition: edition)
    try putAside(grid, as: void)
    return void
  }

  /// Puts the minutes aside, visibly, as their `edition`th voided ones; like ``voidGrid(of:edition:)``.
  @discardableResult
  public func voidMinutes(edition: Int) throws(StoreFault) -> String {
    let void = voidedMinutes(edition: edition)
    try putAside(minutes, as: void)
    return void
  }

  /// Renames a file; does nothing when that is done already.
  private func putAside(_ file: String, as void: String) throws(StoreFault) {
    if try disk.isAbsent(void) {
      do throws(DiskError) { try disk.rename(file, to: void) } catch {
        throw StoreFault(.cannotWrite(error), path: file)
      }
    } else if try !disk.isAbsent(file) {
      throw StoreFault(.alreadyThere, path: void)
    }
    try disk.synchroniseDirectory(parent(of: file))
  }
}
