import Testing

@testable import Store

@Suite struct LineFormTests {
  @Test(arguments: [
    "2026-12-01T09:12:33.412+01:00", "2024-02-29T00:00:00.000+00:00", "2000-02-29T23:59:59.999-11:30",
  ])
  func `a time that exists is one`(_ text: String) { #expect(LineForm.isWallTime(text)) }

  @Test(arguments: [
    "", "2026-12-01", "2026-12-01T09:12:33.412Z", "2026-12-01 09:12:33.412+01:00", "2026-12-01T09:12:33+01:00",
    "2026-12-01T09:12:33.412+0100", "2026-02-29T09:12:33.412+01:00", "1900-02-29T09:12:33.412+01:00",
    "2026-00-01T09:12:33.412+01:00", "2026-04-31T09:12:33.412+01:00", "2026-12-00T09:12:33.412+01:00",
    "2026-12-01T24:12:33.412+01:00", "2026-12-01T09:60:33.412+01:00", "2026-12-01T09:12:60.412+01:00",
    "2026-12-01T09:12:33.412-00:00", "2026-12-01T09:12:33.412+24:00", "2026-12-01T09:12:33.412+01:60",
    "2026-12-01T09:12:33.412*01:00", "2026-12-01T09:12:3é.41+01:00", "2026-12-01T09:12:33.4+2+01:00",
  ])
  func `a time that does not exist, or is written another way, is none`(_ text: String) {
    #expect(!LineForm.isWallTime(text))
  }

  @Test func `a boot is a short plain word`() {
    for boot in ["b00710ad", "a", "9F-1", String(repeating: "x", count: 64)] { #expect(LineForm.isBoot(boot)) }
    for boot in ["", "b 1", "é", "a/b", String(repeating: "x", count: 65)] { #expect(!LineForm.isBoot(boot)) }
  }
}
