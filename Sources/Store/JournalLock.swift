import Glibc
import JSON

/// The console that holds a journal.
public struct LockHolder: Equatable, Sendable {
  public let pid: Int
  public let host: String

  /// This process.
  static var current: LockHolder {
    var name = [CChar](repeating: 0, count: 256)
    let failed = gethostname(&name, name.count - 1) != 0
    return LockHolder(pid: Int(getpid()), host: failed ? "?" : string(name))
  }

  var bytes: [UInt8] { JSON.object(["host": .string(host), "pid": .int(pid)]).bytes + [0x0A] }

  init(pid: Int, host: String) {
    self.pid = pid
    self.host = host
  }

  init?(_ bytes: [UInt8]) {
    guard let value = try? JSON.parse(bytes), let pid = value["pid"]?.int, let host = value["host"]?.string else {
      return nil
    }
    self.init(pid: pid, host: host)
  }
}

/// The exclusive lock that keeps a second console off a journal.
///
/// Its law: the lock is on a file of its own, which is never removed nor replaced, so that replacing the journal does not
/// lose it. The system frees it when the process ends, however it ends; what the file says is only for messages.
struct JournalLock {
  let path: String
  let descriptor: Int32
  private let status: FileStatus

  /// The file beside a journal that its console locks.
  static func place(of journal: String) -> String { String(journal.dropLast("jsonl".count)) + "lock" }

  /// - Throws: `locked(by:)` when somebody else has it.
  static func take(_ path: String, disk: any Disk) throws(StoreFault) -> JournalLock {
    let descriptor: Int32
    do throws(DiskError) {
      descriptor = try disk.open(path, flags: O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600)
    } catch {
      throw StoreFault(.cannotCreate(error), path: path)
    }
    do throws(DiskError) {
      try disk.lock(descriptor)
      let status = try disk.status(of: descriptor)
      let holder = LockHolder.current.bytes
      if status.mode != 0o600 { try disk.setMode(descriptor, 0o600) }
      try disk.writeAll(descriptor, holder)
      if status.size > holder.count { try disk.truncate(descriptor, to: holder.count) }
      return JournalLock(path: path, descriptor: descriptor, status: status)
    } catch {
      disk.unlock(descriptor)
      disk.close(descriptor)
      throw fault(error, path, disk)
    }
  }

  /// Gives it back. Closing alone would leave it to a program that is being started at this moment, which has a copy of the
  /// descriptor until it runs (`flock(2)`).
  func release(_ disk: any Disk) {
    disk.unlock(descriptor)
    disk.close(descriptor)
  }

  /// This lock after the disk was away: taken again, since a server may have forgotten it, and on the file that is at its
  /// path now, since a directory that was deleted and made again is not locked.
  ///
  /// - Throws: `locked(by:)` when somebody else took it meanwhile. This one is to be kept, and kept again later.
  func kept(_ disk: any Disk) throws(StoreFault) -> JournalLock {
    guard try isAtItsPath(disk) else {
      let taken = try Self.take(path, disk: disk)
      release(disk)
      return taken
    }
    do throws(DiskError) { try disk.lock(descriptor) } catch { throw Self.fault(error, path, disk) }
    return self
  }

  private func isAtItsPath(_ disk: any Disk) throws(StoreFault) -> Bool {
    do throws(DiskError) { return try disk.status(of: path).isSameFile(as: status) } catch {
      guard error.code == ENOENT || error.code == ENOTDIR else { throw StoreFault(.cannotRead(error), path: path) }
      return false
    }
  }

  private static func fault(_ error: DiskError, _ path: String, _ disk: any Disk) -> StoreFault {
    guard error.call == .flock, error.code == EWOULDBLOCK else { return StoreFault(.cannotCreate(error), path: path) }
    let holder = (try? disk.contents(of: path, limit: 4096)).flatMap(LockHolder.init)
    return StoreFault(.locked(by: holder), path: path)
  }
}
