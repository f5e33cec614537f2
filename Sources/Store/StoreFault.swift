import JSON

/// Why the store could not do what was asked, with the file and, for damage, its line.
///
/// Its law: damage is named and stops; it is never repaired.
public struct StoreFault: Error, Equatable, Sendable {
  public let reason: Reason
  public let path: String
  /// From 1.
  public let line: Int?

  public init(_ reason: Reason, path: String, line: Int? = nil) {
    self.reason = reason
    self.path = path
    self.line = line
  }

  public enum Reason: Equatable, Sendable {
    // Damage to a journal.
    /// The line's `prev` is not the digest of the line before.
    case chainBroken
    case numberOutOfOrder(expected: Int, found: Int)
    /// Right JSON written in another way than ours: somebody else wrote it.
    case notCanonical
    case badJSON(JSON.Fault)
    /// No whole first line: a journal is born with its header.
    case headerMissing
    /// The header's member is another than the place of the file says.
    case wrongHeader(member: String, expected: String, found: String)
    /// A member is missing, unknown, or not of its form. "" when the line is no object or has other members.
    case malformed(member: String)
    /// A disk that lost power gave back zeros.
    case zeroFilled

    // The file changed while we held it, or followed it.
    /// A followed journal no longer begins with the lines it had.
    case rewritten
    case changedUnderneath(Change)
    case readBackDiffers

    // What the system refused.
    case cannotRead(DiskError)
    case cannotWrite(DiskError)
    case cannotCreate(DiskError)

    // What we refuse.
    case locked(by: LockHolder?)
    /// The lines kept in the spool do not follow those of the journal: both are left as they are.
    case spoolDoesNotFit(spool: String)
    /// A write failed before: ``Journal/recover()`` first.
    case failedEarlier
    case unsafeName(String)
    case tooLarge(limit: Int)
    case notAFile
    case alreadyThere
  }

  /// What happened to a journal that somebody else touched.
  public enum Change: String, Sendable {
    case shorter, longer, replaced, gone
  }
}

extension StoreFault.Reason {
  /// The stable name, for tests, scripts and the corpus of broken sessions.
  public var name: String {
    switch self {
    case .chainBroken: "chain-broken"
    case .numberOutOfOrder: "number-out-of-order"
    case .notCanonical: "not-canonical"
    case .badJSON: "bad-json"
    case .headerMissing: "header-missing"
    case .wrongHeader: "wrong-header"
    case .malformed: "malformed-line"
    case .zeroFilled: "zero-filled"
    case .rewritten: "rewritten"
    case .changedUnderneath: "changed-underneath"
    case .readBackDiffers: "read-back-differs"
    case .cannotRead: "cannot-read"
    case .cannotWrite: "cannot-write"
    case .cannotCreate: "cannot-create"
    case .locked: "locked"
    case .spoolDoesNotFit: "spool-does-not-fit"
    case .failedEarlier: "failed-earlier"
    case .unsafeName: "unsafe-name"
    case .tooLarge: "too-large"
    case .notAFile: "not-a-file"
    case .alreadyThere: "already-there"
    }
  }
}
