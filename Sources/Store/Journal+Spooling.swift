import Glibc

extension Journal {
  /// Whether facts go to the spool, the session's directory being away: say it plainly. ``recover()`` looks whether it is
  /// back.
  public var isSpooling: Bool { spooling != nil }

  /// How many facts are on this machine only.
  public var spooledCount: Int { spooling?.count ?? 0 }

  func beginSpooling(with line: [UInt8]?, because fault: StoreFault) throws(StoreFault) {
    guard let spool else { throw fault }
    spooling = try Spooling(of: header.identity, in: spool, with: line, after: file.bytes)
    away = fault
  }

  /// Whether a fault means that the session's directory is away, and there is a spool to go to meanwhile: not that a disk is
  /// full, or closed to us.
  func isAway(_ fault: StoreFault) -> Bool {
    guard spool != nil else { return false }
    switch fault.reason {
    case .changedUnderneath(.gone): return !isSessionThere
    case .cannotRead(let error), .cannotWrite(let error), .cannotCreate(let error):
      switch error.code {
      // A disk or a server that does not answer any more.
      case EIO, ESTALE, ENOTCONN, ENXIO, ENODEV, ETIMEDOUT: return true
      case ENOENT, ENOTDIR: return !isSessionThere
      default: return false
      }
    default: return false
    }
  }

  /// - Throws: `changedUnderneath(.gone)`.
  func checkSessionIsThere() throws(StoreFault) {
    guard isSessionThere else { throw StoreFault(.changedUnderneath(.gone), path: directories.first ?? path) }
  }

  /// A directory without the plan that was there is not the session's: it is where its disk was mounted.
  private var isSessionThere: Bool {
    guard let root = directories.first, let status = try? disk.status(of: root + "/."), status.isDirectory else {
      return false
    }
    guard let plan else { return true }
    return (try? disk.status(of: plan)) != nil
  }
}
