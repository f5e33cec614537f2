import Glibc
import Testing

@testable import Store

/// Cut the power, or kill the process, at the k-th call, for every k; start again; look for what was acknowledged.
@Suite struct JournalPowerTests {
  @Test(arguments: PowerlessDisk.Loss.allCases, PowerlessDisk.Loss.allCases)
  func `what was acknowledged is there after the power was cut at any call`(
    _ loss: PowerlessDisk.Loss, then second: PowerlessDisk.Loss
  ) throws {
    var call = 0
    // A second cut, while opening again, or only once it is open: what the first left is opened by the third.
    while try [call % 28, .max].allSatisfy({ try cut(at: call, loss, then: $0, second) }) { call += 1 }
    #expect(call > 50)
  }

  /// Returns whether the first cut came before the end.
  private func cut(at call: Int, _ loss: PowerlessDisk.Loss, then later: Int, _ second: PowerlessDisk.Loss) throws
    -> Bool
  {
    let disk = PowerlessDisk()
    disk.callsLeft = call
    var acknowledged = (try? play(1...4, on: disk)) ?? []
    let wasCut = disk.isOff
    disk.restart(after: loss)
    disk.callsLeft = later
    acknowledged = max(acknowledged, (try? Journal.open(in: "/s", disk: disk)).map { marks($0.lines) } ?? [])
    disk.restart(after: second)
    let journal = try Journal.open(in: "/s", disk: disk)
    let found = marks(journal.lines)
    #expect(found.starts(with: acknowledged) && found.count <= acknowledged.count + 1, "call \(call): \(found)")
    #expect(found == Array([1, 2, 3, 4].prefix(found.count)))
    try journal.append(mark: found.count + 1)
    return wasCut
  }

  @Test(arguments: PowerlessDisk.Loss.allCases)
  func `a recovery cut anywhere loses nothing either`(_ loss: PowerlessDisk.Loss) throws {
    var call = 0
    var wasCut = true
    while wasCut {
      let disk = PowerlessDisk()
      let journal = try Journal.open(in: "/s", disk: disk)
      try journal.append(mark: 1)
      // Calls of an append: stat, write, fdatasync. The disk comes back, the bytes do not.
      disk.callsLeft = 2
      #expect(throws: StoreFault.self) { try journal.append(mark: 2) }
      disk.resume(for: call)
      let recovered = succeeds {
        try journal.recover()
        try journal.append(mark: 2)
      }
      wasCut = disk.isOff
      disk.restart(after: loss)
      let found = marks(try Journal.open(in: "/s", disk: disk).lines)
      #expect(found == [1, 2] || !recovered && found == [1], "call \(call): \(found)")
      call += 1
    }
    #expect(call > 20)
  }

  private func succeeds(_ body: () throws -> Void) -> Bool { (try? body()) != nil }

  /// Marks these criteria; returns those acknowledged before the power went.
  private func play(_ numbers: ClosedRange<Int>, on disk: PowerlessDisk) throws -> [Int] {
    let journal = try Journal.open(in: "/s", disk: disk)
    for number in numbers where (try? journal.append(mark: number)) == nil { break }
    return marks(journal.lines)
  }

  private func max(_ a: [Int], _ b: [Int]) -> [Int] { a.count >= b.count ? a : b }
}
