import Glibc
import JSON
import Testing

@testable import Store

/// The session's directory goes away, and comes back.
@Suite struct JournalSpoolTests {
  let directory: TemporaryDirectory
  let session: String
  let spool: String
  /// Where the lines of the journal of these tests go meanwhile.
  let spooled: String

  init() throws {
    directory = try TemporaryDirectory()
    session = directory.path + "/session"
    spool = directory.path + "/state/spool"
    spooled = spool + "/2026-12-lille/durand/jury.jsonl"
    mkdir(session, 0o700)
    try write([], to: session + "/session.json")
  }

  private func journal(marks numbers: ClosedRange<Int>? = nil) throws -> Journal {
    let journal = try Journal.open(in: session, spool: spool)
    for number in numbers.map(Array.init) ?? [] { try journal.append(mark: number) }
    return journal
  }

  private func goAway() { rename(session, session + "-away") }
  private func comeBack() { rename(session + "-away", session) }

  private func isThere(_ path: String) -> Bool { (try? SystemDisk().status(of: path)) != nil }

  private func marksOnDisk() throws -> [Int] {
    let path = session + "/orals/durand/jury.jsonl"
    return marks(try JournalReader.read(bytes(of: path), path: path, expecting: durand).lines)
  }

  @Test func `while the session is away facts go to the spool, and to the journal when it is back`() throws {
    let journal = try journal(marks: 1...2)
    #expect(!journal.isSpooling && journal.away == nil && !isThere(spool))
    goAway()
    let third = try journal.append(mark: 3)
    let fourth = try journal.append(mark: 4)
    #expect(journal.isSpooling && journal.spooledCount == 2 && journal.failure == nil)
    #expect(journal.away == StoreFault(.changedUnderneath(.gone), path: journal.path))
    #expect(try bytes(of: spooled) == third.bytes + fourth.bytes)
    #expect(marks(journal.lines) == [1, 2, 3, 4] && fourth.prev == LineDigest.of(third.bytes))
    let gone = StoreFault(.changedUnderneath(.gone), path: session)
    #expect(throws: gone) { try journal.recover() }
    #expect(journal.isSpooling && journal.away == gone && !isThere(session))
    try journal.append(mark: 5)
    comeBack()
    #expect(try marksOnDisk() == [1, 2])
    #expect(try journal.recover() == nil)
    #expect(!journal.isSpooling && journal.spooledCount == 0 && journal.away == nil)
    #expect(try marksOnDisk() == [1, 2, 3, 4, 5])
    #expect(!isThere(spooled))
    try journal.append(mark: 6)
    #expect(try marksOnDisk() == [1, 2, 3, 4, 5, 6])
    #expect(try journal.recover() == nil)
  }

  @Test func `it may go away again and again`() throws {
    let journal = try journal()
    for number in 1...5 {
      goAway()
      try journal.append(mark: number)
      comeBack()
      try journal.recover()
    }
    #expect(try marksOnDisk() == [1, 2, 3, 4, 5])
  }

  @Test func `the spool is for its owner alone, whatever the umask`() throws {
    for mask: mode_t in [0o000, 0o077] {
      let before = umask(mask)
      defer { umask(before) }
      let journal = try journal()
      goAway()
      try journal.append(mark: 1)
      for path in ["/state", "/state/spool", "/state/spool/2026-12-lille", "/state/spool/2026-12-lille/durand"] {
        #expect(try mode(of: directory.path + path) == 0o700)
      }
      for path in [spooled, JournalLock.place(of: spooled)] { #expect(try mode(of: path) == 0o600) }
      comeBack()
      try journal.recover()
    }
  }

  @Test func `without a spool the journal fails as ever`() throws {
    let journal = try Journal.open(in: session)
    goAway()
    #expect(throws: StoreFault(.changedUnderneath(.gone), path: journal.path)) { try journal.append(mark: 1) }
    #expect(!journal.isSpooling && journal.failure != nil)
  }

  @Test func `what a killed console left in the spool is carried over at the next opening`() throws {
    do {
      let journal = try journal(marks: 1...2)
      goAway()
      for number in 3...4 { try journal.append(mark: number) }
    }
    comeBack()
    // Of a second kill, in the middle of the carrying over, at any byte of it.
    let before = try bytes(of: session + "/orals/durand/jury.jsonl")
    let rest = try bytes(of: spooled)
    for length in 0...rest.count {
      try write(before + rest.prefix(length), to: session + "/orals/durand/jury.jsonl")
      try write(rest, to: spooled)
      let journal = try journal()
      #expect(marks(journal.lines) == [1, 2, 3, 4] && journal.tornTail == nil)
      let there = 2 + rest.prefix(length).count { $0 == 0x0A }
      #expect(journal.carriedOver == 4 - there && !journal.isSpooling)
      #expect(!isThere(spooled))
      #expect(try marksOnDisk() == [1, 2, 3, 4])
    }
    // One that was carried over and left is known, even when the journal went on.
    let journal = try journal(marks: 5...5)
    journal.close()
    try write(rest, to: spooled)
    #expect(marks(try self.journal().lines) == [1, 2, 3, 4, 5])
    #expect(!isThere(spooled))
  }

  @Test func `a spool left over does not stand in the way of the next one`() throws {
    let journal = try journal(marks: 1...3)
    mkdir(directory.path + "/state", 0o700)
    for inner in ["", "/2026-12-lille", "/2026-12-lille/durand"] { mkdir(spool + inner, 0o700) }
    try write(journal.lines[1...2].flatMap(\.bytes), to: spooled)
    goAway()
    let line = try journal.append(mark: 4)
    #expect(try bytes(of: spooled) == line.bytes && !isThere(spooled + ".found-1"))
    comeBack()
    try journal.recover()
    // Lines that the journal does not hold are kept beside.
    try write(Array("other\n".utf8), to: spooled)
    goAway()
    try journal.append(mark: 5)
    #expect(try bytes(of: spooled + ".found-1") == Array("other\n".utf8))
  }

  @Test func `a spool's interrupted last line is kept beside it and told`() throws {
    do {
      let journal = try journal(marks: 1...1)
      goAway()
      try journal.append(mark: 2)
    }
    comeBack()
    try write(try bytes(of: spooled) + [0x7B], to: spooled)
    let journal = try journal()
    #expect(journal.tornTail == TornTail(bytes: [0x7B], path: spooled + ".torn-1"))
    #expect(marks(journal.lines) == [1, 2])
    journal.close()
    try write([0x7D], to: spooled)
    #expect(try self.journal().tornTail == TornTail(bytes: [0x7D], path: spooled + ".torn-2"))
    #expect(!isThere(spooled))
  }

  @Test func `a full disk is not one that is away, a disk that does not answer is`() throws {
    for (code, spools) in [
      (ENOSPC, false), (EDQUOT, false), (EROFS, false), (EACCES, false), (ENOENT, false), (EIO, true), (ESTALE, true),
      (ENOTCONN, true),
    ] {
      for call in 1...3 {
        let directory = try TemporaryDirectory()
        let disk = FailingDisk()
        mkdir(directory.path + "/s", 0o700)
        let journal = try Journal.open(in: directory.path + "/s", disk: disk, spool: directory.path + "/spool")
        try journal.append(mark: 1)
        disk.arm(.init(code: code), at: call)
        if spools {
          let line = try journal.append(mark: 2)
          #expect(journal.isSpooling && journal.away?.path == journal.path)
          #expect(try bytes(of: directory.path + "/spool/2026-12-lille/durand/jury.jsonl") == line.bytes)
        } else {
          #expect(throws: StoreFault.self) { try journal.append(mark: 2) }
          #expect(!journal.isSpooling)
        }
        try journal.recover()
        if !spools { try journal.append(mark: 2) }
        try journal.append(mark: 3)
        #expect(marks(try JournalReader.read(bytes(of: journal.path), path: "", expecting: durand).lines) == [1, 2, 3])
      }
    }
  }

  @Test func `the spool takes no more than its journal can be read with`() throws {
    let journal = try journal()
    let note = JSON.object(["note": .string(String(repeating: "a", count: 6 << 20))])
    try journal.append(event: note, at: morning, boot: "b", up: 0)
    goAway()
    try journal.append(event: note, at: morning, boot: "b", up: 0)
    #expect(throws: StoreFault(.tooLarge(limit: 16 << 20), path: journal.path)) {
      _ = try journal.append(event: note, at: morning, boot: "b", up: 0)
    }
    #expect(journal.isSpooling && journal.failure == nil && journal.spooledCount == 1)
    #expect(try bytes(of: spooled) == journal.lines[1].bytes)
    comeBack()
    try journal.append(mark: 3)
    try journal.recover()
    #expect(!journal.isSpooling)
    #expect(try marksOnDisk() == [3])
  }

  @Test func `nothing is made in an empty directory where the session was`() throws {
    let journal = try journal(marks: 1...1)
    goAway()
    mkdir(session, 0o700)
    try journal.append(mark: 2)
    #expect(throws: StoreFault(.changedUnderneath(.gone), path: session)) { try journal.recover() }
    #expect(try SystemDisk().names(in: session) == [])
    rmdir(session)
    comeBack()
    try journal.recover()
    #expect(try marksOnDisk() == [1, 2])
  }

  @Test func `a session whose id can be no file's name has a spool of its own`() throws {
    let spool = Spool("/spool")
    let lille = JournalIdentity.oral(session: "Lille, décembre", candidate: "durand", author: "roux")
    #expect(try spool.file(of: lille) == "/spool/_hvhhT5t_dXoqUGiVdgjXObDniwGB03NEzmVdBaPV4JA/durand/roux.jsonl")
    #expect(try spool.file(of: .manager(session: "s")) == "/spool/s/manager.jsonl")
    let climbing = JournalIdentity.oral(session: "s", candidate: "..", author: "roux")
    #expect(throws: StoreFault(.unsafeName(".."), path: "/spool")) { try spool.file(of: climbing) }
    #expect(Spool.ofThisUser(environment: ["HOME": "/home/lea"])?.directory == "/home/lea/.local/state/jury/spool")
    #expect(Spool.ofThisUser(environment: [:]) == nil)
  }
}
