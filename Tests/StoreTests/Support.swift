import Glibc
import JSON
import Testing

@testable import Store

/// A directory that goes away with the test.
final class TemporaryDirectory {
  let path: String

  init() throws {
    var template = Array("/tmp/store-tests-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = string(template)
  }

  deinit { remove(path) }

  private func remove(_ path: String) {
    let disk = SystemDisk()
    for name in (try? disk.names(in: path)) ?? [] {
      let inner = "\(path)/\(name)"
      if (try? disk.status(of: inner))?.isDirectory ?? false { remove(inner) } else { unlink(inner) }
    }
    rmdir(path)
  }
}

/// Bytes put on disk by no code of ours.
func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) throws {
  let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC, mode)
  try #require(descriptor >= 0)
  defer { close(descriptor) }
  fchmod(descriptor, mode)
  try #require(bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) } == bytes.count)
}

func bytes(of path: String) throws -> [UInt8] { try SystemDisk().contents(of: path, limit: 1 << 24) }

func mode(of path: String) throws -> mode_t { try SystemDisk().status(of: path).mode }

let durand = JournalIdentity.oral(session: "2026-12-lille", candidate: "durand", author: "jury")
let morning = "2026-12-01T09:12:33.412+01:00"

extension Journal {
  static func open(in directory: String, disk: any Disk = SystemDisk(), spool: String? = nil) throws(StoreFault)
    -> Journal
  {
    try open(
      durand, in: SessionDirectory(directory, disk: disk), at: morning, boot: "b00710ad", up: 700_000,
      spool: spool.map { Spool($0, disk: disk) })
  }

  @discardableResult
  func append(mark number: Int) throws(StoreFault) -> Line {
    let event = JSON.object(["criterionMarked": .object(["criterion": .string("C4.\(number)"), "mark": "met"])])
    return try append(event: event, at: morning, boot: "b00710ad", up: 700_000 + number)
  }
}

/// The numbers of the criteria marked, in order.
func marks(_ lines: [Line]) -> [Int] {
  lines.compactMap { $0.event["criterionMarked"]?["criterion"]?.string.flatMap { Int($0.dropFirst(3)) } }
}

/// A journal of `count` marks, as its bytes.
func sampleJournal(_ count: Int) throws -> [UInt8] {
  let directory = try TemporaryDirectory()
  let journal = try Journal.open(in: directory.path)
  for number in 0..<count { try journal.append(mark: number + 1) }
  return try bytes(of: journal.path)
}

/// The lines of a file, each with its newline.
func split(_ bytes: [UInt8]) -> [[UInt8]] {
  bytes.split(separator: 0x0A, omittingEmptySubsequences: true).map { Array($0) + [0x0A] }
}
