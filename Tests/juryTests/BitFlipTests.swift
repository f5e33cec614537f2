import Foundation
import Testing

@testable import jury

/// Signed grids, with one bit that is not as it was signed.
@Suite struct BitFlipTests {
  /// Every how many bits; `JURY_EVERY=1` takes each.
  private static let step = ProcessInfo.processInfo.environment["JURY_EVERY"].flatMap { Int($0) } ?? 61

  @Test(arguments: ["block2/grids/muller.grid.json", "individual/grids/lefevre.grid.json"])
  func `no bit of a signed grid's file can change and leave it standing`(path: String) throws {
    var bytes = try SampleSessionTests.bytes("\(SampleSessionTests.directory)/\(path)")
    #expect(stands(bytes))
    var count = 0
    for bit in stride(from: 0, to: bytes.count * 8, by: Self.step) {
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      try #require(!stands(bytes), "bit \(bit % 8) of byte \(bit / 8)")
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      count += 1
    }
    print("\(path): \(count) of \(bytes.count * 8) bits flipped, each found")
  }

  private func stands(_ bytes: [UInt8]) -> Bool {
    guard let sealed = try? SealedGrid(parsing: bytes) else { return false }
    return GridCheck(sealed: sealed, setting: nil).findings.isEmpty
  }
}
