import Console
import Evaluation
import Foundation
import JSON
import Screen
import Testing

@testable import Store
@testable import jury

/// What a console makes of the others' journals and signs of life.
@Suite struct DeskFollowingTests {
  // MARK: Clocks

  /// Roux's machine was started four minutes before, and its wall clock is an hour fast.
  private let far = Panel.Machine(boot: "b0072", upAhead: 240_000, wallAhead: 3_600_000)

  @Test func `across two machines whose clocks disagree, elapsed time goes on through a takeover`() throws {
    for delay in [0, 700, 2000] {
      let panel = try Panel(2)
      panel.machines = ["roux": far]
      let folder = SlowDisk.Folder(panel.time, delay: delay)
      for juror in panel.jurors { try panel.sit(juror, SlowDisk(folder)) }
      try panel.start()
      let started = panel.time.now
      panel.pass(60_000, tick: 20)
      #expect(try panel.at("roux").console.neighbours.map(\.juror) == ["benali"])
      let ahead = try #require(try panel.at("roux").console.neighbours.first?.wallAhead)
      // Benali's clock is an hour behind Roux's.
      #expect((0...delay + 20).contains(-far.wallAhead - ahead), "delay \(delay): \(ahead)")
      panel.die("benali")
      panel.pass(10_000)
      #expect(try panel.at("roux").screen.contains("muet"))
      func error(at juror: String) throws -> Int {
        try panel.oral(juror).clock.totalSpent(at: panel.now(juror)) - (panel.time.now - started)
      }
      var errors = [try error(at: "roux")]
      try panel.press("roux", .character("T"))
      #expect(try panel.oral("roux").hand == "roux")
      errors.append(try error(at: "roux"))
      panel.pass(60_000)
      errors.append(try error(at: "roux"))
      #expect(errors.allSatisfy { (-delay - 20...0).contains($0) }, "delay \(delay): \(errors)")
      #expect(try !panel.oral("roux").clock.isUncertain(at: panel.now("roux")))
      // The one who comes back reads the same, by her own clocks.
      try panel.sit("benali", SlowDisk(folder))
      panel.pass(60_000, tick: 20)
      let back = try error(at: "benali")
      #expect(abs(back) <= 2 * (delay + 20), "delay \(delay): \(back)")
    }
  }

  @Test func `a console tells which of its facts the others have read, and knows again after a crash`() throws {
    let panel = try Panel.started(2)
    func seen() throws -> Stamp? { try panel.at("benali").console.neighbours.first?.seenUpTo }
    try panel.at("benali").play(.criterionMarked(criterion: "C6.1", mark: .met))
    let first = try panel.oral("benali").lastFactAt
    #expect(try seen() != first)
    panel.pass(3000)
    #expect(try first != nil && seen() == first)
    panel.die("benali")
    panel.pass(1000)
    try panel.sit("benali")
    panel.pass(3000)
    #expect(try seen() == first)
  }

  // MARK: Journals

  @Test func `a half-written last line is waited for`() throws {
    let panel = try Panel.started(2)
    let before = try panel.bytes("roux")
    try panel.at("roux").play(.criterionMarked(criterion: "C6.1", mark: .met))
    let after = try panel.bytes("roux")
    let benali = try panel.at("benali")
    for length in [before.count + 1, (before.count + after.count) / 2, after.count - 1] {
      try panel.overwrite(panel.journal("roux"), Array(after[..<length]))
      benali.follow()
      #expect(benali.console.oral?.markedCount(by: "roux") == 0)
      panel.pass(2000)
      #expect(benali.console.alarms.isEmpty)
    }
    try panel.overwrite(panel.journal("roux"), after)
    benali.follow()
    #expect(benali.console.oral?.markedCount(by: "roux") == 1)
  }

  @Test func `a journal that is damaged or rewritten is an alarm, and nobody's marks are lost`() throws {
    let panel = try Panel.started()
    for juror in panel.jurors { try panel.say(juror, .criterionMarked(criterion: "C6.1", mark: .met)) }
    let sound = try panel.bytes("roux")
    panel.die("roux")
    var damaged = sound
    damaged[sound.count - 20] ^= 1
    for bytes in [damaged, Array(sound[..<(sound.count / 2)]), Array("{}\n".utf8)] {
      try panel.overwrite(panel.journal("roux"), bytes)
      panel.pass(2200)
      for juror in ["benali", "oster"] {
        #expect(try panel.at(juror).console.alarms.count == 1)
        #expect(try panel.at(juror).screen.contains("journal"))
        #expect(try panel.oral(juror).markedCount(by: "roux") == 1)
        #expect(try panel.oral(juror).markedCount(by: "benali") == 1)
      }
      // The others go on.
      try panel.say("benali", .clockPaused(reason: "alarme"), .clockResumed(backdatedBy: 0))
    }
    try panel.overwrite(panel.journal("roux"), sound)
    panel.pass(2200)
    #expect(try panel.at("benali").console.alarms.isEmpty)
    try panel.sit("roux")
    try panel.say("roux", .criterionMarked(criterion: "C6.2", mark: .met))
    #expect(try panel.oral("oster").markedCount(by: "roux") == 2)
  }

  @Test
  func `what another writes that this version does not know is an alarm that stands, and what follows is not taken`()
    throws
  {
    let panel = try Panel.started(2)
    panel.die("roux")
    let directory = SessionDirectory(panel.directory)
    let identity = JournalIdentity.oral(
      session: try panel.session().plan.id, candidate: panel.candidate, author: "roux")
    let now = panel.now("roux")
    let journal = try Journal.open(identity, in: directory, at: now.at.text, boot: now.boot, up: now.up)
    func write(_ event: JSON) throws {
      try journal.append(event: event, at: now.at.text, boot: now.boot, up: now.up)
      panel.pass(1200)
    }
    try write(Fact(.criterionMarked(criterion: "C6.1", mark: .met)).json)
    try write(.object(["juryGreeted": .object([:])]))
    try write(Fact(.criterionMarked(criterion: "C6.2", mark: .met)).json)
    panel.pass(2200)
    #expect(try panel.oral("benali").markedCount(by: "roux") == 1)
    // The last line but one.
    let place = "orals/\(panel.candidate)/roux.jsonl:\(try panel.bytes("roux").count { $0 == 10 } - 1)"
    #expect(
      try panel.at("benali").console.alarms.map(\.fr) == ["ce fait est inconnu de cette version (\(place))"])
  }

  @Test func `a line that could not be made safe and was read by others is written again as it was`() throws {
    let panel = try Panel(2)
    let disk = FailingDisk()
    try panel.sit("benali")
    try panel.sit("roux", disk)
    try panel.start()
    // The write is made, the synchronisation fails.
    disk.arm(FailingDisk.Plan(code: EIO, forEver: true), at: 3)
    try panel.at("roux").play(.criterionMarked(criterion: "C6.1", mark: .met))
    #expect(try panel.at("roux").isUnsaved)
    panel.pass(1200)
    #expect(try panel.oral("benali").markedCount(by: "roux") == 1)
    disk.heal()
    panel.pass(1200)
    try panel.at("roux").retry()
    try panel.say("roux", .criterionMarked(criterion: "C6.2", mark: .met))
    panel.pass(1200)
    #expect(try panel.at("benali").console.alarms.isEmpty)
    #expect(try panel.oral("benali").markedCount(by: "roux") == 2)
  }

  @Test func `a file that nobody here wrote is an alarm, and is never read`() throws {
    let panel = try Panel.started(2)
    let copy = "\(panel.directory)/orals/\(panel.candidate)/roux (1).jsonl"
    #expect(FileManager.default.createFile(atPath: copy, contents: Data(try panel.bytes("roux"))))
    panel.pass(1200)
    #expect(try panel.at("benali").console.alarms.count == 1)
    #expect(try panel.at("benali").screen.contains("roux (1).jsonl"))
    try FileManager.default.removeItem(atPath: copy)
    panel.pass(1200)
    #expect(try panel.at("benali").console.alarms.isEmpty)
  }

  // MARK: Watching

  @Test func `a second console on a journal is refused, and may watch, live, without writing`() throws {
    let panel = try Panel.started(2)
    let second = try panel.desk("roux")
    #expect(second.journal == nil)
    #expect(second.screen.contains("--watch"))
    let watcher = try panel.desk("roux", isWatching: true)
    let files = try FileManager.default.subpathsOfDirectory(atPath: panel.directory).sorted()
    let before = try panel.bytes("roux")
    try panel.at("benali").play(.clockPaused(reason: "alarme"))
    watcher.follow()
    #expect(watcher.console.oral?.clock.state == .paused)
    for key in [Key.character(" "), .character("T"), .character("t"), .character("d"), .character("h")] {
      watcher.act(.pressed(key))
    }
    watcher.act(.pressed(.escape))
    watcher.act(.pressed(.character(" ")))
    #expect(watcher.said.hasPrefix("read-only"))
    #expect(!watcher.isUnsaved)
    #expect(try panel.bytes("roux") == before)
    try panel.say("roux", .criterionMarked(criterion: "C6.1", mark: .met))
    watcher.follow()
    #expect(watcher.console.oral?.mark(of: "C6.1") == .met)
    watcher.tick()
    watcher.close()
    #expect(try FileManager.default.subpathsOfDirectory(atPath: panel.directory).sorted() == files)
    // The one who writes goes on.
    panel.pass(2000)
    #expect(try panel.at("benali").console.neighbours.map(\.juror) == ["roux"])
  }
}

/// A machine's disk, which shows others' signs of life late, as a synchronised folder does.
private final class SlowDisk: Disk {
  /// What is on its way between machines.
  final class Folder {
    let time: Panel.Time
    let delay: Int
    /// By path, what was put there, and when.
    var put: [String: [(at: Int, bytes: [UInt8])]] = [:]

    init(_ time: Panel.Time, delay: Int) {
      self.time = time
      self.delay = delay
    }

    func seen(_ path: String) -> [UInt8] { put[path]?.last { $0.at <= time.now - delay }?.bytes ?? [] }
  }

  private let disk = SystemDisk()
  private let folder: Folder
  /// By descriptor, what its file held when that was to be seen.
  private var open: [Int32: [UInt8]] = [:]

  init(_ folder: Folder) { self.folder = folder }

  func open(_ path: String, flags: Int32, mode: mode_t) throws(DiskError) -> Int32 {
    let descriptor = try disk.open(path, flags: flags, mode: mode)
    if path.contains("/presence/"), flags & O_ACCMODE == O_RDONLY { open[descriptor] = folder.seen(path) }
    return descriptor
  }
  func close(_ descriptor: Int32) {
    open[descriptor] = nil
    disk.close(descriptor)
  }
  func read(_ descriptor: Int32, upTo count: Int, at offset: Int) throws(DiskError) -> [UInt8] {
    guard let bytes = open[descriptor] else { return try disk.read(descriptor, upTo: count, at: offset) }
    return Array(bytes.dropFirst(offset).prefix(count))
  }
  func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) throws(DiskError) -> Int {
    try disk.write(descriptor, bytes)
  }
  func truncate(_ descriptor: Int32, to size: Int) throws(DiskError) { try disk.truncate(descriptor, to: size) }
  func synchroniseData(_ descriptor: Int32) throws(DiskError) {}
  func synchronise(_ descriptor: Int32) throws(DiskError) {}
  func setMode(_ descriptor: Int32, _ mode: mode_t) throws(DiskError) { try disk.setMode(descriptor, mode) }
  func unlock(_ descriptor: Int32) { disk.unlock(descriptor) }
  func lock(_ descriptor: Int32) throws(DiskError) { try disk.lock(descriptor) }
  func rename(_ old: String, to new: String) throws(DiskError) {
    try disk.rename(old, to: new)
    guard new.contains("/presence/") else { return }
    let descriptor = try disk.open(new, flags: O_RDONLY, mode: 0)
    defer { disk.close(descriptor) }
    folder.put[new, default: []].append((folder.time.now, try disk.read(descriptor, upTo: 4096, at: 0)))
  }
  func remove(_ path: String) throws(DiskError) { try disk.remove(path) }
  func makeDirectory(_ path: String, mode: mode_t) throws(DiskError) { try disk.makeDirectory(path, mode: mode) }
  func status(of path: String) throws(DiskError) -> FileStatus { try disk.status(of: path) }
  func status(of descriptor: Int32) throws(DiskError) -> FileStatus { try disk.status(of: descriptor) }
  func names(in path: String) throws(DiskError) -> [String] { try disk.names(in: path) }
}
