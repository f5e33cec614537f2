import Evaluation
import Glibc

/// Something of a session that others than its owner can reach.
public struct WidePermission: Equatable, Sendable {
  public let path: String
  public let mode: mode_t
  /// 0700 for a directory, 0600 for a file.
  public let expected: mode_t

  /// What is said about it; the law of secrecy (candidates' marks, jurors' votes) is why it matters.
  public var warning: Phrase {
    let found = "0" + String(mode, radix: 8)
    let wanted = "0" + String(expected, radix: 8)
    return Phrase(
      "\(path) est ouvert à d'autres utilisateurs : \(found) au lieu de \(wanted)",
      "\(path) is open to other users: \(found) instead of \(wanted)")
  }
}

extension SessionDirectory {
  /// The directories and files of the session that are wider than 0700 and 0600, outermost first.
  public func widePermissions() throws(StoreFault) -> [WidePermission] {
    var wide: [WidePermission] = []
    for entry in try entries() {
      let expected: mode_t = entry.status.isDirectory ? 0o700 : 0o600
      if entry.status.mode & 0o777 & ~expected != 0 {
        wide.append(WidePermission(path: entry.path, mode: entry.status.mode & 0o777, expected: expected))
      }
    }
    return wide
  }

  /// Everything in the session that is a directory or a regular file, itself first, a directory before what is in it.
  func entries() throws(StoreFault) -> [(path: String, status: FileStatus)] {
    // Two levels are used (orals/<candidate>); deeper than this is not ours.
    try entries(at: path, depth: 4).filter { $0.status.isDirectory || $0.status.isFile }
  }

  /// The same of any kind: links, which are not followed, sockets and pipes too.
  func entries(at path: String, depth: Int) throws(StoreFault) -> [(path: String, status: FileStatus)] {
    let status: FileStatus
    let names: [String]
    do throws(DiskError) {
      status = try disk.status(of: path)
      names = status.isDirectory && depth > 0 ? try disk.names(in: path) : []
    } catch {
      throw StoreFault(.cannotRead(error), path: path)
    }
    var found = [(path: path, status: status)]
    for name in names { found += try entries(at: "\(path)/\(name)", depth: depth - 1) }
    return found
  }
}
