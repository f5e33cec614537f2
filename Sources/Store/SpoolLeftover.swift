import JSON

/// The lines that a console left in the spool when it ended before its session's directory was back.
///
/// Its law: they are carried over only where they follow, line by line, what the journal holds.
struct SpoolLeftover {
  let path: String
  /// What follows the last whole line: interrupted, never acknowledged.
  private let tornTail: [UInt8]
  private let whole: [UInt8]
  private let lock: JournalLock
  private let disk: any Disk

  init(_ path: String, _ bytes: [UInt8], _ lock: JournalLock, _ disk: any Disk) {
    self.path = path
    let end = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    whole = Array(bytes[..<end])
    tornTail = Array(bytes[end...])
    self.lock = lock
    self.disk = disk
  }

  /// Whether it holds no line to carry over.
  var isEmpty: Bool { whole.isEmpty }

  /// A journal's bytes with these lines at their place: the same bytes when they are there already.
  ///
  /// - Parameters:
  ///   - bytes: the journal's whole lines.
  ///   - contents: what they say.
  ///   - journal: its path.
  /// - Throws: damage of the spool, with its line; `spoolDoesNotFit` when the lines do not follow the journal's.
  func joined(to bytes: [UInt8], _ contents: JournalContents, of journal: String) throws(StoreFault) -> [UInt8] {
    guard let first = whole.firstIndex(of: 0x0A) else { return bytes }
    let claim = try? JSON.parse(Array(whole[..<first]))
    let before = max(claim?["n"]?.int ?? 1, 1) - 1
    let prev = claim?["prev"]?.string ?? ""
    try check(JournalChain(after: before, head: prev, in: contents.header))
    guard before <= contents.count, let end = Self.end(ofFact: before, in: bytes, whoseDigestIs: prev) else {
      throw misfit(journal)
    }
    let rest = bytes[end...]
    if rest.starts(with: whole) { return bytes }
    guard whole.starts(with: rest) else { throw misfit(journal) }
    return bytes[..<end] + whole
  }

  /// Keeps the interrupted last line, if there is one, beside the spool.
  func setTornTailAside() throws(StoreFault) -> TornTail? {
    guard !tornTail.isEmpty else { return nil }
    return TornTail(bytes: tornTail, path: try disk.setAside(tornTail, of: path, as: "torn"))
  }

  func misfit(_ journal: String) -> StoreFault { StoreFault(.spoolDoesNotFit(spool: path), path: journal) }

  private func check(_ chain: JournalChain) throws(StoreFault) {
    var chain = chain
    var number = 1
    for line in whole.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      do throws(StoreFault) { _ = try chain.take(whole[line.startIndex...line.endIndex], path: path) } catch {
        throw StoreFault(error.reason, path: path, line: number)
      }
      number += 1
    }
  }

  /// Where a fact's line ends; the header's is 0. Nil when it is another line.
  private static func end(ofFact n: Int, in bytes: [UInt8], whoseDigestIs digest: String) -> Int? {
    var start = 0
    for _ in 0..<n { start = (bytes[start...].firstIndex(of: 0x0A) ?? start) + 1 }
    guard let newline = bytes[start...].firstIndex(of: 0x0A) else { return nil }
    return LineDigest.of(bytes[start...newline]) == digest ? newline + 1 : nil
  }

  /// The lines are in the journal: they are not needed here any more. See ``Spooling/end()``.
  func remove() {
    try? disk.remove(path)
    try? disk.synchroniseDirectory(parent(of: path))
  }

  /// Lets another console have it.
  func close() { lock.release(disk) }
}
