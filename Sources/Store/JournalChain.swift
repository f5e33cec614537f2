/// How far a journal has been read and found sound.
///
/// Its law: a line is taken only when it follows the one before by its number and its digest; the first is the header.
struct JournalChain {
  private(set) var header: JournalHeader?
  /// The facts taken, and the number of the last one.
  private(set) var count = 0
  /// ``LineDigest`` of the last line taken.
  private(set) var head = ""
  /// Of the last line taken.
  private var boot = ""
  private let expected: JournalIdentity?

  /// - Parameter identity: what the header must say; nil to accept any.
  init(expecting identity: JournalIdentity?) { expected = identity }

  /// As after so many facts of a journal, the last of this digest.
  init(after count: Int, head: String, in header: JournalHeader) {
    self.header = header
    self.count = count
    self.head = head
    expected = header.identity
  }

  /// The place in the file of the line to come, from 1.
  var nextLine: Int { header == nil ? 1 : count + 2 }

  /// Takes one whole line, newline included. Returns its fact: nil for the header.
  ///
  /// - Throws: damage, with the line; nothing was taken then.
  mutating func take(_ line: ArraySlice<UInt8>, path: String) throws(StoreFault) -> Line? {
    var fact: Line?
    do throws(StoreFault.Reason.Raised) {
      if let author = header?.identity.author {
        fact = try JournalReader.line(line, n: count + 1, prev: head, author: author, after: boot)
        count += 1
      } else {
        header = try JournalReader.header(Array(line.dropLast()), expecting: expected)
      }
    } catch {
      throw StoreFault(error.reason, path: path, line: nextLine)
    }
    boot = fact?.boot ?? header?.boot ?? ""
    head = LineDigest.of(line)
    return fact
  }
}
