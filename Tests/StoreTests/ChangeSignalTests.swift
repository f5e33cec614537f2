import Glibc
import Testing

@testable import Store

@Suite struct ChangeSignalTests {
  let directory: TemporaryDirectory
  let session: SessionDirectory

  init() throws {
    directory = try TemporaryDirectory()
    session = SessionDirectory(directory.path)
  }

  private func isReadable(_ signal: ChangeSignal) -> Bool {
    var request = pollfd(fd: signal.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) == 1
  }

  @Test func `another author's line wakes us and is named`() throws {
    let journal = try Journal.open(in: directory.path)
    let signal = try #require(ChangeSignal(session: session))
    #expect(!isReadable(signal))
    #expect(signal.drain() == [])
    try journal.append(mark: 1)
    #expect(isReadable(signal))
    #expect(signal.drain() == ["orals/durand/jury.jsonl"])
    #expect(!isReadable(signal))
  }

  @Test func `the plan, a grid and an oral that is new are named`() throws {
    let signal = try #require(ChangeSignal(session: session))
    try session.replace(session.plan, with: [])
    #expect(signal.drain() == ["session.json"])
    try session.replace(try session.grid(of: "durand"), with: [])
    #expect(signal.drain()?.contains("grids") == true)
    try session.replace(try session.grid(of: "durand"), with: [])
    #expect(signal.drain() == ["grids/durand.grid.json"])
    let journal = try Journal.open(in: directory.path)
    #expect(signal.drain()?.contains { $0.hasPrefix("orals") } == true)
    try journal.append(mark: 1)
    #expect(signal.drain() == ["orals/durand/jury.jsonl"])
  }

  @Test func `a session that is not there has no signal`() {
    #expect(ChangeSignal(session: SessionDirectory(directory.path + "/none")) == nil)
  }
}
