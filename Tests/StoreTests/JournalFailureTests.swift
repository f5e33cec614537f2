import Glibc
import JSON
import Testing

@testable import Store

/// Fail the k-th call, for every k, then look whether anything is lost, doubled or broken.
@Suite struct JournalFailureTests {
  static let plans: [FailingDisk.Plan] = [
    .init(code: EIO), .init(code: EIO, forEver: true), .init(code: EIO, afterwards: true),
    .init(code: EIO, forEver: true, afterwards: true), .init(code: ENOSPC), .init(code: ENOSPC, forEver: true),
    .init(code: EINTR), .init(code: EINTR, forEver: true), .init(code: ENOENT),
  ]

  @Test(arguments: plans, [Int.max, 60])
  func `whatever call fails no fact is lost or doubled`(_ plan: FailingDisk.Plan, writeLimit: Int) throws {
    var call = 1
    while try session(plan, failing: call, writeLimit: writeLimit) { call += 1 }
    // Opening and six appends are at least this many calls: the loop has met them all.
    #expect(call > 40)
  }

  /// Opens a journal and marks six criteria, as the console does: recovering after a failure and marking again.
  /// Returns whether a call failed.
  private func session(_ plan: FailingDisk.Plan, failing call: Int, writeLimit: Int) throws -> Bool {
    let directory = try TemporaryDirectory()
    let disk = FailingDisk()
    disk.writeLimit = writeLimit
    disk.arm(plan, at: call)
    let journal = try opened(in: directory.path, disk)
    for number in 1...6 { try mark(number, journal, disk) }
    let failed = disk.failures > 0 || disk.calls >= call
    disk.heal()
    let read = try JournalReader.read(bytes(of: journal.path), path: journal.path, expecting: durand)
    #expect(marks(read.lines) == [1, 2, 3, 4, 5, 6], "\(plan), call \(call)")
    #expect(read.head == journal.head && read.tornTail == nil)
    #expect(try mode(of: journal.path) == 0o600)
    journal.close()
    #expect(try Journal.open(in: directory.path, disk: disk).head == read.head)
    return failed
  }

  private func opened(in directory: String, _ disk: FailingDisk) throws -> Journal {
    do { return try Journal.open(in: directory, disk: disk) } catch {
      disk.heal()
      return try Journal.open(in: directory, disk: disk)
    }
  }

  private func mark(_ number: Int, _ journal: Journal, _ disk: FailingDisk) throws {
    let failuresBefore = disk.failures
    do {
      try journal.append(mark: number)
      #expect(disk.failures == failuresBefore, "acknowledged although a call failed")
    } catch {
      #expect(journal.count == number - 1)
      #expect(journal.failure == error)
      #expect(throws: StoreFault(.failedEarlier, path: journal.path)) { try journal.append(mark: number) }
      // While the disk stays broken, recovery fails and may be tried again.
      while disk.isBroken { #expect(throws: StoreFault.self) { try journal.recover() }; disk.heal() }
      do { try journal.recover() } catch { try journal.recover() }
      #expect(journal.failure == nil)
      try journal.append(mark: number)
    }
  }

  @Test func `every call of recovery may fail and recovery be tried again`() throws {
    for afterwards in [false, true] {
      var call = 1
      var failed = true
      while failed {
        let directory = try TemporaryDirectory()
        let disk = FailingDisk()
        let journal = try Journal.open(in: directory.path, disk: disk)
        try journal.append(mark: 1)
        disk.arm(.init(code: EIO, afterwards: true), at: 2)
        #expect(throws: StoreFault.self) { try journal.append(mark: 2) }
        disk.arm(.init(code: EIO, afterwards: afterwards), at: call)
        let before = disk.failures
        do { try journal.recover() } catch {
          disk.heal()
          try journal.recover()
        }
        failed = disk.failures > before
        disk.heal()
        try journal.append(mark: 2)
        let read = try JournalReader.read(bytes(of: journal.path), path: "", expecting: durand)
        #expect(marks(read.lines) == [1, 2])
        call += 1
      }
      #expect(call > 15)
    }
  }

  @Test func `recovering takes the lock again, which a server may have forgotten`() throws {
    let directory = try TemporaryDirectory()
    let disk = FailingDisk()
    let journal = try Journal.open(in: directory.path, disk: disk)
    func fail() {
      disk.arm(.init(code: EIO), at: 2)
      #expect(throws: StoreFault.self) { try journal.append(mark: 1) }
    }
    fail()
    let before = disk.log.count
    try journal.recover()
    let calls = disk.log[before...]
    let taking = try #require(calls.firstIndex(of: .flock)) - before + 1
    // That call fails, as when another console was quicker.
    fail()
    disk.arm(.init(code: EWOULDBLOCK), at: taking)
    #expect(throws: StoreFault.self) { try journal.recover() }
    #expect(journal.failure?.reason.name == "locked")
    try journal.recover()
    try journal.append(mark: 1)
  }

  @Test func `a fact tried again keeps the line it had, its time included`() throws {
    let disk = PowerlessDisk()
    let journal = try Journal.open(in: "/s", disk: disk)
    let event = JSON.object(["criterionMarked": .object(["criterion": "C4.1", "mark": "met"])])
    // Calls of an append: stat, write, fdatasync. The line is in the file, and nobody knows.
    disk.callsLeft = 2
    #expect(throws: StoreFault.self) { try journal.append(event: event, at: morning, boot: "b00710ad", up: 700_000) }
    disk.resume(for: .max)
    try journal.recover()
    let line = try journal.append(event: event, at: "2026-06-15T09:00:59.000+02:00", boot: "b00710ad", up: 750_000)
    #expect(line.up == 700_000 && line.at == morning)
    // Another fact is of its own time.
    #expect(try journal.append(event: event, at: morning, boot: "b00710ad", up: 750_001).up == 750_001)
  }

  @Test func `a tick costs one write and one fdatasync and reads nothing`() throws {
    let directory = try TemporaryDirectory()
    let disk = FailingDisk()
    let journal = try Journal.open(in: directory.path, disk: disk)
    let before = disk.log.count
    try journal.append(mark: 1)
    #expect(disk.log[before...] == [.stat, .write, .fdatasync])
  }

  @Test func `what would not read back is refused with nothing written`() throws {
    let directory = try TemporaryDirectory()
    let journal = try Journal.open(in: directory.path)
    let before = try bytes(of: journal.path)
    let unsorted = JSON.members([.init("b", 1), .init("a", 2)])
    #expect(throws: StoreFault(.notCanonical, path: journal.path, line: 2)) {
      try journal.append(event: unsorted, at: morning, boot: "b", up: 0)
    }
    #expect(throws: StoreFault(.malformed(member: "event"), path: journal.path, line: 2)) {
      try journal.append(event: "text", at: morning, boot: "b", up: 0)
    }
    #expect(throws: StoreFault(.malformed(member: "up"), path: journal.path, line: 2)) {
      try journal.append(event: .object([:]), at: morning, boot: "b", up: -1)
    }
    #expect(journal.failure == nil)
    #expect(try bytes(of: journal.path) == before)
    try journal.append(mark: 1)
  }

  @Test func `a fact by which the journal would be too large to read is refused with nothing written`() throws {
    let directory = try TemporaryDirectory()
    let journal = try Journal.open(in: directory.path)
    try journal.append(mark: 1)
    let before = try bytes(of: journal.path)
    func note(_ length: Int) -> JSON { .object(["note": .string(String(repeating: "a", count: length))]) }
    let rest = Line(n: 2, at: morning, boot: "b", up: 0, event: note(0), prev: journal.head).bytes.count
    let room = 16 << 20 - before.count - rest
    for length in [room + 1, 17 << 20] {
      #expect(throws: StoreFault(.tooLarge(limit: 16 << 20), path: journal.path)) {
        try journal.append(event: note(length), at: morning, boot: "b", up: 0)
      }
    }
    #expect(journal.failure == nil && journal.count == 1)
    #expect(try bytes(of: journal.path) == before)
    try journal.append(event: note(room), at: morning, boot: "b", up: 0)
    #expect(throws: StoreFault(.tooLarge(limit: 16 << 20), path: journal.path)) { try journal.append(mark: 2) }
    journal.close()
    #expect(try Journal.open(in: directory.path).count == 2)
    #expect(try SystemDisk().status(of: journal.path).size == 16 << 20)
  }
}
