import Glibc

/// A journal found in a session.
public struct JournalFile: Equatable, Sendable {
  /// Nil for the manager's.
  public let candidate: String?
  public let author: String
  public let path: String
}

extension SessionDirectory {
  /// The candidates who have a journal, sorted.
  public func candidatesWithJournals() throws(StoreFault) -> [String] {
    try names(in: orals).filter { Self.isSafe($0) }
  }

  /// The journals of one oral, by author; none when there is no oral yet.
  public func journals(of candidate: String) throws(StoreFault) -> [JournalFile] {
    let directory = parent(of: try journal(.oral(session: "", candidate: candidate, author: "jury")))
    return try names(in: directory).compactMap { name in
      guard name.hasSuffix(".jsonl"), case let author = String(name.dropLast(6)), Self.isSafe(author) else {
        return nil
      }
      return JournalFile(candidate: candidate, author: author, path: "\(directory)/\(name)")
    }
  }

  /// The manager's journal; nil while there is none.
  public func managerJournal() throws(StoreFault) -> JournalFile? {
    let identity = JournalIdentity.manager(session: "")
    let path = try journal(identity)
    return try disk.isAbsent(path) ? nil : JournalFile(candidate: nil, author: identity.author, path: path)
  }

  /// All the journals of the session: the manager's first, then every oral's.
  public func journals() throws(StoreFault) -> [JournalFile] {
    var found = [try managerJournal()].compactMap(\.self)
    for candidate in try candidatesWithJournals() { found += try journals(of: candidate) }
    return found
  }

  /// Reads a journal of this session without opening it for writing.
  ///
  /// - Parameter session: the id its header must carry.
  public func read(_ journal: JournalFile, session: String) throws(StoreFault) -> JournalContents {
    try JournalReader.read(
      try disk.contents(of: journal.path, limit: Journal.limit), path: journal.path,
      expecting: JournalIdentity(session: session, candidate: journal.candidate, author: journal.author))
  }

  private func names(in directory: String) throws(StoreFault) -> [String] {
    do throws(DiskError) { return try disk.names(in: directory) } catch {
      guard error.code == ENOENT else { throw StoreFault(.cannotRead(error), path: directory) }
      return []
    }
  }
}
