import Glibc
import JSON

/// How far a console had read another author's journal of an oral.
public struct WitnessedHead: Equatable, Sendable {
  /// Whose journal it is.
  public let author: String
  /// How many facts it held; also the number of the last one.
  public let count: Int
  /// ``LineDigest`` of its last line.
  public let head: String

  public init(author: String, count: Int, head: String) {
    self.author = author
    self.count = count
    self.head = head
  }
}

// What each console saw of the others' journals, kept apart from them: whoever cuts or rewrites a journal leaves the heads of
// the one before in the others' files.
//
//     witness/<candidate>.<author>.jsonl    {"at":"2026-12-01T09:12:33.412+01:00","heads":{"roux":{"head":"jlIU…","n":12}}}
//
// Its laws: an author's file has one writer and only grows; a line that does not read back says nothing.
extension SessionDirectory {
  var witnesses: String { "\(path)/witness" }

  func witness(of candidate: String, by author: String) throws(StoreFault) -> String {
    "\(witnesses)/\(try safe(candidate)).\(try safe(author)).jsonl"
  }

  /// Adds what a console has seen, and returns once it is on disk.
  ///
  /// - Parameter at: wall time, a label.
  public func witness(_ heads: [WitnessedHead], of candidate: String, by author: String, at: String)
    throws(StoreFault)
  {
    let file = try witness(of: candidate, by: author)
    let members = heads.sorted { $0.author < $1.author }.map {
      JSON.Member($0.author, .object(["head": .string($0.head), "n": .int($0.count)]))
    }
    let line = JSON.object(["at": .string(at), "heads": .members(members)]).bytes + [0x0A]
    try disk.prepare([path, witnesses])
    do throws(DiskError) {
      let descriptor = try disk.open(file, flags: O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW, mode: 0o600)
      defer { disk.close(descriptor) }
      let status = try disk.status(of: descriptor)
      if status.mode != 0o600 { try disk.setMode(descriptor, 0o600) }
      // After a line that was interrupted, the next one is a line of its own.
      let last = status.size == 0 ? [0x0A] : try disk.read(descriptor, upTo: 1, at: status.size - 1)
      try disk.writeAll(descriptor, (last == [0x0A] ? [] : [0x0A]) + line)
      try disk.synchroniseData(descriptor)
    } catch {
      throw StoreFault(.cannotWrite(error), path: file)
    }
  }

  /// What the consoles on an oral have seen of each other's journals: by author, each number of facts and the digest then.
  public func witnessedHeads(of candidate: String) -> [WitnessedHead] {
    let names = (try? disk.names(in: witnesses)) ?? []
    return names.filter { $0.hasPrefix("\(candidate).") && $0.hasSuffix(".jsonl") }.flatMap { name in
      let bytes = (try? disk.contents(of: "\(witnesses)/\(name)", limit: Journal.limit)) ?? []
      return bytes.split(separator: 0x0A).flatMap { Self.heads(in: Array($0)) }
    }
  }

  static func heads(in line: [UInt8]) -> [WitnessedHead] {
    guard let members = (try? JSON.parse(line))?["heads"]?.members else { return [] }
    return members.compactMap { member in
      guard isSafe(member.key), let count = member.value["n"]?.int, count >= 0, let head = member.value["head"]?.string
      else { return nil }
      return WitnessedHead(author: member.key, count: count, head: head)
    }
  }
}
