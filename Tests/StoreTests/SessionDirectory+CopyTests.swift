import Testing

@testable import Store

@Suite struct SessionCopyTests {
  @Test func `a copy has the same files, closed to others, without locks`() throws {
    let directory = try TemporaryDirectory()
    let sample = SessionDirectory(directory.path + "/sample")
    try sample.create()
    try Journal.open(in: sample.path).append(mark: 1)
    try write(Array("plan".utf8), to: sample.plan, mode: 0o644)
    try write([], to: "\(sample.path)/.hidden")
    try sample.write(Presence(candidate: "durand", author: "roux", since: morning, at: morning, boot: "b", up: 0))
    let copy = try sample.copy(to: directory.path + "/deep/copy")
    #expect(
      try copy.entries().map { $0.path.dropFirst(copy.path.count) } == [
        "", "/orals", "/orals/durand", "/orals/durand/jury.jsonl", "/session.json",
      ])
    #expect(try copy.widePermissions() == [])
    #expect(try copy.read(copy.plan) == Array("plan".utf8))
    #expect(try Journal.open(in: copy.path).count == 1)
    #expect(throws: StoreFault(.alreadyThere, path: copy.path)) { try sample.copy(to: copy.path) }
  }
}
