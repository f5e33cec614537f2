import JSON

/// One fact of a journal, as it stands on disk.
///
/// Its law: a line is never rewritten.
public struct Line: Equatable, Sendable {
  /// From 1; the header is 0.
  public let n: Int
  /// Wall time, RFC 3339 with milliseconds and offset: a label, never a measure.
  public let at: String
  /// The boot of the machine that wrote it.
  public let boot: String
  /// Milliseconds since that boot, suspended time counted.
  public let up: Int
  public let event: JSON
  /// ``LineDigest`` of the line before, newline included.
  public let prev: String
  /// For each other author, how many of their facts the writer had taken in when writing; only those of whom there are more
  /// than at the writer's last line. The member is absent when there are none.
  public let seen: [String: Int]

  public init(n: Int, at: String, boot: String, up: Int, event: JSON, prev: String, seen: [String: Int] = [:]) {
    self.n = n
    self.at = at
    self.boot = boot
    self.up = up
    self.event = event
    self.prev = prev
    self.seen = seen
  }

  /// The line as written: canonical JSON and a newline.
  public var bytes: [UInt8] {
    JSON.object([
      "at": .string(at), "boot": .string(boot), "event": event, "n": .int(n), "prev": .string(prev),
      "seen": seen.isEmpty ? nil : .members(seenMembers), "up": .int(up),
    ])
    .bytes + [0x0A]
  }

  /// Author ids are ASCII: their order is that of canonical JSON.
  private var seenMembers: [JSON.Member] {
    seen.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .int($0.value)) }
  }
}

/// Whose journal it is, of what.
public struct JournalIdentity: Equatable, Sendable {
  public let session: String
  /// Nil in the manager's journal.
  public let candidate: String?
  public let author: String

  /// The journal an author keeps of a candidate's oral.
  public static func oral(session: String, candidate: String, author: String) -> JournalIdentity {
    JournalIdentity(session: session, candidate: candidate, author: author)
  }

  /// The journal the session's manager keeps.
  public static func manager(session: String) -> JournalIdentity {
    JournalIdentity(session: session, candidate: nil, author: "manager")
  }
}

/// A journal's first line: whose it is, and when it was begun. Number 0, no `prev`, chained like the others.
public struct JournalHeader: Equatable, Sendable {
  public static let format = "jury-journal/1"

  public let identity: JournalIdentity
  public let at: String
  public let boot: String
  public let up: Int

  public init(identity: JournalIdentity, at: String, boot: String, up: Int) {
    self.identity = identity
    self.at = at
    self.boot = boot
    self.up = up
  }

  /// The line as written: canonical JSON and a newline.
  public var bytes: [UInt8] {
    JSON.object([
      "at": .string(at), "author": .string(identity.author), "boot": .string(boot),
      "candidate": identity.candidate.map { .string($0) }, "format": .string(Self.format), "n": 0, "prev": "",
      "session": .string(identity.session), "up": .int(up),
    ]).bytes + [0x0A]
  }
}
