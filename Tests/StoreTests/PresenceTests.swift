import Glibc
import Testing

@testable import Store

@Suite struct PresenceTests {
  let directory: TemporaryDirectory
  let session: SessionDirectory

  init() throws {
    directory = try TemporaryDirectory()
    session = SessionDirectory(directory.path)
  }

  private func presence(_ author: String, of candidate: String = "durand", up: Int = 700_000) -> Presence {
    Presence(
      candidate: candidate, author: author, since: morning, at: morning, boot: "b00710ad", up: up,
      seen: ["benali": 3, "oster": 12])
  }

  @Test func `who is present is said, said again, and taken back`() throws {
    #expect(session.presences(of: "durand") == [])
    try session.write(presence("roux"))
    try session.write(presence("benali"))
    try session.write(presence("benali", of: "martin"))
    #expect(session.presences(of: "durand") == [presence("benali"), presence("roux")])
    try session.write(presence("roux", up: 701_000))
    #expect(session.presences(of: "durand").map(\.up) == [700_000, 701_000])
    session.removePresence(of: "durand", by: "benali")
    session.removePresence(of: "durand", by: "benali")
    #expect(session.presences(of: "durand") == [presence("roux", up: 701_000)])
    #expect(session.presences(of: "martin") == [presence("benali", of: "martin")])
  }

  @Test func `it is this very text, for its owner alone, and nothing is left beside it`() throws {
    for mask: mode_t in [0o000, 0o077] {
      let before = umask(mask)
      defer { umask(before) }
      try session.write(presence("roux"))
      let text = String(decoding: try bytes(of: "\(directory.path)/presence/durand.roux.json"), as: UTF8.self)
      #expect(
        text
          == #"{"at":"2026-12-01T09:12:33.412+01:00","author":"roux","boot":"b00710ad","candidate":"durand","seen":{"benali":3,"oster":12},"since":"2026-12-01T09:12:33.412+01:00","up":700000}"#
          + "\n")
      #expect(try mode(of: "\(directory.path)/presence") == 0o700)
      #expect(try mode(of: "\(directory.path)/presence/durand.roux.json") == 0o600)
      #expect(try SystemDisk().names(in: "\(directory.path)/presence") == ["durand.roux.json"])
    }
  }

  @Test func `what is half written, malformed or another's is left out`() throws {
    try session.write(presence("roux"))
    let place = "\(directory.path)/presence"
    let whole = try bytes(of: "\(place)/durand.roux.json")
    let text = String(decoding: whole, as: UTF8.self)
    for length in 0..<(whole.count - 1) {
      try write(Array(whole.prefix(length)), to: "\(place)/durand.roux.json")
      #expect(session.presences(of: "durand") == [])
    }
    for (old, new) in [
      ("\"up\":700000", "\"up\":-1"), ("b00710ad", "b 1"), ("+01:00", "Z"), (",\"up\"", ",\"tie\":1,\"up\""),
      ("\"durand\"", "\"martin\""), ("\"author\":\"roux\"", "\"author\":\"benali\""),
      ("\"roux\"", "\"../x\""), ("\"benali\":3", "\"benali\":-3"), ("\"benali\":3", "\"../x\":3"),
      ("{\"benali\":3,\"oster\":12}", "3"),
    ] {
      try write(Array(text.replacing(old, with: new).utf8), to: "\(place)/durand.roux.json")
      #expect(session.presences(of: "durand") == [], "\(new)")
    }
    for name in ["durand.roux.json.new", ".durand.roux.json.new", "durand.roux-HOST.json", "durand.x.roux.json"] {
      try write(whole, to: "\(place)/\(name)")
    }
    mkfifo("\(place)/durand.lea.json", 0o600)
    #expect(session.presences(of: "durand") == [])
    #expect(Presence(whole) == presence("roux"))
  }

  @Test(arguments: [false, true])
  func `whatever call fails it says what it said before or what it says now`(_ afterwards: Bool) throws {
    var call = 1
    var failed = true
    while failed {
      let disk = FailingDisk()
      let failing = SessionDirectory(directory.path, disk: disk)
      try session.write(presence("roux", up: 1))
      disk.arm(.init(code: EIO, afterwards: afterwards), at: call)
      do {
        try failing.write(presence("roux", up: 2))
        #expect(disk.failures == 0)
        #expect(session.presences(of: "durand").map(\.up) == [2])
      } catch {
        #expect([[1], [2]].contains(session.presences(of: "durand").map(\.up)))
      }
      failed = disk.failures > 0
      disk.heal()
      try failing.write(presence("roux", up: 3))
      #expect(session.presences(of: "durand").map(\.up) == [3])
      call += 1
    }
    #expect(call == 6)
  }

  @Test func `saying it again waits for no disk`() throws {
    let disk = FailingDisk()
    let session = SessionDirectory(directory.path, disk: disk)
    try session.write(presence("roux"))
    let before = disk.log.count
    try session.write(presence("roux"))
    #expect(disk.log[before...] == [.open, .fchmod, .write, .rename])
  }

  @Test func `nothing is made in the place of a session that is away`() throws {
    let gone = SessionDirectory(directory.path + "/none")
    #expect(throws: StoreFault(.changedUnderneath(.gone), path: gone.path)) { try gone.write(presence("roux")) }
    #expect(gone.presences(of: "durand") == [])
    let unsafe = StoreFault(.unsafeName("../x"), path: session.path)
    #expect(throws: unsafe) { try session.write(presence("../x")) }
    #expect(throws: unsafe) { try session.write(presence("roux", of: "../x")) }
  }
}
