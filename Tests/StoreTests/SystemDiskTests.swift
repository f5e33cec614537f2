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
}
