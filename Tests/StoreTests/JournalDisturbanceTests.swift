import Glibc
import JSON
import Testing

@testable import Store

/// Somebody else touches the files of an open journal, or died while writing it.
@Suite struct JournalDisturbanceTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func journal(marks count: Int) throws -> Journal {
    let journal = try Journal.open(in: directory.path)
    for number in 0..<count { try journal.append(mark: number + 1) }
    return journal
  }

  private func marksOnDisk(_ journal: Journal) throws -> [Int] {
    marks(try JournalReader.read(bytes(of: journal.path), path: "", expecting: durand).lines)
  }

  @Test func `a torn last line is kept beside the journal and told`() throws {
    let path: String
    do { path = try journal(marks: 2).path }
    let whole = try bytes(of: path)
    for (number, torn) in [Array(#"{"at":"2026"#.utf8), [0xC3]].enumerated() {
      try write(whole + torn, to: path)
      let journal = try Journal.open(in: directory.path)
      #expect(journal.tornTail == TornTail(bytes: torn, path: "\(path).torn-\(number + 1)"))
      #expect(try bytes(of: "\(path).torn-\(number + 1)") == torn)
      #expect(try mode(of: "\(path).torn-\(number + 1)") == 0o600)
      #expect(try bytes(of: path) == whole)
    }
    let journal = try Journal.open(in: directory.path)
    #expect(journal.tornTail == nil)
    try journal.append(mark: 3)
    #expect(try marksOnDisk(journal) == [1, 2, 3])
  }

  @Test func `a damaged journal is not opened and not touched`() throws {
    let path: String
    do { path = try journal(marks: 2).path }
    let damaged = try bytes(of: path) + Array("{}\n".utf8)
    try write(damaged, to: path)
    #expect(throws: StoreFault(.malformed(member: ""), path: path, line: 4)) { try Journal.open(in: directory.path) }
    #expect(try bytes(of: path) == damaged)
    // And its lock is free again.
    try write(Array(damaged.dropLast(3)), to: path)
    #expect(try Journal.open(in: directory.path).count == 2)
  }

  @Test func `a journal cut short under us is noticed and made whole`() throws {
    let journal = try journal(marks: 3)
    truncate(journal.path, 300)
    #expect(throws: StoreFault(.changedUnderneath(.shorter), path: journal.path)) { try journal.append(mark: 4) }
    #expect(try journal.recover() == nil)
    try journal.append(mark: 4)
    #expect(try marksOnDisk(journal) == [1, 2, 3, 4])
  }

  @Test func `what another program added is noticed and kept aside`() throws {
    let journal = try journal(marks: 1)
    let foreign = try bytes(of: journal.path) + Array("hello\n".utf8)
    try write(foreign, to: journal.path)
    #expect(throws: StoreFault(.changedUnderneath(.longer), path: journal.path)) { try journal.append(mark: 2) }
    let aside = try #require(try journal.recover())
    #expect(aside == "\(journal.path).found-1")
    #expect(try bytes(of: aside) == foreign)
    try journal.append(mark: 2)
    #expect(try marksOnDisk(journal) == [1, 2])
  }

  @Test func `a journal that was replaced is noticed and the other kept aside`() throws {
    let journal = try journal(marks: 1)
    try write(Array("another\n".utf8), to: "\(directory.path)/other")
    rename("\(directory.path)/other", journal.path)
    #expect(throws: StoreFault(.changedUnderneath(.replaced), path: journal.path)) { try journal.append(mark: 2) }
    let aside = try #require(try journal.recover())
    #expect(try bytes(of: aside) == Array("another\n".utf8))
    try journal.append(mark: 2)
    #expect(try marksOnDisk(journal) == [1, 2])
  }

  @Test func `an oral's directory that was deleted is made again, and locked again`() throws {
    let journal = try journal(marks: 1)
    rename("\(directory.path)/orals/durand", "\(directory.path)/moved")
    #expect(throws: StoreFault(.changedUnderneath(.gone), path: journal.path)) { try journal.append(mark: 2) }
    try journal.recover()
    try journal.append(mark: 2)
    #expect(try marksOnDisk(journal) == [1, 2])
    #expect(try mode(of: "\(directory.path)/orals/durand") == 0o700)
    let fault = #expect(throws: StoreFault.self) { try Journal.open(in: directory.path) }
    #expect(fault?.reason.name == "locked")
  }

  @Test func `while the session is away nothing is written in its place`() throws {
    let journal = try journal(marks: 1)
    let away = directory.path + "-away"
    rename(directory.path, away)
    #expect(throws: StoreFault(.changedUnderneath(.gone), path: journal.path)) { try journal.append(mark: 2) }
    #expect(throws: StoreFault(.changedUnderneath(.gone), path: directory.path)) { try journal.recover() }
    #expect(throws: DiskError(.stat, ENOENT)) { try SystemDisk().status(of: directory.path) }
    rename(away, directory.path)
    try journal.recover()
    try journal.append(mark: 2)
    #expect(try marksOnDisk(journal) == [1, 2])
  }

  @Test func `a line that reached the disk though its append failed is there once`() throws {
    let disk = FailingDisk()
    let journal = try Journal.open(in: directory.path, disk: disk)
    try journal.append(mark: 1)
    // Calls of an append: stat, write, fdatasync.
    disk.arm(.init(code: EIO), at: 3)
    let fault = StoreFault(.cannotWrite(DiskError(.fdatasync, EIO)), path: journal.path)
    #expect(throws: fault) { try journal.append(mark: 2) }
    #expect(try marksOnDisk(journal) == [1, 2])
    #expect(try journal.recover() == nil)
    #expect(try marksOnDisk(journal) == [1])
    try journal.append(mark: 2)
    #expect(try marksOnDisk(journal) == [1, 2])
  }

  @Test func `a journal in a session that does not exist is refused`() {
    let path = directory.path + "/none"
    #expect(throws: StoreFault(.changedUnderneath(.gone), path: path)) { try Journal.open(in: path) }
  }

  @Test func `a symbolic link in the journal's place is refused`() throws {
    let path: String
    do { path = try journal(marks: 1).path }
    rename(path, "\(directory.path)/elsewhere")
    symlink("\(directory.path)/elsewhere", path)
    #expect(throws: StoreFault(.notAFile, path: path)) { try Journal.open(in: directory.path) }
  }
}
