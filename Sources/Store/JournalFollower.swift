import Crypto
import Glibc

/// Follows a journal that another console writes: its new lines as they come, without its lock.
///
/// Its laws: a line is given once, when it is whole and follows the ones before; what was given is never taken back. A line
/// being written is waited for. While ``fault`` stands nothing more is given, and every ``poll()`` looks again.
///
///     let follower = try JournalFollower(.oral(session: "s", candidate: "durand", author: "roux"), in: directory)
///     for line in try follower.poll() { … }
public final class JournalFollower {
  public let path: String
  /// Why nothing more can be given; nil when all is well.
  public private(set) var fault: StoreFault?

  private let disk: any Disk
  private var chain: JournalChain
  /// Of the file when it was last read.
  private var last: FileStatus?
  /// The bytes of the lines given, how many there are, and how many of them are the last line's.
  private var digest = SHA256()
  private var wholeBytes = 0
  private var lastLineBytes = 0

  /// - Parameter identity: what the journal's header must say. The file need not be there yet.
  public init(_ identity: JournalIdentity, in session: SessionDirectory) throws(StoreFault) {
    path = try session.journal(identity)
    disk = session.disk
    chain = JournalChain(expecting: identity)
  }

  /// Nil until the first line is there.
  public var header: JournalHeader? { chain.header }
  /// The facts given, and the number of the last one.
  public var count: Int { chain.count }
  /// ``LineDigest`` of the last line given.
  public var head: String { chain.head }

  /// The facts that are new since the last call: none while the file is not there, or ends in an unfinished line.
  ///
  /// Costs an `open` and an `fstat` when nothing changed, and otherwise as much as what is new; a file that was put in the
  /// place of the one before is read whole. Opening is what makes a network file system ask its server (`nfs(5)`,
  /// "close-to-open").
  /// - Throws: damage as ``JournalReader`` names it, once what precedes it was given; `rewritten` when the file no longer
  ///   begins as it did; `tooLarge` when it is over ``Journal/limit``; `changedUnderneath(.gone)` when it was there and is
  ///   no more.
  public func poll() throws(StoreFault) -> [Line] {
    do throws(StoreFault) {
      switch try look() {
      case .same: return []
      case .rewritten: throw StoreFault(.rewritten, path: path)
      case .rest(let bytes):
        let lines = take(bytes)
        if lines.isEmpty, let fault { throw fault }
        return lines
      }
    } catch {
      fault = error
      throw error
    }
  }

  private enum Look {
    /// Nothing changed, or nothing is there yet.
    case same
    /// What follows the lines that were given.
    case rest(ArraySlice<UInt8>)
    /// The lines that were given are not its beginning.
    case rewritten
  }

  private func look() throws(StoreFault) -> Look {
    do throws(DiskError) { return try lookAtFile() } catch {
      switch error.code {
      case ENOENT where wholeBytes == 0, ENOTDIR where wholeBytes == 0:
        fault = nil
        return .same
      case ENOENT, ENOTDIR: throw StoreFault(.changedUnderneath(.gone), path: path)
      default: throw StoreFault(reading: path, limit: Journal.limit, error)
      }
    }
  }

  private func lookAtFile() throws(DiskError) -> Look {
    let descriptor = try disk.open(path, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK, mode: 0)
    defer { disk.close(descriptor) }
    let status = try disk.status(of: descriptor)
    if fault == nil, status == last { return .same }
    guard status.isFile else { throw DiskError(.open, EISDIR) }
    guard status.size <= Journal.limit else { throw DiskError(.read, EFBIG) }
    // A file that only grew is read from its last known line on, which stands for all before it: the chain goes through it.
    let grew = fault == nil && last.map { status.isSameFile(as: $0) && status.size > $0.size } ?? false
    let start = grew ? wholeBytes - lastLineBytes : 0
    let bytes = try disk.readAll(descriptor, from: start, expecting: status.size, limit: Journal.limit)
    let known = bytes.prefix(wholeBytes - start)
    let isKept =
      grew ? LineDigest.of(known) == chain.head || known.isEmpty : SHA256.hash(data: known) == digest.finalize()
    guard isKept else { return .rewritten }
    last = status
    return .rest(bytes[known.count...])
  }

  private func take(_ bytes: ArraySlice<UInt8>) -> [Line] {
    fault = nil
    var lines: [Line] = []
    var rest = bytes
    do throws(StoreFault) {
      while let newline = rest.firstIndex(of: 0x0A) {
        let line = rest[...newline]
        if let fact = try chain.take(line, path: path) { lines.append(fact) }
        digest.update(data: line)
        wholeBytes += line.count
        lastLineBytes = line.count
        rest = rest[(newline + 1)...]
      }
      if rest.contains(0) { throw StoreFault(.zeroFilled, path: path, line: chain.nextLine) }
    } catch {
      fault = error
    }
    return lines
  }
}
