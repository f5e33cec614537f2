import Testing

@testable import Store

@Suite struct LastSessionTests {
  @Test func `the last session is remembered while it is there`() throws {
    let directory = try TemporaryDirectory()
    let last = LastSession(environment: ["XDG_STATE_HOME": directory.path + "/state", "HOME": "/nowhere"])
    #expect(last.read() == nil)
    #expect(last.write(directory.path))
    #expect(last.read() == directory.path)
    #expect(try bytes(of: "\(directory.path)/state/jury/last") == Array("\(directory.path)\n".utf8))
    #expect(last.write(directory.path + "/gone"))
    #expect(last.read() == nil)
    #expect(!last.write("relative"))
  }

  @Test func `its place follows the XDG rules`() {
    #expect(LastSession(environment: ["HOME": "/home/lea"]).file == "/home/lea/.local/state/jury/last")
    #expect(
      LastSession(environment: ["HOME": "/home/lea", "XDG_STATE_HOME": "state"]).file
        == "/home/lea/.local/state/jury/last")
    #expect(LastSession(environment: [:]).file == nil)
    #expect(!LastSession(environment: [:]).write("/tmp"))
  }

  @Test func `what cannot be written is not remembered and does no harm`() {
    #expect(!LastSession(environment: ["XDG_STATE_HOME": "/proc/none"]).write("/tmp"))
  }
}
