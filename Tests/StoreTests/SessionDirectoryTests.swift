import Glibc
import Testing

@testable import Store

@Suite struct SessionDirectoryTests {
  let directory: TemporaryDirectory
  let session: SessionDirectory

  init() throws {
    directory = try TemporaryDirectory()
    session = SessionDirectory(directory.path + "/s/")
    try session.create()
  }

  @Test func `everything has its place`() throws {
    let session = SessionDirectory("s")
    #expect(session.plan == "s/session.json")
    #expect(session.minutes == "s/minutes.json")
    #expect(try session.grid(of: "durand") == "s/grids/durand.grid.json")
    #expect(try session.voidedGrid(of: "durand", edition: 2) == "s/grids/durand.void-2.grid.json")
    #expect(try session.journal(durand) == "s/orals/durand/jury.jsonl")
    #expect(try session.journal(.manager(session: "x")) == "s/manager.jsonl")
  }

  @Test(arguments: [
    "", ".", "..", "a/b", "../x", "Durand", "é", "a b", "a\n", "a.b", String(repeating: "a", count: 65),
  ])
  func `an id that is no safe file name is refused by name`(_ id: String) {
    let fault = StoreFault(.unsafeName(id), path: session.path)
    #expect(throws: fault) { try session.grid(of: id) }
    #expect(throws: fault) { try session.journal(.oral(session: "s", candidate: id, author: "jury")) }
    #expect(throws: fault) { try session.journal(.oral(session: "s", candidate: "durand", author: id)) }
    #expect(throws: fault) { try session.journals(of: id) }
  }

  @Test func `a file is replaced whole and leaves nothing beside it`() throws {
    try session.replace(session.plan, with: Array("one".utf8))
    try session.replace(session.plan, with: Array("two".utf8))
    try session.replace(try session.grid(of: "durand"), with: Array("grid".utf8))
    #expect(try session.read(session.plan) == Array("two".utf8))
    #expect(try SystemDisk().names(in: session.path) == ["grids", "session.json"])
    #expect(try mode(of: session.plan) == 0o600)
    #expect(try mode(of: session.grids) == 0o700)
  }

  @Test func `whatever call fails a replaced file is the old one or the new one`() throws {
    for afterwards in [false, true] {
      var call = 1
      var failed = true
      while failed {
        try session.replace(session.plan, with: Array("old".utf8))
        let disk = FailingDisk()
        disk.arm(.init(code: ENOSPC, afterwards: afterwards), at: call)
        do {
          try SessionDirectory(session.path, disk: disk).replace(session.plan, with: Array("new".utf8))
          #expect(try session.read(session.plan) == Array("new".utf8))
        } catch {
          #expect(error.path == session.plan || error.path == session.path)
          #expect(["old", "new"].contains(String(decoding: try session.read(session.plan), as: UTF8.self)))
          #expect(try SystemDisk().names(in: session.path) == ["session.json"])
        }
        failed = disk.failures > 0
        call += 1
      }
      #expect(call > 10)
    }
  }

  @Test func `a disk that gives back other bytes than were written replaces nothing`() throws {
    try session.replace(session.plan, with: Array("old".utf8))
    let disk = FailingDisk()
    disk.isRotten = true
    #expect(throws: StoreFault(.readBackDiffers, path: session.plan)) {
      try SessionDirectory(session.path, disk: disk).replace(session.plan, with: Array("new".utf8))
    }
    #expect(try session.read(session.plan) == Array("old".utf8))
    #expect(try SystemDisk().names(in: session.path) == ["session.json"])
  }

  @Test func `a directory that another console makes at the same moment is there`() throws {
    let disk = FailingDisk()
    // Calls: stat, mkdir, stat. The other one's mkdir comes before ours, and after we looked.
    disk.arm(.init(code: EEXIST, afterwards: true), at: 2)
    try disk.ensureDirectory(session.orals)
    #expect(disk.failures == 1)
    #expect(try SystemDisk().status(of: session.orals).isDirectory)
    try write([], to: session.grids)
    #expect(throws: StoreFault(.cannotCreate(DiskError(.mkdir, EEXIST)), path: session.grids)) {
      try disk.ensureDirectory(session.grids)
    }
  }

  @Test func `what a full disk does not take whole is not left there, and takes up no name`() throws {
    let disk = FailingDisk()
    let path = session.path + "/journal.jsonl"
    // Calls: open, fchmod, write, fsync.
    for call in 2...4 {
      disk.arm(.init(code: ENOSPC), at: call)
      let fault = #expect(throws: StoreFault.self) { try disk.setAside([1, 2], of: path, as: "torn") }
      #expect(fault?.reason.name == "cannot-write" && fault?.path == path + ".torn-1")
      #expect(try SystemDisk().names(in: session.path) == [])
    }
    #expect(try disk.setAside([1, 2], of: path, as: "torn") == path + ".torn-1")
    #expect(try bytes(of: path + ".torn-1") == [1, 2])
    // What stood there before stays.
    #expect(throws: StoreFault(.cannotCreate(DiskError(.open, EEXIST)), path: path + ".torn-1")) {
      try disk.create(path + ".torn-1", with: [3])
    }
    #expect(try bytes(of: path + ".torn-1") == [1, 2])
  }

  @Test func `modes do not depend on the umask`() throws {
    for mask: mode_t in [0o000, 0o077] {
      let before = umask(mask)
      defer { umask(before) }
      let session = SessionDirectory("\(directory.path)/umask-\(mask)/inner")
      try session.create()
      let journal = try Journal.open(in: session.path)
      try session.replace(session.plan, with: [])
      for path in [parent(of: session.path), session.path, session.orals, parent(of: journal.path)] {
        #expect(try mode(of: path) == 0o700)
      }
      for path in [journal.path, session.lock(of: journal.path), session.plan] { #expect(try mode(of: path) == 0o600) }
    }
  }

  @Test func `a reopened grid is put aside, once, and never over another`() throws {
    let grid = try session.grid(of: "durand")
    let void = try session.voidedGrid(of: "durand", edition: 1)
    try session.replace(grid, with: Array("first".utf8))
    #expect(try session.voidGrid(of: "durand", edition: 1) == void)
    #expect(try session.voidGrid(of: "durand", edition: 1) == void)
    #expect(try session.read(void) == Array("first".utf8))
    try session.replace(grid, with: Array("second".utf8))
    #expect(throws: StoreFault(.alreadyThere, path: void)) { try session.voidGrid(of: "durand", edition: 1) }
    #expect(try session.read(grid) == Array("second".utf8))
    let missing = StoreFault(.cannotWrite(DiskError(.rename, ENOENT)), path: try session.grid(of: "martin"))
    #expect(throws: missing) { try session.voidGrid(of: "martin", edition: 1) }
  }

  @Test func `the journals of a session are found by oral and author`() throws {
    #expect(try session.journals() == [])
    _ = try Journal.open(.manager(session: "s"), in: session, at: morning, boot: "b", up: 0)
    for (candidate, author) in [("martin", "jury"), ("durand", "lea"), ("durand", "jury")] {
      _ = try Journal.open(
        .oral(session: "s", candidate: candidate, author: author), in: session, at: morning, boot: "b", up: 0)
    }
    #expect(try session.journals(of: "durand").map(\.author) == ["jury", "lea"])
    let found = try session.journals()
    #expect(
      found.map(\.path) == [
        "\(session.path)/manager.jsonl", "\(session.orals)/durand/jury.jsonl", "\(session.orals)/durand/lea.jsonl",
        "\(session.orals)/martin/jury.jsonl",
      ])
    #expect(found.map(\.candidate) == [nil, "durand", "durand", "martin"])
    for journal in found { #expect(try session.read(journal, session: "s").count == 0) }
  }

  @Test func `a file that is too large, missing or no file is refused`() throws {
    try write([UInt8](repeating: 0x20, count: SessionDirectory.limit + 1), to: session.plan)
    #expect(throws: StoreFault(.tooLarge(limit: SessionDirectory.limit), path: session.plan)) {
      try session.read(session.plan)
    }
    #expect(throws: StoreFault(.cannotRead(DiskError(.open, ENOENT)), path: session.minutes)) {
      try session.read(session.minutes)
    }
    #expect(throws: StoreFault(.notAFile, path: session.path)) { try session.read(session.path) }
    mkfifo(session.minutes, 0o600)
    #expect(throws: StoreFault(.notAFile, path: session.minutes)) { try session.read(session.minutes) }
  }
}
