import Glibc
import JSON

/// A journal that was read whole and found sound.
public struct JournalContents: Equatable, Sendable {
  public let header: JournalHeader
  public let lines: [Line]
  /// ``LineDigest`` of the last whole line: what the next line will carry as `prev`.
  public let head: String
  /// How many bytes the whole lines take, header included.
  public let wholeBytes: Int
  /// What follows the last newline: a line whose writing was interrupted, never acknowledged. Nil when nothing follows.
  public let tornTail: [UInt8]?

  /// How many facts; also the number of the last line.
  public var count: Int { lines.count }
}

/// Reads a journal, believing nothing.
///
/// Its law: what it accepts re-encodes to the same bytes, in an unbroken chain from the header. An interrupted last line is
/// no damage; everything else is.
public enum JournalReader {
  /// - Parameters:
  ///   - path: for messages.
  ///   - identity: what the header must say; nil to accept any.
  public static func read(_ bytes: [UInt8], path: String, expecting identity: JournalIdentity?) throws(StoreFault)
    -> JournalContents
  {
    var start = 0
    var chain = JournalChain(expecting: identity)
    var lines: [Line] = []
    lines.reserveCapacity(bytes.count / 160)
    while let newline = newline(in: bytes, from: start) {
      if let line = try chain.take(bytes[start...newline], path: path) { lines.append(line) }
      start = newline + 1
    }
    let tail = bytes[start...]
    guard !tail.contains(0) else { throw StoreFault(.zeroFilled, path: path, line: chain.nextLine) }
    guard let header = chain.header else { throw StoreFault(.headerMissing, path: path, line: 1) }
    return JournalContents(
      header: header, lines: lines, head: chain.head, wholeBytes: start, tornTail: tail.isEmpty ? nil : Array(tail))
  }

  private static func newline(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let found = memchr(base + start, 0x0A, buffer.count - start) else {
        return nil
      }
      return UnsafeRawPointer(found) - base
    }
  }

  /// The fact in a whole line, newline included, which must be the `author`'s `n`th and follow a line of digest `prev`.
  ///
  /// - Parameter boot: of the line before; empty when there is none.
  static func line(
    _ line: ArraySlice<UInt8>, n: Int, prev: String, author: String, after boot: String
  ) throws(StoreFault.Reason.Raised) -> Line {
    if let plain = line.withUnsafeBufferPointer({ plainLine($0, n: n, prev: prev, boot: boot) }) { return plain }
    return try self.line(Array(line.dropLast()), n: n, prev: prev, author: author)
  }

  /// What nearly every line is, read as it was written: on the boot of the line before, saying nothing of others' facts. Nil
  /// for any other, which is read member by member, or refused with its reason.
  private static func plainLine(_ line: UnsafeBufferPointer<UInt8>, n: Int, prev: String, boot: String) -> Line? {
    var scanner = JSON.Scanner(line)
    guard !boot.isEmpty,
      scanner.pass(#"{"at":""#), let at = scanner.pass(count: LineForm.wallTimeLength), LineForm.isWallTime(at),
      scanner.pass(#"","boot":""#), scanner.pass(text: boot),
      scanner.pass(#"","event":"#), let event = scanner.value(), event.members != nil,
      scanner.pass(#","n":"#), scanner.integer() == n,
      scanner.pass(#","prev":""#), scanner.pass(text: prev),
      scanner.pass(#"","up":"#), let up = scanner.integer(), up >= 0, scanner.pass("}\n"), scanner.isAtEnd
    else { return nil }
    return Line(n: n, at: String(decoding: at, as: UTF8.self), boot: boot, up: up, event: event, prev: prev)
  }

  private static let lineMembers = ["at", "boot", "event", "n", "prev", "up"]

  private static func line(_ text: [UInt8], n: Int, prev: String, author: String) throws(StoreFault.Reason.Raised)
    -> Line
  {
    var members = try canonicalMembers(text)
    let seen = members.count > 5 && members[5].key == "seen" ? members.remove(at: 5).value : nil
    guard members.count == lineMembers.count, zip(members, lineMembers).allSatisfy({ $0.key == $1 }) else {
      throw .init(.malformed(member: ""))
    }
    guard let found = members[3].value.int else { throw .init(.malformed(member: "n")) }
    guard found == n else { throw .init(.numberOutOfOrder(expected: n, found: found)) }
    guard let link = members[4].value.string else { throw .init(.malformed(member: "prev")) }
    guard link == prev else { throw .init(.chainBroken) }
    guard members[2].value.members != nil else { throw .init(.malformed(member: "event")) }
    let stamp = try stamp(at: members[0].value, boot: members[1].value, up: members[5].value)
    return Line(
      n: n, at: stamp.at, boot: stamp.boot, up: stamp.up, event: members[2].value, prev: prev,
      seen: try seen.map { (seen) throws(StoreFault.Reason.Raised) in try self.seen(seen, by: author) } ?? [:])
  }

  /// How many facts of each other author a line's writer had seen: at least one of one author, since an empty object would
  /// be a second text of the same line.
  private static func seen(_ value: JSON, by author: String) throws(StoreFault.Reason.Raised) -> [String: Int] {
    guard let members = value.members, !members.isEmpty else { throw .init(.malformed(member: "seen")) }
    var seen: [String: Int] = [:]
    for member in members {
      guard SessionDirectory.isSafe(member.key), member.key != author, let count = member.value.int, count >= 1 else {
        throw .init(.malformed(member: "seen"))
      }
      seen[member.key] = count
    }
    return seen
  }

  /// What a first line's text says (no newline).
  static func header(_ text: [UInt8], expecting identity: JournalIdentity?) throws(StoreFault.Reason.Raised)
    -> JournalHeader
  {
    let members = JSON.members(try canonicalMembers(text))
    let keys = members.members?.map(\.key) ?? []
    guard let format = members["format"]?.string else { throw .init(.headerMissing) }
    try match("format", expected: JournalHeader.format, found: format)
    guard keys.filter({ $0 != "candidate" }) == ["at", "author", "boot", "format", "n", "prev", "session", "up"] else {
      throw .init(.malformed(member: ""))
    }
    guard members["n"]?.int == 0 else { throw .init(.malformed(member: "n")) }
    guard members["prev"]?.string == "" else { throw .init(.malformed(member: "prev")) }
    guard let session = members["session"]?.string else { throw .init(.malformed(member: "session")) }
    guard let author = members["author"]?.string else { throw .init(.malformed(member: "author")) }
    let candidate = members["candidate"]?.string
    guard candidate != nil || members["candidate"] == nil else { throw .init(.malformed(member: "candidate")) }
    if let identity {
      try match("session", expected: identity.session, found: session)
      guard candidate == identity.candidate else {
        throw .init(.wrongHeader(member: "candidate", expected: identity.candidate ?? "", found: candidate ?? ""))
      }
      try match("author", expected: identity.author, found: author)
    }
    let stamp = try stamp(at: members["at"] ?? .null, boot: members["boot"] ?? .null, up: members["up"] ?? .null)
    return JournalHeader(
      identity: JournalIdentity(session: session, candidate: candidate, author: author), at: stamp.at, boot: stamp.boot,
      up: stamp.up)
  }

  private static func match(_ member: String, expected: String, found: String) throws(StoreFault.Reason.Raised) {
    guard found == expected else { throw .init(.wrongHeader(member: member, expected: expected, found: found)) }
  }

  private static func canonicalMembers(_ text: [UInt8]) throws(StoreFault.Reason.Raised) -> [JSON.Member] {
    let value: JSON
    var isCanonical = false
    do throws(JSON.Fault) { value = try JSON.parse(text, isCanonical: &isCanonical) } catch {
      throw .init(text.contains(0) ? .zeroFilled : .badJSON(error))
    }
    guard let members = value.members else { throw .init(.malformed(member: "")) }
    guard isCanonical else { throw .init(.notCanonical) }
    return members
  }

  private static func stamp(at: JSON, boot: JSON, up: JSON) throws(StoreFault.Reason.Raised) -> (
    at: String, boot: String, up: Int
  ) {
    guard let at = at.string, LineForm.isWallTime(at) else { throw .init(.malformed(member: "at")) }
    guard let boot = boot.string, LineForm.isBoot(boot) else { throw .init(.malformed(member: "boot")) }
    guard let up = up.int, up >= 0 else { throw .init(.malformed(member: "up")) }
    return (at, boot, up)
  }
}

extension StoreFault.Reason {
  /// A reason on its way to the one who knows the file and the line.
  struct Raised: Error {
    let reason: StoreFault.Reason
    init(_ reason: StoreFault.Reason) { self.reason = reason }
  }
}
