import Glibc
import Testing

@testable import Store

@Suite struct SystemTimeTests {
  @Test func `the boot is the kernel's and time goes on`() throws {
    let clock = BootClock()
    #expect(LineForm.isBoot(clock.boot) && clock.boot.count == 8)
    #expect(BootClock().boot == clock.boot)
    let first = clock.now()
    usleep(20_000)
    let second = clock.now()
    #expect((20...2000).contains(second.upMilliseconds - first.upMilliseconds))
    #expect(first.boot == clock.boot)
    // 2026 at least, and the same wall time as the C library's, to the second.
    #expect(abs(second.unixMilliseconds / 1000 - time(nil)) <= 1 && second.unixMilliseconds > 1_760_000_000_000)
    #expect(abs(first.offsetMinutes) <= 14 * 60)
  }

  @Test func `local time is asked for again in another minute, and not before`() {
    var asked: [Int] = []
    let clock = BootClock { second in
      asked.append(second)
      return second < 120 ? 60 : 120
    }
    #expect([60, 60, 119, 120, 179, 61].map(clock.offsetMinutes) == [60, 60, 60, 120, 120, 60])
    #expect(asked == [60, 120, 61])
  }

  @Test func `without a kernel's id each process draws another`() {
    let drawn = (0..<8).map { _ in BootClock(bootID: "/nowhere").boot }
    #expect(drawn.allSatisfy { $0.count == 8 && LineForm.isBoot($0) })
    #expect(Set(drawn).count == 8)
  }

  @Test func `time since the boot is at least the machine's uptime`() throws {
    var monotonic = timespec()
    clock_gettime(CLOCK_MONOTONIC, &monotonic)
    #expect(BootClock().now().upMilliseconds >= monotonic.tv_sec * 1000)
  }
}
