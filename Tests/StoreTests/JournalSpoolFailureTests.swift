import Glibc
import JSON
import Testing

@testable import Store

/// The session's directory goes away and comes back, while any call fails, or the power goes at any call.
@Suite struct JournalSpoolFailureTests {
  static let plans = JournalFailureTests.plans + [.init(code: ESTALE), .init(code: ESTALE, forEver: true)]

  @Test(arguments: plans)
  func `whatever call fails, near or far, no fact is lost or doubled`(_ plan: FailingDisk.Plan) throws {
    var call = 1
    // A line in one write, or in several.
    while try sitting(plan, failing: call, writeLimit: call.isMultiple(of: 2) ? .max : 60) { call += 1 }
    // Opening, spooling and carrying over are at least this many calls: the loop has met them all.
    #expect(call > 80)
  }

  /// Marks six criteria, the session being away for two of them, as the console does: recovering after a failure, marking
  /// again, and looking now and then whether the session is back. Returns whether a call failed.
  private func sitting(_ plan: FailingDisk.Plan, failing call: Int, writeLimit: Int) throws -> Bool {
    let directory = try TemporaryDirectory()
    let session = directory.path + "/s"
    mkdir(session, 0o700)
    let disk = FailingDisk()
    disk.writeLimit = writeLimit
    disk.arm(plan, at: call)
    let journal = try opened(in: directory, disk)
    let follower = try JournalFollower(durand, in: SessionDirectory(session))
    var followed: [Line] = []
    for number in 1...6 {
      if number == 3 { rename(session, session + "-away") }
      if number == 5 { rename(session + "-away", session) }
      try mark(number, journal, disk)
      if journal.isSpooling, number > 4 { _ = try? journal.recover() }
      if let lines = try? follower.poll() { followed += lines }
    }
    let failed = disk.failures > 0 || disk.calls >= call
    disk.heal()
    try journal.recover()
    followed += try follower.poll()
    let read = try JournalReader.read(bytes(of: journal.path), path: journal.path, expecting: durand)
    #expect(marks(read.lines) == [1, 2, 3, 4, 5, 6], "\(plan), call \(call)")
    #expect(read.lines == followed && read.lines == journal.lines, "\(plan), call \(call)")
    #expect(read.head == journal.head && read.tornTail == nil)
    journal.close()
    let again = try Journal.open(in: session, disk: disk, spool: directory.path + "/spool")
    #expect(again.head == read.head && again.tornTail == nil)
    return failed
  }

  private func opened(in directory: TemporaryDirectory, _ disk: FailingDisk) throws -> Journal {
    do { return try Journal.open(in: directory.path + "/s", disk: disk, spool: directory.path + "/spool") } catch {
      disk.heal()
      return try Journal.open(in: directory.path + "/s", disk: disk, spool: directory.path + "/spool")
    }
  }

  private func mark(_ number: Int, _ journal: Journal, _ disk: FailingDisk) throws {
    do { try journal.append(mark: number) } catch {
      #expect(journal.count == number - 1 && journal.failure == error)
      while disk.isBroken { #expect(throws: StoreFault.self) { try journal.recover() }; disk.heal() }
      do { try journal.recover() } catch { try journal.recover() }
      #expect(journal.failure == nil)
      try journal.append(mark: number)
    }
  }

  @Test(arguments: PowerlessDisk.Loss.allCases, [PowerlessDisk.Loss.everything, .names])
  func `what was acknowledged is there after the power was cut at any call`(
    _ loss: PowerlessDisk.Loss, then second: PowerlessDisk.Loss
  ) throws {
    var call = 0
    // A second cut, while opening and carrying over, or only once it is open: what the first left is opened by the third.
    while try cut(at: call, loss, then: call.isMultiple(of: 3) ? .max : call * 7 % 60, second) { call += 1 }
    #expect(call > 100)
  }

  /// Returns whether the first cut came before the end.
  private func cut(at call: Int, _ loss: PowerlessDisk.Loss, then later: Int, _ second: PowerlessDisk.Loss) throws
    -> Bool
  {
    let disk = PowerlessDisk()
    disk.callsLeft = call
    var acknowledged = (try? play(on: disk)) ?? []
    let wasCut = disk.isOff
    disk.restart(after: loss)
    disk.plug()
    disk.callsLeft = later
    let again = (try? Journal.open(in: "/s", disk: disk, spool: "/local/jury/spool")).map { marks($0.lines) } ?? []
    if again.count > acknowledged.count { acknowledged = again }
    disk.restart(after: second)
    let journal = try Journal.open(in: "/s", disk: disk, spool: "/local/jury/spool")
    let found = marks(journal.lines)
    #expect(found.starts(with: acknowledged) && found.count <= acknowledged.count + 1, "call \(call): \(found)")
    #expect(found == Array([1, 2, 3, 4, 5].prefix(found.count)))
    try journal.append(mark: found.count + 1)
    journal.close()
    #expect(try Journal.open(in: "/s", disk: disk, spool: "/local/jury/spool").count == found.count + 1)
    #expect(try disk.status(of: "/s/orals/durand/jury.jsonl").isFile)
    #expect(throws: DiskError(.stat, ENOENT)) {
      try disk.status(of: "/local/jury/spool/2026-12-lille/durand/jury.jsonl")
    }
    return wasCut
  }

  /// Marks five criteria, the session being unplugged for two; returns those acknowledged before the power went.
  private func play(on disk: PowerlessDisk) throws -> [Int] {
    let journal = try Journal.open(in: "/s", disk: disk, spool: "/local/jury/spool")
    for number in 1...5 {
      if number == 3 { disk.unplug() }
      if number == 5 {
        disk.plug()
        _ = try? journal.recover()
      }
      guard (try? journal.append(mark: number)) != nil else { break }
    }
    return marks(journal.lines)
  }

  @Test(arguments: PowerlessDisk.Loss.allCases)
  func `a spool is safe that another console had died in making`(_ loss: PowerlessDisk.Loss) throws {
    var call = 0
    var wasCut = true
    while wasCut {
      let disk = PowerlessDisk()
      disk.unplug()
      disk.plug()
      let first = try Journal.open(in: "/s", disk: disk, spool: "/local/jury/spool")
      try first.append(mark: 1)
      disk.unplug()
      disk.callsLeft = call
      let died = (try? first.append(mark: 2)) == nil
      wasCut = disk.isOff
      disk.restart(after: .nothing)
      disk.plug()
      let second = try Journal.open(in: "/s", disk: disk, spool: "/local/jury/spool")
      #expect(died || second.count == 2)
      disk.unplug()
      try second.append(mark: second.count + 1)
      disk.restart(after: loss)
      disk.plug()
      let found = try Journal.open(in: "/s", disk: disk, spool: "/local/jury/spool")
      #expect(found.lines == second.lines, "call \(call)")
      call += 1
    }
    #expect(call > 20)
  }

  @Test func `the spool's own failure is told, and mended while the session is still away`() throws {
    let directory = try TemporaryDirectory()
    let session = directory.path + "/s"
    mkdir(session, 0o700)
    let disk = FailingDisk()
    let journal = try opened(in: directory, disk)
    rename(session, session + "-away")
    try journal.append(mark: 1)
    let spooled = directory.path + "/spool/2026-12-lille/durand/jury.jsonl"
    let full = StoreFault(.cannotWrite(DiskError(.fdatasync, ENOSPC)), path: spooled)
    disk.arm(.init(code: ENOSPC, afterwards: true), at: 3)
    #expect(throws: full) { try journal.append(mark: 2) }
    #expect(journal.failure == full && journal.isSpooling && journal.count == 1)
    // Mended although the session is away; then the same fact has the same line.
    try journal.recover()
    #expect(journal.failure == nil && journal.isSpooling)
    #expect(journal.away == StoreFault(.changedUnderneath(.gone), path: session))
    #expect(try bytes(of: spooled) == journal.lines.flatMap(\.bytes))
    try journal.append(mark: 2)
    // Even when everything of it is gone.
    rename(directory.path + "/spool", directory.path + "/lost")
    #expect(throws: StoreFault(.changedUnderneath(.gone), path: spooled)) { try journal.append(mark: 3) }
    try journal.recover()
    let lock = #expect(throws: StoreFault.self) { try JournalLock.take(JournalLock.place(of: spooled), disk: disk) }
    #expect(lock?.reason.name == "locked")
    try journal.append(mark: 3)
    #expect(try bytes(of: spooled) == journal.lines.flatMap(\.bytes))
    rename(session + "-away", session)
    try journal.recover()
    #expect(marks(try JournalReader.read(bytes(of: journal.path), path: "", expecting: durand).lines) == [1, 2, 3])
  }

  @Test func `what a failed append left in the journal gives way to the spool`() throws {
    for limit in [60, .max] {
      let directory = try TemporaryDirectory()
      let session = directory.path + "/s"
      mkdir(session, 0o700)
      let disk = FailingDisk()
      disk.writeLimit = limit
      let journal = try opened(in: directory, disk)
      disk.arm(.init(code: ENOSPC, afterwards: true), at: 3)
      #expect(throws: StoreFault.self) { try journal.append(mark: 1) }
      rename(session, session + "-away")
      try journal.recover()
      try journal.append(mark: 2)
      rename(session + "-away", session)
      try journal.recover()
      #expect(marks(try JournalReader.read(bytes(of: journal.path), path: "", expecting: durand).lines) == [2])
    }
  }

  @Test func `a journal that failed before its session went away spools once it can`() throws {
    let directory = try TemporaryDirectory()
    let session = directory.path + "/s"
    mkdir(session, 0o700)
    let disk = FailingDisk()
    let journal = try opened(in: directory, disk)
    try journal.append(mark: 1)
    disk.arm(.init(code: ENOSPC, afterwards: true), at: 3)
    #expect(throws: StoreFault.self) { try journal.append(mark: 2) }
    let seen = try JournalReader.read(bytes(of: journal.path), path: "", expecting: durand).lines
    rename(session, session + "-away")
    #expect(try journal.recover() == nil)
    #expect(journal.isSpooling && journal.spooledCount == 0 && journal.failure == nil)
    let stamp = "2026-12-01T09:59:59.999+01:00"
    let event = JSON.object(["criterionMarked": .object(["criterion": "C4.2", "mark": "met"])])
    // What others may have read of it stays as it was.
    #expect(try journal.append(event: event, at: stamp, boot: "b", up: 1) == seen.last)
    rename(session + "-away", session)
    try journal.recover()
    #expect(try JournalReader.read(bytes(of: journal.path), path: "", expecting: durand).lines == seen)
  }
}
