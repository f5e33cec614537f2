/// What belongs in a session's directory: a table of names.
///
/// Its law: what it does not name is a stranger. A new kind of file gets its line here.
struct Places {
  enum Place {
    case file
    /// With what belongs in it.
    case directory((String) -> Place?)
  }

  let authors: Set<String>
  let candidates: Set<String>
  let referential: String?

  func inSession(_ name: String) -> Place? {
    switch name {
    case "session.json", "minutes.json", "README.md", "manager.lock", referential: .file
    case "orals": .directory { candidates.contains($0) ? .directory(inOral) : nil }
    case "grids": .directory(inGrids)
    case "presence": .directory { byOralAndAuthor($0, "json") }
    case "witness": .directory { byOralAndAuthor($0, "jsonl") }
    case "keys": .directory(inKeys)
    case "plans": .directory { $0.hasSuffix(".json") && $0 != "0.json" && Self.isNumber($0.dropLast(5)) ? .file : nil }
    default: Self.isJournal(name, of: "manager") || Self.isVoid(name, of: "minutes", ".json") ? .file : nil
    }
  }

  private func inOral(_ name: String) -> Place? {
    guard let author = Self.head(of: name), authors.contains(author) else { return nil }
    return name == "\(author).lock" || Self.isJournal(name, of: author) ? .file : nil
  }

  /// A grid, or one that reopening voided: `durand.grid.json`, `durand.void-2.grid.json`.
  private func inGrids(_ name: String) -> Place? {
    guard let candidate = Self.head(of: name), candidates.contains(candidate) else { return nil }
    let rest = name.dropFirst(candidate.count)
    return rest == ".grid.json" || Self.isVoid(name, of: candidate, ".grid.json") ? .file : nil
  }

  /// `durand.roux.json`.
  private func byOralAndAuthor(_ name: String, _ ending: String) -> Place? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2] == ending, candidates.contains(String(parts[0])) else { return nil }
    return authors.contains(String(parts[1])) ? .file : nil
  }

  /// The keys that a sample session brings, named by their thumbprints.
  private func inKeys(_ name: String) -> Place? {
    guard name.hasSuffix(".json") else { return nil }
    return name.dropLast(5).allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
      ? .file : nil
  }

  /// An author's journal, or what was set aside of it: `roux.jsonl`, `roux.jsonl.torn-1`, `roux.jsonl.found-1`.
  private static func isJournal(_ name: String, of author: String) -> Bool {
    guard name.hasPrefix("\(author).jsonl") else { return false }
    let rest = name.dropFirst(author.count + 6)
    return rest.isEmpty || [".torn-", ".found-"].contains { rest.hasPrefix($0) && isNumber(rest.dropFirst($0.count)) }
  }

  /// Up to the first full stop, which no id holds.
  private static func head(of name: String) -> String? {
    name.firstIndex(of: ".").map { String(name[..<$0]) }
  }

  /// What reopening put aside: `minutes.void-2.json`.
  private static func isVoid(_ name: String, of stem: String, _ ending: String) -> Bool {
    guard name.hasPrefix("\(stem).void-"), name.hasSuffix(ending) else { return false }
    return isNumber(name.dropFirst(stem.count + 6).dropLast(ending.count))
  }

  /// Whether it is a number as the store writes one.
  private static func isNumber(_ text: Substring) -> Bool {
    (text.first != "0" || text == "0") && !text.isEmpty
      && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

extension Places {
  /// Whether a name is the one under which we write a file that belongs there: `.session.json.48151623.new`,
  /// `.durand.roux.json.new`. A console that died may have left it.
  static func isTemporary(_ name: String, _ place: (String) -> Place?) -> Bool {
    guard name.hasPrefix("."), name.hasSuffix(".new") else { return false }
    let inner = name.dropFirst().dropLast(4)
    if case .file = place(String(inner)) { return true }
    guard let stop = inner.lastIndex(of: "."), isNumber(inner[inner.index(after: stop)...]) else { return false }
    if case .file = place(String(inner[..<stop])) { return true }
    return false
  }

  /// Whether a name is one that the ways of sharing a directory keep in it for themselves: NFS and FUSE rename so a file
  /// that is removed while open; Syncthing and Nextcloud write so what is on its way, and keep their books.
  static func isPlumbing(_ name: String) -> Bool {
    guard name.hasPrefix(".") else { return false }
    return [".stfolder", ".stignore", ".stversions", ".nextcloudsync.log", ".owncloudsync.log"].contains(name)
      || name.hasPrefix(".nfs0") || name.hasPrefix(".fuse_hidden") || name.hasPrefix(".sync_")
      || name.hasPrefix(".syncthing.") && name.hasSuffix(".tmp") || name.contains(".~")
  }
}
