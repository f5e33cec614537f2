import Evaluation
import Glibc
import Testing

@testable import Store

@Suite struct PermissionsTests {
  @Test func `what others can reach is told, and nothing else`() throws {
    let directory = try TemporaryDirectory()
    let session = SessionDirectory(directory.path)
    let journal = try Journal.open(in: directory.path)
    #expect(try session.widePermissions() == [])
    chmod(session.orals, 0o755)
    chmod(journal.path, 0o640)
    let wide = try session.widePermissions()
    #expect(
      wide == [
        WidePermission(path: session.orals, mode: 0o755, expected: 0o700),
        WidePermission(path: journal.path, mode: 0o640, expected: 0o600),
      ])
    #expect(
      wide.first?.warning(.fr) == "\(session.orals) est ouvert à d'autres utilisateurs : 0755 au lieu de 0700")
  }

  @Test(arguments: [0, 0o022, 0o077, 0o277, 0o777] as [mode_t])
  func `a file is of mode 0600 and a directory of 0700 under any umask`(_ umask: mode_t) throws {
    let disk = PowerlessDisk()
    disk.umask = umask
    let journal = try Journal.open(in: "/s", disk: disk)
    #expect(try disk.status(of: journal.path).mode == 0o600)
    #expect(try disk.status(of: parent(of: journal.path)).mode == 0o700)
    try disk.replace("/s/session.json", with: [0x7B, 0x7D])
    #expect(try disk.status(of: "/s/session.json").mode == 0o600)
  }
}
