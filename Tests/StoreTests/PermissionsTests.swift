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
}
