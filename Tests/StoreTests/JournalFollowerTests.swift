import Glibc
import JSON
import Testing

@testable import Store

@Suite struct JournalFollowerTests {
  let directory: TemporaryDirectory
  let path: String
  /// Thirty marks after the header.
  let lines: [[UInt8]]

  init() throws {
    directory = try TemporaryDirectory()
    path = "\(directory.path)/orals/durand/jury.jsonl"
    lines = split(try sampleJournal(30))
    for inner in ["/orals", "/orals/durand"] { mkdir(directory.path + inner, 0o700) }
  }

  private func follower(disk: any Disk = SystemDisk()) throws -> JournalFollower {
    try JournalFollower(durand, in: SessionDirectory(directory.path, disk: disk))
  }

  private func put(_ count: Int, then rest: [UInt8] = []) throws { try put(Array(lines[...count].joined()) + rest) }

  private func put(_ bytes: [UInt8]) throws { try write(bytes, to: path) }

  /// As a synchroniser does.
  private func replace(_ bytes: [UInt8]) throws {
    try write(bytes, to: path + ".part")
    rename(path + ".part", path)
  }

  private func fault(_ follower: JournalFollower) -> StoreFault? {
    let fault = #expect(throws: StoreFault.self) { try follower.poll() }
    #expect(follower.fault == fault)
    return fault
  }

  @Test func `each line that another console writes is given once`() throws {
    let follower = try follower()
    #expect(try follower.poll() == [] && follower.header == nil)
    let journal = try Journal.open(in: directory.path)
    #expect(try follower.poll() == [])
    #expect(follower.header == journal.header && follower.head == journal.head)
    for number in [1, 3, 5] {
      let first = try journal.append(mark: number)
      let second = try journal.append(mark: number + 1)
      #expect(try follower.poll() == [first, second])
      #expect(try follower.poll() == [])
    }
    #expect(follower.count == 6 && follower.head == journal.head)
  }

  @Test func `a line cut at any byte is waited for`() throws {
    for part in 0...2 {
      let follower = try follower()
      for length in lines[part].indices {
        try put(Array(lines[..<part].joined()) + lines[part].prefix(length))
        #expect(marks(try follower.poll()) == (length == 0 && part > 0 ? Array(1..<part) : []))
      }
      try put(part)
      #expect(marks(try follower.poll()) == (part > 0 ? [part] : []))
      unlink(path)
    }
  }

  @Test func `an interrupted line that its author set aside gives way to the next`() throws {
    try put(2, then: Array(lines[3].prefix(100)))
    let follower = try follower()
    #expect(marks(try follower.poll()) == [1, 2])
    let journal = try Journal.open(in: directory.path)
    #expect(try follower.poll() == [])
    let line = try journal.append(mark: 9)
    #expect(try follower.poll() == [line])
  }

  @Test func `nothing is read when nothing changed, and only what is new when something did`() throws {
    try put(29)
    let disk = FailingDisk()
    let follower = try follower(disk: disk)
    #expect(try follower.poll().count == 29)
    let before = (disk.log.count, disk.bytesRead)
    #expect(try follower.poll() == [])
    #expect(disk.log[before.0...] == [.open, .stat] && disk.bytesRead == before.1)
    try put(30)
    #expect(marks(try follower.poll()) == [30])
    // The last known line is read again.
    #expect(disk.bytesRead - before.1 == lines[29].count + lines[30].count)
  }

  @Test func `a file put in the place of the one before goes on when it begins alike`() throws {
    try put(3)
    let follower = try follower()
    #expect(marks(try follower.poll()) == [1, 2, 3])
    try replace(Array(lines[...5].joined()))
    #expect(marks(try follower.poll()) == [4, 5])
    try replace(Array(lines[...5].joined()))
    #expect(try follower.poll() == [])
    try put(6)
    #expect(marks(try follower.poll()) == [6])
  }

  @Test(arguments: [true, false])
  func `a file that is not what it was is named until it is again`(_ replaced: Bool) throws {
    try put(4)
    let follower = try follower()
    #expect(marks(try follower.poll()) == [1, 2, 3, 4])
    var altered = lines
    altered[4] = Array(String(decoding: lines[4], as: UTF8.self).replacing("C4.4", with: "C4.9").utf8)
    let others = [
      Array(lines[...3].joined()), Array(lines[...3].joined()) + lines[4].dropLast(), [],
      Array(altered[...4].joined()), Array(altered[...9].joined()),
    ]
    for other in others {
      if replaced { try replace(other) } else { try put(other) }
      for _ in 1...2 { #expect(fault(follower) == StoreFault(.rewritten, path: path)) }
      #expect(follower.count == 4)
      try put(4)
      #expect(try follower.poll() == [] && follower.fault == nil)
    }
    try put(6)
    #expect(marks(try follower.poll()) == [5, 6])
  }

  @Test func `a line altered far back is seen when the file is put anew`() throws {
    try put(4)
    let follower = try follower()
    _ = try follower.poll()
    var altered = lines
    altered[1][20] ^= 1
    for count in [4, 6] {
      try put(Array(altered[...count].joined()))
      #expect(fault(follower)?.reason == .rewritten)
    }
    try replace(Array(altered[...8].joined()))
    #expect(fault(follower)?.reason == .rewritten)
  }

  @Test func `a file that is gone is named, and taken up again`() throws {
    try put(2)
    let follower = try follower()
    _ = try follower.poll()
    let away = directory.path + "-away"
    rename(directory.path, away)
    for _ in 1...2 { #expect(fault(follower) == StoreFault(.changedUnderneath(.gone), path: path)) }
    rename(away, directory.path)
    #expect(try follower.poll() == [] && follower.fault == nil)
    try put(3)
    #expect(marks(try follower.poll()) == [3])
  }

  /// Each is what stands after two good lines.
  static let damages: [[UInt8]] = [
    Array("{}\n".utf8), [0x0A], Array("hello\n".utf8), [UInt8](repeating: 0, count: 300),
    [UInt8](repeating: 0, count: 300) + [0x0A], [0x7B, 0, 0],
  ]

  @Test(arguments: damages)
  func `damage has the name that reading the whole has, after what precedes it`(_ damage: [UInt8]) throws {
    let follower = try follower()
    try put(1)
    _ = try follower.poll()
    try put(2, then: damage)
    let read = #expect(throws: StoreFault.self) {
      try JournalReader.read(bytes(of: path), path: path, expecting: durand)
    }
    #expect(marks(try follower.poll()) == [2])
    #expect(follower.fault == read)
    for _ in 1...2 { #expect(fault(follower) == read) }
    try put(3)
    #expect(marks(try follower.poll()) == [3])
    #expect(follower.fault == nil)
  }

  @Test func `a broken chain and another's journal are named`() throws {
    let follower = try follower()
    try put(Array(lines[...2].joined()) + lines[4])
    #expect(marks(try follower.poll()) == [1, 2])
    #expect(fault(follower)?.reason == .numberOutOfOrder(expected: 3, found: 4))
    let header = String(decoding: lines[0], as: UTF8.self).replacing("durand", with: "martin")
    try put(Array(header.utf8))
    let stranger = try self.follower()
    #expect(fault(stranger)?.reason == .wrongHeader(member: "candidate", expected: "durand", found: "martin"))
  }

  @Test(arguments: [false, true])
  func `whatever call fails each line is given once`(_ afterwards: Bool) throws {
    var call = 1
    var failed = true
    while failed {
      let disk = FailingDisk()
      let follower = try follower(disk: disk)
      disk.arm(.init(code: EIO, afterwards: afterwards), at: call)
      var given: [Line] = []
      for count in [2, 2, 5, 9] {
        if count == 9 { try replace(Array(lines[...9].joined())) } else { try put(count) }
        do { given += try follower.poll() } catch { #expect(error == follower.fault) }
      }
      disk.heal()
      given += try follower.poll()
      failed = disk.failures > 0
      #expect(marks(given) == Array(1...9), "call \(call)")
      unlink(path)
      call += 1
    }
    #expect(call > 10)
  }

  @Test(arguments: [16 << 20 + 1, 1 << 40])
  func `a journal larger than any is named, and not read`(_ size: Int) throws {
    try put(2)
    let disk = FailingDisk()
    let follower = try follower(disk: disk)
    #expect(marks(try follower.poll()) == [1, 2])
    let before = disk.bytesRead
    // Nothing but a size: no disk holds so much.
    try #require(truncate(path, size) == 0)
    for _ in 1...2 { #expect(fault(follower) == StoreFault(.tooLarge(limit: 16 << 20), path: path)) }
    #expect(disk.bytesRead == before)
    try put(3)
    #expect(marks(try follower.poll()) == [3] && follower.fault == nil)
  }

  @Test func `neither a link nor a pipe is followed`() throws {
    try write(Array(lines[...2].joined()), to: path + ".elsewhere")
    symlink(path + ".elsewhere", path)
    #expect(fault(try follower())?.reason == .notAFile)
    unlink(path)
    mkfifo(path, 0o600)
    #expect(fault(try follower())?.reason == .notAFile)
  }
}
