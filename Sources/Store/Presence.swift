import Glibc
import JSON

/// An open console, as it says of itself about once a second.
///
/// No fact: it may be late, stale or missing. That it changes shows that its console is alive; nothing is measured by it but
/// what two machines' clocks differ by.
public struct Presence: Equatable, Sendable {
  public let candidate: String
  public let author: String
  /// When the console opened this oral: wall time, RFC 3339 with milliseconds and offset.
  public let since: String
  /// When this was written, by the wall clock of the console's machine, and by its time since the boot in milliseconds.
  public let at: String
  public let boot: String
  public let up: Int
  /// By other author, how many facts of their journals on this oral it has read.
  public let seen: [String: Int]

  public init(
    candidate: String, author: String, since: String, at: String, boot: String, up: Int, seen: [String: Int] = [:]
  ) {
    self.candidate = candidate
    self.author = author
    self.since = since
    self.at = at
    self.boot = boot
    self.up = up
    self.seen = seen
  }

  /// Canonical JSON and a newline.
  var bytes: [UInt8] {
    JSON.object([
      "at": .string(at), "author": .string(author), "boot": .string(boot), "candidate": .string(candidate),
      "seen": .members(seen.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .int($0.value)) }),
      "since": .string(since), "up": .int(up),
    ])
    .bytes + [0x0A]
  }

  /// Nil when the bytes are not those of a whole presence.
  init?(_ bytes: [UInt8]) {
    guard let json = try? JSON.parse(bytes), json.members?.count == 7,
      let candidate = json["candidate"]?.string, SessionDirectory.isSafe(candidate),
      let author = json["author"]?.string, SessionDirectory.isSafe(author),
      let since = json["since"]?.string, LineForm.isWallTime(since), let at = json["at"]?.string,
      LineForm.isWallTime(at), let boot = json["boot"]?.string, LineForm.isBoot(boot), let up = json["up"]?.int,
      up >= 0,
      let counts = json["seen"]?.members
    else { return nil }
    var seen: [String: Int] = [:]
    for member in counts {
      guard let count = member.value.int, count >= 0, SessionDirectory.isSafe(member.key) else { return nil }
      seen[member.key] = count
    }
    self.init(candidate: candidate, author: author, since: since, at: at, boot: boot, up: up, seen: seen)
  }
}

extension SessionDirectory {
  /// Where a console says that it is open on a candidate's oral.
  func presence(of candidate: String, by author: String) throws(StoreFault) -> String {
    "\(presences)/\(try safe(candidate)).\(try safe(author)).json"
  }

  /// Says that a console is open: whole or not at all, 0600, and without waiting for the disk.
  ///
  /// - Throws: `changedUnderneath(.gone)` while the session's directory is away; what the disk refused.
  public func write(_ presence: Presence) throws(StoreFault) {
    let file = try self.presence(of: presence.candidate, by: presence.author)
    // One name for all times: a console that dies here leaves one file at most, which the next one takes over.
    let temporary = "\(presences)/.\(presence.candidate).\(presence.author).json.new"
    do throws(DiskError) { try put(presence.bytes, at: temporary, then: file) } catch {
      guard error.code == ENOENT else { throw StoreFault(.cannotWrite(error), path: file) }
      try disk.prepare([path, presences])
      do throws(DiskError) { try put(presence.bytes, at: temporary, then: file) } catch {
        throw StoreFault(.cannotWrite(error), path: file)
      }
    }
  }

  private func put(_ bytes: [UInt8], at temporary: String, then file: String) throws(DiskError) {
    let descriptor = try disk.open(temporary, flags: O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode: 0o600)
    defer { disk.close(descriptor) }
    try disk.setMode(descriptor, 0o600)
    try disk.writeAll(descriptor, bytes)
    try disk.rename(temporary, to: file)
  }

  /// The consoles that are, or were, open on a candidate's oral, by author. What cannot be read as one is left out.
  public func presences(of candidate: String) -> [Presence] {
    let names = (try? disk.names(in: presences)) ?? []
    return names.filter { $0.hasPrefix("\(candidate).") }.compactMap { name in
      guard let bytes = try? disk.contents(of: "\(presences)/\(name)", limit: 4096), let presence = Presence(bytes),
        name == "\(candidate).\(presence.author).json", presence.candidate == candidate
      else { return nil }
      return presence
    }
  }

  /// The consoles that are, or were, open on any oral. What cannot be read as one is left out.
  public func everyPresence() -> [Presence] {
    let names = (try? disk.names(in: presences)) ?? []
    return names.filter { !$0.hasPrefix(".") }.compactMap { name in
      guard let bytes = try? disk.contents(of: "\(presences)/\(name)", limit: 4096), let presence = Presence(bytes),
        name == "\(presence.candidate).\(presence.author).json"
      else { return nil }
      return presence
    }
  }

  /// Says that a console has left the oral. One that cannot be taken away only grows old.
  public func removePresence(of candidate: String, by author: String) {
    guard let file = try? presence(of: candidate, by: author) else { return }
    try? disk.remove(file)
  }
}
