import Glibc
import Testing

@testable import Store

@Suite struct SessionStrangersTests {
  let directory: TemporaryDirectory
  let session: SessionDirectory

  init() throws {
    directory = try TemporaryDirectory()
    session = SessionDirectory(directory.path)
    for inner in ["keys", "orals", "orals/durand", "orals/da-silva", "grids", "presence"] {
      mkdir("\(directory.path)/\(inner)", 0o700)
    }
  }

  private func put(_ paths: [String]) throws { for path in paths { try write([], to: "\(directory.path)/\(path)") } }

  private func strangers() throws -> [String] {
    try session.strangers(
      authors: ["jury", "roux", "benali"], candidates: ["durand", "da-silva"], referential: "my.json")
  }

  @Test func `what belongs in a session is no stranger`() throws {
    #expect(try strangers() == [])
    try put([
      "session.json", "my.json", "README.md", "minutes.json", "manager.jsonl", "manager.lock", "manager.jsonl.torn-1",
      "keys/jlIUjlZjArjqOHJHxhvOhPQrLuGZG6WsSa-l2QSu_FE.json", "orals/durand/roux.jsonl", "orals/durand/roux.lock",
      "orals/durand/roux.jsonl.torn-1", "orals/durand/roux.jsonl.found-12", "orals/da-silva/benali.jsonl",
      "grids/durand.grid.json", "grids/durand.void-2.grid.json", "presence/durand.roux.json",
    ])
    #expect(try strangers() == [])
  }

  @Test func `a signed plan is one under the number it was signed with`() throws {
    mkdir("\(directory.path)/plans", 0o700)
    try put(["plans/1.json", "plans/20.json"])
    #expect(try strangers() == [])
    try put(["plans/0.json", "plans/03.json", "plans/+3.json", "plans/.json"])
    #expect(try strangers() == ["plans/+3.json", "plans/.json", "plans/0.json", "plans/03.json"])
  }

  @Test func `what we ourselves were writing is no stranger`() throws {
    try put([
      ".session.json.3141592653.new", "orals/durand/.roux.jsonl.0.new", "grids/.durand.grid.json.77.new",
      "presence/.durand.roux.json.new",
    ])
    #expect(try strangers() == [])
    try put([".session.json.x.new", ".other.json.1.new", "presence/.durand.roux.json.old", ".orals.new"])
    #expect(
      try strangers() == [".orals.new", ".other.json.1.new", ".session.json.x.new", "presence/.durand.roux.json.old"])
  }

  @Test func `each file that the store makes belongs there`() throws {
    let journal = try Journal.open(in: directory.path)
    try journal.append(mark: 1)
    try write(try bytes(of: journal.path) + Array("x\n".utf8), to: journal.path)
    #expect(throws: StoreFault.self) { try journal.append(mark: 2) }
    #expect(try journal.recover() != nil)
    let path = journal.path
    journal.close()
    try write(try bytes(of: path) + Array("x".utf8), to: path)
    _ = try Journal.open(in: directory.path)
    try session.replace(try session.grid(of: "durand"), with: [])
    try session.voidGrid(of: "durand", edition: 1)
    try session.write(Presence(candidate: "durand", author: "roux", since: morning, at: morning, boot: "b", up: 0))
    #expect(try session.entries().count == 13)
    #expect(try strangers() == [])
  }

  @Test(arguments: [
    // Syncthing, Dropbox, Nextcloud, OneDrive, Google Drive, a person.
    "orals/durand/roux.sync-conflict-20260101-120000-ABCDEFG.jsonl",
    "orals/durand/roux (Benali's conflicted copy 2026-01-01).jsonl",
    "orals/durand/roux (conflicted copy 2026-01-01 120000).jsonl", "orals/durand/roux-HOST.jsonl",
    "orals/durand/roux-salle2.jsonl", "orals/durand/roux (1).jsonl", "orals/durand/roux.jsonl~",
    "orals/durand/roux.jsonl.torn-", "orals/durand/roux.jsonl.torn-x", "orals/durand/roux.jsonl.kept-1",
    "orals/durand/roux.sync-conflict-20260101-120000-ABCDEFG.lock", "orals/durand/lea.jsonl", "orals/durand/Roux.jsonl",
    "orals/roux.jsonl", "roux.jsonl", "session.sync-conflict-20260101-120000-ABCDEFG.json", "other.json",
    "grids/durand.sync-conflict-20260101-120000-ABCDEFG.grid.json", "grids/durand.grid-HOST.json",
    "grids/martin.grid.json", "grids/durand.void-.grid.json", "grids/durand.void-2.grid.copy",
    "grids/durand.void-1.grid.json.pdf",
    "presence/durand.roux.sync-conflict-20260101-120000-ABCDEFG.json", "presence/martin.roux.json",
    "presence/durand.lea.json", "presence/durand.roux.json.new", "keys/a (1).json", "keys/a.b.json", ".DS_Store",
    "orals/durand/.hidden",
  ])
  func `a file that has no place there is named`(_ path: String) throws {
    try put([path])
    #expect(try strangers() == [path])
  }

  @Test func `a directory that has no place there stands for what is in it, and kinds are not mistaken`() throws {
    mkdir("\(directory.path)/orals/martin", 0o700)
    try put(["orals/martin/jury.jsonl", "minutes.json"])
    mkdir("\(directory.path)/grids/durand.grid.json", 0o700)
    symlink("\(directory.path)/minutes.json", "\(directory.path)/session.json")
    rmdir("\(directory.path)/presence")
    try put(["presence"])
    mkfifo("\(directory.path)/orals/durand/roux.jsonl", 0o600)
    #expect(
      try strangers() == [
        "grids/durand.grid.json", "orals/durand/roux.jsonl", "orals/martin", "presence", "session.json",
      ])
  }

  @Test func `what the ways of sharing a directory keep for themselves is no stranger`() throws {
    for name in [".stfolder", ".stversions"] { mkdir("\(directory.path)/\(name)", 0o700) }
    try put([
      ".stversions/roux~20260101-120000.jsonl", ".stignore", "orals/durand/.syncthing.roux.jsonl.tmp",
      "orals/durand/.nfs000000000012345600000001", "orals/durand/.fuse_hidden0000000100000001",
      ".sync_3f1cbd4a5b6c.db", ".sync_3f1cbd4a5b6c.db-wal", "orals/durand/.roux.jsonl.~6f2a1c",
    ])
    #expect(try strangers() == [])
  }

  @Test func `what cannot be looked into is said`() {
    let gone = SessionDirectory(directory.path + "/none")
    #expect(throws: StoreFault(.cannotRead(DiskError(.list, ENOENT)), path: gone.path)) {
      try gone.strangers(authors: [], candidates: [], referential: nil)
    }
  }
}
