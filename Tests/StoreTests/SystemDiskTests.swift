import Glibc
import Testing

@testable import Store

@Suite struct SystemDiskTests {
  @Test func `what is done while the disk synchronises is done once, whatever the disk answers`() throws {
    let directory = try TemporaryDirectory()
    let disk = SystemDisk()
    let file = try disk.open("\(directory.path)/file", flags: O_WRONLY | O_CREAT, mode: 0o600)
    defer { disk.close(file) }
    for (descriptor, answer) in [(file, nil), (-1, DiskError(.fsync, EBADF)), (file, nil)] {
      var times = 0
      var error: DiskError?
      do throws(DiskError) { try disk.synchronise([descriptor]) { times += 1 } } catch let refused { error = refused }
      #expect(times == 1)
      #expect(error == answer)
    }
  }

  @Test func `a file dated centuries away is looked at like any other`() throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/file"
    try write([1, 2, 3], to: path)
    // 2300-01-01 and 1600-01-01: further from 1970 than 64 bits of nanoseconds reach.
    for seconds in [10_413_792_000, -11_676_096_000] {
      let times = [timespec](repeating: timespec(tv_sec: seconds, tv_nsec: 999_999_999), count: 2)
      try #require(utimensat(AT_FDCWD, path, times, 0) == 0)
      let status = try SystemDisk().status(of: path)
      #expect(status.isFile && status.size == 3)
    }
  }

  @Test(arguments: [0, 3, 1 << 40, Int.max])
  func `a file is read whole, whatever size it is said to have`(_ size: Int) throws {
    let directory = try TemporaryDirectory()
    let disk = SystemDisk()
    try write([1, 2, 3], to: "\(directory.path)/file")
    let file = try disk.open("\(directory.path)/file", flags: O_RDONLY, mode: 0)
    defer { disk.close(file) }
    #expect(try disk.readAll(file, from: 0, expecting: size, limit: 3) == [1, 2, 3])
    #expect(try disk.readAll(file, from: 1, expecting: size, limit: 3) == [2, 3])
    #expect(throws: DiskError(.read, EFBIG)) { try disk.readAll(file, from: 0, expecting: size, limit: 2) }
  }
}
