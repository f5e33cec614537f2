import Glibc
import Testing

@testable import Store

@Suite struct ChangesTests {
  let directory: TemporaryDirectory
  let session: SessionDirectory

  init() throws {
    directory = try TemporaryDirectory()
    session = SessionDirectory(directory.path)
    for inner in ["orals", "orals/durand", "orals/martin", "grids", "presence"] {
      mkdir("\(directory.path)/\(inner)", 0o700)
    }
  }

  /// As where another machine writes: nothing is heard.
  private func deaf(_ disk: any Disk = SystemDisk()) -> Changes {
    Changes(of: SessionDirectory(directory.path, disk: disk), at: 0, signal: nil)
  }

  private func put(_ path: String, _ text: String = "") throws {
    try write(Array(text.utf8), to: "\(directory.path)/\(path)")
  }

  @Test func `what another machine did is told within a second, and once`() throws {
    try put("session.json")
    let changes = deaf()
    #expect(changes.descriptor == -1 && changes.nextPoll == 1000)
    try put("orals/durand/roux.jsonl")
    #expect(changes.drain(at: 999) == [])
    #expect(changes.drain(at: 1000) == ["orals/durand/roux.jsonl"])
    #expect(changes.nextPoll == 2000)
    #expect(changes.drain(at: 2500) == [])
    #expect(changes.nextPoll == 3500)
  }

  @Test func `a file that grew, was replaced, came or went is told`() throws {
    let paths = ["session.json", "orals/durand/roux.jsonl", "grids/durand.grid.json", "presence/durand.roux.json"]
    for path in paths { try put(path, "one") }
    let changes = deaf()
    #expect(changes.drain(at: 1000) == [])
    for path in paths { try put(path, "longer") }
    #expect(changes.drain(at: 2000) == paths.sorted())
    for path in paths {
      try put("other", "longer")
      rename("\(directory.path)/other", "\(directory.path)/\(path)")
    }
    #expect(changes.drain(at: 3000) == paths.sorted())
    for path in paths { unlink("\(directory.path)/\(path)") }
    #expect(changes.drain(at: 4000) == paths.sorted())
    #expect(changes.drain(at: 5000) == [])
    mkdir("\(directory.path)/orals/petit", 0o700)
    #expect(changes.drain(at: 6000) == [])
    try put("orals/petit/roux.jsonl")
    #expect(changes.drain(at: 7000) == ["orals/petit/roux.jsonl"])
  }

  @Test func `what is heard is told at once, and not again by the next look`() throws {
    let changes = Changes(of: session, at: 0)
    #expect(changes.descriptor >= 0)
    try put("orals/durand/roux.jsonl", "one")
    #expect(changes.drain(at: 1) == ["orals/durand/roux.jsonl"])
    #expect(changes.drain(at: 1000) == [])
    // Nothing is heard of presences, which change every second.
    try put("presence/durand.roux.json")
    #expect(changes.drain(at: 1001) == [])
    try put("orals/durand/roux.jsonl", "other")
    #expect(changes.drain(at: 2000) == ["orals/durand/roux.jsonl", "presence/durand.roux.json"])
    unlink("\(directory.path)/orals/durand/roux.jsonl")
    #expect(changes.drain(at: 2001) == ["orals/durand/roux.jsonl"])
    #expect(changes.drain(at: 3000) == [])
  }

  @Test func `while one oral is watched the others wait`() throws {
    for path in ["orals/martin/roux.jsonl", "grids/martin.grid.json", "presence/martin.roux.json"] { try put(path) }
    let changes = deaf()
    for (path, text) in [
      ("orals/durand/roux.jsonl", "1"), ("orals/martin/roux.jsonl", "1"), ("grids/martin.grid.json", "1"),
      ("session.json", "1"), ("grids/durand.grid.json", "1"), ("presence/durand.roux.json", "1"),
    ] {
      try put(path, text)
    }
    unlink("\(directory.path)/presence/martin.roux.json")
    #expect(
      changes.drain(at: 1000, watching: "durand") == [
        "grids/durand.grid.json", "orals/durand/roux.jsonl", "presence/durand.roux.json", "session.json",
      ])
    #expect(changes.drain(at: 2000, watching: "durand") == [])
    #expect(
      changes.drain(at: 3000) == ["grids/martin.grid.json", "orals/martin/roux.jsonl", "presence/martin.roux.json"])
  }

  @Test func `locks, hidden files and what is no file make no change`() throws {
    let changes = deaf()
    for path in [
      "orals/durand/roux.lock", "orals/durand/.roux.jsonl.1.new", ".hidden", "presence/.durand.roux.json.new",
    ] {
      try put(path)
    }
    mkfifo("\(directory.path)/pipe", 0o600)
    symlink("/etc/passwd", "\(directory.path)/orals/durand/link.jsonl")
    #expect(changes.drain(at: 1000) == [])
  }

  @Test func `a session that goes away and comes back is told both times`() throws {
    try put("session.json")
    try put("orals/durand/roux.jsonl")
    for changes in [deaf(), Changes(of: session, at: 0)] {
      let away = directory.path + "-away"
      rename(directory.path, away)
      #expect(changes.drain(at: 1000) == ["orals/durand/roux.jsonl", "session.json"])
      #expect(changes.drain(at: 2000) == [])
      rename(away, directory.path)
      #expect(changes.drain(at: 3000) == ["orals/durand/roux.jsonl", "session.json"])
    }
  }

  @Test func `a look reads no file`() throws {
    for author in ["roux", "benali", "petit", "lea", "moreau"] {
      try put("orals/durand/\(author).jsonl", "x")
      try put("presence/durand.\(author).json", "x")
    }
    let disk = FailingDisk()
    let changes = deaf(disk)
    let before = disk.log.count
    #expect(changes.drain(at: 1000, watching: "durand") == [])
    let calls = disk.log[before...]
    #expect(calls.count { $0 == .list } == 4 && calls.count { $0 == .open } == 10 && calls.count { $0 == .stat } == 10)
    #expect(calls.count == 24)
  }
}
